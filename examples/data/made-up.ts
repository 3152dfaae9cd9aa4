import type { QualityItems, ServiceEvent } from 'overdeliver';

// What happened and what was asked in the examples, all made up.

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

/** What a bicycle workshop asked its customers of its service. */
export const serviceItems: QualityItems = {
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

/** What it asked them of services that it might offer. */
export const newServices = [
  { id: 'reminder', functional: 'If we call when it is ready?', dysfunctional: 'If not?' },
  { id: 'coffee', functional: 'If there is coffee?', dysfunctional: 'If not?' },
];

/** What a customer of a coffee subscription goes through. */
export const subscription = [
  { at: '2026-01-08T19:00:00Z', event: { kind: 'purchase' } },
  { at: '2026-01-12T11:00:00Z', event: { kind: 'experience', perceived: 88 } },
  { at: '2026-02-09T11:00:00Z', event: { kind: 'experience', perceived: 82 } },
  { at: '2026-03-09T11:00:00Z', event: { kind: 'experience', perceived: 74 } },
  { at: '2026-04-13T11:00:00Z', event: { kind: 'experience', perceived: 60 } },
  { at: '2026-05-11T11:00:00Z', event: { kind: 'experience', perceived: 90 } },
] as const;
