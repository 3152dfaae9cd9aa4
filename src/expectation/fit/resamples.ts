import { compare } from '../../numerics/nearly';
import { uniforms } from '../../numerics/uniforms';
import { type PredictedFactor, predictedFactors } from '../factors';
import { type FactorOrder, stageNames, stages } from '../stages';
import { type Cell, cellsOf, type FitRow } from './cells';
import { drawCounts } from './draw-counts';
import type { StageOrder } from './fit-types';
import type { FitLayout, WeightGroup } from './layout';
import { fitTo } from './prior-size';

/** Fits to resamples of the clusters, the default counting as so many rows. */
export function resampled(
  rows: readonly FitRow[],
  clusters: readonly (readonly number[])[],
  layout: FitLayout,
  from: Float64Array,
  {
    seed,
    resamples,
    size,
  }: { readonly seed: number; readonly resamples: number; readonly size: number },
): readonly Float64Array[] {
  const next = uniforms(seed);
  const cells: (counts: ArrayLike<number>) => readonly Cell[] = cellsOf(rows);
  return Array.from({ length: resamples }, () => {
    const drawn = cells(drawCounts(next, clusters, rows.length));
    return fitTo(drawn, size, from, layout).at;
  });
}

/** How often the stage's own order of factors shows in resamples. */
export function ordersIn(
  at: Float64Array,
  draws: readonly Float64Array[],
  layout: FitLayout,
  given: FactorOrder | undefined,
): readonly StageOrder[] {
  return stageNames.flatMap((stage, s): StageOrder[] => {
    const group = layout.ofStage[s];
    if (!group) return [];
    const order = seenIn(given ?? stages[stage].order, group);
    if (order.length < 2) return [{ stage, order: named(order), holds: null, share: null }];
    const holds = (weights: Float64Array) => isOrdered(order, weights, group);
    const share = draws.filter(holds).length / draws.length;
    return [{ stage, order: named(order), holds: holds(at), share }];
  });
}

/** The places of an order as groups that tie, without factors that no row had. */
function seenIn(order: FactorOrder, group: WeightGroup): PredictedFactor[][] {
  return order
    .map((entry) => (typeof entry === 'string' ? [entry] : [...entry]))
    .map((tied) =>
      tied.filter((factor) => group.factors.includes(predictedFactors.indexOf(factor))),
    )
    .filter((tied) => tied.length > 0);
}

const named = (order: readonly (readonly PredictedFactor[])[]): FactorOrder =>
  order.map((tied) => (tied.length === 1 ? (tied[0] as PredictedFactor) : tied));

/** Whether all of each place weigh more than all of the next; equal ones, as two at 0, show no order. */
function isOrdered(
  order: readonly (readonly PredictedFactor[])[],
  at: Float64Array,
  group: WeightGroup,
): boolean {
  const weights = order.map((tied) =>
    tied.map((factor) => {
      const place = group.factors.indexOf(predictedFactors.indexOf(factor));
      return at[group.at + 1 + place] as number;
    }),
  );
  return weights.every(
    (place, i) =>
      i === 0 || compare(Math.min(...(weights[i - 1] as number[])), Math.max(...place), 1) > 0,
  );
}
