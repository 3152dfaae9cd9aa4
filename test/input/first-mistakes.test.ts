import {
  businessCalendar,
  byMonth,
  capabilityAsOf,
  capabilityFromSamples,
  keptRates,
  openLedger,
  planByBalance,
  planPromise,
  recordEvent,
} from 'overdeliver';
import { backtestPromises } from 'overdeliver/backtest';
import { fromLocalTime } from 'overdeliver/calendar';
import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { planFor, simulatePolicies } from 'overdeliver/simulation';
import { type Instrument, responsesFromRows } from 'overdeliver/survey';
import { expect, test } from 'vitest';

/** What somebody writes who has not read the page, and what the message must tell them to do instead. */
const kitchen = capabilityFromSamples([41, 38, 47, 52], { unit: 'minutes' });
const at = '2026-03-02T10:00:00Z';
const orders = [{ id: 'o-1', started: at, finished: '2026-03-02T12:00:00Z' }];
const compared = { unit: 'hours', keepRate: 0.9, by: byMonth('UTC') };
const clinic: Instrument = {
  id: 'clinic',
  items: [{ kind: 'scale', id: 'kind', text: 'Kind?', scale: { min: 1, max: 7 } }],
};
const world = {
  capability: capabilityFromFamily(lognormal, { mean: 3, sd: 2 }, { unit: 'open-hours' }),
  attraction: () => 1,
  order: { revenue: 50, cost: 30 },
  customers: 10,
  days: 10,
  seed: 1,
};

const mistakes: Readonly<Record<string, readonly [call: () => unknown, told: RegExp]>> = {
  'a backtest in open hours': [
    () => backtestPromises(orders, { ...compared, unit: 'open-hours', policies: {} } as never),
    /unit is "open-hours"; expected one of minutes, hours, days: .*dueDate/,
  ],
  'a constant for a policy': [
    () => backtestPromises(orders, { ...compared, policies: { four: 4 } } as never),
    /\(\) => \(\{ quote: \(\) => 4 \}\)/,
  ],
  'a policy that is a quote': [
    () => backtestPromises(orders, { ...compared, policies: { four: () => 4 } } as never),
    /four\(\) is 4; .*\(\) => \(\{ quote: \(\) => 4 \}\)/,
  ],
  'a capability in open hours, without a duration': [
    () => capabilityAsOf(orders, { asOf: '2026-03-03T10:00:00Z', unit: 'open-hours' }),
    /options\.duration.*durationBetween\(calendar, from, to, 'open-hours'\)/,
  ],
  'a capability of arrivals around an appointment': [
    () =>
      capabilityAsOf([{ started: at, finished: '2026-03-02T09:50:00Z' }], {
        asOf: at,
        unit: 'minutes',
      }),
    /deviations: true/,
  ],
  'a capability of orders with columns of other names': [
    () => capabilityAsOf([{ start: at, end: at }] as never, { asOf: at, unit: 'minutes' }),
    /orders\[0\]\.end is no known name; expected finished, or one of started/,
  ],
  'arguments swapped': [
    () => planPromise({ keepRate: 0.9 } as never, kitchen as never),
    /capability is an object; expected a capability/,
  ],
  'a window of two dates in the ledger': [
    () => recordEvent(openLedger(), { kind: 'promise', id: 'a', at, from: at, to: at } as never),
    /event\.from is .*; expected a due date beside it, such as the to of dueWindow: due: to/,
  ],
  'groups by a word': [
    () => keptRates(openLedger(), { asOf: at, by: 'week' } as never),
    /expected a function from a promise to its group, such as byWeek\(zone\) or bySegment/,
  ],
  'an attraction that is a share': [
    () => planByBalance(kitchen, { attraction: 0.9, revenue: 20, goodwillLost: () => 1 } as never),
    /expected a function from a quote to the share that orders, such as/,
  ],
  'a zone among options': [
    () => fromLocalTime('2026-03-02 10:00', { zone: 'Europe/Berlin' } as never),
    /zone is an object; expected an IANA time zone such as Europe\/Berlin/,
  ],
  'a holiday as a date': [
    () => businessCalendar({ zone: 'UTC', holidays: [new Date(0)] } as never),
    /holidays\[0\] is 1970-01-01T00:00:00\.000Z; expected a text, such as '2026-12-24'/,
  ],
  'a world in open hours': [
    () => simulatePolicies(world, { policies: { safe: planFor(0.9) } }),
    /the days in a unit of open-hours, such as 7 \/ 40 where 40 of them make a week/,
  ],
  'items under other names than the columns': [
    () => responsesFromRows(clinic, [{ kind_1to7: '3' }]),
    /a column for each item of clinic, under the item's id/,
  ],
};

test.each(Object.entries(mistakes))('%s: the message says what to do', (_, [call, told]) => {
  expect(call).toThrow(told);
});
