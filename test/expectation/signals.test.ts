import { type ExpectationInput, factorNames, formExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { customer } from './given';

const refuse = (signals: unknown) =>
  refusal(() => formExpectation({ stage: 'never-used', signals } as ExpectationInput));
const aLevel = 'a level from 0 to 100';
const aSignal =
  'a level from 0 to 100, or { level, reliability, sd }; leave out a signal that there is none of';
const aShift =
  'a level from 0 to 100, or { level, reliability }; leave out a signal that there is none of';
const trust = 'a reliability from 0 to 1';
const inf = Number.POSITIVE_INFINITY;
const nan = Number.NaN;

describe('formExpectation refuses the level', () => {
  it.each([
    [130, 'out-of-range', aLevel],
    [100.000_001, 'out-of-range', aLevel],
    [-1, 'out-of-range', aLevel],
    [nan, 'out-of-range', aSignal],
    [inf, 'out-of-range', aSignal],
    ['80', 'wrong-type', aSignal],
    [null, 'wrong-type', aSignal],
    [true, 'wrong-type', aSignal],
    [[80], 'wrong-type', aSignal],
  ])('%j', (value, code, expected) => {
    const path = 'signals.wordOfMouth';
    expect(refuse({ wordOfMouth: value })).toMatchObject({
      code,
      function: 'formExpectation',
      path,
      value,
      expected,
    });
  });

  it('of every factor', () => {
    for (const factor of factorNames) {
      const bad = { level: 130, amount: -1, reference: 1, needs: { safety: 130 } };
      const { level, amount, reference, needs } = bad;
      const signal =
        factor === 'price' ? { amount, reference } : factor === 'personalNeeds' ? { needs } : level;
      const part = { price: '.amount', personalNeeds: '.needs.safety' }[factor as 'price'] ?? '';
      expect(refuse({ wordOfMouth: 50, [factor]: signal })).toMatchObject({
        code: 'out-of-range',
        path: `signals.${factor}${part}`,
      });
    }
  });
});

describe('formExpectation refuses the signal', () => {
  it.each([
    [{ level: 130 }, 'out-of-range', '.level', 130, aLevel],
    [{ level: inf }, 'out-of-range', '.level', inf, 'a finite number'],
    [{ level: '80' }, 'wrong-type', '.level', '80', 'a finite number'],
    [{}, 'missing', '.level', undefined, 'a finite number'],
    [{ level: 80, reliability: -0.1 }, 'out-of-range', '.reliability', -0.1, trust],
    [{ level: 80, reliability: 1.1 }, 'out-of-range', '.reliability', 1.1, trust],
    [{ level: 80, reliability: nan }, 'out-of-range', '.reliability', nan, 'a finite number'],
    [{ level: 80, reliability: null }, 'wrong-type', '.reliability', null, 'a finite number'],
    [
      { level: 80, sd: -1 },
      'out-of-range',
      '.sd',
      -1,
      'a standard deviation from 0 to 1000 points',
    ],
    [{ level: 80, sd: inf }, 'out-of-range', '.sd', inf, 'a finite number'],
    [
      { level: 80, relability: 1 },
      'unknown-name',
      '.relability',
      1,
      'reliability, or one of level, sd',
    ],
  ])('%j', (wordOfMouth, code, part, value, expected) => {
    const path = `signals.wordOfMouth${part}`;
    expect(refuse({ wordOfMouth })).toMatchObject({ code, path, value, expected });
  });

  it.each(['rolePerception', 'competitorOffer'])('of %s with a spread of its own', (factor) => {
    expect(refuse({ wordOfMouth: 50, [factor]: { level: 80, sd: 3 } })).toMatchObject({
      code: 'unknown-name',
      path: `signals.${factor}.sd`,
      value: 3,
      expected: 'one of level, reliability',
    });
    expect(refuse({ wordOfMouth: 50, [factor]: 'high' })).toMatchObject({
      code: 'wrong-type',
      path: `signals.${factor}`,
      expected: aShift,
    });
  });

  it.each([
    [{ reference: 1 }, 'missing', '.amount', undefined, 'a finite number'],
    [{ amount: 1 }, 'missing', '.reference', undefined, 'a finite number'],
    [{ amount: -1, reference: 1 }, 'out-of-range', '.amount', -1, 'an amount of at least 0'],
    [{ amount: 1, reference: 0 }, 'out-of-range', '.reference', 0, 'a reference price above 0'],
    [{ amount: 1, reference: 1, reliability: 2 }, 'out-of-range', '.reliability', 2, trust],
    [
      { amount: 1, reference: 1, level: 3 },
      'unknown-name',
      '.level',
      3,
      'a price as { amount, reference, reliability, sd }',
    ],
    [129, 'wrong-type', '', 129, 'a price as { amount, reference, reliability, sd }'],
  ])('price: %j', (price, code, part, value, expected) => {
    expect(refuse({ price })).toMatchObject({
      code,
      path: `signals.price${part}`,
      value,
      expected,
    });
  });

  it.each([
    [{}, 'missing', '.needs', undefined],
    [{ needs: { safety: 130 } }, 'out-of-range', '.needs.safety', 130],
    [{ needs: { safety: '90' } }, 'wrong-type', '.needs.safety', '90'],
    [{ needs: { safety: undefined } }, 'missing', '.needs.safety', undefined],
    [{ needs: { safety: 90 }, dominant: 3 }, 'wrong-type', '.dominant', 3],
    [{ needs: { safety: 90 }, reliability: -1 }, 'out-of-range', '.reliability', -1],
    [{ needs: { safety: 90 }, sd: 3 }, 'unknown-name', '.sd', 3],
    [90, 'wrong-type', '', 90],
  ])('personalNeeds: %j', (personalNeeds, code, part, value) => {
    expect(refuse({ wordOfMouth: 50, personalNeeds })).toMatchObject({
      code,
      path: `signals.personalNeeds${part}`,
      value,
    });
  });
});

describe('formExpectation refuses the customer', () => {
  const refuseAll = (input: unknown) => refusal(() => formExpectation(input as ExpectationInput));

  it('with an unknown factor', () => {
    expect(refuse({ wordOfMouth: 80, mood: 90 })).toMatchObject({
      code: 'unknown-name',
      path: 'signals.mood',
      value: 90,
      expected: `one of ${factorNames.join(', ')}`,
    });
    const inherited = JSON.parse('{ "wordOfMouth": 80, "__proto__": 90 }');
    expect(refuse(inherited)).toMatchObject({ code: 'unknown-name' });
  });

  it('with an unknown factor that is undefined, as unknown and not as missing', () => {
    expect(refuse({ wordOfMouth: 80, mood: undefined })).toMatchObject({
      code: 'unknown-name',
      path: 'signals.mood',
      value: undefined,
    });
  });

  it.each([
    [{ signals: { wordOfMouth: 80 } }, 'missing', 'stage', undefined],
    [{ stage: 'veteran', signals: { wordOfMouth: 80 } }, 'unknown-name', 'stage', 'veteran'],
    [{ stage: 1, signals: { wordOfMouth: 80 } }, 'unknown-name', 'stage', 1],
    [{ stage: 'never-used' }, 'missing', 'signals', undefined],
    [{ stage: 'never-used', signals: null }, 'wrong-type', 'signals', null],
    [{ stage: 'never-used', signals: [80] }, 'wrong-type', 'signals', [80]],
    [{ ...customer({ wordOfMouth: 80 }), name: 'Ada' }, 'unknown-name', 'name', 'Ada'],
    [null, 'wrong-type', '', null],
    [undefined, 'missing', '', undefined],
    [80, 'wrong-type', '', 80],
  ])('%j', (input, code, path, value) => {
    expect(refuseAll(input)).toMatchObject({ code, function: 'formExpectation', path, value });
  });

  it('in a sentence', () => {
    expect(refuse({ wordOfMouth: 130 }).message).toBe(
      'formExpectation: signals.wordOfMouth is 130; expected a level from 0 to 100',
    );
    expect(refuseAll(undefined).message).toBe(
      "formExpectation: input is missing; expected a customer as { stage: 'never-used', signals: { wordOfMouth: 80 } }",
    );
    expect(refuseAll({ stage: 'veteran', signals: {} }).message).toBe(
      'formExpectation: stage is "veteran"; expected one of never-used, first-use, long-term',
    );
  });
});

it.each([
  [{ stage: 'never-used', signals: { firstPurchase: null, uses: [] } }, 'signals.firstPurchase'],
  [{ firstPurchase: null, uses: [] }, 'firstPurchase'],
])('a history in place of signals is sent to classifyStage: %j', (input, path) => {
  const refused = refusal(() => formExpectation(input as never));
  expect(refused).toMatchObject({ code: 'unknown-name', path });
  expect(refused.expected).toMatch(/; a history goes to classifyStage, which tells the stage$/);
});
