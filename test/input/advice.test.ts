import {
  byMonth,
  capabilityAsOf,
  capabilityFromSamples,
  durationBetween,
  livePromiser,
} from 'overdeliver';
import { type BacktestOrder, backtestPromises, promisesAsMade } from 'overdeliver/backtest';
import { fromLocalTime } from 'overdeliver/calendar';
import { datedOrderSchema } from 'overdeliver/capability';
import { purchaseHistories } from 'overdeliver/lifetime';
import { liveStartSchema } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { aDate, refusal } from '../core/refusal';

const local = 'fromLocalTime(text, zone) of overdeliver/calendar';
const dates: readonly (readonly [string, string])[] = [
  ['2026-03-05 18:40', local],
  ['2026-03-05T18:40:30.5', local],
  ['2026-03-05', local],
  ['2026-03-05', 'with endOfDay the end of the day'],
  ['2 Mar 2026', 'weeks and names of months are not read: write 2026-03-05'],
  ['2026-W12', 'weeks and names of months'],
  ['2026-03-05 18:40:00+01', 'write T between day and time'],
  ['2026-03-05 18:40Z', 'write T between day and time'],
  ['05.03.2026 18:40', 'write the year first, as 2026-03-05'],
  ['3/5/2026', 'write the year first, as 2026-03-05'],
  ['3/5/2026', 'fromLocalTime(text, zone, { dateOrder, yearsFrom }) of overdeliver/calendar'],
  ['31.12.24', 'fromLocalTime(text, zone, { dateOrder, yearsFrom }) of overdeliver/calendar'],
  ['31.12.24', 'a year of two digits may be of any century'],
  ['24-12-31', 'a year of two digits may be of any century'],
  ['2026/03/05', 'write 2026-03-05 for the day'],
  ['20260305', 'write 2026-03-05 for the day'],
  ['20260305T184000Z', 'write 2026-03-05 for the day'],
  ['1772474400000', 'milliseconds since 1970 are a number'],
  ['2026-03-05T24:00:00+01:00', 'write 24:00 as 00:00 of the next day'],
  ['2026-03-05 24:00', 'write 24:00 as 00:00 of the next day'],
];

describe('a text that is no date says what to do', () => {
  const options = { asOf: '2026-04-01T00:00:00Z', unit: 'hours' } as const;
  const kitchen = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
  const germany = { zone: 'Europe/Berlin' };
  const columns: Readonly<Record<string, (at: string) => unknown>> = {
    'orders of capabilityAsOf': (started) => capabilityAsOf([{ started }], options),
    'an event of a promiser': (at) => kitchen.start({ id: 'x', at }),
    'a date of a calendar': (at) => durationBetween(germany, at, at, 'days'),
    purchases: (at) => purchaseHistories([{ customer: 'Ada', at }], { ...options, unit: 'days' }),
  };
  const cases = Object.entries(columns).flatMap(([name, call]) =>
    dates.map(([text, hint]) => [name, text, hint, call] as const),
  );
  it.each(cases)('%s: %s', (_, text, hint, call) => {
    const { code, expected, message } = refusal(() => call(text));
    expect([code, expected]).toEqual(['wrong-type', aDate]);
    expect(message).toContain(hint);
  });

  it('to a schema as well, once', () => {
    for (const schema of [datedOrderSchema, liveStartSchema]) {
      const event = { id: 'x', at: '2026-03-05 18:40', started: '2026-03-05 18:40' };
      const [issue] = schema.safeParse(event).error?.issues ?? [];
      expect(issue?.message.split(local)).toHaveLength(2);
    }
  });

  it('and nothing that it does not know', () => {
    const { message } = refusal(() => kitchen.start({ id: 'x', at: 'yesterday' }));
    expect(message.endsWith(aDate)).toBe(true);
    const long = refusal(() => kitchen.start({ id: 'x', at: `31.12.24${' '.repeat(100)}` }));
    expect(long.message.endsWith(aDate)).toBe(true);
  });
});

describe('the date of a spreadsheet says what it is', () => {
  const options = { asOf: '2026-04-01T00:00:00Z', unit: 'days' } as const;
  const backtest = (order: object, asOf?: string) =>
    backtestPromises([order as BacktestOrder], {
      ...options,
      asOf,
      keepRate: 0.9,
      by: byMonth('UTC'),
      policies: { yours: promisesAsMade() },
    });
  const advice = 'it looks like a date of a spreadsheet, in days since 1899-12-30';

  it.each<[string, string, () => unknown]>([
    ['as text', 'orders[0].started', () => capabilityAsOf([{ started: '45292.5' }], options)],
    [
      'as a German text',
      'orders[0].started',
      () => capabilityAsOf([{ started: '45292,5' }], options),
    ],
    ['as text of a calendar', 'text', () => fromLocalTime('45292', 'Europe/Berlin')],
    [
      'as a number',
      'orders[0].started',
      () => capabilityAsOf([{ started: 45292.5, finished: 45295 }], options),
    ],
    [
      'as the end alone',
      'orders[0].finished',
      () => capabilityAsOf([{ started: '2026-03-01T00:00Z', finished: 46082.5 }], options),
    ],
    [
      'of a purchase',
      'rows[0].at',
      () => purchaseHistories([{ customer: 'Ada', at: 46082 }], options),
    ],
    [
      'of an order of the past',
      'orders[0].started',
      () => backtest({ id: 'a', started: 46082 }, '2026-04-01T00:00:00Z'),
    ],
    [
      'of its end',
      'orders[0].finished',
      () => backtest({ id: 'a', started: '2026-03-01T00:00Z', finished: 46082.5 }),
    ],
    [
      'of orders that come one by one',
      'orders[0].started',
      () =>
        backtestPromises(new Set([{ id: 'a', started: 46082 }]), {
          ...options,
          keepRate: 0.9,
          by: byMonth('UTC'),
          policies: { yours: promisesAsMade() },
        }),
    ],
  ])('%s', (_, path, call) => {
    const said = refusal(call);
    expect(said.path).toBe(path);
    expect(said.message.split(advice)).toHaveLength(2);
  });

  it('and what it says to do is right', () => {
    // Excel shows 45292.5 as 2024-01-01 12:00.
    const date = (45292.5 - 25569) * 86400000;
    expect(new Date(date).toISOString()).toBe('2024-01-01T12:00:00.000Z');
  });

  it('but clocks that begin at 0 go on', () => {
    const orders = [{ started: 20_000, finished: 45_292.5 }];
    const { counts } = capabilityAsOf(orders, { asOf: 80_000, unit: 'minutes' });
    expect(counts.finished).toBe(1);
  });
});

describe('a text that is no number says what to do', () => {
  const samples = (text: string) => () =>
    capabilityFromSamples([40, text as never], { unit: 'minutes' });
  it.each([
    ['', 'an empty cell is not 0'],
    [' ', 'an empty cell is not 0'],
    ['3,5', 'write 3.5 for 3,5'],
    ['-1.234,5', 'write 3.5 for 3,5'],
    ['1,234', 'write 3.5 for 3,5'],
    ['12', 'it is text'],
    ['1.5', 'it is text'],
  ])('in a column: %j', (text, hint) => {
    const { code, path, message } = refusal(samples(text));
    expect([code, path]).toEqual(['wrong-type', 'samples[1]']);
    expect(message).toContain(hint);
  });

  it.each(['keepRate', 'typical'])('in the option %s', (name) => {
    const options = { unit: 'minutes', keepRate: 0.9, typical: 40, [name]: '0,9' } as never;
    expect(refusal(() => livePromiser(options)).message).toContain('write 3.5 for 3,5');
  });

  it('but not where text was expected, or another text', () => {
    const calls = [
      () => livePromiser({ unit: '' as never, keepRate: 0.9, typical: 40 }),
      () => livePromiser('' as never),
      () => fromLocalTime('2026-03-05', ''),
      samples('n/a'),
    ];
    for (const call of calls) {
      const { message, expected } = refusal(call);
      expect(message.endsWith(expected)).toBe(true);
    }
  });
});
