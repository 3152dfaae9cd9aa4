import type { BusinessCalendar, LedgerEvent, QualityItems, ServiceEvent } from 'overdeliver';
import { mondayToFriday } from 'overdeliver/calendar';

// What the businesses of the examples know beside their tables; all made up.

const known = {
  zone: 'Europe/Berlin',
  holidays: ['01-01', '05-01', '10-03', '12-25/12-26'],
  knownUntil: '2027-03-25',
};

/** A web shop's warehouse. */
export const warehouse: BusinessCalendar = {
  ...known,
  open: mondayToFriday('07:00-18:00'),
  cutOff: '14:00',
};

/** The carrier that fetches its parcels. */
export const carrier: BusinessCalendar = {
  ...known,
  open: { ...mondayToFriday('08:00-19:00'), saturday: ['08:00-13:00'] },
  specialHours: { '12-24': ['08:00-12:00'], '12-31': ['08:00-12:00'] },
  cutOff: '16:00',
};

/** A support desk's ticket that waits for two things at once, while the clocks change on a Sunday. */
export const ticket: readonly ServiceEvent[] = [
  { at: '2026-03-26T15:00:00+01:00', kind: 'opened' },
  { at: '2026-03-26T16:00:00+01:00', kind: 'responded' },
  { at: '2026-03-27T10:00:00+01:00', kind: 'pending', reason: 'customer' },
  { at: '2026-03-27T14:00:00+01:00', kind: 'pending', reason: 'supplier' },
  { at: '2026-03-30T09:30:00+02:00', kind: 'resumed', reason: 'customer' },
  { at: '2026-03-31T11:00:00+02:00', kind: 'resumed', reason: 'supplier' },
  { at: '2026-04-01T10:00:00+02:00', kind: 'resolved' },
];

/** The questions of a bicycle workshop's survey on its service, */
export const items: QualityItems = {
  id: 'workshop',
  scale: { min: 1, max: 7 },
  items: [
    { id: 'prompt', dimension: 'time', text: 'Repairs are done soon.' },
    { id: 'punctual', dimension: 'time', text: 'Bicycles are ready when promised.' },
    { id: 'skilled', dimension: 'work', text: 'The mechanics know their trade.' },
    { id: 'safe', dimension: 'work', text: 'The bicycle is safe afterwards.' },
    { id: 'friendly', dimension: 'people', text: 'The staff are friendly.' },
    { id: 'explained', dimension: 'people', text: 'What was done is explained.' },
  ],
};

/** those on what it might offer, */
export const features = [
  { id: 'reminder', functional: 'If we call when it is ready?', dysfunctional: 'If not?' },
  { id: 'coffee', functional: 'If there is coffee?', dysfunctional: 'If not?' },
];

/** and how its answers are fitted. */
export const about = {
  form: {
    answers: { min: 1, max: 7 },
    dimensions: {
      level: { kind: 'level', unit: 'points', terms: ['performance', 'gap'], value: 'identity' },
    },
  },
  id: 'workshop/2026',
  setting: 'customers of our workshop',
  data: 'our survey',
  licence: 'internal',
} as const;

/** The ledger of a garage, of two months. */
export const garage: readonly LedgerEvent[] = [
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

/** A customer of a coffee subscription. */
export const subscription = [
  { at: '2026-01-08T19:00:00Z', event: { kind: 'purchase' } },
  { at: '2026-01-12T11:00:00Z', event: { kind: 'experience', perceived: 88 } },
  { at: '2026-02-09T11:00:00Z', event: { kind: 'experience', perceived: 82 } },
  { at: '2026-03-09T11:00:00Z', event: { kind: 'experience', perceived: 74 } },
  { at: '2026-04-13T11:00:00Z', event: { kind: 'experience', perceived: 60 } },
  { at: '2026-05-11T11:00:00Z', event: { kind: 'experience', perceived: 90 } },
] as const;
