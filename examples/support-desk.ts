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
  type LedgerEvent,
  openLedger,
  planPromise,
  promiseClocks,
  recordEvent,
  type ServiceEvent,
  toMultipleOf,
} from 'overdeliver';
import { mondayToFriday, usedTime } from 'overdeliver/calendar';
import { promiseInEnglish } from 'overdeliver/english';
import { promiseStanding } from 'overdeliver/ledger';
import { ticket } from './data/made-up.ts';
import { show } from './lib/show.ts';

const desk = businessCalendar({ zone: 'Europe/Berlin', open: mondayToFriday('09:00-17:00') });
const resolution = { until: 'resolved', pauses: true } as const;
const response = { until: 'responded' } as const;
const [unit, asOf] = ['open-hours', '2026-03-20T17:00:00+01:00'] as const;
const file = new URL('data/tickets.json', import.meta.url);
const past: ServiceEvent[][] = JSON.parse(readFileSync(file, 'utf8'));
const times = usedTime(desk, past, { response, resolution }, { unit, asOf });
const aim = { keepRate: 0.9, round: toMultipleOf(1) };
const planOf = ({ used, finished }: (typeof times)['response']) =>
  planPromise(capabilityFromCensored(used, { unit, finished }), aim);
const promises = {
  response: { ...response, plan: planOf(times.response) },
  resolution: { ...resolution, plan: planOf(times.resolution) },
};
for (const { plan } of Object.values(promises)) console.log(promiseInEnglish(plan));

/** The same in the ledger; null for what changes nothing there. */
function eventFor({ kind, at, reason }: ServiceEvent, due: Date | null): LedgerEvent | null {
  const id = 'ticket-25';
  if (kind === 'opened' && due) return { kind: 'promise', id, at, due };
  if (kind === 'pending') return { kind: 'pause', id, at, reason };
  if (kind === 'resumed') return { kind: 'resume', id, at, reason, due: due ?? undefined };
  return kind === 'resolved' ? { kind: 'delivery', id, at } : null;
}

let ledger = openLedger();
const rows = ticket.map((event, i) => {
  const asOf = event.at;
  const now = promiseClocks(desk, ticket.slice(0, i + 1), promises, { asOf });
  const recorded = eventFor(event, now.resolution.due);
  if (recorded) ledger = recordEvent(ledger, recorded);
  return { ...event, ...now, ledger: promiseStanding(ledger, 'ticket-25', { asOf }) };
});
const states = 'response.state resolution.state resolution.used resolution.due ledger.standing';
// While it waits the clocks change, on Sunday.
show('a ticket, event by event', rows, `kind reason ${states}`, desk.zone);
const { kept, due } = keptRate(ledger, { asOf: '2026-04-03T17:00:00+02:00' });
console.log(`\n${kept} of ${due} kept when its day had come`);
