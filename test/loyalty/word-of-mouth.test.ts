import fc from 'fast-check';
import { adjustParameters, predictWordOfMouth } from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { folkloreWordOfMouth, wordOfMouthAmong, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const level = fc.double({ min: 0, max: 100, noNaN: true });
const outcome = fc.constantFrom(...outcomes);

describe('predictWordOfMouth', () => {
  // By hand: 2 (30 / 40)^1.5, 3 (40 / 80)^1.5, half of 2 (15 / 30)^1.5 and of 3 (35 / 70)^1.5.
  it.each([
    [90, 'exceeded', 2 * 0.75 ** 1.5, 0],
    [40, 'below', 0, 3 * 0.5 ** 1.5],
    [85, 'met', 0.5 ** 1.5, 0],
    [35, 'met', 0, 1.5 * 0.5 ** 1.5],
    [100, 'exceeded', 2, 0],
    [0, 'below', 0, 3],
    [80, 'below', 0, 0],
    [70, 'met', 0, 0],
    [60, 'exceeded', 0, 0],
  ] as const)('satisfied by %d, %s: %d good, %d bad', (satisfaction, judged, good, bad) => {
    const told = predictWordOfMouth({ satisfaction, outcome: judged });
    expect(told.positive).toBeCloseTo(good, 12);
    expect(told.negative).toBeCloseTo(bad, 12);
    expect(told.net).toBe(told.positive - told.negative);
    expect(told.model.id).toBe('loyalty/word-of-mouth-1');
    expectSurvivesJson(told);
  });

  it('is none, not less than none, where a met expectation is not told', () => {
    const parameters = adjustParameters(wordOfMouthDefaults, 'ours', { toldWhenMet: 0 });
    const told = predictWordOfMouth({ satisfaction: 35, outcome: 'met' }, { parameters });
    expect([told.positive, told.negative, told.net]).toEqual([0, 0, 0]);
  });

  it.each([70, 69.99999999999999, 70.00000000000001])('is none at silence: %d of 70', (level) => {
    // At curve 0 all others tell alike.
    const parameters = adjustParameters(wordOfMouthDefaults, 'ours', { curve: 0 });
    const told = predictWordOfMouth({ satisfaction: level, outcome: 'met' }, { parameters });
    expect([told.positive, told.negative, told.net]).toEqual([0, 0, 0]);
  });

  it('is a U: the further from silence, the more is told, and never both', () => {
    holds(
      fc.property(level, level, outcome, (one, other, judged) => {
        const silent = wordOfMouthDefaults.parameters[`silentAt.${judged}`].value;
        const [near, far] = [one, other].sort(
          (a, b) => Math.abs(a - silent) - Math.abs(b - silent),
        );
        const at = (satisfaction: number) => predictWordOfMouth({ satisfaction, outcome: judged });
        const [less, more] = [at(near as number), at(far as number)];
        expect(Math.min(less.positive, less.negative)).toBe(0);
        if ((near as number) < silent === (far as number) < silent) {
          expect(Math.abs(more.net)).toBeGreaterThanOrEqual(Math.abs(less.net));
        }
        expect(Math.sign(less.net)).toBe(Math.sign((near as number) - silent));
      }),
    );
  });

  it('is worse for below than for met, and better for exceeded', () => {
    holds(
      fc.property(level, (satisfaction) => {
        const net = (judged: (typeof outcomes)[number]) =>
          predictWordOfMouth({ satisfaction, outcome: judged }).net;
        expect(net('below')).toBeLessThanOrEqual(net('exceeded'));
        expect(net('met')).toBeLessThanOrEqual(Math.max(0, net('exceeded')));
        expect(net('met')).toBeGreaterThanOrEqual(Math.min(0, net('below')));
      }),
    );
  });

  it('keeps folklore apart', () => {
    const options = { parameters: folkloreWordOfMouth };
    expect(predictWordOfMouth({ satisfaction: 51, outcome: 'met' }, options).net).toBe(5);
    expect(predictWordOfMouth({ satisfaction: 49, outcome: 'exceeded' }, options).net).toBe(-10);
    expect(predictWordOfMouth({ satisfaction: 50, outcome: 'below' }, options).net).toBe(0);
    expect(folkloreWordOfMouth.setting).toContain('folklore');
    for (const { status, source } of Object.values(folkloreWordOfMouth.parameters)) {
      expect([status, source.startsWith('folklore')]).toEqual(['assumed', true]);
    }
  });

  const good = { satisfaction: 80, outcome: 'met' };
  it.each([
    [{ ...good, satisfaction: 101 }, {}, 'out-of-range', 'satisfaction'],
    [{ ...good, outcome: 'fine' }, {}, 'unknown-name', 'outcome'],
    [{ outcome: 'met' }, {}, 'missing', 'satisfaction'],
    [{ ...good, stage: 'first-use' }, {}, 'unknown-name', 'stage'],
    [good, { model: wordOfMouthDefaults }, 'unknown-name', 'options.model'],
    [
      good,
      { parameters: { id: 'ours', parameters: {} } },
      'missing',
      'options.parameters.positive.most',
    ],
  ])('refuses %o, %o', (customer, options, code, path) => {
    const call = () => predictWordOfMouth(customer as never, options as never);
    expect(refusal(call)).toMatchObject({ function: 'predictWordOfMouth', code, path });
  });
});

describe('wordOfMouthAmong', () => {
  const groups = fc.array(
    fc.record({
      satisfaction: level,
      outcome,
      customers: fc.double({ min: 0, max: 1e6, noNaN: true }),
    }),
    { maxLength: 8 },
  );

  it('adds up what each tells', () => {
    holds(
      fc.property(groups, (given) => {
        const all = wordOfMouthAmong(deepFreeze(given));
        const sum = { positive: 0, negative: 0, customers: 0 };
        for (const { customers, ...one } of given) {
          const { positive, negative } = predictWordOfMouth(one);
          sum.positive += positive * customers;
          sum.negative += negative * customers;
          sum.customers += customers;
        }
        expect(all).toMatchObject(sum);
        expect(all.net).toBe(all.positive - all.negative);
        expect(all.anyNegative).toBeGreaterThanOrEqual(0);
        expect(all.anyNegative).toBeLessThanOrEqual(1);
        expectSurvivesJson(all);
      }),
    );
  });

  it('finds a bad recommendation likely among many, though few are dissatisfied (D23)', () => {
    const among = (customers: number) =>
      wordOfMouthAmong([
        { satisfaction: 80, outcome: 'met', customers: 0.95 * customers },
        { satisfaction: 40, outcome: 'below', customers: 0.05 * customers },
      ]).anyNegative;
    // 1 - exp(-.05 * 3 * .5^1.5) for one customer
    expect(among(1)).toBeCloseTo(1 - Math.exp(-0.05 * 3 * 0.5 ** 1.5), 12);
    expect(among(1)).toBeLessThan(0.06);
    expect(among(100)).toBeGreaterThan(0.99);
  });

  it('knows no ratio where nobody hears bad', () => {
    const happy = { satisfaction: 90, outcome: 'met', customers: 3 } as const;
    expect(wordOfMouthAmong([happy])).toMatchObject({ ratio: null, anyNegative: 0, negative: 0 });
    expect(wordOfMouthAmong([])).toMatchObject({ ratio: null, customers: 0, net: 0 });
    const hardly = { satisfaction: 0, outcome: 'met', customers: 1e-320 } as const;
    expect(wordOfMouthAmong([{ ...happy, customers: 1e15 }, hardly]).ratio).toBeNull();
  });

  it('takes numbers of your own', () => {
    const parameters = adjustParameters(wordOfMouthDefaults, 'ours', { 'negative.most': 0 });
    const all = wordOfMouthAmong([{ satisfaction: 0, outcome: 'below', customers: 9 }], {
      parameters,
    });
    expect([all.negative, all.model.id]).toEqual([0, 'ours']);
  });

  const good = { satisfaction: 80, outcome: 'met', customers: 1 };
  it.each([
    [[good, { ...good, satisfaction: Number.NaN }], {}, 'out-of-range', 'groups[1].satisfaction'],
    [[{ ...good, satisfaction: '80' }], {}, 'wrong-type', 'groups[0].satisfaction'],
    [[{ ...good, customers: -1 }], {}, 'out-of-range', 'groups[0].customers'],
    [[{ ...good, customers: Infinity }], {}, 'out-of-range', 'groups[0].customers'],
    [[{ ...good, customers: undefined }], {}, 'missing', 'groups[0].customers'],
    [[{ ...good, outcome: 'fine' }], {}, 'unknown-name', 'groups[0].outcome'],
    [[{ ...good, outcome: undefined }], {}, 'missing', 'groups[0].outcome'],
    [[good, { ...good, custmers: 1 }], {}, 'unknown-name', 'groups[1].custmers'],
    [[null], {}, 'missing', 'groups[0].satisfaction'],
    [good, {}, 'wrong-type', 'groups'],
    [[good], { parameter: 1 }, 'unknown-name', 'options.parameter'],
    [[good], { parameters: 1 }, 'wrong-type', 'options.parameters'],
  ])('refuses %o, %o', (given, options, code, path) => {
    const call = () => wordOfMouthAmong(given as never, options as never);
    expect(refusal(call)).toMatchObject({ function: 'wordOfMouthAmong', code, path });
  });
});
