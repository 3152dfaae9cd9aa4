import { describe, expect, it } from 'vitest';
import { worlds } from '../../bench/worlds';
import { liveThrough } from '../../bench/worlds/live-through';

// The battery of bench/validity in small: its figures need many more orders than these.

describe.each(worlds.map((world) => [world.name, world] as const))(
  'in the world of %s',
  (_, world) => {
    const { keepRate, exact } = world;
    const orders = world.orders(1, 2500);
    const { dues, finished, refused, astray } = liveThrough(world, orders);
    const few = Math.ceil(3 / (1 - keepRate) - 1e-9);
    const from = (least: number) =>
      orders.flatMap((_, i) => ((finished[i] as number) < least ? [] : i));

    it('promises every order once there are enough', () => {
      expect(refused).toBe(0);
      expect(from(few).filter((i) => Number.isNaN(dues[i]))).toEqual([]);
    });

    it('revives after every thousandth event and goes on to the last bit', () => {
      expect(astray).toBe(0);
    });

    // So few orders meet two or three surges, or are five batches: whether they are kept is the story of those.
    it.skipIf(/^surges that fill a queue|^500 at once/.test(world.name))(
      'keeps about as many promises as asked',
      () => {
        const scored = from(3 * few).filter((i) => orders[i]?.how === 'finished');
        const kept = scored.filter((i) => (orders[i]?.ended as number) <= (dues[i] as number));
        const rate = kept.length / scored.length;
        expect(rate).toBeGreaterThan(keepRate - 0.04);
        if (exact === undefined) expect(rate).toBeLessThan(keepRate + 0.04);
      },
    );
  },
);
