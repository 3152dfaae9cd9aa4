import { capabilityFromCensored, durationBetween } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { orderStatistics } from '../../bench/validity/order-statistics';
import { type Seen, simpleForecasts } from '../../bench/validity/worlds-baselines';
import { worlds } from '../../bench/worlds';
import { hourWorlds } from '../../bench/worlds/hours';
import type { Openings } from '../../bench/worlds/openings';
import type { World } from '../../bench/worlds/world';
import { uniforms } from '../../src/numerics/uniforms';

// Small worlds of the battery that bench/validity runs in full.

describe.each(worlds.map((world) => [world.name, world] as const))(
  'the world of %s',
  (_, world) => {
    const orders = world.orders(3, 400);

    it('is the same for the same seed', () => {
      expect(world.orders(3, 400)).toEqual(orders);
    });

    it('tells orders as they start, under names of their own', () => {
      expect(new Set(orders.map(({ id }) => id)).size).toBe(400);
      for (const [i, { started, ended }] of orders.entries()) {
        expect(started).toBeGreaterThanOrEqual(orders[i - 1]?.started ?? 0);
        expect(ended).toBeGreaterThanOrEqual(started);
        expect(Number.isInteger(started) && (Number.isInteger(ended) || ended === Infinity)).toBe(
          true,
        );
      }
    });
  },
);

describe.each(
  hourWorlds.filter(({ calendar }) => calendar).map((world) => [world.name, world] as const),
)('the openings of %s', (_, world: World) => {
  const { openAt, instantAt, openingAt, calendar } = world.openings as Openings;
  const orders = world.orders(5, 200);

  it('count open time as the calendar does', () => {
    for (const { started, ended } of orders) {
      const hours = durationBetween(calendar, new Date(started), new Date(ended), 'open-hours');
      expect((openAt(ended) - openAt(started)) / 3_600_000).toBeCloseTo(hours, 6);
    }
  });

  it('find instants again, in an opening that has begun', () => {
    for (const { started } of orders) {
      expect(instantAt(openAt(started))).toBeCloseTo(started, 3);
      expect(openingAt(started)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the simple methods', () => {
  const next = uniforms(7);
  const orders = Array.from({ length: 400 }, (_, i): Seen => {
    const started = 10 * i;
    const took = Math.ceil(100 * next());
    const ended = started + took;
    const finished = i % 5 > 0;
    return { group: '', started, ended, finished, took, age: (now) => now - started };
  });
  const forecasts = simpleForecasts(orders, { keepRate: 0.9, first: 1, typical: 50 });

  it('rank what is there now', () => {
    const values = Array.from({ length: 50 }, () => Math.floor(20 * next()));
    const known = orderStatistics(values);
    const there = new Set<number>();
    for (let step = 0; step < 500; step++) {
      const place = Math.floor(50 * next());
      if (there.delete(place)) known.remove(place);
      else {
        there.add(place);
        known.add(place);
      }
      const sorted = [...there].map((at) => values[at] as number).sort((a, b) => a - b);
      expect(known.size()).toBe(sorted.length);
      expect(sorted.map((_, rank) => known.ranked(rank + 1))).toEqual(sorted);
    }
  });

  it('see what had finished by then, and no more', () => {
    const now = 3000;
    const past = orders.filter(({ ended, finished }) => finished && ended <= now);
    const sorted = past.map(({ took }) => took).sort((a, b) => a - b);
    const rank = Math.ceil((sorted.length + 1) * 0.9 - 1e-9);
    expect(forecasts.get('all past')?.[300]).toBe(sorted[rank - 1]);
  });

  it('follow the curve of Kaplan and Meier', () => {
    const last = orders.slice(100, 300);
    const curve = capabilityFromCensored(
      last.map(({ took, age }) => Math.min(took, age(3000))),
      { unit: 'ms', finished: last.map(({ finished, ended }) => finished && ended <= 3000) },
    );
    expect(forecasts.get('Kaplan-Meier of 200')?.[300]).toBe(curve.quantile(0.9));
  });
});
