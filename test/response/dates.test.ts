import { planRecovery, triageExpectation } from 'overdeliver';
import { planBonuses, planReassurance } from 'overdeliver/response';
import { describe, expect, it } from 'vitest';
import { aDate, refusal } from '../core/refusal';
import { contact, evenly } from './given';

type Form = Date | number | string | { readonly epochMilliseconds: number };
const now = Date.UTC(2026, 2, 6, 10);

/** Everything that takes a date: where it stands, and what becomes of it. */
const takers: readonly (readonly [path: string, take: (date: Form) => unknown])[] = [
  ['boughtAt', (date) => planReassurance(date, { contact })],
  ['failure.at', (at) => planRecovery({ what: 'a', at }, { asOf: now, contact })],
  ['options.asOf', (asOf) => planRecovery({ what: 'a', at: now }, { asOf, contact })],
  [
    'options.asOf',
    (asOf) => planBonuses([], [], { budget: 0, kept: { rate: null }, asOf, contact }),
  ],
  ['options.asOf', (asOf) => triage(asOf, now)],
  ['options.later.from', (from) => triage(now, from)],
];

function triage(asOf: Form, from: Form) {
  return triageExpectation(
    { asked: 3 },
    {
      industry: evenly(1, 5),
      own: evenly(2, 6),
      later: { from, own: evenly(1, 2) },
      keepRate: 0.9,
      asOf,
      contact,
    },
  );
}

describe.each(takers)('%s', (path, take) => {
  it.each<[string, Form]>([
    ['milliseconds', now],
    ['text with an offset', '2026-03-06T11:00:00+01:00'],
    ['an instant of Temporal', { epochMilliseconds: now }],
  ])('may be %s', (_, date) => {
    expect(take(date)).toEqual(take(new Date(now)));
  });

  it('is refused as text without an offset', () => {
    const expected = { path, code: 'wrong-type', expected: aDate };
    expect(refusal(() => take('2026-03-06T11:00'))).toMatchObject(expected);
  });
});

it('says nothing of requirements that nobody can look up', () => {
  const said = JSON.stringify([
    planReassurance(now, { contact }),
    planRecovery({ what: 'a', at: now }, { asOf: now, contact }),
    triage(now, now),
  ]);
  expect(said).not.toMatch(/\bD\d/);
});
