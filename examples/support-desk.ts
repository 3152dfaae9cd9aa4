/**
 * A support desk promises a first response and a resolution in business hours: what to promise is learnt from the time that
 * past tickets used, a ticket waits for two things at once over a change of clocks, and the ledger keeps the same promise.
 * Made-up tickets; run it with `npx tsx examples/support-desk.ts`.
 */
import { readFileSync } from 'node:fs';
import {
  businessCalendar,
  capabilityFromCensored,
  keptRate,
  openLedger,
  planPromise,
  promiseClocks,
  recordEvent,
  type ServiceEvent,
  toMultipleOf,
} from 'overdeliver';
import { usedTime } from 'overdeliver/calendar';
import { promiseStanding } from 'overdeliver/ledger';
import { clock } from './lib/clock.ts';
import { table } from './lib/table.ts';

const day = ['09:00-17:00'];
const open = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
const desk = businessCalendar({ zone: 'Europe/Berlin', open });
const unit = 'open-hours';
const clocks = {
  firstResponse: { until: 'responded' },
  resolution: { until: 'resolved', pauses: true },
} as const;

const file = new URL('data/tickets.json', import.meta.url);
const past: ServiceEvent[][] = JSON.parse(readFileSync(file, 'utf8'));
const used = usedTime(desk, past, clocks, { unit, asOf: '2026-03-20T17:00:00+01:00' });
const plan = (name: keyof typeof clocks) => {
  const took = capabilityFromCensored(used[name].used, { unit, finished: used[name].finished });
  return planPromise(took, { keepRate: 0.9, round: toMultipleOf(1) });
};
const promises = {
  firstResponse: { ...clocks.firstResponse, plan: plan('firstResponse') },
  resolution: { ...clocks.resolution, plan: plan('resolution') },
};
for (const [name, promise] of Object.entries(promises)) {
  console.log(
    `${name}: within ${promise.plan.promise} open hours, typically ${promise.plan.typical.toFixed(1)}`,
  );
}

const ticket: readonly ServiceEvent[] = [
  { at: '2026-03-26T15:00:00+01:00', kind: 'opened' },
  { at: '2026-03-26T16:00:00+01:00', kind: 'responded' },
  { at: '2026-03-27T10:00:00+01:00', kind: 'pending', reason: 'customer' },
  { at: '2026-03-27T14:00:00+01:00', kind: 'pending', reason: 'supplier' },
  // The clocks change on Sunday.
  { at: '2026-03-30T09:30:00+02:00', kind: 'resumed', reason: 'customer' },
  { at: '2026-03-31T11:00:00+02:00', kind: 'resumed', reason: 'supplier' },
  { at: '2026-04-01T10:00:00+02:00', kind: 'resolved' },
];
const id = 'ticket-25';
let ledger = openLedger();
const rows = ticket.map(({ at, kind, reason }, i) => {
  const so = promiseClocks(desk, ticket.slice(0, i + 1), promises, { asOf: at });
  const due = so.resolution.due ?? undefined;
  if (kind === 'opened' && due) ledger = recordEvent(ledger, { kind: 'promise', id, at, due });
  if (kind === 'pending') ledger = recordEvent(ledger, { kind: 'pause', id, at, reason });
  if (kind === 'resumed') ledger = recordEvent(ledger, { kind: 'resume', id, at, reason, due });
  if (kind === 'resolved') ledger = recordEvent(ledger, { kind: 'delivery', id, at });
  const { state, used: hours } = so.resolution;
  const { standing, due: inLedger } = promiseStanding(ledger, id, { asOf: at });
  const what = [kind, reason].filter(Boolean).join(' ');
  return [
    what,
    so.firstResponse.state,
    state,
    hours.toFixed(1),
    clock(inLedger, desk.zone),
    standing,
  ];
});
console.log(
  `\n${table([['event', 'response', 'resolution', 'used', 'due', 'in the ledger'], ...rows])}`,
);
const { kept, due } = keptRate(ledger, { asOf: '2026-04-03T17:00:00+02:00' });
console.log(`\n${kept} of ${due} kept when its day had come`);
