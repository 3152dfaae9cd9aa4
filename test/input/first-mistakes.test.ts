import {
  businessCalendar,
  byMonth,
  capabilityAsOf,
  capabilityFromSamples,
  dueDate,
  fitSatisfaction,
  formExpectation,
  keptRates,
  levelFromAnswer,
  livePromiser,
  openLedger,
  planByBalance,
  planPromise,
  recordEvent,
} from 'overdeliver';
import { backtestPromises, ordersFromRows } from 'overdeliver/backtest';
import { fromLocalTime } from 'overdeliver/calendar';
import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { purchaseHistories } from 'overdeliver/lifetime';
import { goodwillByLoyalty } from 'overdeliver/loyalty';
import { surveySatisfaction } from 'overdeliver/satisfaction';
import { planFor, simulatePolicies } from 'overdeliver/simulation';
import { answersFromRows, type Instrument, responsesFromRows } from 'overdeliver/survey';
import { expect, test } from 'vitest';

/** What somebody writes who has not read the page, and what the message must tell them to do instead. */
const kitchen = capabilityFromSamples([41, 38, 47, 52], { unit: 'minutes' });
const at = '2026-03-02T10:00:00Z';
const orders = [{ id: 'o-1', started: at, finished: '2026-03-02T12:00:00Z' }];
const compared = { unit: 'hours', keepRate: 0.9, by: byMonth('UTC') };
const four = () => ({ quote: () => 4 });
const given = { ...compared, unit: 'hours', policies: { four } } as const;
const soon = { promise: 1, unit: 'hours' };
const live = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 30 });
const answers = [1, 2, 3, 2, 3, 1];
const levels = {
  expected: new Float64Array(6).fill(70),
  perceived: Float64Array.of(50, 60, 90, 70, 65, 75),
};
const names = { id: 'ours', setting: 'ours', data: 'ours', licence: 'internal' };
const formOf = (unit: object) => ({
  answers: { min: 1, max: 3 },
  dimensions: {
    level: { kind: 'level', terms: ['performance', 'gap'], value: 'identity', ...unit },
  },
});
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
  'a Map of options': [
    () => dueDate({ zone: 'UTC' }, at, soon, new Map([['roundUpTo', 15]]) as never),
    /options is of the type Map; expected an object, such as Object\.fromEntries\(map\)/,
  ],
  'a Map of signals': [
    () =>
      formExpectation({ stage: 'never-used', signals: new Map([['wordOfMouth', 80]]) } as never),
    /signals is of the type Map; expected an object/,
  ],
  'a Map of features': [
    () => live.start({ id: 'a', at, features: new Map([['km', 3]]) } as never),
    /event\.features is of the type Map; expected numbers by name, such as \{ items: 3 \}/,
  ],
  'a Map of features in a backtest': [
    () => backtestPromises([{ ...orders[0], features: new Map([['km', 3]]) }] as never, given),
    /features is of the type Map; expected numbers by name/,
  ],
  'null for a group that there is none of, of a live order': [
    () => live.start({ id: 'a', at, group: null } as never),
    /event\.group is null; expected a string; leave it out/,
  ],
  'null for a feature of a live order': [
    () => live.start({ id: 'a', at, features: { km: null } } as never),
    /event\.features\.km is null; expected a number .*; leave it out/,
  ],
  'null for an estimate of a live order': [
    () => live.start({ id: 'a', at, estimate: null } as never),
    /event\.estimate is null; expected a number .*; leave it out/,
  ],
  'an end that is told twice': [
    () => {
      const again = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 30 });
      again.start({ id: 'a', at });
      again.finish({ id: 'a', at });
      again.finish({ id: 'a', at });
    },
    /pass this over where its end was told already, or comes long after it counted as lost/,
  ],
  'the text of a CSV for its rows': [
    () => ordersFromRows('a;b\n1;2' as never, { columns: { started: 'a' }, zone: 'UTC' }),
    /rows is "a;b.*; expected an array of rows by column, .*header: true/,
  ],
  'all that a CSV reader gives for its rows': [
    () => answersFromRows({ data: [], errors: [] } as never, 'a'),
    /rows is an object; expected an array of rows by column, as the data of Papa Parse with header: true/,
  ],
  'a level for no answer': [
    () => levelFromAnswer(null as never, { min: 1, max: 7 }),
    /answer is null; .*; without an answer there is no level: leave the row out, or write NaN in a column/,
  ],
  'a form of levels without a unit': [
    () => fitSatisfaction(levels, answers, { ...names, form: formOf({}) } as never),
    /dimensions\.level\.unit is missing; expected points of levels, percent of a promise, or/,
  ],
  'levels that were all expected alike': [
    () => fitSatisfaction(levels, answers, { ...names, form: formOf({ unit: 'points' }) } as never),
    /the others make it up, as where all rows expected the same/,
  ],
  'a model of levels for the goodwill of a time': [
    () =>
      goodwillByLoyalty({ value: 1, stage: 'long-term', satisfaction: surveySatisfaction })(
        50,
        kitchen,
      ),
    /unit is "minutes"; .*: level; a time is not among them: options\.satisfaction takes another model/,
  ],
  'a BigInt of a database': [
    () => capabilityFromSamples(BigInt64Array.of(40n) as never, { unit: 'minutes' }),
    /samples\[0\] is 40n; expected a finite number/,
  ],
  'what was paid, under another name': [
    () =>
      purchaseHistories([{ customer: 'a', at, amount: 3 }] as never, { asOf: at, unit: 'days' }),
    /rows\[0\]\.amount is no known name; expected value, or one of customer, at/,
  ],
  'who bought, under another name': [
    () => purchaseHistories([{ client: 'a', at, value: 3 }] as never, { asOf: at, unit: 'days' }),
    /rows\[0\]\.client is no known name; expected customer, or one of at, value/,
  ],
  'items under other names than the columns': [
    () => responsesFromRows(clinic, [{ kind_1to7: '3' }]),
    /a column for each item of clinic, under the item's id/,
  ],
};

test.each(Object.entries(mistakes))('%s: the message says what to do', (_, [call, told]) => {
  expect(call).toThrow(told);
});
