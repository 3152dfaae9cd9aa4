import { capabilityFromSamples, planRecovery, reviewPromise, triageExpectation } from 'overdeliver';
import {
  auditPractices,
  consistencyOf,
  frictionDefaults,
  planBonuses,
  planReassurance,
  practices,
  reassuranceDefaults,
  responseDefaults,
  scoreComplaintChannel,
} from 'overdeliver/response';
import { expect, it } from 'vitest';
import { asOf, contact, evenly } from './given';

const own = capabilityFromSamples(
  Array.from({ length: 30 }, (_, i) => i),
  { unit: 'minutes' },
);
const levels = Array.from({ length: 50 }, (_, i) => i);
const triaged = { industry: evenly(0, 10), own: evenly(0, 12), keepRate: 0.9, alternatives: ['x'] };
const answers = [
  triageExpectation({ asked: 1 }, { ...triaged, asOf, contact }),
  planRecovery(
    { what: 'x', at: asOf },
    {
      review: reviewPromise(own, {
        plan: { promise: 5, keepRate: 0.8 },
        elapsed: 9,
        revised: false,
      }),
      asOf,
      contact,
    },
  ),
  { actions: planReassurance(asOf, { contact }) },
  scoreComplaintChannel(
    { steps: 1, ways: 1, hours: 1, repeats: 0, handOvers: 0 },
    { satisfaction: 40 },
  ),
  planBonuses(
    [{ id: 'a', cost: 1, serves: 'safety', value: 1 }],
    [{ id: 'b', needs: { safety: 1 } }],
    { budget: 1, kept: { rate: null }, asOf, contact },
  ),
  auditPractices(Array.from({ length: 9 }, () => ({ practice: 'listen' as const, well: false }))),
  consistencyOf(levels),
];

it('every answer is data that survives JSON, and every action says what, why, when, for what and how sure', () => {
  for (const answer of answers) {
    const dates = JSON.parse(JSON.stringify(answer), (key, value) =>
      key === 'when' && value !== null ? new Date(value) : value,
    );
    expect(dates).toEqual(answer);
    expect(answer.actions.length).toBeGreaterThan(0);
    for (const action of answer.actions) {
      expect(Object.keys(action).sort()).toEqual([
        'code',
        'detail',
        'evidence',
        'serves',
        'when',
        'why',
      ]);
      expect(action.why.length).toBeGreaterThan(0);
      expect(['published', 'contested', 'assumed']).toContain(action.evidence.status);
      expect(action.evidence.source).not.toBe('');
    }
  }
});

it('every weight of friction has a reason of its own', () => {
  const why = Object.values(frictionDefaults.parameters).map(({ source }) => source);
  expect(new Set(why).size).toBe(why.length);
});

it('no number of the room is called anything but assumed, and none can be changed', () => {
  for (const set of [responseDefaults, reassuranceDefaults, frictionDefaults]) {
    expect(Object.isFrozen(set.parameters)).toBe(true);
    for (const { status, value, range } of Object.values(set.parameters)) {
      expect(status).toBe('assumed');
      expect(value).toBeGreaterThanOrEqual(range[0]);
      expect(value).toBeLessThanOrEqual(range[1]);
    }
  }
  expect(Object.isFrozen(practices.listen)).toBe(true);
});
