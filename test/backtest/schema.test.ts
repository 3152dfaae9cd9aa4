import { backtestOrderSchema } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const started = '2026-01-01T09:00:00+01:00';
const nothing = {
  group: null,
  estimate: null,
  features: null,
  promise: null,
  due: null,
  from: null,
};
const open = { finished: null, cancelled: null, lost: null };

describe('the schema of an order', () => {
  it('takes JSON, and gives dates and null for what is not there', () => {
    const row = { id: 'a', started, lost: '2026-01-02T09:00:00Z', due: started, shop: 'north' };
    expect(backtestOrderSchema.parse(row)).toEqual({
      ...nothing,
      ...open,
      id: 'a',
      started: new Date(started),
      lost: new Date('2026-01-02T09:00:00Z'),
      due: new Date(started),
    });
    const all = { group: 'n', estimate: 2, features: { km: 1 }, promise: 4 };
    expect(backtestOrderSchema.parse({ id: 'b', started, ...all })).toEqual({
      ...nothing,
      ...open,
      id: 'b',
      started: new Date(started),
      ...all,
    });
  });

  it('leaves out a feature that is not known', () => {
    const features = { km: 1, kg: null, litres: undefined };
    expect(backtestOrderSchema.parse({ id: 'b', started, features }).features).toEqual({ km: 1 });
  });

  it('refuses what a backtest does', () => {
    for (const row of [null, {}, { id: 'a', started, promise: -1 }]) {
      expect(backtestOrderSchema.safeParse(row).success).toBe(false);
    }
  });

  it('describes itself', () => {
    const { properties, required } = z.toJSONSchema(backtestOrderSchema, { io: 'input' });
    expect(required).toEqual(['id', 'started']);
    expect(Object.keys(properties ?? {})).toEqual([
      'id',
      'started',
      'finished',
      'cancelled',
      'lost',
      'group',
      'estimate',
      'features',
      'promise',
      'due',
      'from',
    ]);
  });
});
