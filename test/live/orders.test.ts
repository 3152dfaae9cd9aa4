import { describe, expect, it } from 'vitest';
import { newEffect } from '../../src/live/effects';
import { deleteId, getId, noIds, setId } from '../../src/live/ids';
import * as order from '../../src/live/orders';
import { uniforms } from '../../src/numerics/uniforms';

const groupOf = (name: string) => ({ name, effect: newEffect(0), underWay: 0, at: 0 });

/** Adds an order whose numbers all tell its name. */
function add(orders: order.Orders, name: number) {
  orders.draft.forEach((_, i) => {
    orders.draft[i] = 100 * name + i;
  });
  return order.addOrder(orders, `order ${name}`, groupOf(`group ${name}`), [name]);
}

describe('orders side by side', () => {
  it('are found by their ids, whatever comes and goes', () => {
    const orders = order.noOrders();
    const there = new Set<number>();
    const next = uniforms(1);
    // More than two parts of 512, then few again.
    for (let i = 0; i < 4000; i++) {
      const grows = i < 1800 || (i > 3000 && i < 3300);
      if (next() < (grows ? 0.9 : 0.15) || there.size === 0) {
        add(orders, i);
        there.add(i);
      } else {
        const { id, features } = order.orderAt(orders, Math.floor(next() * there.size));
        order.removeOrder(orders, order.rowOf(orders, id) as number);
        there.delete(features?.[0] as number);
        if (order.rowOf(orders, id) !== undefined) throw new Error(`${id} is still there`);
      }
      if (i % 650 !== 649) continue;
      expect(orders.size).toBe(there.size);
      const known = [...there].map((name) => {
        const row = order.rowOf(orders, `order ${name}`) as number;
        const one = order.orderAt(orders, row);
        const from = order.offsetAt(row);
        const numbers = order.numbersAt(orders, row).slice(from, from + 21);
        const [group, features] = [order.groupAt(orders, row), order.featuresAt(orders, row)];
        const isWhole = numbers.every((x, i) => x === 100 * name + i && x === one.numbers[i]);
        const isSame = group === one.group && features === one.features;
        return isWhole && isSame ? [one.id, group.name, features?.[0], one.numbers.length] : row;
      });
      expect(known).toEqual([...there].map((name) => [`order ${name}`, `group ${name}`, name, 21]));
      const rows = [...there].map((name) => order.rowOf(orders, `order ${name}`));
      expect(new Set(rows).size).toBe(there.size);
      expect(Math.max(...(rows as number[]))).toBe(there.size - 1);
    }
  });

  it('take room for those that are there and for one part more', () => {
    const orders = order.noOrders();
    const parts = (size: number) => {
      while (orders.size < size) add(orders, orders.size);
      while (orders.size > size) order.removeOrder(orders, 0);
      return orders.parts.length;
    };
    expect([0, 1, 512, 513, 1024, 1025].map(parts)).toEqual([0, 1, 1, 2, 2, 3]);
    // An empty one stays until the next is empty, too.
    expect([1024, 513, 512, 511, 1, 0, 1].map(parts)).toEqual([3, 3, 2, 2, 2, 1, 1]);
    expect(orders.parts.map(({ ids }) => ids.length)).toEqual([1]);
  });

  it('keep what leaves from being kept', () => {
    const orders = order.noOrders();
    for (let i = 0; i < 3; i++) add(orders, i);
    order.removeOrder(orders, 0);
    const [part] = orders.parts;
    expect(part?.ids).toEqual(['order 2', 'order 1']);
    expect(part?.groups.map(({ name }) => name)).toEqual(['group 2', 'group 1']);
    expect(part?.features).toEqual([[2], [1]]);
  });
});

describe('a map in parts', () => {
  it('is a map', () => {
    const ids = noIds<number>();
    expect(getId(ids, 'x')).toBeUndefined();
    deleteId(ids, 'x');
    for (let i = 0; i < 3000; i++) setId(ids, `${i}`, i);
    for (let i = 0; i < 3000; i += 2) deleteId(ids, `${i}`);
    setId(ids, '1', -1);
    expect([getId(ids, '1'), getId(ids, '2'), getId(ids, '2999')]).toEqual([-1, undefined, 2999]);
  });

  it.each([
    ['numbered', (i: number) => `order ${i}`],
    ['of one letter', (i: number) => String.fromCharCode(0x4e00 + i)],
    ['of other lengths', (i: number) => 'x'.repeat(i)],
  ])('spreads ids that are %s over its parts', (_, name) => {
    const ids = noIds<number>();
    for (let i = 0; i < 1000; i++) setId(ids, name(i), i);
    expect(ids).toHaveLength(1024);
    const sizes = ids.map((part) => part?.size ?? 0);
    // Of a thousand at random the fullest part holds 6 or so: a Poisson number of mean 1.
    expect(Math.max(...sizes)).toBeLessThan(12);
  });
});
