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

const names = { id: 'ours/fuzz', setting: 'a fuzzer', data: 'none', licence: 'none' };
const whose = (r: Random) => r.some({ customer: r.int(0, 30) });
const fitOptions = <Set>(r: Random, parameters: Set) => ({
  ...names,
  ...r.some({ parameters, folds: r.int(3, 6), seed: r.int(0, 9), confidence: r.real(0.5, 0.99) }),
});
const answer = (r: Random) => r.pick([0, 1, r.real(0, 1), null]);
const intentionRow = (r: Random) => ({
  ...customer(r),
  ...r.some({ repurchase: answer(r), recommend: answer(r), complain: answer(r) }),
  ...whose(r),
});
const switchingRow = (r: Random) => ({
  ...{ expected: level(r), outcome: outcome(r), stage: use(r) },
  ...{ promised: level(r), credibility: r.real(0, 1), market: level(r), left: r.flip() },
  ...whose(r),
});
const wordOfMouthRow = (r: Random) => ({
  ...{ satisfaction: level(r), outcome: outcome(r) },
  ...{ positive: r.int(0, 9), negative: r.int(0, 9) },
  ...whose(r),
});
const recoveryRow = (r: Random) => {
  const before = level(r);
  return {
    ...{ before, failed: r.real(0, 1) * before, recovered: level(r) },
    ...r.some({ distributive: level(r), interactional: level(r), procedural: level(r) }),
    ...r.some({ apologies: r.int(0, 3) }),
    ...whose(r),
  };
};
const rowsOf = <Row>(r: Random, row: (r: Random) => Row) => r.list(r.int(12, 40), () => row(r));

export const loyalty: Recipes<typeof room> = {
  fitIntentions: (r) => [rowsOf(r, intentionRow), fitOptions(r, intentions(r))],
  fitSwitching: (r) => [
    rowsOf(r, switchingRow),
    fitOptions(r, parameters(r, 'switchingDefaults', switchingDefaults)),
  ],
  fitWordOfMouth: (r) => [
    rowsOf(r, wordOfMouthRow),
    fitOptions(r, parameters(r, 'wordOfMouthDefaults', wordOfMouthDefaults)),
  ],
  fitRecovery: (r) => [
    rowsOf(r, recoveryRow),
    fitOptions(r, parameters(r, 'recoveryDefaults', recoveryDefaults)),
  ],
  intentionFitRowSchema: (r) => [intentionRow(r)],
  switchingFitRowSchema: (r) => [switchingRow(r)],
  wordOfMouthFitRowSchema: (r) => [wordOfMouthRow(r)],
  recoveryFitRowSchema: (r) => [recoveryRow(r)],
  predictIntentions: (r) => {
    const rows = r.int(1, 5);
    return [
      {
        satisfaction: levels(r, rows),
        outcome: r.flip() ? outcome(r) : Uint8Array.from(r.list(rows, () => r.int(0, 2))),
        stage: r.flip() ? use(r) : Uint8Array.from(r.list(rows, () => r.int(1, 2))),
      },
      r.some({ parameters: intentions(r) }),
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
  explainIntention: (r) => [customer(r), r.some({ parameters: intentions(r) })],
  intentionInputSchema: (r) => [customer(r)],
  predictIntention: (r) => [customer(r), r.some({ parameters: intentions(r) })],
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
