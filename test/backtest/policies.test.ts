import fc from 'fast-check';
import { adjustParameters, byMonth, livePromiser } from 'overdeliver';
import {
  backtestDefaults,
  backtestPromises,
  backtestSteps,
  type PromisePolicy,
  promiseFrontier,
  promisesAsMade,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
  type StartedOrder,
} from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { always, noted, on, orders, policies } from './given';

const started: StartedOrder = {
  id: '',
  started: on(1),
  group: null,
  estimate: null,
  features: null,
  promise: null,
};
const options = { unit: 'days', keepRate: 0.7, by: byMonth('UTC') } as const;
const asOf = new Date('2030-01-01T00:00:00Z');

/** What a policy quotes the orders, in their order; null for a report that cannot be. */
function quotesOf(
  all: Parameters<typeof backtestPromises>[0],
  policy: PromisePolicy,
  keepRate = 0.7,
) {
  const quotes = new Map<string, number | null>();
  const rest = { ...options, asOf, keepRate };
  backtestPromises(all, { ...rest, policies: { noted: noted(policy, quotes), all: always(0) } });
  return quotes;
}

describe('quotesFromHistory', () => {
  it('holds: it quotes what sorting all that finished within the days would', () => {
    const days = fc.constantFrom(undefined, 2, 9);
    holds(
      fc.property(
        orders(60),
        days,
        fc.constantFrom(0.5, 0.7, 0.9),
        fc.boolean(),
        (all, span, p, groups) => {
          const quotes = quotesOf(all, quotesFromHistory({ days: span, groups }), p);
          for (const { id, started, group } of all) {
            const past = all.filter(({ finished: end }) => {
              const age = end instanceof Date ? (+started - +end) / 86_400_000 : -1;
              return age > 0 && (span === undefined || age < span);
            });
            const rank = (n: number) => Math.ceil((n + 1) * p - 1e-9);
            const own = groups && group ? past.filter((one) => one.group === group) : [];
            const from = rank(own.length) <= own.length ? own : past;
            const sorted = from
              .map((one) => (+(one.finished as Date) - +one.started) / 86_400_000)
              .sort((a, b) => a - b);
            const expected =
              rank(sorted.length) <= sorted.length ? sorted[rank(sorted.length) - 1] : null;
            expect(quotes.get(id)).toBe(expected);
          }
        },
      ),
    );
  });

  it('remembers, and forgets, thousands', () => {
    const { quote, end } = quotesFromHistory({ days: 10 })({ unit: 'days', keepRate: 0.9 });
    for (let i = 0; i < 9000; i++) {
      const at = on(1 + i / 300);
      quote({ ...started, started: at });
      end?.(started, { at, how: 'finished', took: (i * 7919) % 9000 });
    }
    // Of the last 3,000, whose places 7919 spreads over all.
    const last = Array.from({ length: 9000 }, (_, i) => (i * 7919) % 9000).slice(6000);
    const sorted = last.sort((a, b) => a - b);
    expect(quote({ ...started, started: on(1 + 8999.5 / 300) })).toBe(sorted[2700]);
  });
});

describe('quotesFromPromiser', () => {
  it('quotes what a live promiser does that is told the same', () => {
    const all = Array.from({ length: 300 }, (_, i) => {
      const begun = on(1 + i / 4);
      const end = on(1 + i / 4 + 1 + ((i * 7) % 11) / 8);
      const ends =
        i % 17 === 0 ? { cancelled: end } : i % 29 === 0 ? { lost: end } : { finished: end };
      const group = i % 2 === 0 ? 'north' : 'south';
      return { id: `o-${i}`, started: begun, ...ends, group, features: { km: i % 5 } };
    });
    const quotes = quotesOf(all, quotesFromPromiser({ typical: 2 }));
    const promiser = livePromiser({ unit: 'days', keepRate: 0.7, typical: 2 });
    const ends = all
      .map((order) => ({ ...order, at: (order.finished ?? order.cancelled ?? order.lost) as Date }))
      .sort((a, b) => +a.at - +b.at);
    for (const { id, started: at, group, features } of all) {
      while (ends[0] && ends[0].at < at) {
        const { id: ended, at: then, finished, cancelled } = ends.shift() as (typeof ends)[number];
        promiser[finished ? 'finish' : cancelled ? 'cancel' : 'lose']({ id: ended, at: then });
      }
      expect(quotes.get(id), id).toBe(promiser.start({ id, at, group, features }).promise);
    }
  });

  it('without a typical duration promises nothing until three orders have finished, then as if it had known their median', () => {
    const second = 1000;
    const all = [
      { id: 'a', started: on(1), cancelled: on(2) },
      { id: 'at once', started: on(1), finished: on(1) },
      { id: 'a slip', started: on(1), finished: new Date(+on(1) + second) },
      { id: 'b', started: on(2), finished: on(5) },
      { id: 'c', started: on(3), finished: on(9) },
      { id: 'd', started: on(8), finished: on(11) },
      { id: 'e', started: on(10), finished: on(11) },
      { id: 'f', started: on(11), finished: on(12) },
    ];
    const unguessed = quotesOf(all, quotesFromPromiser());
    const guessed = quotesOf(all, quotesFromPromiser({ typical: 3 }));
    expect([...unguessed.values()].slice(0, 6)).toEqual(new Array(6).fill(null));
    for (const id of ['e', 'f']) expect(unguessed.get(id)).toBe(guessed.get(id));
    expect(guessed.get('a')).toBeGreaterThan(3);
  });

  it('with a calendar is judged by the date it falls due', () => {
    const open = ['09:00-17:00'];
    const calendar = {
      zone: 'Europe/Berlin',
      open: { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open },
    };
    const policy = quotesFromPromiser({ typical: 4, calendar })({ unit: 'hours', keepRate: 0.8 });
    const friday = new Date('2026-03-06T15:00:00+01:00');
    const quote = policy.quote({ ...started, id: 'a', started: friday }) as number;
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.8, typical: 4, calendar });
    const { promise, due } = promiser.quote({ at: friday });
    expect(promise).toBeGreaterThan(2);
    expect(+(due as Date) - +friday).toBeCloseTo(quote * 3_600_000, 3);
    // Two hours of Friday, and the rest from Monday at 9:00 on, 66 hours later.
    expect(quote).toBeCloseTo(66 + (promise as number) - 2, 6);
  });

  it('asks for the keep rate of the run where its own is another, and tells what it is told to', () => {
    const all = Array.from({ length: 80 }, (_, i) => {
      return { id: `o-${i}`, started: on(i), finished: on(i + 1 + ((i * 7) % 10)), estimate: 5 };
    });
    const own = quotesOf(all, quotesFromPromiser({ typical: 5, keepRate: 0.9 }), 0.5);
    const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 5 });
    expect(own.get('o-0')).toBe(promiser.quote({ at: on(0), keepRate: 0.5 }).promise);
    const doubled = quotesFromPromiser({
      typical: 5,
      ask: ({ estimate }) => ({ estimate: 2 * (estimate ?? 5) }),
    });
    const plain = quotesOf(all, quotesFromPromiser({ typical: 5 }), 0.5);
    expect(quotesOf(all, doubled, 0.5).get('o-0')).toBeCloseTo(2 * (plain.get('o-0') as number), 6);
  });

  it('passes over the end of an order that was lost and forgotten', () => {
    const all = Array.from({ length: 3000 }, (_, i) => {
      const took = i === 40 ? 700 : 1 + (i % 3) / 4;
      return { id: `o-${i}`, started: on(1 + i / 4), finished: on(1 + i / 4 + took) };
    });
    expect(() => quotesOf(all, quotesFromPromiser({ typical: 1 }))).not.toThrow();
  });
});

describe('quotesFromEstimator', () => {
  const all = Array.from({ length: 600 }, (_, i) => {
    const km = 1 + (i % 4);
    const extra = ((i * 7) % 10) / 100;
    const group = i % 2 === 0 ? 'city' : 'country';
    const took = km * (group === 'city' ? 1 : 1.5) * (1 + extra);
    return {
      id: `o-${i}`,
      started: on(1 + i / 4),
      finished: on(1 + i / 4 + took),
      features: { km },
      group,
      took,
    };
  });

  it('learns what durations depend on, and how far off it is', () => {
    const logKm = ({ features, group }: StartedOrder) => ({
      km: Math.log(features?.km ?? 1),
      group: group ?? '',
    });
    const policy = quotesFromEstimator({ days: 100, lagDays: 7, everyDays: 7, columns: logKm });
    const quotes = quotesOf(all, policy, 0.9);
    expect(quotes.get('o-99')).toBeNull();
    for (const { id, took } of all.slice(400)) {
      // The quote is that of the slowest tenth: at most 10% and little shrinkage off.
      expect((quotes.get(id) as number) / took).toBeGreaterThan(0.94);
      expect((quotes.get(id) as number) / took).toBeLessThan(1.16);
    }
  });

  it('goes by features and the group unless told, and passes over columns that say nothing', () => {
    const same = all.map((order) => ({ ...order, features: { km: order.features.km, tax: 19 } }));
    const policy = quotesFromEstimator({ days: 100, lagDays: 7, everyDays: 7 });
    expect(quotesOf(same, policy)).toEqual(quotesOf(all, policy));
    const bare = all.map(({ id, started: begun, finished }) => ({ id, started: begun, finished }));
    expect([...quotesOf(bare, policy).values()].every((quote) => quote === null)).toBe(true);
  });

  it('fits on as many orders as the parameters say', () => {
    const parameters = adjustParameters(backtestDefaults, 'ours/few', { estimatorRows: 40 });
    const span = { days: 100, lagDays: 7, everyDays: 1 };
    const firstOf = (policy: PromisePolicy) =>
      [...quotesOf(all, policy).values()].findIndex((quote) => quote !== null);
    const few = firstOf(quotesFromEstimator({ ...span, parameters }));
    expect(few).toBeLessThan(firstOf(quotesFromEstimator(span)));
    expect(few).toBeGreaterThanOrEqual(40);
  });

  it('fits only where enough are held out for the keep rate', () => {
    const policy = quotesFromEstimator({ days: 100, lagDays: 7, everyDays: 7 });
    const quotes = quotesOf(all, policy, 0.999);
    expect([...quotes.values()].every((quote) => quote === null)).toBe(true);
  });
});

describe('runs through orders', () => {
  it('hold: what a policy comes to does not depend on those beside it', () => {
    holds(
      fc.property(orders(40), (all) => {
        const zero = always(0);
        const everyone: Readonly<Record<string, PromisePolicy>> = { ...policies, zero };
        const reversed = Object.fromEntries(Object.entries(everyone).reverse());
        const run = (some: typeof everyone): Readonly<Record<string, unknown>> =>
          backtestPromises(all, { ...options, asOf, policies: some }).policies;
        const [together, other] = [run(everyone), run(reversed)];
        for (const [name, policy] of Object.entries(policies)) {
          expect(run({ zero, policy }).policy).toEqual(together[name]);
          expect(other[name]).toEqual(together[name]);
        }
        expect(JSON.parse(JSON.stringify(together))).toEqual(together);
      }),
      30,
    );
  });

  it('hold: every order is in one count of each policy, in periods and groups alike', () => {
    holds(
      fc.property(orders(40), (all) => {
        // Of none that fell due there is no report.
        fc.pre(all.some(({ started, cancelled }) => +started < +on(12) && !cancelled));
        const report = backtestPromises(all, {
          ...options,
          asOf: on(12),
          policies: { made: promisesAsMade(), one: always(0) },
        });
        for (const policy of Object.values(report.policies)) {
          const sum = (some: readonly (typeof policy.periods)[number][]) =>
            some.reduce(
              (n, one) => n + one.kept.n + one.pending + one.cancelled + one.withoutQuote,
              0,
            );
          expect(sum([{ ...policy, period: '' }])).toBe(report.orders);
          expect(sum(policy.periods)).toBe(report.orders);
          expect(sum(policy.groups as never)).toBe(report.orders);
        }
      }),
    );
  });

  it('tell how far they have come, and stop where they are left', () => {
    const all = Array.from({ length: 25 }, (_, i) => ({
      id: `o-${i}`,
      started: on(i),
      finished: on(i + 1),
    }));
    const parameters = adjustParameters(backtestDefaults, 'ours/steps', { stepOrders: 10 });
    const given = { ...options, parameters, policies: { two: always(2), one: always(1) } };
    const told: unknown[] = [];
    const report = backtestPromises(all, { ...given, onProgress: (one) => told.push(one) });
    const steps = [10, 20, 25].map((done) => ({ done, of: 25 }));
    expect(told).toEqual(steps);

    const run = backtestSteps(all, given);
    expect([run.next().value, run.next().value, run.next().value]).toEqual(steps);
    expect(run.next()).toEqual({ done: true, value: report });
    const stopped = backtestSteps(all, given);
    stopped.next();
    expect(stopped.return(report)).toEqual({ done: true, value: report });
    expect(stopped.next()).toEqual({ done: true, value: undefined });

    const ones: unknown[] = [];
    const onProgress = (one: unknown) => ones.push(one);
    backtestPromises(all.values(), { ...given, asOf: on(40), onProgress });
    expect(ones.at(-1)).toEqual({ done: 25, of: null });
  });
});

describe('promiseFrontier', () => {
  const all = Array.from({ length: 120 }, (_, i) => {
    return { id: `o-${i}`, started: on(i), finished: on(i + 2 + ((i * 7) % 20) / 4) };
  });
  it('has what a backtest has at each keep rate', () => {
    const rates = [0.9, 0.5, 0.8];
    const given = { unit: 'days', from: on(60), confidence: 0.9 } as const;
    const told: number[] = [];
    const onProgress = ({ done }: { done: number }) => void told.push(done);
    const frontier = promiseFrontier(all, quotesFromHistory(), rates, { ...given, onProgress });
    expect(told).toEqual([120]);
    expect(frontier.map(({ keepRate }) => keepRate)).toEqual(rates);
    for (const { keepRate, ...score } of frontier) {
      const rest = { ...given, keepRate, by: byMonth('UTC') };
      const { policies: reports } = backtestPromises(all, {
        ...rest,
        policies: { it: quotesFromHistory() },
      });
      const { periods, groups, worst, ...expected } = reports.it;
      // Sums by month are added up in another order.
      expect(score).toEqual({
        ...expected,
        quote: {
          mean: expect.closeTo(expected.quote.mean as number, 12),
          median: expected.quote.median,
        },
        pinball: expect.closeTo(expected.pinball as number, 12),
        lateness: expect.closeTo(expected.lateness as number, 12),
      });
    }
  });
});
