import { type ExpectationColumns, factorNames, formExpectations } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const f = (...numbers: number[]) => Float64Array.of(...numbers);
const nan = Number.NaN;
const refuse = (signals: unknown, stage: unknown = 'never-used') =>
  refusal(() => formExpectations({ stage, signals } as ExpectationColumns));

describe('formExpectations refuses a number', () => {
  const level = 'a level from 0 to 100, or NaN for none';
  const trust = 'a reliability from 0 to 1';
  const sd = 'a standard deviation from 0 to 1000 points';
  const inf = Number.POSITIVE_INFINITY;
  it.each([
    ['a level of 130', { wordOfMouth: f(80, nan, 130) }, '[2]', 130, level],
    ['a level below 0', { wordOfMouth: { level: f(-0.1) } }, '[0]', -0.1, level],
    ['an infinite level', { wordOfMouth: f(inf) }, '[0]', inf, level],
    [
      'a reliability above 1',
      { wordOfMouth: { level: f(5, 5), reliability: f(1, 1.1) } },
      '.reliability[1]',
      1.1,
      trust,
    ],
    [
      'a reliability below 0',
      { wordOfMouth: { level: f(5), reliability: f(-1) } },
      '.reliability[0]',
      -1,
      trust,
    ],
    [
      'a level without reliability',
      { wordOfMouth: { level: f(nan, 5), reliability: f(nan, nan) } },
      '.reliability[1]',
      nan,
      trust,
    ],
    ['a spread below 0', { wordOfMouth: { level: f(5), sd: f(-1) } }, '.sd[0]', -1, sd],
    ['a spread above 1000', { wordOfMouth: { level: f(5), sd: f(1001) } }, '.sd[0]', 1001, sd],
    ['an infinite spread', { wordOfMouth: { level: f(5), sd: f(inf) } }, '.sd[0]', inf, sd],
    ['a level without spread', { wordOfMouth: { level: f(5), sd: f(nan) } }, '.sd[0]', nan, sd],
  ])('%s, with its row', (_, signals, path, value, expected) => {
    expect(refuse(signals)).toMatchObject({
      code: 'out-of-range',
      function: 'formExpectations',
      path: `signals.wordOfMouth${path}`,
      value,
      expected,
    });
  });

  it.each([
    [
      { amount: f(1, -1), reference: f(1, 1) },
      'amount[1]',
      -1,
      'an amount of at least 0, or NaN for none',
    ],
    [{ amount: f(1), reference: f(0) }, 'reference[0]', 0, 'a reference price above 0'],
    [
      { amount: f(nan, 1), reference: f(nan, nan) },
      'reference[1]',
      nan,
      'a reference price above 0',
    ],
    [{ amount: f(1), reference: f(1), reliability: f(2) }, 'reliability[0]', 2, trust],
    [{ amount: f(1), reference: f(1), sd: f(-2) }, 'sd[0]', -2, sd],
  ])('of the price: %j', (price, path, value, expected) => {
    const wordOfMouth = new Float64Array(price.amount.length).fill(50);
    // Alone, and beside what forms the row without it.
    for (const signals of [{ price }, { price, wordOfMouth }])
      expect(refuse(signals)).toMatchObject({
        code: 'out-of-range',
        path: `signals.price.${path}`,
        value,
        expected,
      });
  });

  it('of any factor, in any row', () => {
    for (const factor of factorNames.filter((name) => name !== 'price')) {
      const path = `signals.${factor}[39999]`;
      const column = new Float64Array(40_000).fill(50);
      column[39_999] = 100.001;
      expect(refuse({ [factor]: column })).toMatchObject({ path, value: 100.001 });
    }
  });

  it.each(['wordOfMouth', 'competitorOffer', 'personalNeeds', 'rolePerception'])(
    'of %s in a row that can be formed, on either side of the scale',
    (factor) => {
      for (const value of [-0.001, 100.001]) {
        const signals = { advertising: f(50, 50), [factor]: f(50, value) };
        expect(refuse(signals)).toMatchObject({ path: `signals.${factor}[1]`, value });
        const alone = { advertising: f(50), [factor]: f(value) };
        expect(refuse(alone)).toMatchObject({ path: `signals.${factor}[0]`, value });
      }
      for (const value of [0, 100, nan]) {
        const signals = { advertising: f(50, 50), [factor]: f(50, value) };
        expect(() => formExpectations({ stage: 'never-used', signals })).not.toThrow();
      }
    },
  );

  it('never where the row has none', () => {
    const level = f(nan, 50);
    const blank = { level, reliability: f(nan, 1), sd: f(nan, 2) };
    expect(() =>
      formExpectations({ stage: 'long-term', signals: { wordOfMouth: blank } }),
    ).not.toThrow();
  });
});

describe('formExpectations refuses a stage', () => {
  it('code of 7, with its row', () => {
    expect(refuse({ wordOfMouth: f(1, 2) }, Uint8Array.of(2, 7))).toMatchObject({
      code: 'unknown-name',
      function: 'formExpectations',
      path: 'stage[1]',
      value: 7,
      expected: '0 (never-used), 1 (first-use) or 2 (long-term)',
    });
    expect(refuse({ wordOfMouth: f(1) }, Uint8Array.of(3)).path).toBe('stage[0]');
  });

  it.each(['veteran', 7, null, [0]])('%j, which there is not', (stage) => {
    expect(refuse({ wordOfMouth: f(1) }, stage)).toMatchObject({ path: 'stage', value: stage });
  });

  it('of names for each row, and says which columns it takes', () => {
    expect(refuse({ wordOfMouth: f(1) }, ['never-used'])).toMatchObject({
      path: 'stage',
      expected:
        'one of never-used, first-use, long-term for all rows, or a Uint8Array of places in stageNames',
    });
  });

  it('that is missing', () => {
    const call = () => formExpectations({ signals: { wordOfMouth: f(1) } } as never);
    expect(refusal(call)).toMatchObject({ code: 'missing', path: 'stage' });
  });
});

describe('formExpectations refuses columns', () => {
  it.each([
    ['stage', { wordOfMouth: f(1, 2) }, Uint8Array.of(0), 1],
    ['signals.advertising', { wordOfMouth: f(1, 2), advertising: f(1) }, 'never-used', 1],
    [
      'signals.wordOfMouth.reliability',
      { wordOfMouth: { level: f(1, 2), reliability: f(1) } },
      'never-used',
      1,
    ],
    [
      'signals.wordOfMouth.sd',
      { wordOfMouth: { level: f(1, 2), sd: f(1, 1, 1) } },
      'never-used',
      3,
    ],
    ['signals.competitorOffer', { wordOfMouth: f(1, 2), competitorOffer: f() }, 'never-used', 0],
    [
      'signals.price.reference',
      { wordOfMouth: f(1, 2), price: { amount: f(1, 2), reference: f(1) } },
      'never-used',
      1,
    ],
  ])('of another length: %s', (path, signals, stage, value) => {
    expect(refuse(signals, stage)).toMatchObject({
      code: 'length-mismatch',
      function: 'formExpectations',
      path,
      value,
      expected: '2 rows, as signals.wordOfMouth has',
    });
  });

  it.each([
    ['signals.wordOfMouth', { wordOfMouth: [80] }, [80]],
    ['signals.wordOfMouth', { wordOfMouth: 80 }, 80],
    ['signals.wordOfMouth', { wordOfMouth: null }, null],
    ['signals.wordOfMouth.reliability', { wordOfMouth: { level: f(80), reliability: [1] } }, [1]],
    ['signals.wordOfMouth.sd', { wordOfMouth: { level: f(80), sd: [1] } }, [1]],
    ['signals.price.amount', { price: { amount: [1], reference: f(1) } }, [1]],
    ['signals.price.reference', { price: { amount: f(1), reference: [1] } }, [1]],
  ])('that are no Float64Array: %s of %j', (path, signals, value) => {
    expect(refuse(signals)).toMatchObject({
      code: 'wrong-type',
      function: 'formExpectations',
      path,
      value,
      expected: 'a Float64Array, such as Float64Array.from(numbers)',
    });
  });
  it('of another kind of array, which is taken for a record without levels', () => {
    expect(refuse({ wordOfMouth: Float32Array.of(80) })).toMatchObject({
      code: 'missing',
      path: 'signals.wordOfMouth.level',
      expected: 'a Float64Array, such as Float64Array.from(numbers)',
    });
  });

  it('of an unknown factor', () => {
    expect(refuse({ wordOfMouth: f(1), mood: f(1) })).toMatchObject({
      code: 'unknown-name',
      path: 'signals.mood',
      value: f(1),
      expected: `one of ${factorNames.join(', ')}`,
    });
    expect(refuse({ toString: f(1) }).path).toBe('signals.toString');
  });

  it('when there are none', () => {
    const missing = { code: 'missing', function: 'formExpectations', path: 'signals' };
    expect(refuse({})).toMatchObject({ ...missing, expected: 'at least one column of levels' });
    expect(refuse({ wordOfMouth: undefined })).toMatchObject(missing);
    expect(refuse(undefined)).toMatchObject(missing);
  });

  it.each([
    ['reliabilty', { wordOfMouth: { level: f(1), reliabilty: f(0) } }, 'wordOfMouth'],
    ['level', { price: { amount: f(1), reference: f(1), level: f(1) } }, 'price'],
    ['sd', { wordOfMouth: f(1), competitorOffer: { level: f(1), sd: f(1) } }, 'competitorOffer'],
    ['sd', { wordOfMouth: f(1), personalNeeds: { level: f(1), sd: f(1) } }, 'personalNeeds'],
  ])('with a part they do not have: %s', (part, signals, factor) => {
    expect(refuse(signals)).toMatchObject({
      code: 'unknown-name',
      path: `signals.${factor}.${part}`,
    });
  });
});
