import {
  byWeek,
  driftAlarms,
  keptRate,
  keptRates,
  type Ledger,
  type LedgerEvent,
  openLedger,
  recordEvent,
} from 'overdeliver';
import {
  bySegment,
  cusum,
  pageHinkley,
  promiseHistory,
  promiseStanding,
  recordEvents,
  reviveLedger,
} from 'overdeliver/ledger';
import { columnOf, dayMs, firstMs, type GrowthCase, listOf } from './case';

const at = (day: number) => firstMs + day * dayMs;

/** A promise and its delivery for each hour, one in ten of them broken, of `segments` segments. */
function eventsOf(n: number, segments: number): LedgerEvent[] {
  const hour = (i: number) => firstMs + i * 3_600_000;
  return listOf(n, (i): LedgerEvent[] => {
    const id = `o-${i}`;
    return [
      { kind: 'promise', id, at: hour(i), due: hour(i + 1), segment: `s-${i % segments}` },
      { kind: 'delivery', id, at: hour(i + (i % 10 ? 1 : 2)) },
    ];
  }).flat();
}
const ledgerOf = (n: number, segments = 5) => recordEvents(openLedger(), eventsOf(n, segments));

/** One promise that waits and goes on again, so many times. */
function waitsOf(n: number): LedgerEvent[] {
  const waits = listOf(n, (i): LedgerEvent[] => [
    { kind: 'pause', id: 'one', at: at(2 * i + 1) },
    { kind: 'resume', id: 'one', at: at(2 * i + 2) },
  ]);
  return [{ kind: 'promise', id: 'one', at: at(0), due: at(10) }, ...waits.flat()];
}
const waitingOf = (n: number) => recordEvents(openLedger(), waitsOf(n));
const recorded = (events: readonly LedgerEvent[], ledger: Ledger = openLedger()) =>
  events.reduce((all, event) => recordEvent(all, event), ledger);

/** What is asked of a ledger of so many promises. */
const asked = (of: string, n: number, ask: (ledger: Ledger, n: number) => unknown): GrowthCase => ({
  of: [of],
  by: 'promises',
  n,
  make: (count) => {
    const ledger = ledgerOf(count);
    return () => ask(ledger, count);
  },
});
const later = (n: number) => ({ asOf: firstMs + (n + 3) * 3_600_000 });

export const ledgerCases: readonly GrowthCase[] = [
  {
    of: ['recordEvent', 'openLedger'],
    by: 'events, one after another',
    n: 16_000,
    make: (n) => {
      const events = eventsOf(n, 5);
      return () => recorded(events);
    },
  },
  {
    of: ['recordEvent'],
    by: 'resumes of one promise, all told of late',
    n: 100,
    refuses: 'one of a promise with more than 10,000 events',
    make: (n) => {
      const wait = (kind: 'pause' | 'resume', day: number, i: number) =>
        ({ kind, id: 'one', at: at(day), reason: `r-${i}` }) as const;
      const events: LedgerEvent[] = [
        { kind: 'promise', id: 'one', at: at(0), due: at(9 * n) },
        ...listOf(n, (i) => wait('pause', 1, i)),
        { kind: 'revision', id: 'one', at: at(8 * n), due: at(9 * n) },
        ...listOf(n, (i) => wait('resume', 2 + i, i)),
      ];
      return () => recorded(events);
    },
  },
  {
    of: ['recordEvents'],
    by: 'events',
    n: 16_000,
    make: (n) => {
      const events = eventsOf(n, 5);
      return () => recordEvents(openLedger(), events);
    },
  },
  {
    of: ['reviveLedger'],
    by: 'promises',
    n: 2000,
    make: (n) => {
      const json: unknown = JSON.parse(JSON.stringify(ledgerOf(n)));
      return () => reviveLedger(json);
    },
  },
  asked('keptRate', 10_000, (ledger, n) => keptRate(ledger, later(n))),
  asked('keptRates', 10_000, (ledger, n) =>
    keptRates(ledger, { ...later(n), by: byWeek('Europe/Berlin') }),
  ),
  {
    of: ['keptRates'],
    by: 'promises, each of a segment of its own',
    n: 8000,
    make: (n) => {
      const ledger = ledgerOf(n, n);
      return () => keptRates(ledger, { ...later(n), by: bySegment });
    },
  },
  asked('driftAlarms', 20_000, (ledger, n) => driftAlarms(ledger, { ...later(n), keepRate: 0.9 })),
  {
    of: ['promiseHistory', 'promiseStanding'],
    by: 'events of one promise',
    n: 16_000,
    make: (n) => {
      const ledger = waitingOf(n);
      return () => [
        promiseHistory(ledger, 'one'),
        promiseStanding(ledger, 'one', { asOf: at(2 * n + 3) }),
      ];
    },
  },
  {
    of: ['cusum'],
    by: 'values',
    n: 50_000,
    make: (n) => {
      const values = columnOf(n);
      return () => cusum(values, { target: 1.5, sd: 0.3, k: 0.5, h: 5 });
    },
  },
  {
    of: ['pageHinkley'],
    by: 'values',
    n: 50_000,
    make: (n) => {
      const values = columnOf(n);
      return () => pageHinkley(values, { sd: 0.3 });
    },
  },
];
