/** What a customer of a coffee subscription goes through, made up. */
export const events = [
  { at: '2026-01-08T19:00:00Z', event: { kind: 'purchase' } },
  { at: '2026-01-12T11:00:00Z', event: { kind: 'experience', perceived: 88 } },
  { at: '2026-02-09T11:00:00Z', event: { kind: 'experience', perceived: 82 } },
  { at: '2026-03-09T11:00:00Z', event: { kind: 'experience', perceived: 74 } },
  { at: '2026-04-13T11:00:00Z', event: { kind: 'experience', perceived: 60 } },
  { at: '2026-05-11T11:00:00Z', event: { kind: 'experience', perceived: 90 } },
] as const;
