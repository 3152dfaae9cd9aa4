import fc from 'fast-check';
import { type ImportancePerformance, importancePerformance } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const item = (importance: number, performance: number) => ({ importance, performance });
const placed = (some: readonly Omit<ImportancePerformance, 'id'>[], lines = {}) =>
  importancePerformance(
    some.map((one, i) => ({ id: `${i}`, ...one })),
    lines,
  );

it('sorts by both lines; on a line is above it', () => {
  const lines = { importance: 50, performance: 60 };
  const four = [item(50, 59), item(50, 60), item(49, 59), item(49, 60)];
  expect(placed(four, lines)).toEqual({
    lines,
    items: ['concentrate-here', 'keep-up', 'low-priority', 'possible-overkill'].map(
      (quadrant, i) => ({ id: `${i}`, quadrant, certain: null }),
    ),
  });
});

it('draws the lines at the means unless told', () => {
  expect(placed([item(20, 10), item(60, 50)]).lines).toEqual({ importance: 40, performance: 30 });
  expect(placed([item(20, 10)], { importance: 5 }).lines).toEqual({
    importance: 5,
    performance: 10,
  });
});

// Three times .1 add up to .30000000000000004, of which a third is above .1.
it('has items on the mean line above it, whatever rounding makes of the mean', () => {
  for (const n of [3, 5, 6, 7]) {
    for (let tenths = 0; tenths <= 1000; tenths++) {
      const level = tenths / 10;
      const { lines, items } = placed(Array.from({ length: n }, () => item(level, level)));
      expect(lines).toEqual({ importance: level, performance: level });
      expect(new Set(items.map(({ quadrant }) => quadrant))).toEqual(new Set(['keep-up']));
    }
  }
  // The mean of .1, .2, .3 is .2, and added up .20000000000000004.
  const [, middle] = placed([item(0.1, 0.1), item(0.2, 0.2), item(0.3, 0.3)]).items;
  expect(middle).toMatchObject({ quadrant: 'keep-up', certain: null });
  const on = { mean: 0.2, low: 0.2, high: 0.3 };
  const [, between] = placed([
    item(0.1, 0.1),
    { importance: on, performance: on },
    item(0.3, 0.3),
  ]).items;
  expect(between).toMatchObject({ quadrant: 'keep-up', certain: true });
});

describe('is it certain?', () => {
  const lines = { importance: 50, performance: 50 };
  const sureOf = (one: Omit<ImportancePerformance, 'id'>) => placed([one], lines).items[0]?.certain;
  const sure = { mean: 80, low: 70, high: 90 };
  const open = { mean: 80, low: 40, high: 90 };

  it('not where an interval reaches over a line', () => {
    const at = (low: number, high: number) =>
      sureOf({ importance: sure, performance: { mean: 55, low, high } });
    expect([at(50, 60), at(49, 60), at(20, 55)]).toEqual([true, false, false]);
  });

  it('nobody knows where a level has no interval, unless the other one reaches over its line', () => {
    expect(sureOf(item(80, 80))).toBe(null);
    expect(sureOf({ importance: sure, performance: 80 })).toBe(null);
    expect(sureOf({ importance: 80, performance: sure })).toBe(null);
    expect(sureOf({ importance: open, performance: 80 })).toBe(false);
    expect(sureOf({ importance: 80, performance: open })).toBe(false);
  });

  it('nobody knows of a mean without its interval, which has its place all the same', () => {
    const bare = { mean: 80, low: null, high: null };
    const place = (one: Omit<ImportancePerformance, 'id'>) => placed([one], lines).items[0];
    const here = { id: '0', quadrant: 'concentrate-here', certain: null };
    expect(place({ importance: bare, performance: 20 })).toEqual(here);
    expect(place({ importance: { ...bare, high: 90 }, performance: 20 })).toEqual(here);
    const below = { mean: 20, low: 10, high: 30 };
    expect(place({ importance: { ...bare, low: 70 }, performance: below })).toEqual(here);
    expect(sureOf({ importance: bare, performance: open })).toBe(false);
  });

  it('nobody knows of a single item between lines at its own levels', () => {
    expect(placed([item(40, 70)]).items).toEqual([{ id: '0', quadrant: 'keep-up', certain: null }]);
  });
});

it('places nothing without a level', () => {
  const unknown = { mean: null, low: null, high: null };
  const { lines, items } = placed([{ importance: unknown, performance: 50 }, item(40, 70)]);
  expect(lines).toEqual({ importance: 40, performance: 60 });
  expect(items[0]).toEqual({ id: '0', quadrant: null, certain: null });
  expect(placed([{ importance: unknown, performance: unknown }])).toEqual({
    lines: { importance: null, performance: null },
    items: [{ id: '0', quadrant: null, certain: null }],
  });
});

it('places an item whatever stands before it', () => {
  const level = fc.double({ min: 0, max: 100, noNaN: true });
  const items = fc.array(fc.record({ importance: level, performance: level }), { minLength: 1 });
  holds(
    fc.property(items, (some) => {
      const once = placed(some);
      const turned = importancePerformance(
        some.map((one, i) => ({ id: `${i}`, ...one })).reverse(),
      );
      expect([...turned.items].reverse()).toEqual(once.items);
      expect(turned.lines).toEqual(once.lines);
    }),
  );
});

it('takes an interval with its mean at either end, or the half of one', () => {
  const at = (low: number | null, high: number | null) =>
    placed([{ importance: { mean: 50, low, high }, performance: 5 }], { importance: 10 }).items[0]
      ?.quadrant;
  expect([at(50, 50), at(50, null), at(null, 50)]).toEqual(['keep-up', 'keep-up', 'keep-up']);
  const own = { importance: { mean: 50, low: 80, high: 20 }, performance: 0 };
  expect(refusal(() => placed([own])).expected).toBe('a mean from low to high');
});

it.each([
  [[], 'out-of-range', 'items'],
  [[{ id: 'a', importance: 101, performance: 0 }], 'out-of-range', 'items[0].importance'],
  [
    [{ id: 'a', importance: { mean: 50, low: 80, high: 20 }, performance: 0 }],
    'out-of-range',
    'items[0].importance',
  ],
  [
    [{ id: 'a', importance: 1, performance: { mean: 50, low: 40, high: 45 } }],
    'out-of-range',
    'items[0].performance',
  ],
  [
    [{ id: 'a', importance: 1, performance: { mean: 50, low: 51, high: 60 } }],
    'out-of-range',
    'items[0].performance',
  ],
  [
    [
      { id: 'a', ...item(1, 1) },
      { id: 'a', ...item(1, 1) },
    ],
    'duplicate-id',
    'items[1].id',
  ],
])('refuses %j', (items, code, path) => {
  expect(refusal(() => importancePerformance(items))).toMatchObject({ code, path });
});
