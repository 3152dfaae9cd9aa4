import type { IntentionInput } from '../customer';
import type { LoyaltyFitFlag } from './fit-types';

/** Says so where rows are of one stage only. */
export function oneStage(rows: readonly Pick<IntentionInput, 'stage'>[]): LoyaltyFitFlag[] {
  const [stage, ...others] = new Set(rows.map((row) => row.stage));
  if (stage === undefined || others.length > 0) return [];
  return [{ code: 'one-stage', detail: { stage } }];
}
