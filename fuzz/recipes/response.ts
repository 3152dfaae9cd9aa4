import { planPromise, reviewPromise } from 'overdeliver';
import { wordOfMouthDefaults } from 'overdeliver/loyalty';
import {
  frictionDefaults,
  type PracticeName,
  practices,
  reassuranceDefaults,
  responseDefaults,
} from 'overdeliver/response';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import type * as room from '../../src/response/index';
import type { Random } from '../random';
import { capability } from './capabilities';
import { calendar, date, later, level, levels, need, parameters, share, zone } from './pieces';
import type { Recipes } from './recipe';

const numbers = (r: Random) =>
  r.some({ parameters: parameters(r, 'responseDefaults', responseDefaults) });
const contact = (r: Random) => ({
  zone: zone(r),
  ...r.some({ quiet: r.pick(['21:00-08:00', '12:00-13:00']), calendar: calendar(r) }),
});
const dated = (r: Random) => ({ asOf: date(r, 60, 90), contact: contact(r) });

/** What a review of a promise under way says, where it can be reviewed. */
function review(r: Random) {
  try {
    const kitchen = capability(r, 'lower', 0);
    const plan = planPromise(kitchen, { keepRate: 0.5, bestEffort: true });
    return {
      review: reviewPromise(kitchen, {
        plan,
        elapsed: plan.promise * 0.9,
        revised: false,
        bestEffort: true,
      }),
    };
  } catch {
    return {};
  }
}

export const response: Recipes<typeof room> = {
  auditPractices: (r) => [
    r.list(r.int(0, 12), () => ({
      practice: r.pick(Object.keys(practices) as PracticeName[]),
      well: r.flip(),
    })),
    { ...r.some({ confidence: share(r) }), ...numbers(r) },
  ],
  planBonuses: (r) => [
    r.list(r.int(1, 3), (i) => ({
      id: `b${i}`,
      cost: r.int(1, 3000),
      serves: need(r),
      value: r.real(0, 20),
    })),
    r.list(r.int(1, 4), (i) => ({
      id: `c${i}`,
      needs: { [need(r)]: level(r) },
      ...r.some({ contact: contact(r), contract: ['b0'], received: ['b1'] }),
    })),
    {
      budget: r.int(0, 9000),
      kept: { rate: r.real(0.8, 1) },
      ...r.some({ basicKept: share(r) }),
      ...dated(r),
      ...numbers(r),
    },
  ],
  consistencyOf: (r) => [
    levels(r, r.int(2, 40)),
    {
      ...r.some({
        confidence: share(r),
        outcome: parameters(r, 'outcomeDefaults', outcomeDefaults),
      }),
      ...numbers(r),
    },
  ],
  scoreComplaintChannel: (r) => [
    {
      steps: r.int(0, 9),
      ways: r.int(1, 5),
      hours: r.real(0, 72),
      repeats: r.int(0, 4),
      handOvers: r.int(0, 4),
    },
    { satisfaction: level(r) },
    r.some({
      parameters: parameters(r, 'frictionDefaults', frictionDefaults),
      wordOfMouth: parameters(r, 'wordOfMouthDefaults', wordOfMouthDefaults),
    }),
  ],
  planReassurance: (r) => [
    date(r),
    {
      contact: contact(r),
      ...r.some({
        parameters: parameters(r, 'reassuranceDefaults', reassuranceDefaults),
        without: r.pick([['call'], ['thank', 'tell-next'], []] as const),
      }),
    },
  ],
  planRecovery: (r) => {
    const at = date(r, 0, 60);
    return [
      { what: 'cold meal', at, ...r.some({ apologised: r.flip(), compensated: r.flip() }) },
      {
        ...r.some({ change: 'a lid', compensation: { offer: 'a new meal', worth: r.real(1, 99) } }),
        ...(r.flip() ? review(r) : {}),
        ...dated(r),
        asOf: later(at, r.real(0, 48)),
        ...numbers(r),
      },
    ];
  },
  triageExpectation: (r) => [
    { asked: r.real(0, 60), ...r.some({ need: need(r) }) },
    {
      industry: capability(r),
      own: capability(r),
      keepRate: r.real(0.05, 0.9),
      ...r.some({
        alternatives: ['pick-up'],
        later: { from: date(r, 200, 300), own: capability(r) },
      }),
      ...dated(r),
      ...numbers(r),
    },
  ],
};
