import {
  byDay,
  byMonth,
  byWeek,
  type Ledger,
  type LedgerEvent,
  openLedger,
  recordEvent,
} from 'overdeliver';
import { bySegment } from 'overdeliver/ledger';
import type * as room from '../../src/ledger/index';
import type { Random } from '../random';
import { made, named, show } from '../show';
import { date, later, share, zone } from './pieces';
import type { Recipes, ReturnedRecipes } from './recipe';

function eventsOf(r: Random, id: string): LedgerEvent[] {
  const at = date(r, 0, 60);
  const due = later(at, r.real(1, 200));
  const price = { quantity: { value: r.int(1, 99), unit: 'euro' } };
  const quantity = r.flip(0.2) ? price : {};
  const end = later(at, r.real(1, 300));
  const segment = r.some({ segment: r.pick(['north', 'south']) });
  if (r.flip(0.1)) {
    return [
      { kind: 'promise', id, at, ...price, ...segment },
      { kind: 'delivery', id, at: end, ...price },
    ];
  }
  const reason = r.some({ reason: r.pick(['customer', 'part']) });
  const over = r.some({ due: later(due, 24) });
  // A window, which may be a moment, and may begin before it is promised.
  const window = r.flip(0.4) ? { from: later(due, -r.pick([0, 1, r.real(0, 300)])) } : {};
  const moved = r.flip() ? { from: later(due, r.real(0, 24)) } : {};
  return [
    { kind: 'promise', id, at, due, ...window, ...quantity, ...segment },
    ...(r.flip(0.2) ? [{ kind: 'revision', id, at, due: later(due, 24), ...moved } as const] : []),
    ...(r.flip(0.3) ? [{ kind: 'pause', id, at, ...reason } as const] : []),
    ...(r.flip(0.5)
      ? []
      : ([
          { kind: 'pause', id, at, ...reason },
          { kind: 'resume', id, at, ...reason, ...over },
        ] as const)),
    ...r.pick<LedgerEvent[]>([
      [],
      [{ kind: 'delivery', id, at: end, ...quantity }],
      [{ kind: 'delivery', id, at: end, ...quantity }],
      [{ kind: 'cancellation', id, at: end, by: r.pick(['customer', 'company'] as const) }],
    ]),
  ];
}

function ledgerOf(r: Random): Ledger {
  const events = r.list(r.int(0, 8), (i) => eventsOf(r, `o-${i}`)).flat();
  const code = `${show(events)}.reduce((all, event) => recordEvent(all, event), openLedger())`;
  return named(
    code,
    events.reduce((all, event) => recordEvent(all, event), openLedger()),
  );
}

const by = (r: Random) =>
  r.pick([bySegment, made(byDay, zone(r)), made(byWeek, zone(r)), made(byMonth, zone(r))]);
const kept = (r: Random) => ({
  asOf: date(r, 60, 90),
  ...r.some({
    from: date(r, 0, 20),
    to: date(r, 40, 60),
    confidence: share(r),
    promise: r.pick(['original', 'latest'] as const),
  }),
});
const due = (r: Random) => {
  const at = date(r);
  return { id: 'o-1', segment: r.pick([null, 'north']), at, due: later(at, r.real(0, 99)) };
};
const values = (r: Random) => r.list(r.int(1, 30), () => r.real(-3, 5));
const shift = (r: Random) => ({
  sd: r.real(0.1, 3),
  ...r.some({ h: r.real(1, 9), k: r.real(0.1, 2) }),
});

export const ledger: Recipes<typeof room> = {
  cusum: (r) => [values(r), { target: r.real(-1, 1), ...shift(r) }],
  pageHinkley: (r) => [Float64Array.from(values(r)), shift(r)],
  driftAlarms: (r) => [
    ledgerOf(r),
    {
      asOf: date(r, 60, 90),
      keepRate: r.real(0.7, 0.95),
      ...r.some({ by: by(r), falseAlarmEvery: r.int(50, 900), worse: r.real(0.3, 0.6) }),
    },
  ],
  byDay: (r) => [zone(r)],
  byWeek: (r) => [zone(r)],
  byMonth: (r) => [zone(r)],
  bySegment: (r) => [due(r)],
  promiseStanding: (r) => [
    ledgerOf(r),
    `o-${r.int(0, 9)}`,
    { asOf: date(r, 60, 90), ...r.some({ promise: r.pick(['original', 'latest'] as const) }) },
  ],
  recordEvents: (r) => {
    const events = r.list(r.int(0, 3), (i) => eventsOf(r, `new-${i}`)).flat();
    return [ledgerOf(r), r.flip() ? events : [...events].reverse()];
  },
  promiseHistory: (r) => [ledgerOf(r), `o-${r.int(0, 9)}`],
  keptRate: (r) => [ledgerOf(r), kept(r)],
  keptRates: (r) => [ledgerOf(r), { ...kept(r), by: by(r) }],
  openLedger: () => [],
  ledgerEventSchema: (r) => [r.pick(eventsOf(r, 'o-1'))],
  ledgerSchema: (r) => [JSON.parse(JSON.stringify(ledgerOf(r)))],
  recordEvent: (r) => [ledgerOf(r), eventsOf(r, r.pick(['new', 'o-1']))[0] as LedgerEvent],
  reviveLedger: (r) => [JSON.parse(JSON.stringify(ledgerOf(r)))],
};

export const ledgerReturned: ReturnedRecipes<typeof room> = {
  byDay: (r) => [due(r)],
  byWeek: (r) => [due(r)],
  byMonth: (r) => [due(r)],
};
