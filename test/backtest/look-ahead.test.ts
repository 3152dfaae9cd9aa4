import fc from 'fast-check';
import { byMonth } from 'overdeliver';
import { backtestPromises } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { noted, on, orders, policies } from './given';

type Orders = Parameters<typeof backtestPromises>[0];

const asOf = new Date('2030-01-01T00:00:00Z');

/** What a policy quotes, by the id of the order. */
function quotesOf(all: Orders, name: string) {
  const quotes = new Map<string, number | null>();
  const policy = noted(policies[name] as (typeof policies)[string], quotes);
  const options = { unit: 'days', keepRate: 0.7, by: byMonth('UTC'), asOf } as const;
  try {
    backtestPromises(all, { ...options, policies: { policy } });
  } catch (error) {
    if ((error as { code?: string }).code !== 'not-enough-data') throw error;
  }
  return quotes;
}

/** A year of orders, one every 8 hours. */
const year = Array.from({ length: 900 }, (_, i) => {
  const day = 1 + i / 3;
  const km = 1 + (i % 4);
  const took = km + ((7 * i) % 5) / 4;
  const group = i % 3 === 0 ? 'north' : 'south';
  const row = { id: `o-${i}`, started: on(day), group, features: { km }, estimate: km, promise: 4 };
  return { ...row, finished: on(day + took) };
});

describe.each(Object.keys(policies))('%s', (name) => {
  it('quotes the same whatever becomes of an order, until it has ended', () => {
    // The order of day 101 would give away that all get slow from then on.
    const plant = 300;
    const told = quotesOf(year, name);
    const planted = year.map((order, i) =>
      i === plant
        ? { ...order, finished: on(201) }
        : i < plant
          ? order
          : { ...order, finished: on(290 + i) },
    );
    const quotes = quotesOf(planted, name);
    expect(told.size).toBe(900);
    for (const { id } of year.slice(0, plant + 1)) expect(quotes.get(id), id).toBe(told.get(id));
    // Were nothing quoted, or nothing learnt, this would say nothing.
    if (name === 'asMade') return;
    const later = year.slice(plant + 1).map(({ id }) => id);
    expect(later.some((id) => quotes.get(id) !== told.get(id))).toBe(true);
    expect([...told.values()].filter((quote) => quote !== null).length).toBeGreaterThan(500);
  });

  it('holds: what ends at an instant or later moves no quote up to it', () => {
    holds(
      fc.property(orders(40), fc.nat(), fc.integer({ min: 0, max: 90 }), (all, pick, later) => {
        const now = (all[pick % all.length] as (typeof all)[number]).started;
        const changed = all.map((order) => {
          const end = order.finished ?? order.cancelled ?? order.lost;
          if (end instanceof Date && end < now) return order;
          const { finished, cancelled, lost, ...rest } = order;
          const from = Math.max(+order.started, +now);
          return { ...rest, finished: new Date(from + later * 3_600_000) };
        });
        const [one, other] = [quotesOf(all, name), quotesOf(changed, name)];
        for (const { id, started } of all) {
          if (started <= now) expect(other.get(id)).toBe(one.get(id));
        }
      }),
      60,
    );
  });
});

describe('ends and starts at one instant', () => {
  it('an end is told after the orders that start then', () => {
    const seen: string[] = [];
    const policy = () => ({
      quote: ({ id }: { id: string }) => {
        seen.push(`quote ${id}`);
        return 1;
      },
      start: ({ id }: { id: string }, quote: number | null) =>
        void seen.push(`start ${id} ${quote}`),
      end: ({ id }: { id: string }, { how, took, at }: { how: string; took: number; at: Date }) =>
        void seen.push(`${how} ${id} ${took} ${at.toISOString().slice(0, 10)}`),
    });
    const all = [
      { id: 'at once', started: on(1), finished: on(1) },
      { id: 'a', started: on(1), finished: on(3) },
      { id: 'b', started: on(2), lost: on(3) },
      { id: 'c', started: on(3), cancelled: on(3) },
      { id: 'd', started: on(4) },
    ];
    backtestPromises(all, {
      unit: 'days',
      keepRate: 0.9,
      by: byMonth('UTC'),
      policies: { policy },
    });
    expect(seen).toEqual([
      'quote at once',
      'start at once 1',
      'quote a',
      'start a 1',
      'finished at once 0 2026-01-01',
      'quote b',
      'start b 1',
      'quote c',
      'start c 1',
      'finished a 2 2026-01-03',
      'lost b 1 2026-01-03',
      'cancelled c 0 2026-01-03',
      'quote d',
      'start d 1',
    ]);
  });
});
