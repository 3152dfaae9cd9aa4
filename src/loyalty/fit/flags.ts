import type { IntentionInput } from '../customer';
import type { LoyaltyFitFlag } from './fit-types';

/** Says so where rows are of one stage only. */
export function oneStage(rows: readonly Pick<IntentionInput, 'stage'>[]): LoyaltyFitFlag[] {
  const stages = new Set(rows.map(({ stage }) => stage));
  return stages.size > 1
    ? []
    : [...stages].map((stage) => ({ code: 'one-stage', detail: { stage } }));
}
