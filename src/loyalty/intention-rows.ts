import { logistic } from '../numerics/logistic';

/** The coefficients of one intention. */
export interface IntentionWeights {
  readonly base: number;
  readonly satisfaction: number;
  readonly below: number;
  readonly exceeded: number;
  readonly longTerm: number;
}

/** The log odds of an intention, its terms added up in the order in which they are explained. */
function intentionLogOdds(
  weights: IntentionWeights,
  satisfaction: number,
  below: number,
  exceeded: number,
  longTerm: number,
): number {
  return (
    weights.base +
    weights.satisfaction * (satisfaction / 100) +
    weights.below * below +
    weights.exceeded * exceeded +
    weights.longTerm * longTerm
  );
}

interface PerIntention<Value> {
  readonly repurchase: Value;
  readonly recommend: Value;
  readonly complain: Value;
}

/**
 * Predicts all rows; NaN in a satisfaction is a row without one. Returns the first row that holds a number which is
 * not allowed, -1 without any.
 */
export function intentionRows(
  { repurchase, recommend, complain }: PerIntention<IntentionWeights>,
  satisfaction: Float64Array,
  outcome: Uint8Array,
  stage: Uint8Array,
  out: PerIntention<Float64Array>,
  status: Uint8Array,
): number {
  for (let row = 0; row < satisfaction.length; row++) {
    const s = satisfaction[row] as number;
    const judged = outcome[row] as number;
    const at = stage[row] as number;
    if (s < 0 || s > 100 || judged > 2 || at < 1 || at > 2) return row;
    if (Number.isNaN(s)) status[row] = 1;
    const below = judged === 0 ? 1 : 0;
    const exceeded = judged === 2 ? 1 : 0;
    out.repurchase[row] = logistic(intentionLogOdds(repurchase, s, below, exceeded, at - 1));
    out.recommend[row] = logistic(intentionLogOdds(recommend, s, below, exceeded, at - 1));
    out.complain[row] = logistic(intentionLogOdds(complain, s, below, exceeded, at - 1));
  }
  return -1;
}
