import {
  byDay,
  driftAlarms,
  keptRate,
  keptRates,
  type LedgerEvent,
  openLedger,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { ledgerEventSchema, ledgerSchema, promiseHistory } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { refusal } from '../core/refusal';
import { cancelled, delivered, made, on, recorded, revised } from './given';

const events = [
  made('a', 1, 5, 'north'),
  made('b', 1, 5),
  revised('b', 3, 6),
  delivered('a', 4),
  cancelled('b', 5, 'customer'),
  { ...made('c', 1, 5), quantity: { value: 180, unit: 'euro', better: 'lower' } } as const,
] as readonly LedgerEvent<Date>[];
const ledger = recorded(events);

const forms: [string, (date: Date) => LedgerEvent['at']][] = [
  ['dates', (date) => date],
  ['milliseconds', (date) => date.getTime()],
  ['texts', (date) => date.toISOString()],
  ['texts with an offset', (date) => date.toISOString().replace('Z', '+00:00')],
  ['instants of Temporal', (date) => ({ epochMilliseconds: date.getTime() })],
];

describe.each(forms)('in %s', (_, form) => {
  const told = (event: LedgerEvent<Date>) =>
    ({
      ...event,
      at: form(event.at),
      ...('due' in event && event.due && { due: form(event.due) }),
    }) as LedgerEvent;

  it('a ledger is recorded and revived as the same, and gives dates back', () => {
    const again = events.reduce((all, event) => recordEvent(all, told(event)), openLedger());
    expect(JSON.stringify(again)).toBe(JSON.stringify(ledger));
    expect(promiseHistory(again, 'a')).toEqual([events[0], events[3]]);
    const json = { version: 1, events: events.map(told) };
    expect(JSON.stringify(reviveLedger(json))).toBe(JSON.stringify(ledger));
    expect(ledgerEventSchema.parse(told(events[0] as LedgerEvent<Date>))).toEqual(events[0]);
  });

  it('rates and alarms are asked for', () => {
    const [asOf, from, to] = [on(9), on(1), on(6)];
    const asked = { asOf: form(asOf), from: form(from), to: form(to) };
    expect(keptRate(ledger, asked)).toEqual(keptRate(ledger, { asOf, from, to }));
    const by = byDay('Europe/Berlin');
    expect(keptRates(ledger, { ...asked, by })).toEqual(keptRates(ledger, { asOf, from, to, by }));
    expect(driftAlarms(ledger, { asOf: form(asOf), keepRate: 0.9 })).toEqual(
      driftAlarms(ledger, { asOf, keepRate: 0.9 }),
    );
  });
});

it('text without an offset is refused, since it would mean the zone of the host', () => {
  const at = '2026-03-01T12:00:00';
  const event = { kind: 'delivery', id: 'c', at } as const;
  expect(refusal(() => recordEvent(ledger, event)).path).toBe('event.at');
  expect(refusal(() => keptRate(ledger, { asOf: at })).path).toBe('options.asOf');
  expect(refusal(() => driftAlarms(ledger, { asOf: at, keepRate: 0.9 })).path).toBe('options.asOf');
  expect(ledgerEventSchema.safeParse(event).success).toBe(false);
});

describe('the schemas', () => {
  it.each(['input', 'output'] as const)('describe themselves as JSON Schema: %s', (io) => {
    const event = z.toJSONSchema(ledgerEventSchema, { io }) as {
      oneOf?: object[];
      anyOf?: object[];
    };
    const kinds = event.oneOf ?? event.anyOf;
    if (io === 'output') {
      expect(kinds?.[0]).toMatchObject({ required: ['kind', 'id', 'at'] });
    }
    expect(kinds).toMatchObject([
      {
        properties: {
          kind: { const: 'promise' },
          id: { minLength: 1 },
          at: { type: 'string', format: 'date-time' },
          due: { format: 'date-time' },
          quantity: { properties: { better: { enum: ['lower', 'higher'] } } },
        },
      },
      { properties: { kind: { const: 'revision' } } },
      { properties: { kind: { const: 'pause' }, reason: { type: 'string' } } },
      { properties: { kind: { const: 'resume' }, due: { format: 'date-time' } } },
      { properties: { kind: { const: 'delivery' } } },
      { properties: { by: { enum: ['customer', 'company'] } } },
    ]);
    expect(z.toJSONSchema(ledgerSchema, { io })).toMatchObject({
      properties: { version: { minimum: 1, maximum: 2 }, events: { type: 'array' } },
    });
  });

  it('take the JSON of a ledger as it is', () => {
    const json = JSON.parse(JSON.stringify(ledger));
    const parsed = ledgerSchema.parse(json);
    expect(parsed.events).toEqual(
      [0, 1, 5, 2, 3, 4].map((place) => events[place]), // in order of time, by id
    );
    expect(JSON.stringify(reviveLedger(parsed))).toBe(JSON.stringify(ledger));
    expect(ledgerSchema.safeParse({ ...json, version: 1 }).success).toBe(true);
    for (const version of [0, 1.5, 3]) {
      expect(ledgerSchema.safeParse({ ...json, version }).success).toBe(false);
    }
    expect(ledgerSchema.safeParse({ ...json, events: [{}] }).success).toBe(false);
  });
});
