import fc from 'fast-check';
import { byMonth } from 'overdeliver';
import { type BacktestOrder, backtestPromises, quoteNext } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { always, noted, on, orders, policies } from './given';

type Policy = (typeof policies)[string];

const setting = { unit: 'days', keepRate: 0.7 } as const;
const history = policies.history as Policy;

/** What a backtest over all orders quoted the one of an id. */
function inBacktest(all: readonly BacktestOrder[], policy: Policy, id: string) {
  const quotes = new Map<string, number | null>();
  const options = { ...setting, by: byMonth('UTC'), asOf: '2030-01-01T00:00:00Z' };
  const both = { policy: noted(policy, quotes), zero: always(0) };
  backtestPromises(all, { ...options, policies: both });
  return quotes.get(id);
}

it.each(Object.entries(policies))('holds: %s promises what it would in a backtest', (_, policy) => {
  const several = orders(30).filter(({ length }) => length > 1);
  holds(
    fc.property(several, fc.nat(), (all, pick) => {
      const at = 1 + (pick % (all.length - 1));
      const next = all[at] as (typeof all)[number];
      const others = [...all.slice(0, at), ...all.slice(at + 1)];
      const before = others.filter(({ started }) => started <= next.started);
      const quote = quoteNext(others, policy, next, setting);
      expect(quote).toBe(inBacktest([...before, next], policy, next.id));
    }),
  );
});

describe('the next order', () => {
  const past = [
    { id: 'a', started: on(1), finished: on(3) },
    { id: 'b', started: on(2), finished: on(6) },
    { id: 'c', started: on(3), finished: on(4) },
  ];

  it('is promised from what had ended before it started', () => {
    // Of durations of 2, 1 and 4 days the rank of .7 is the third; two say nothing at .7.
    expect(quoteNext(past, history, { id: 'd', started: on(7) }, setting)).toBe(4);
    expect(quoteNext(past, history, { id: 'd', started: on(6) }, setting)).toBeNull();
  });

  it('is promised from rows that come one by one', () => {
    const next = { id: 'd', started: on(7) };
    expect(quoteNext(past.values(), history, next, setting)).toBe(4);
  });

  it.each<[string, () => unknown, string, string]>([
    [
      'a date of a spreadsheet',
      () => quoteNext(past, history, { id: 'd', started: 46_000 }, setting),
      'wrong-type',
      'order.started',
    ],
    [
      'no id',
      () => quoteNext(past, history, { started: on(7) } as never, setting),
      'missing',
      'order.id',
    ],
    [
      'no date',
      () => quoteNext(past, history, { id: 'd' } as never, setting),
      'missing',
      'order.started',
    ],
    ['no order', () => quoteNext(past, history, undefined as never, setting), 'missing', 'order'],
    [
      'the id of one under way',
      () =>
        quoteNext(
          [...past, { id: 'd', started: on(5) }],
          history,
          { id: 'd', started: on(7) },
          setting,
        ),
      'duplicate-id',
      'orders',
    ],
    [
      'no orders',
      () => quoteNext([], history, { id: 'd', started: on(7) }, setting),
      'not-enough-data',
      'orders',
    ],
    [
      'a bad row',
      () => quoteNext([{ id: 'a' }] as never, history, { id: 'd', started: on(7) }, setting),
      'missing',
      'orders[0].started',
    ],
    [
      'no policy',
      () => quoteNext(past, 'live' as never, { id: 'd', started: on(7) }, setting),
      'wrong-type',
      'policy',
    ],
    [
      'a misspelt option',
      () =>
        quoteNext(past, history, { id: 'd', started: on(7) }, {
          ...setting,
          keeprate: 0.9,
        } as never),
      'unknown-name',
      'options.keeprate',
    ],
  ])('is refused with %s', (_, call, code, path) => {
    expect(refusal(call)).toMatchObject({ function: 'quoteNext', code, path });
  });
});
