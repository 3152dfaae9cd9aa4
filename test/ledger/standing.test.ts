import { keptRate, type LedgerEvent, recordEvent } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { cancelled, counts, delivered, made, none, on, recorded, revised } from './given';

const kept = { ...none, due: 1, kept: 1 };
const broken = { ...none, due: 1, broken: 1 };
const overdue = { ...broken, overdue: 1 };
const pending = { ...none, pending: 1 };
const off = { ...none, cancelled: 1 };

const price = (value: number, better?: 'lower' | 'higher') =>
  ({ ...made('a', 1, 5), quantity: { value, unit: 'euro', better } }) as LedgerEvent;

describe('a promise due on day 5', () => {
  it.each<[string, readonly LedgerEvent[], number, object]>([
    ['is not there before it was made', [made('a', 1, 5)], 0.9, none],
    ['is pending until then', [made('a', 1, 5)], 4.9, pending],
    ['is pending though delivered, until due', [made('a', 1, 5), delivered('a', 2)], 4, pending],
    ['is overdue the moment it passes', [made('a', 1, 5)], 5, overdue],
    ['is kept when delivered in that moment', [made('a', 1, 5), delivered('a', 5)], 5, kept],
    ['is kept when delivered before', [made('a', 1, 5), delivered('a', 2)], 5, kept],
    [
      'is overdue while the late delivery is still to come',
      [made('a', 1, 5), delivered('a', 7)],
      6,
      overdue,
    ],
    ['is broken by a late delivery', [made('a', 1, 5), delivered('a', 7)], 7, broken],
    [
      'is over when the customer cancels in time',
      [made('a', 1, 5), cancelled('a', 5, 'customer')],
      9,
      off,
    ],
    ['is so at once', [made('a', 1, 5), cancelled('a', 2, 'customer')], 2, off],
    [
      'was broken already when the customer cancels later',
      [made('a', 1, 5), cancelled('a', 6, 'customer')],
      9,
      broken,
    ],
    [
      'is broken when the company cancels',
      [made('a', 1, 5), cancelled('a', 2, 'company')],
      9,
      broken,
    ],
    [
      'is counted so when it falls due',
      [made('a', 1, 5), cancelled('a', 2, 'company')],
      4,
      pending,
    ],
    [
      'stays due then, whatever was said later',
      [made('a', 1, 5), revised('a', 4, 9), delivered('a', 8)],
      9,
      broken,
    ],
    ['is kept at the price promised', [price(180), delivered('a', 4, 180)], 9, kept],
    ['is broken above it', [price(180), delivered('a', 4, 180.01)], 9, broken],
    ['is broken late though below it', [price(180), delivered('a', 6, 20)], 9, broken],
    ['is kept at the level promised', [price(180, 'higher'), delivered('a', 4, 180)], 9, kept],
    ['is broken below it', [price(180, 'higher'), delivered('a', 4, 179)], 9, broken],
  ])('%s', (_, events, day, expected) => {
    expect(counts(keptRate(recorded(events), { asOf: on(day) }))).toEqual(expected);
  });
});

describe('a promise as last revised', () => {
  const latest = (events: readonly LedgerEvent[], day: number) =>
    counts(keptRate(recorded(events), { asOf: on(day), promise: 'latest' }));
  const moved = [made('a', 1, 5), revised('a', 4, 9)];

  it('falls due when it was said last, once that was said', () => {
    expect(latest(moved, 3)).toEqual(pending);
    expect(latest(moved, 6)).toEqual(pending);
    expect(latest([...moved, delivered('a', 8)], 9)).toEqual(kept);
    expect(latest([...moved, delivered('a', 10)], 10)).toEqual(broken);
    expect(latest([...moved, cancelled('a', 8, 'customer')], 10)).toEqual(off);
  });

  it('was broken as long as nobody had said so', () => {
    const afterwards = [made('a', 1, 5), revised('a', 6, 9)];
    expect(latest(afterwards, 5.5)).toEqual(overdue);
    expect(latest(afterwards, 6)).toEqual(pending);
  });

  it('may be revised earlier, and again', () => {
    const again = [made('a', 1, 5), revised('a', 2, 3), revised('a', 3, 4), delivered('a', 3.5)];
    expect(latest(again, 4)).toEqual(kept);
    expect(latest(again.slice(0, 2), 3)).toEqual(overdue);
  });

  it('keeps its quantity unless another is named', () => {
    const dearer = { ...revised('a', 2, 5), quantity: { value: 200, unit: 'euro' } } as LedgerEvent;
    const bill = delivered('a', 4, 190);
    expect(latest([price(180), revised('a', 2, 5), bill], 9)).toEqual(broken);
    expect(latest([price(180), dearer, bill], 9)).toEqual(kept);
    expect(latest([price(180), dearer, revised('a', 3, 5), bill], 9)).toEqual(kept);
    expect(latest([price(180, 'higher'), dearer, bill], 9)).toEqual(broken);
    expect(counts(keptRate(recorded([price(180), dearer, bill]), { asOf: on(9) }))).toEqual(broken);
  });
});

it('a bill that comes after the due date: told of the day of delivery it keeps the promise, of its own it breaks it', () => {
  const waiting = recorded([price(180)]);
  const asOf = { asOf: on(8) };
  expect(counts(keptRate(waiting, asOf))).toEqual(overdue);
  const told = (event: LedgerEvent) => counts(keptRate(recordEvent(waiting, event), asOf));
  expect(told(delivered('a', 5, 170))).toEqual(kept);
  expect(told(delivered('a', 8, 170))).toEqual(broken);
  expect(() => recordEvent(waiting, delivered('a', 5))).toThrow('under two ids');
});
