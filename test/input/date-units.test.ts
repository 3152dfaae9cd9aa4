import {
  classifyStage,
  dueDate,
  followExpectation,
  formExpectation,
  judgeOutcome,
  livePromiser,
} from 'overdeliver';
import {
  backtestOrderSchema,
  backtestPromises,
  ordersFromRows,
  promiseFrontier,
  promisesAsMade,
} from 'overdeliver/backtest';
import { durationBetween, latestStart, usedTime } from 'overdeliver/calendar';
import { capabilityAsOf, datedOrderSchema, recencyWeights } from 'overdeliver/capability';
import { trajectoryChart } from 'overdeliver/chart';
import { customerWording } from 'overdeliver/english';
import { fitUpdating } from 'overdeliver/expectation';
import { breakOf, reviewTrend } from 'overdeliver/journey';
import {
  byMonth,
  driftAlarms,
  keptRate,
  ledgerEventSchema,
  openLedger,
  promiseStanding,
  recordEvent,
  recordEvents,
} from 'overdeliver/ledger';
import { purchaseHistories, purchaseSchema } from 'overdeliver/lifetime';
import { liveStartSchema } from 'overdeliver/live';
import { planReassurance } from 'overdeliver/response';
import { backtestSql, keptRatesSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

type At = (date: number) => Date | number;
const dated: At = (date) => new Date(date);
/** Seconds since 1970, as many tools write a date. */
const seconds: At = (date) => date / 1000;
const day = 86_400_000;
const first = Date.UTC(2026, 2, 1);
/** Noon of a day of March. */
const on = (of: number) => first + (of - 0.5) * day;

const hope = formExpectation({ stage: 'never-used', signals: { advertising: 95 } });
const used = { kind: 'experience', perceived: 75 } as const;
const follow = (from: At, events: At) =>
  followExpectation(hope, [{ at: events(on(5)), event: used }], {
    from: from(on(1)),
    judge: judgeOutcome,
  });
const settled = { ...hope, stage: 'first-use' } as const;
const customer = (from: At, path: At) => ({
  start: settled,
  from: from(on(1)),
  path: [{ at: path(on(5)), event: used, reported: { predicted: 75 } }],
});
const learn = (...histories: ReturnType<typeof customer>[]) =>
  fitUpdating(histories, { id: 'own', setting: 'own', data: 'own', licence: 'own' });
const series = (at: At, n = 12) =>
  Array.from({ length: n }, (_, i) => ({ at: at(on(i)), value: 70 + (i % 3) }));
const shop = { zone: 'UTC', open: { monday: ['09:00-17:00'] } };
const promise = { kind: 'promise', id: 'a', at: dated(on(1)), due: dated(on(5)) } as const;
const ledger = recordEvents(openLedger(), [promise]);
const orders = [{ id: 'a', started: dated(on(1)), finished: dated(on(5)), promise: 3 }];
const policies = { made: promisesAsMade() };
const by = byMonth('UTC');
const scored = { unit: 'days', keepRate: 0.5, by, policies } as const;
const backtest = (options: object) => backtestPromises(orders, { ...scored, ...options });
const wording = customerWording({ locale: 'en-GB', zone: 'Europe/London' });
const rows = { dialect: 'duckdb', from: 'orders', by: 'shop' } as const;
const keptRows = { ...rows, columns: { made: 'made', due: 'due', delivered: 'delivered' } };
const orderRows = {
  ...rows,
  unit: 'days',
  keepRate: 0.9,
  columns: { started: 'started', finished: 'finished', promise: 'days' },
} as const;

describe('seconds in place of milliseconds say what to do', () => {
  it.each<[string, string, () => unknown]>([
    ['a path', 'options.from', () => follow(seconds, seconds)],
    ['where a path begins', 'options.from', () => follow(seconds, dated)],
    ['an event of a path', 'events[0].at', () => follow(dated, seconds)],
    [
      'what was known where a path begins',
      'options.history.firstPurchase',
      () =>
        followExpectation(settled, [], {
          from: dated(on(5)),
          judge: judgeOutcome,
          history: { firstPurchase: seconds(on(1)), uses: [] },
        }),
    ],
    ['paths to learn from', 'histories[0].from', () => learn(customer(seconds, seconds))],
    [
      'a step of them',
      'histories[1].path[0].at',
      () => learn(customer(dated, dated), customer(dated, seconds)),
    ],
    [
      'a customer, and the date in question',
      'history.firstPurchase',
      () =>
        classifyStage(
          { firstPurchase: seconds(on(1)), uses: [seconds(on(2))] },
          { asOf: seconds(on(9)) },
        ),
    ],
    [
      'a use',
      'history.uses[1]',
      () =>
        classifyStage(
          { firstPurchase: dated(on(1)), uses: [dated(on(2)), seconds(on(3))] },
          { asOf: dated(on(9)) },
        ),
    ],
    [
      'the date in question alone',
      'options.asOf',
      () => classifyStage({ firstPurchase: dated(on(1)), uses: [] }, { asOf: seconds(on(9)) }),
    ],
    ['a series', 'series[0].at', () => reviewTrend(series(seconds))],
    ['the same in another order', 'series[11].at', () => breakOf(series(seconds).reverse())],
    [
      'a value among others',
      'series[12].at',
      () => breakOf([...series(dated), { at: seconds(on(20)), value: 70 }]),
    ],
    [
      'an event beside a series',
      'options.events[0].at',
      () => reviewTrend(series(dated), { events: [{ at: seconds(on(5)), what: 'new sign' }] }),
    ],
    [
      'a date to count from',
      'from',
      () => dueDate(shop, seconds(on(5)), { promise: 2, unit: 'business-days' }),
    ],
    [
      'a due date',
      'due',
      () => latestStart(shop, seconds(on(5)), { promise: 2, unit: 'business-days' }),
    ],
    [
      'two dates',
      'from',
      () => durationBetween(shop, seconds(on(5)), seconds(on(9)), 'open-hours'),
    ],
    ['a purchase', 'boughtAt', () => planReassurance(seconds(on(5)), { contact: { zone: 'UTC' } })],
    ['what is known up to', 'options.asOf', () => keptRate(ledger, { asOf: seconds(on(9)) })],
    [
      'since when promises count',
      'options.from',
      () => keptRate(ledger, { asOf: dated(on(9)), from: seconds(on(1)) }),
    ],
    [
      'until when promises count',
      'options.to',
      () => keptRate(ledger, { asOf: dated(on(9)), to: seconds(on(9)) }),
    ],
    [
      'as of when alarms are asked for',
      'options.asOf',
      () => driftAlarms(ledger, { asOf: seconds(on(9)), keepRate: 0.9 }),
    ],
    [
      'as of when a promise stands',
      'options.asOf',
      () => promiseStanding(ledger, 'a', { asOf: seconds(on(4)) }),
    ],
    [
      'as of when orders are known',
      'options.asOf',
      () => capabilityAsOf(orders, { asOf: seconds(on(9)), unit: 'days' }),
    ],
    [
      'dates to weigh, and the date they are weighed at',
      'dates[1]',
      () =>
        recencyWeights([seconds(on(4)), seconds(on(3))], { asOf: seconds(on(9)), halfLifeDays: 5 }),
    ],
    [
      'the date they are weighed at',
      'options.asOf',
      () => recencyWeights([dated(on(4))], { asOf: seconds(on(9)), halfLifeDays: 5 }),
    ],
    ['up to when orders are known', 'options.asOf', () => backtest({ asOf: seconds(on(9)) })],
    ['since when orders count', 'options.from', () => backtest({ from: seconds(on(1)) })],
    [
      'up to when orders are known that come one by one',
      'options.asOf',
      () => backtestPromises(new Set(orders), { ...scored, asOf: seconds(on(9)) }),
    ],
    [
      'since when orders count for several keep rates',
      'options.from',
      () =>
        promiseFrontier(orders, promisesAsMade(), [0.5, 0.9], {
          unit: 'days',
          from: seconds(on(1)),
        }),
    ],
    [
      'an event of a request',
      'requests[0][0].at',
      () =>
        usedTime(
          shop,
          [[{ at: seconds(on(1)), kind: 'opened' }]],
          { resolution: { until: 'resolved' } },
          { unit: 'open-hours', asOf: dated(on(9)) },
        ),
    ],
    [
      'as of when purchases are known',
      'options.asOf',
      () =>
        purchaseHistories([{ customer: 'Ada', at: dated(on(1)) }], {
          asOf: seconds(on(9)),
          unit: 'days',
        }),
    ],
    ['a date to speak of', 'due', () => wording.byDay(seconds(on(5)))],
    ['the day of speech', 'asOf', () => wording.byTime(dated(on(5)), seconds(on(4)))],
    [
      'a window to speak of',
      'window.from',
      () => wording.betweenDays({ from: seconds(on(5)), to: seconds(on(6)) }),
    ],
    [
      'where a chart begins',
      'options.from',
      () => trajectoryChart(follow(dated, dated), { from: seconds(on(1)) }),
    ],
    [
      'as of when rows are counted',
      'options.asOf',
      () => keptRatesSql({ ...keptRows, asOf: seconds(on(9)) }),
    ],
    [
      'since when rows are counted',
      'options.dueFrom',
      () => keptRatesSql({ ...keptRows, asOf: dated(on(9)), dueFrom: seconds(on(1)) }),
    ],
    [
      'since when rows of orders are counted',
      'options.startedFrom',
      () => backtestSql({ ...orderRows, asOf: dated(on(9)), startedFrom: seconds(on(1)) }),
    ],
  ])('%s', (_, path, call) => {
    const said = refusal(call);
    expect(said.path).toBe(path);
    expect(said.message.split('it looks like seconds since 1970')).toHaveLength(2);
  });

  it.each<[string, string, () => unknown]>([
    [
      'an order',
      'orders[0].started',
      () =>
        capabilityAsOf([datedOrderSchema.parse({ started: seconds(on(1)) })], {
          asOf: dated(on(9)),
          unit: 'days',
        }),
    ],
    [
      'the end of an order',
      'orders[0].finished',
      () => {
        const { finished } = datedOrderSchema.parse({ started: 0, finished: seconds(on(5)) });
        capabilityAsOf([{ started: dated(on(1)), finished }], { asOf: dated(on(9)), unit: 'days' });
      },
    ],
    [
      'an order of the past',
      'orders[0].started',
      () =>
        backtestPromises([backtestOrderSchema.parse({ id: 'a', started: seconds(on(1)) })], {
          unit: 'days',
          keepRate: 0.5,
          by,
          policies,
        }),
    ],
    [
      'a purchase',
      'rows[0].at',
      () =>
        purchaseHistories([purchaseSchema.parse({ customer: 'Ada', at: seconds(on(1)) })], {
          asOf: dated(on(9)),
          unit: 'days',
        }),
    ],
    [
      'an event of a promiser',
      'event.at',
      () =>
        livePromiser({ unit: 'days', keepRate: 0.9, typical: 3 }).start(
          liveStartSchema.parse({ id: 'a', at: seconds(on(1)) }),
        ),
    ],
    [
      'a later event of it',
      'event.at',
      () => {
        const kitchen = livePromiser({ unit: 'days', keepRate: 0.9, typical: 3 });
        kitchen.start({ id: 'a', at: dated(on(1)) });
        kitchen.start(liveStartSchema.parse({ id: 'b', at: seconds(on(2)) }));
      },
    ],
    [
      'an event of a ledger',
      'event.due',
      () => recordEvent(openLedger(), ledgerEventSchema.parse({ ...promise, due: seconds(on(5)) })),
    ],
  ])('%s that a schema has read', (_, path, call) => {
    const said = refusal(call);
    expect(said.path).toBe(path);
    expect(said.message.split('it looks like seconds since 1970')).toHaveLength(2);
  });

  it('the first date of a window', () => {
    const { path, message } = refusal(() =>
      recordEvent(openLedger(), { ...promise, from: seconds(on(4)) }),
    );
    expect(path).toBe('event.from');
    expect(message).toContain('it looks like seconds since 1970');
  });
});

describe('on a clock that begins at 0', () => {
  it('numbers are milliseconds', () => {
    const simulated: At = (date) => date - first;
    expect(follow(simulated, simulated).steps).toHaveLength(1);
    expect(reviewTrend(series(simulated).slice(1)).advice).toBe('watch');
    const short = { firstPurchase: 0, uses: [day, 30 * day] };
    expect(classifyStage(short, { asOf: 40 * day }).daysSinceLastUse).toBe(10);
    const log = recordEvents(openLedger(), [{ ...promise, at: 0, due: 9 * day }]);
    expect(keptRate(log, { asOf: 10 * day, from: 5 * day }).broken).toBe(1);
  });
});

describe('as a Date', () => {
  it('1970 is meant', () => {
    const early: At = (date) => new Date(date / 1000);
    expect(follow(early, early).steps).toHaveLength(1);
    expect(keptRate(ledger, { asOf: early(on(9)) }).due).toBe(0);
    expect(wording.byDay(early(on(5)))).toContain('21 January');
  });
});

describe('microseconds and nanoseconds', () => {
  const microseconds = on(1) * 1000;
  it.each<[string, number, string]>([
    ['microseconds', microseconds, 'divide by 1000,'],
    ['the first', Date.UTC(1980) * 1000, 'divide by 1000,'],
    ['the last', Date.UTC(2100) * 1000 - 1, 'divide by 1000,'],
    ['nanoseconds', microseconds * 1000, 'divide by 1000000,'],
  ])('are refused with what to do: %s', (_, at, advice) => {
    const calls = [
      () => recordEvent(openLedger(), { ...promise, at }),
      () => capabilityAsOf([{ started: at }], { asOf: dated(on(9)), unit: 'days' }),
      () => livePromiser({ unit: 'days', keepRate: 0.9, typical: 3 }).quote({ at }),
      () => recencyWeights([at], { asOf: dated(on(9)), halfLifeDays: 5 }),
      () => dueDate(shop, at, { promise: 2, unit: 'business-days' }),
      () => classifyStage({ firstPurchase: at, uses: [] }, { asOf: dated(on(9)) }),
    ];
    for (const call of calls) expect(refusal(call).message).toContain(advice);
    const { faults } = ordersFromRows([{ at }], { columns: { started: 'at' } });
    expect(faults[0]?.expected).toContain(advice);
  });

  it('are those of 1980 to 2100', () => {
    const at = (time: number | Date) =>
      recordEvent(openLedger(), { kind: 'promise', id: 'a', at: time, due: new Date(8.64e15) });
    for (const time of [Date.UTC(1980) * 1000 - 1, Date.UTC(2100) * 1000, new Date(microseconds)])
      expect(at(time).size).toBe(1);
  });
});
