import {
  adjustParameters,
  businessCalendar,
  capabilityAsOf,
  capabilityFromSamples,
  formExpectation,
  keptRates,
  livePromiser,
  openLedger,
  planByBalance,
  planPromise,
  planWindow,
  predictSatisfaction,
  recordEvent,
} from 'overdeliver';
import { backtestPromises, promisesAsMade } from 'overdeliver/backtest';
import { capabilityFromCensored } from 'overdeliver/capability';
import { expectationDefaults, formExpectations } from 'overdeliver/expectation';
import { predictIntentions } from 'overdeliver/loyalty';
import { marketplaceSatisfaction, predictSatisfactions } from 'overdeliver/satisfaction';
import { satisfactionSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const kitchen = capabilityFromSamples([41, 38, 47, 52], { unit: 'minutes' });
const at = '2026-03-02T10:00:00Z';
const column = Float64Array.of(1);
const form = (signals: object) => formExpectation({ stage: 'never-used', signals } as never);
const felt = (given: object) => predictSatisfaction(given as never);

const lookBack = (end: object) =>
  backtestPromises([{ id: 'a', started: at, promise: 4, ...end }], {
    unit: 'days',
    keepRate: 0.9,
    by: () => 'all',
    asOf: '2026-04-01T00:00:00Z',
    policies: { made: promisesAsMade() },
  }).policies.made;

/** A call with one name misspelt, the path told, and the name that was meant. */
const calls: Readonly<Record<string, readonly [() => unknown, path: string, meant: string]>> = {
  'an option': [
    () => planPromise(kitchen, { keepRat: 0.9 } as never),
    'options.keepRat',
    'keepRate',
  ],
  'an option of two ways': [
    () => planWindow(kitchen, { late: 0.1, erly: 0.1 } as never),
    'options.erly',
    'early',
  ],
  'a function among options': [
    () =>
      planByBalance(kitchen, { atraction: () => 1, revenue: 9, goodwillLost: () => 1 } as never),
    'options.atraction',
    'attraction',
  ],
  'a column among options': [
    () => capabilityFromCensored([3, 4], { unit: 'days', finised: [true, true] } as never),
    'options.finised',
    'finished',
  ],
  'an option in another case': [
    () => businessCalendar({ zone: 'UTC', cutoff: '14:00' } as never),
    'calendar.cutoff',
    'cutOff',
  ],
  'a weekday': [
    () => businessCalendar({ zone: 'UTC', cutOff: { munday: '14:00' } } as never),
    'calendar.cutOff.munday',
    'monday',
  ],
  'a field of an amount in its other form': [
    () => felt({ promised: 4, actual: { maen: 3, sd: 1 }, unit: 'days' }),
    'actual.maen',
    'mean',
  ],
  'a field of a signal in its other form': [
    () => form({ wordOfMouth: { levle: 80 } }),
    'signals.wordOfMouth.levle',
    'level',
  ],
  'the same of columns': [
    () =>
      formExpectations({
        stage: 'never-used',
        signals: { wordOfMouth: { levle: column } },
      } as never),
    'signals.wordOfMouth.levle',
    'level',
  ],
  'a signal': [() => form({ wordOfMoth: 80 }), 'signals.wordOfMoth', 'wordOfMouth'],
  'what was experienced': [() => felt({ dimnsions: {} }), 'dimnsions', 'dimensions'],
  'columns of that in a query': [
    () =>
      satisfactionSql(marketplaceSatisfaction, {
        dialect: 'duckdb',
        from: 'orders',
        columns: { promisd: 'days' },
      } as never),
    'options.columns.promisd',
    'promised',
  ],
  'the only option': [
    () =>
      predictIntentions({ satisfaction: column, outcome: 'met', stage: 'long-term' }, {
        parmeters: {},
      } as never),
    'options.parmeters',
    'parameters',
  ],
  'columns of that': [
    () => predictSatisfactions({ percieved: column } as never),
    'percieved',
    'perceived',
  ],
  'a dimension': [
    () => felt({ dimensions: { servce: { expected: 80, perceived: 80 } } }),
    'dimensions.servce',
    'service',
  ],
  'a column of an event': [
    () => recordEvent(openLedger(), { kind: 'promise', id: 'a', at, du: at, segmnt: 'x' } as never),
    'event.segmnt',
    'segment',
  ],
  'a field of a quantity of text': [
    () => keptRates(openLedger(), { asof: at } as never),
    'options.asof',
    'asOf',
  ],
  'an order as it starts': [
    () =>
      livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 }).quote({
        at,
        featurs: { items: 3 },
      } as never),
    'event.featurs',
    'features',
  ],
  "what was experienced, beside a column of one's own": [
    () => felt({ orderId: 7, percieved: 50 }),
    'percieved',
    'perceived',
  ],
  'a number like several': [
    () => adjustParameters(marketplaceSatisfaction, 'mine', { 'thresholds.3': 1 } as never),
    'values.thresholds.3',
    'threshold.3',
  ],
  'the end of an order in a word of its own': [
    () => capabilityAsOf([{ started: at, delivered: at } as never], { unit: 'days', asOf: at }),
    'orders[0].delivered',
    'finished',
  ],
  'that of an order of the past': [
    () => lookBack({ resolved_at: at }),
    'orders[0].resolved_at',
    'finished',
  ],
  'what an event promises in a word of its own': [
    () => recordEvent(openLedger(), { kind: 'promise', id: 'a', at, by: at } as never),
    'event.by',
    'due',
  ],
  'a number to adjust': [
    () => adjustParameters(expectationDefaults, 'mine', { tolerence: 9 } as never),
    'values.tolerence',
    'tolerance',
  ],
};

describe('a misspelt name is told as one, with the name that was meant', () => {
  it.each(Object.entries(calls))('%s', (_, [call, path, meant]) => {
    const { code, message, ...told } = refusal(call);
    expect([code, told.path]).toEqual(['unknown-name', path]);
    expect(message).toContain(`${path} is no known name; expected ${meant}`);
  });

  it('but not a name that is given already, or one that is like none', () => {
    const twice = { keepRate: 0.9, keepRates: 0.8 } as never;
    const all = 'expected one of round, bestEffort, keepRate';
    expect(refusal(() => planPromise(kitchen, twice)).message.endsWith(all)).toBe(true);
    const other = { colour: 'red', keepRate: 0.9 } as never;
    expect(refusal(() => planPromise(kitchen, other)).message.endsWith(all)).toBe(true);
  });

  it.each([
    'Delivered',
    'delivered_on',
    'DELIVERED AT',
    'deliveryDate',
    'end_date',
    'Resolved',
    'closedAt',
    'done_at',
  ])('of the end of an order: %s', (name) => {
    for (const date of [at, '05.03.2026 19:12', new Date(at), Date.parse(at)]) {
      const { path, expected } = refusal(() => lookBack({ [name]: date }));
      expect([path, expected.split(',')[0]]).toEqual([`orders[0].${name}`, 'finished']);
    }
  });

  it('nor a word for the end of an order beside an end, a flag, or a share', () => {
    const { kept } = lookBack({ finished: '2026-03-05T10:00:00Z', delivered: at, closed: true });
    expect(kept.share).toBe(1);
    const others = { unit: 'days', asOf: at } as const;
    const called = { started: at, cancelled: at, closedAt: at };
    expect(refusal(() => capabilityAsOf([called], others)).code).toBe('not-enough-data');
    for (const open of [
      { finished: null, arrived: at },
      { closed: false },
      { delivered: 0 },
      { completed: '0%' },
      { ended: null },
      { delivery: 'express' },
    ]) {
      expect(lookBack(open).overdue).toBe(1);
    }
    expect(refusal(() => lookBack({ closed: true })).path).toBe('orders[0].closed');
    expect(refusal(() => lookBack({ cancelled: null, ended: at })).path).toBe('orders[0].ended');
  });

  it('alone where it is the only one', () => {
    const given = { satisfaction: column, outcome: 'met', stage: 'long-term' } as const;
    const { expected } = refusal(() => predictIntentions(given, { parmeters: {} } as never));
    expect(expected).toBe('parameters');
  });

  it('and the places of a column are no names', () => {
    const { path } = refusal(() => planPromise(kitchen, column as never));
    expect(path).toBe('options.keepRate');
  });
});
