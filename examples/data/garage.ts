import type { LedgerEvent } from 'overdeliver';

/** What a garage recorded in two months, made up. */
export const events: readonly LedgerEvent[] = [
  {
    kind: 'promise',
    id: 'Golf',
    at: '2026-01-12T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
  {
    kind: 'delivery',
    id: 'Golf',
    at: '2026-01-15T12:00:00+01:00',
    quantity: { value: 431, unit: 'euros' },
  },
  {
    kind: 'promise',
    id: 'Clio',
    at: '2026-01-29T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
  {
    kind: 'delivery',
    id: 'Clio',
    at: '2026-02-04T12:00:00+01:00',
    quantity: { value: 530, unit: 'euros' },
  },
  {
    kind: 'promise',
    id: 'Yaris',
    at: '2026-02-09T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
  {
    kind: 'revision',
    id: 'Yaris',
    at: '2026-02-10T12:00:00+01:00',
    quantity: { value: 549, unit: 'euros' },
  },
  {
    kind: 'delivery',
    id: 'Yaris',
    at: '2026-02-12T12:00:00+01:00',
    quantity: { value: 541, unit: 'euros' },
  },
  {
    kind: 'promise',
    id: 'Fiesta',
    at: '2026-02-16T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
  {
    kind: 'delivery',
    id: 'Fiesta',
    at: '2026-02-19T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
  {
    kind: 'promise',
    id: 'Polo',
    at: '2026-02-25T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
  { kind: 'cancellation', id: 'Polo', at: '2026-02-26T12:00:00+01:00', by: 'customer' },
  {
    kind: 'promise',
    id: 'Panda',
    at: '2026-02-27T12:00:00+01:00',
    quantity: { value: 489, unit: 'euros' },
  },
];
