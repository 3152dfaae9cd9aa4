import { logistic } from '../numerics/logistic';
import type { Intention } from './intention-model';

/** The coefficients of one intention. */
export interface IntentionWeights {
  readonly base: number;
  readonly satisfaction: number;
  readonly below: number;
  readonly exceeded: number;
  readonly longTerm: number;
}

/** The log odds of an intention, its terms added up in the order in which they are explained. */
export function intentionLogOdds(
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

/** Predicts all rows; NaN in a satisfaction is a row without one. */
export function intentionRows(
  { repurchase, recommend, complain }: Readonly<Record<Intention, IntentionWeights>>,
  columns: { readonly satisfaction: Float64Array } & Readonly<
    Record<'outcome' | 'stage', Uint8Array>
  >,
): Readonly<Record<Intention, Float64Array>> & { readonly status: Uint8Array } {
  const { satisfaction, outcome, stage } = columns;
  const rows = satisfaction.length;
  const out = {
    repurchase: new Float64Array(rows),
    recommend: new Float64Array(rows),
    complain: new Float64Array(rows),
  };
  const status = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const s = satisfaction[row] as number;
    const regular = (stage[row] as number) - 1;
    if (Number.isNaN(s)) status[row] = 1;
    const below = outcome[row] === 0 ? 1 : 0;
    const exceeded = outcome[row] === 2 ? 1 : 0;
    out.repurchase[row] = logistic(intentionLogOdds(repurchase, s, below, exceeded, regular));
    out.recommend[row] = logistic(intentionLogOdds(recommend, s, below, exceeded, regular));
    out.complain[row] = logistic(intentionLogOdds(complain, s, below, exceeded, regular));
  }
  return { ...out, status };
}
