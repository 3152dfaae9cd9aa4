import {
  folkloreWordOfMouth,
  recoveryDefaults,
  surveyIntentions,
  switchingDefaults,
  wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import { mixedSatisfaction, outcomeDefaults } from 'overdeliver/satisfaction';
import type * as room from '../../src/loyalty/index';
import type { Random } from '../random';
import { capability } from './capabilities';
import { level, levels, outcome, parameters } from './pieces';
import type { Recipes, ReturnedRecipes } from './recipe';

const use = (r: Random) => r.pick(['first-use', 'long-term'] as const);
const customer = (r: Random) => ({
  satisfaction: level(r),
  outcome: outcome(r),
  stage: use(r),
});
const intentions = (r: Random) => parameters(r, 'surveyIntentions', surveyIntentions);
const wordOfMouth = (r: Random) =>
  r.some({
    parameters: r.flip()
      ? parameters(r, 'wordOfMouthDefaults', wordOfMouthDefaults)
      : parameters(r, 'folkloreWordOfMouth', folkloreWordOfMouth),
  });

export const loyalty: Recipes<typeof room> = {
  predictIntentions: (r) => {
    const rows = r.int(1, 5);
    return [
      {
        satisfaction: levels(r, rows),
        outcome: r.flip() ? outcome(r) : Uint8Array.from(r.list(rows, () => r.int(0, 2))),
        stage: r.flip() ? use(r) : Uint8Array.from(r.list(rows, () => r.int(1, 2))),
      },
      r.some({ model: intentions(r) }),
    ];
  },
  goodwillByLoyalty: (r) => [
    {
      value: r.real(1, 900),
      stage: use(r),
      ...r.some({
        baseline: r.real(0, 1),
        satisfaction: mixedSatisfaction,
        dimension: 'time',
        intentions: intentions(r),
        parameters: parameters(r, 'outcomeDefaults', outcomeDefaults),
      }),
    },
  ],
  explainIntention: (r) => [customer(r), r.some({ model: intentions(r) })],
  intentionInputSchema: (r) => [customer(r)],
  predictIntention: (r) => [customer(r), r.some({ model: intentions(r) })],
  predictRecovery: (r) => [
    customer(r),
    {
      failed: level(r),
      ...r.some({
        distributive: level(r),
        interactional: level(r),
        procedural: level(r),
        apologies: r.int(0, 3),
      }),
    },
    r.some({
      intentions: intentions(r),
      paradox: r.flip(),
      parameters: parameters(r, 'recoveryDefaults', recoveryDefaults),
    }),
  ],
  predictSwitching: (r) => [
    { expected: level(r), outcome: outcome(r), stage: use(r) },
    { promised: level(r), credibility: r.real(0, 1), market: level(r) },
    r.some({ parameters: parameters(r, 'switchingDefaults', switchingDefaults) }),
  ],
  predictWordOfMouth: (r) => [{ satisfaction: level(r), outcome: outcome(r) }, wordOfMouth(r)],
  wordOfMouthAmong: (r) => [
    r.list(r.int(1, 4), () => ({
      satisfaction: level(r),
      outcome: outcome(r),
      customers: r.int(1, 99),
    })),
    wordOfMouth(r),
  ],
};

export const loyaltyReturned: ReturnedRecipes<typeof room> = {
  goodwillByLoyalty: (r) => [r.real(1, 90), capability(r, 'lower', 2)],
};
