import type { SatisfactionModel } from 'overdeliver/satisfaction';
import { type SatisfactionNames, satisfactionSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { modelOf } from './models';

// PostgreSQL ends a query whose exponential leaves the doubles, from e^709 on; what is held between two ends takes time.

const textOf = (model: SatisfactionModel, columns: SatisfactionNames) =>
  satisfactionSql(model, { dialect: 'postgres', from: 't', columns }).text;

/** Between which numbers the exponent is held; null where no row could leave them. */
function heldBetween(model: SatisfactionModel, columns: SatisfactionNames) {
  const text = textOf(model, columns);
  const held = /exp\(least\(greatest\(-od_utility, float8 '(.+?)'\), float8 '(.+?)'\)\)/.exec(text);
  if (held === null) expect(text).toContain('exp(-od_utility)');
  return held && [Number(held[1]), Number(held[2])];
}

const levels = { expected: 'wished', perceived: 'got' };
const days = { promised: 'said', actual: 'took', unit: 'days' } as const;
const waits = { ...days, stillWaiting: 'waits' } as const;

type Terms = SatisfactionModel['dimensions'][string]['terms'];
type Shape = SatisfactionModel['dimensions'][string]['value'];
const level = (terms: Terms, value: Shape = 'identity') =>
  ({ kind: 'level', unit: 'points', terms, value }) as const;
const time = (terms: Terms, value: Shape = 'identity') =>
  ({ kind: 'time', unit: 'days', terms, value }) as const;

type Case = readonly [
  what: string,
  dimension: ReturnType<typeof level> | ReturnType<typeof time>,
  /** All numbers, one of which depends on x. */
  numbers: (x: number) => Readonly<Record<string, number>>,
  /** The greatest x by which no utility is beyond 700, and one by which some is. */
  within: number,
  beyond: number,
];

describe('the exponent of a utility is held where some row could be beyond 700', () => {
  it.each<Case>([
    ['a level, up to 100', level(['performance']), (x) => ({ performance: -x }), 7, 7.01],
    [
      'the logarithm of a time, up to that of 1e100',
      time(['performance']),
      (x) => ({ performance: -x }),
      3.04,
      3.041,
    ],
    ['a gap of levels', level(['gap']), (x) => ({ gap: -x }), 7, 7.01],
    [
      'all that counts of a gap',
      level(['gap', 'gain', 'loss']),
      (x) => ({ gap: 2, gain: 2, loss: x }),
      3,
      3.01,
    ],
    [
      'with one below 0',
      level(['gap', 'gain', 'loss']),
      (x) => ({ gap: -2, gain: -2, loss: -x }),
      3,
      3.01,
    ],
    ['up to a cap', level(['gain'], 'capped'), (x) => ({ gain: x, cap: 10 }), 70, 70.1],
    ['a cap beyond 100', level(['gain'], 'capped'), (x) => ({ gain: x, cap: 200 }), 7, 7.01],
    ['a cap of days', time(['gain'], 'capped'), (x) => ({ gain: x, cap: 10 }), 70, 70.1],
    [
      'more beyond a knee',
      level(['gain'], 'two-slopes'),
      (x) => ({ gain: x, knee: 1, beyond: 2 }),
      3.5,
      3.51,
    ],
    [
      'less beyond a knee',
      level(['gain'], 'two-slopes'),
      (x) => ({ gain: x, knee: 1, beyond: 0.5 }),
      7,
      7.01,
    ],
    [
      'nothing beyond a knee',
      level(['gain'], 'two-slopes'),
      (x) => ({ gain: x, knee: 10, beyond: 0 }),
      70,
      70.1,
    ],
    ['a gap of days, which has no end', time(['gap']), (x) => ({ gap: x }), 0, 1e-9],
    [
      'a power, which may have none',
      level(['gap'], 'power'),
      (x) => ({ gap: x, exponent: 0.5 }),
      0,
      1e-9,
    ],
    ['a power of 1', level(['gap'], 'power'), (x) => ({ gap: x, exponent: 1 }), 7, 7.01],
    [
      'a promise that is broken, and a wait',
      time(['performance', 'broken', 'stillWaiting']),
      // The logarithm counts 460.5.
      (x) => ({ performance: 2, broken: 100, stillWaiting: x }),
      139,
      140,
    ],
  ])('%s', (_, dimension, numbers, within, beyond) => {
    const held = (x: number) => {
      const named = Object.entries(numbers(x)).map(([name, value]) => [`it.${name}`, value]);
      const model = modelOf({ it: dimension }, Object.fromEntries(named));
      return heldBetween(model, dimension.kind === 'level' ? levels : waits);
    };
    expect(held(within)).toBeNull();
    expect(held(beyond)).toEqual([-700, 700]);
  });

  it.each([
    ['a logarithm, up to that of 1e50', 'log', 0, 6.08, 6.081],
    ['a number, up to 1e50', 'identity', 0, 6.9e-48, 7.1e-48],
    ['beside a level', 'log', -3.5, -3.03, -3.05],
  ] as const)('of a covariate: %s', (_, how, performance, within, beyond) => {
    const held = (weight: number) =>
      heldBetween(
        modelOf(
          { it: level(['performance']) },
          { 'it.performance': performance, 'covariates.items': weight },
          [0],
          { items: how },
        ),
        { dimensions: { it: levels }, covariates: { items: 'items' } },
      );
    expect(held(within)).toBeNull();
    expect(held(beyond)).toEqual([-700, 700]);
  });

  // The products e^threshold e^-utility are doubles too.
  it.each([
    [[-100, 50], -600, 650],
    [[-50, 100], -650, 600],
    [[10, 100], -700, 600],
    [[-100, -10], -600, 700],
  ] as const)('and leaves room for thresholds of %j', (thresholds, low, high) => {
    const held = (gap: number) =>
      heldBetween(modelOf({ it: level(['gap']) }, { 'it.gap': gap }, thresholds), levels);
    expect(held(6)).toBeNull();
    expect(held(6.01)).toEqual([low, high]);
  });

  it('and the score asks for a fault then, since a null is lost between two ends', () => {
    const isAsked = (gap: number) =>
      /CASE WHEN od_fault = 0 THEN [^\n]+ AS score/.test(
        textOf(modelOf({ it: level(['gap']) }, { 'it.gap': gap }), levels),
      );
    expect([isAsked(6), isAsked(8)]).toEqual([false, true]);
  });
});
