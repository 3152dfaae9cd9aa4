import {
  type BacktestOrder,
  backtestPromises,
  type PromiseScore,
  promisesAsMade,
} from 'overdeliver/backtest';
import { backtestSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import type { Answer } from './engine';
import { engines } from './engines';
import { rows } from './hostile';

const hour = 3_600_000;
const first = Date.UTC(2026, 2, 1);
const random = uniforms(6);
const whole = (n: number) => Math.floor(random() * n);

/** Orders, many of which end at the last moment, or as of the very date. */
const orders = Array.from({ length: rows }, (_, i) => {
  const started = first + whole(1000) * hour;
  const how = whole(20);
  const end = started + whole(200) * hour + (random() < 0.2 ? whole(hour) : 0);
  const promise = [whole(6), whole(60) / 10, random() * 7, null][whole(4)] ?? null;
  return {
    id: `o${i}`,
    group: `g${whole(200)}`,
    started,
    finished: how < 14 ? end : null,
    cancelled: how === 14 ? end : null,
    lost: how === 15 ? end : null,
    promise,
    due: promise === null ? null : started + Math.round(promise * 24) * hour,
  };
});
const table = {
  g: orders.map(({ group }) => group),
  started: orders.map(({ started }) => started),
  finished: orders.map(({ finished }) => finished),
  cancelled: orders.map(({ cancelled }) => cancelled),
  lost: orders.map(({ lost }) => lost),
  promise: orders.map(({ promise }) => promise),
  due: orders.map(({ due }) => due),
};
const ends = {
  started: 'started',
  finished: 'finished',
  cancelled: 'cancelled',
  lost: 'lost',
} as const;
const asOf = first + 900 * hour;

/** What TypeScript says of promises as durations or as dates, by group. */
function ownScores(as: 'promise' | 'due'): readonly PromiseScore[] {
  const past = orders.map(
    ({ promise, due, ...order }): BacktestOrder => ({
      ...order,
      ...(as === 'promise' ? { promise } : { due }),
    }),
  );
  const report = backtestPromises(past, {
    unit: 'days',
    keepRate: 0.9,
    asOf,
    from: first + 100 * hour,
    by: () => '',
    confidence: 0.9,
    policies: { made: promisesAsMade() },
  });
  const { made } = report.policies;
  return [made, ...[...made.groups].sort((a, b) => (String(a.group) < String(b.group) ? -1 : 1))];
}

const own = { promise: ownScores('promise'), due: ownScores('due') };

const counts = {
  n: ({ kept }: PromiseScore) => kept.n,
  share: ({ kept }: PromiseScore) => kept.share,
  low: ({ kept }: PromiseScore) => kept.low,
  high: ({ kept }: PromiseScore) => kept.high,
  overdue: ({ overdue }: PromiseScore) => overdue,
  pending: ({ pending }: PromiseScore) => pending,
  cancelled: ({ cancelled }: PromiseScore) => cancelled,
  without_quote: ({ withoutQuote }: PromiseScore) => withoutQuote,
};
const means = {
  quote: ({ quote }: PromiseScore) => quote.mean,
  pinball: ({ pinball }: PromiseScore) => pinball,
  lateness: ({ lateness }: PromiseScore) => lateness,
};

function expectSame(answer: Answer, scores: readonly PromiseScore[]): void {
  for (const [name, of] of Object.entries(counts)) {
    expect([name, answer[name]]).toEqual([name, scores.map(of)]);
  }
  for (const [name, of] of Object.entries(means)) {
    scores.forEach((score, i) => {
      const [given, mean] = [answer[name]?.[i], of(score)];
      if (mean === null) expect([name, given]).toEqual([name, null]);
      else expect(Math.abs(Number(given) - mean)).toBeLessThanOrEqual(1e-12 * mean);
    });
  }
}

describe.each(engines)('a backtest of promises as made on $dialect', (engine) => {
  it.each(['promise', 'due'] as const)('is that of TypeScript where they are a %s', async (as) => {
    await engine.load('orders', table);
    const options = {
      dialect: engine.dialect,
      from: 'orders',
      columns: as === 'promise' ? { ...ends, promise: as } : { ...ends, due: as },
      unit: 'days',
      keepRate: 0.9,
      asOf,
      startedFrom: first + 100 * hour,
      confidence: 0.9,
    } as const;
    const [all, ...groups] = own[as];
    expectSame(await engine.ask(backtestSql(options).text), all ? [all] : []);
    const { text } = backtestSql({ ...options, by: 'g' });
    const answer = await engine.ask(`SELECT * FROM (${text}) AS scored ORDER BY g`);
    expectSame(answer, groups);
    const started = orders.filter(
      (order) => order.started >= options.startedFrom && order.started <= asOf,
    );
    const sum = answer.orders?.reduce((total: number, n) => total + Number(n), 0);
    expect(sum).toBe(started.length);
  });

  it('takes orders of which none is called off', async () => {
    await engine.load('orders', { s: [0, 0, 0], e: [2 * hour, null, null], p: [3, 3, 20] });
    const { text } = backtestSql({
      dialect: engine.dialect,
      from: 'orders',
      columns: { started: 's', finished: 'e', promise: 'p' },
      unit: 'hours',
      keepRate: 0.5,
      asOf: 10 * hour,
    });
    const counted = { orders: [3], n: [2], share: [0.5], overdue: [1], pending: [1] };
    expect(await engine.ask(text)).toMatchObject({ ...counted, cancelled: [0], status: ['ok'] });
  });

  it('says which row cannot be', async () => {
    const bad = [{ s: null }, { s: 9e15 }, { e: 0 }, { c: 5 }, { p: -1 }, { p: 1e60 }];
    const all = bad.map((row, i) => ({ g: `g${i}`, s: 1, e: 4, c: null, p: 3, ...row }));
    await engine.load('orders', {
      g: all.map(({ g }) => g),
      s: all.map(({ s }) => s),
      e: all.map(({ e }) => e),
      c: all.map(({ c }) => c),
      p: all.map(({ p }) => p),
    });
    const where = { dialect: engine.dialect, from: 'orders', by: 'g' } as const;
    const how = { unit: 'hours', keepRate: 0.5, asOf: 100 } as const;
    const told = async (columns: Parameters<typeof backtestSql>[0]['columns']) => {
      const { text } = backtestSql({ ...where, ...how, columns });
      const { status = [], input = [] } = await engine.ask(
        `SELECT * FROM (${text}) AS scored ORDER BY g`,
      );
      return status.map((code, i) => [code, input[i]]);
    };
    const names = { started: 's', finished: 'e', cancelled: 'c' } as const;
    expect(await told({ ...names, promise: 'p' })).toEqual([
      ['missing', 's'],
      ['out-of-range', 's'],
      ['date-order', 'e'],
      ['ambiguous', null],
      ['out-of-range', 'p'],
      ['out-of-range', 'p'],
    ]);
    expect((await told({ ...names, due: 'p' }))[4]).toEqual(['date-order', 'p']);
  });

  it('says which row is in seconds', async () => {
    const started = Date.UTC(2026, 2, 1) / 1000;
    await engine.load('orders', { s: [started], e: [started + 86_400], p: [3] });
    const { text } = backtestSql({
      dialect: engine.dialect,
      from: 'orders',
      columns: { started: 's', finished: 'e', promise: 'p' },
      unit: 'days',
      keepRate: 0.5,
      asOf: '2026-04-01T00:00:00Z',
    });
    const { status, input } = await engine.ask(text);
    expect([status, input]).toEqual([['out-of-range'], ['s']]);
  });
});
