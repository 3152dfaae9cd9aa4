import { type PromiseRows, promisesSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import type { Engine } from './engine';
import { engines } from './engines';
import {
  groupsNearlyTied,
  groupsOf,
  groupsOfOrders,
  promised,
  promisedExactly,
  type Told,
  tableOf,
} from './promise-groups';

const curve = { value: 'x', finished: 'f', weight: 'w' } as const;
const ranks = { value: 'x' } as const;
const asked = [
  { keepRate: 0.55, columns: ranks, isCurve: false },
  { keepRate: 0.9, columns: ranks, isCurve: false },
  { keepRate: 0.8, columns: curve, isCurve: true },
];
const tables = [
  groupsOfOrders(groupsOf(20_000), 6, 1),
  groupsOfOrders(groupsOf(1_000), 100, 2),
  groupsNearlyTied(groupsOf(8_000), 3),
].map((groups) => ({
  groups,
  // What TypeScript says, in the order of what is asked.
  told: asked.map(({ keepRate, isCurve }) =>
    groups.map((group) => promised(group, keepRate, isCurve)),
  ),
}));

describe('promises of TypeScript', () => {
  it.each(tables)('are those of exact fractions', ({ groups, told }) => {
    asked.forEach(({ keepRate, isCurve }, i) => {
      const off = groups.filter((group, g) => {
        const { status, promise } = (told[i] as Told[])[g] as Told;
        if (status === 'missing' || status === 'out-of-range') return false;
        return promisedExactly(group, keepRate, isCurve) !== promise;
      });
      expect(off).toEqual([]);
    });
  });
});

describe.each(engines)('promises on $dialect', (engine) => {
  it.each(tables)('are those of TypeScript, none of groups off', async ({ groups, told }) => {
    await engine.load('orders', tableOf(groups));
    for (const [i, { keepRate, columns }] of asked.entries()) {
      const answers = await promisesOf(engine, keepRate, columns);
      const off = groups.filter((group, g) =>
        isOff((told[i] as Told[])[g] as Told, answers.get(group.name)),
      );
      expect({ groups: answers.size, off }).toEqual({ groups: groups.length, off: [] });
    }
  });

  it('tell groups apart by two columns, or are of all rows', async () => {
    const region = ['north', 'north', 'south', 'south', 'south', 'north'];
    const carrier = ['a', 'b', 'a', 'a', null, 'b'];
    await engine.load('orders', { region, carrier, took: [4, 2, 7, 5, 3, 9] });
    const rows = { dialect: engine.dialect, from: 'orders', columns: { value: 'took' } } as const;
    const { text, offenders } = promisesSql({ ...rows, by: ['region', 'carrier'], keepRate: 0.6 });
    const groups = await engine.ask(`SELECT * FROM (${text}) AS made ORDER BY region, promise`);
    expect([...(groups.promise ?? [])].sort()).toEqual([7, 9, null, null]);
    expect(await engine.ask(offenders)).toEqual({
      status: ['not-enough-data'],
      input: [null],
      n: [2],
    });
    const all = promisesSql({ ...rows, keepRate: 0.6 });
    expect(await engine.ask(all.text)).toEqual({
      promise: [7],
      rank: [5],
      n: [6],
      status: ['ok'],
      input: [null],
    });
  });

  it('are of a curve where some are under way, or count for more', async () => {
    await engine.load('orders', {
      x: [1, 2, 3, 4, 5, 6],
      f: [1, 1, 0, 1, 1, 1],
      w: [1, 2, 1, 1, 1, 3],
    });
    const told = async (columns: PromiseRows['columns'], keepRate: number) => {
      const where = { dialect: engine.dialect, from: 'orders', columns, keepRate } as const;
      const { promise, rank, n } = await engine.ask(promisesSql(where).text);
      return [promise?.[0], rank?.[0], n?.[0]];
    };
    // Kaplan and Meier by hand: 5/6, 4/6, then of three that are left 2/3 and 1/2 of that.
    expect(await told({ value: 'x', finished: 'f' }, 0.55)).toEqual([4, null, 5]);
    expect(await told({ value: 'x', finished: 'f' }, 0.56)).toEqual([5, null, 5]);
    // 5 of 9 are 55.6%; the effective size is 9^2 / 17.
    expect(await told({ value: 'x', weight: 'w' }, 0.55)).toEqual([4, null, 81 / 17]);
    expect(await told({ value: 'x', weight: 'w' }, 0.56)).toEqual([5, null, 81 / 17]);
    expect(await told({ value: 'x' }, 0.56)).toEqual([4, 4, 6]);
  });

  it('keep the digits of small weights', async () => {
    const told = async (rows: readonly (readonly [number, number, number])[], keepRate: number) => {
      const column = (i: 0 | 1 | 2) => rows.map((row) => row[i]);
      await engine.load('orders', { x: column(0), f: column(1), w: column(2) });
      const where = { dialect: engine.dialect, from: 'orders', columns: curve, keepRate } as const;
      return (await engine.ask(promisesSql(where).text)).promise;
    };
    // Where the first one goes on, each of the others is a third of what is left.
    const least = [2, 3, 4].map((x) => [x, 1, 1e-17] as const);
    const large = [1, 0, 1] as const;
    expect(await told([large, ...least], 0.3)).toEqual([2]);
    expect(await told([large, ...least], 0.6)).toEqual([3]);
    expect(await told([large, ...least], 0.9)).toEqual([4]);
    // All under way now leave before the first of 4 to 13, which ended two years ago and have half-lives of 15 days.
    const now = Array.from({ length: 12 }, (_, i) => 0.5 + i / 4);
    const past = Array.from({ length: 10 }, (_, i) => 4 + i);
    const orders = [
      ...now.map((x) => [x, 0, 2 ** (-x / 15)] as const),
      ...past.map((x, i) => [x, 1, 2 ** (-(760 + i) / 15)] as const),
    ];
    // The first weighs 12.2% of them.
    expect(await told(orders, 0.12)).toEqual([4]);
    expect(await told(orders, 0.2)).toEqual([5]);
    expect(await told(orders, 0.5)).toEqual([8]);
    expect(await told(orders, 0.9)).toEqual([12]);
  });

  it('take times that are equal up to rounding for equal', async () => {
    await engine.load('orders', {
      g: [1, 1, 1, 1, 1, 2, 2],
      x: [0.3, 0.1 + 0.2, 1, 2, 3, 0.7, 0.1 + 0.6],
      f: [0, 1, 1, 1, 1, 0, 1],
    });
    const columns = { value: 'x', finished: 'f' };
    const told = async (keepRate: number) => {
      const where = { dialect: engine.dialect, from: 'orders', by: 'g', columns } as const;
      const { text } = promisesSql({ ...where, keepRate });
      const { promise, status } = await engine.ask(`SELECT * FROM (${text}) AS made ORDER BY g`);
      return { promise, status };
    };
    // One of five ends at .3, then one of three at 1; of two one ends at .7, and it comes first.
    expect(await told(0.2)).toEqual({ promise: [0.3, 0.7], status: ['ok', 'ok'] });
    expect(await told(0.25)).toEqual({ promise: [1, 0.7], status: ['ok', 'ok'] });
    expect(await told(0.55)).toEqual({ promise: [2, null], status: ['ok', 'not-identified'] });
  });

  it('of no rows say that those are not enough', async () => {
    await engine.load('orders', { x: [1, 2] });
    const from = { text: 'SELECT x FROM orders WHERE x < 0' };
    const rows = { dialect: engine.dialect, from, keepRate: 0.5 } as const;
    const { text } = promisesSql({ ...rows, columns: { value: 'x' } });
    expect(await engine.ask(text)).toMatchObject({
      promise: [null],
      n: [null],
      status: ['not-enough-data'],
    });
  });

  it('say which column holds what cannot be', async () => {
    await engine.load('orders', {
      g: ['a', 'a', 'b', 'b', 'c', 'c'],
      x: [1, 2, 3, 4, 5, 6],
      f: [1, 2, 1, null, 1, 1],
      w: [1, 1, 1, 1, 1, -1],
    });
    const { text } = promisesSql({
      dialect: engine.dialect,
      from: 'orders',
      by: 'g',
      columns: curve,
      keepRate: 0.5,
    });
    const { status, input } = await engine.ask(`SELECT * FROM (${text}) AS made ORDER BY g`);
    expect(status).toEqual(['wrong-type', 'missing', 'out-of-range']);
    expect(input).toEqual(['f', 'f', 'w']);
  });
});

/** What is told of groups, by their names. */
async function promisesOf(engine: Engine, keepRate: number, columns: typeof ranks | typeof curve) {
  const { dialect } = engine;
  const { text } = promisesSql({ dialect, from: 'orders', by: 'g', columns, keepRate });
  const { g = [], promise = [], n = [], status = [] } = await engine.ask(text);
  return new Map(g.map((name, i) => [name, { promise: promise[i], n: n[i], status: status[i] }]));
}

function isOff(
  { status, promise, n }: Told,
  answer: { readonly [Name in keyof Told]: unknown } | undefined,
): boolean {
  if (answer?.status !== status || answer.promise !== promise) return true;
  return n === null ? answer.n !== null : Math.abs(Number(answer.n) - n) > 1e-12 * n;
}
