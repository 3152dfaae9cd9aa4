import { describe, expect, it } from 'vitest';
import { at, kitchen } from './stream';

describe('orders that start at once', () => {
  // Those with many items take twice as long.
  const tookOf = (i: number) => (20 + 30 * (((i * 7) % 1000) / 1000)) * (i % 2 === 0 ? 2 : 1);
  const orders = Array.from({ length: 1000 }, (_, i) => ({ id: String(i), took: tookOf(i) }));
  const inOrder = [...orders].sort((a, b) => a.took - b.took);
  const promiser = kitchen();
  for (const { id } of orders) {
    promiser.start({ id, at: at(0), features: { items: Number(id) % 2 === 0 ? 8 : 2 } });
  }

  it('teach nothing but how long orders take until half of them have finished', () => {
    for (const { id, took } of inOrder.slice(0, 490)) promiser.finish({ id, at: at(took) });
    const { factors } = promiser.quote({ at: at(50), features: { items: 8 } });
    expect(factors).toMatchObject({ time: 1, surge: 1, features: 1 });
  });

  it('teach what else matters from then on', () => {
    for (const { id, took } of inOrder.slice(490)) promiser.finish({ id, at: at(took) });
    for (const { id } of orders) {
      promiser.start({ id, at: at(200), features: { items: Number(id) % 2 === 0 ? 8 : 2 } });
    }
    for (const { id, took } of inOrder) promiser.finish({ id, at: at(200 + took) });
    const [many, few] = [8, 2].map((items) => promiser.quote({ at: at(301), features: { items } }));
    expect(many?.promise).toBeGreaterThan(1.2 * (few?.promise as number));
  });
});
