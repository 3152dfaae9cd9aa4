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

// While it waits the clocks change, on Sunday.
const kinds = { opened: 'promise', pending: 'pause', resumed: 'resume', resolved: 'delivery' };
let ledger = openLedger();
const rows = ticket.map((event, i) => {
  const { at, reason } = event;
  const kind = kinds[event.kind as keyof typeof kinds];
  const now = promiseClocks(desk, ticket.slice(0, i + 1), promises, { asOf: at });
  const due = now.resolution.due ?? undefined;
  const told = { kind, id: 'ticket-25', at, reason, due } as LedgerEvent;
  if (kind) ledger = recordEvent(ledger, told);
  return { ...event, ...now, ledger: promiseStanding(ledger, told.id, { asOf: at }) };
});
const states = 'response.state resolution.state resolution.used resolution.due ledger.standing';
show(rows, `kind reason ${states}`, desk.zone);
const { kept, due } = keptRate(ledger, { asOf: '2026-04-03T17:00:00+02:00' });
console.log(`\n${kept} of ${due} kept when its day had come`);
