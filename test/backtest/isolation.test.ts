import { byMonth } from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  type PromisePolicy,
  promisesAsMade,
  quotesFromHistory,
  type StartedOrder,
} from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';

const day = 86_400_000;
const first = Date.UTC(2026, 0, 1);
const orders: readonly BacktestOrder[] = Array.from({ length: 40 }, (_, i) => {
  const started = first + (i * day) / 4;
  const finished = started + (2 + (i % 3)) * day;
  return { id: `o-${i}`, started, finished, group: 'north', features: { items: i }, promise: 4 };
});
const options = { unit: 'days', keepRate: 0.9, by: byMonth('UTC') } as const;
const honest = { yours: promisesAsMade(), rolling: quotesFromHistory({ days: 3 }) };
const alone = backtestPromises(orders, { ...options, policies: honest });

describe('a policy that changes what it is told', () => {
  it.each<[string, (order: StartedOrder) => unknown]>([
    ['the promise', (order) => Object.assign(order, { promise: 9 })],
    ['the group', (order) => Object.assign(order, { group: 'south' })],
    ['a feature', ({ features }) => Object.assign(features ?? {}, { items: 9 })],
    ['a column of its own', (order) => Object.assign(order, { seen: true })],
  ])('fails by name where it sets %s', (_, change) => {
    const meddler: PromisePolicy = () => ({
      quote(order) {
        change(order);
        return 4;
      },
    });
    expect(() => backtestPromises(orders, { ...options, policies: { meddler } })).toThrow(
      expect.objectContaining({ code: 'policy-failed', policy: 'meddler', order: 'o-0' }),
    );
  });

  it('fails by name where it sets how long an order took, or what it is to aim at', () => {
    const forger: PromisePolicy = () => ({
      quote: () => 4,
      end: (_, end) => void Object.assign(end, { took: 0 }),
    });
    const modest: PromisePolicy = (setting) => {
      Object.assign(setting, { keepRate: 0.1 });
      return { quote: () => 4 };
    };
    for (const policy of [forger, modest]) {
      expect(() => backtestPromises(orders, { ...options, policies: { policy } })).toThrow(
        expect.objectContaining({ code: 'policy-failed' }),
      );
    }
  });

  it('does not disturb others where it sets the hour of a date', () => {
    const midnight = (date: Date) => void date.setUTCHours(0, 0, 0, 0);
    const rounder: PromisePolicy = () => ({
      quote({ started }) {
        midnight(started);
        return 4;
      },
      start: ({ started }) => midnight(started),
      end({ started }, { at }) {
        midnight(started);
        at.setTime(first);
      },
    });
    const { policies } = backtestPromises(orders, { ...options, policies: { rounder, ...honest } });
    expect(policies.yours).toEqual(alone.policies.yours);
    expect(policies.rolling).toEqual(alone.policies.rolling);
    expect(policies.rounder).toEqual(policies.yours);
  });

  it('has no date that `by` changed', () => {
    const starts = new Map<string, number>();
    const witness: PromisePolicy = () => ({
      quote: () => 4,
      end: ({ id, started }) => void starts.set(id, started.getTime()),
    });
    backtestPromises(orders, {
      ...options,
      by: ({ at }) => String(at instanceof Date ? at.setUTCHours(0, 0, 0, 0) : at),
      policies: { witness },
    });
    const known = new Map(orders.map(({ id, started }) => [id, started]));
    expect([...starts]).toEqual([...starts].map(([id]) => [id, known.get(id)]));
    expect(starts.size).toBeGreaterThan(20);
  });
});
