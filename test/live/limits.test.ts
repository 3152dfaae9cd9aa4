import { livePromiser } from 'overdeliver';
import { liveStartSchema } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { at, kitchen, minute } from './stream';

const order = { id: 'x', at: at(0) };

describe('durations reach', () => {
  it.each([
    ['minutes', 1e9],
    ['hours', 2.4e7],
    ['days', 1e6],
  ] as const)('in %s from 1e-9 to %d', (unit, most) => {
    const promiser = () => livePromiser({ unit, keepRate: 0.9, typical: 1 });
    for (const estimate of [1e-9, most]) {
      expect(promiser().start({ ...order, estimate }).reason).toBe('too-few-orders');
      expect(livePromiser({ unit, keepRate: 0.9, typical: estimate })).toBeDefined();
    }
    for (const estimate of [0.9e-9, most * (1 + 1e-12)]) {
      const expected = `a number above 0 and at most ${most}`;
      const refused = refusal(() => promiser().start({ ...order, estimate }));
      expect(refused).toMatchObject({ code: 'out-of-range', path: 'event.estimate', expected });
      const typical = refusal(() => livePromiser({ unit, keepRate: 0.9, typical: estimate }));
      expect(typical).toMatchObject({ code: 'out-of-range', path: 'options.typical' });
    }
  });
});

it('features reach from -1e9 to 1e9', () => {
  for (const x of [1e9, -1e9]) kitchen().start({ ...order, features: { x } });
  for (const x of [1.01e9, -1.01e9]) {
    const refused = refusal(() => kitchen().start({ ...order, features: { x } }));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'event.features.x' });
  }
  const isTaken = (x: number) => liveStartSchema.safeParse({ ...order, features: { x } }).success;
  expect([-1.01e9, -1e9, 1e9, 1.01e9].map(isTaken)).toEqual([false, true, true, false]);
});

it('all orders together have twenty names of features, in one order or in some', () => {
  const features = (from: number, to: number) =>
    Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`x${from + i}`, 1]));
  const promiser = kitchen();
  promiser.start({ ...order, id: 'some', features: features(0, 12) });
  promiser.start({ ...order, id: 'same', features: features(2, 12) });
  promiser.start({ ...order, id: 'more', features: features(6, 20) });
  promiser.quote({ ...order, features: features(0, 20) });
  const refused = refusal(() => promiser.start({ ...order, features: { x20: 1 } }));
  expect(refused).toMatchObject({ code: 'out-of-range', path: 'event.features' });
  expect(refused.expected).toContain('at most 20 names in all, so far x0, x1, x2');
  expect(refused.expected).not.toContain('surge');
  promiser.start({ ...order, features: { x19: 1 } });
});

it('an event may be as late as is said, and no later', () => {
  const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40, lateness: 3 });
  promiser.start({ id: 'first', at: at(10) });
  promiser.start({ id: 'late', at: at(7) });
  const later = new Date(at(7).getTime() - 1);
  const refused = refusal(() => promiser.start({ id: 'too late', at: later }));
  expect(refused).toMatchObject({ code: 'date-order', path: 'event.at' });
  expect(promiser.now()).toEqual(at(10));
});

it('with a calendar an event is at most 50 years from the last one', () => {
  const promiser = livePromiser({
    unit: 'hours',
    keepRate: 0.9,
    typical: 2,
    calendar: { zone: 'UTC', open: { monday: ['00:00-24:00'] } },
  });
  promiser.start(order);
  const furthest = at(0).getTime() + 50 * 366 * 24 * 60 * minute;
  expect(promiser.quote({ at: furthest }).reason).toBe('too-few-orders');
  const refused = refusal(() => promiser.quote({ at: furthest + 1 }));
  expect(refused).toMatchObject({ code: 'out-of-range', path: 'event.at' });
});
