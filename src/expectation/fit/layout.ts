import { predictedFactors } from '../factors';
import { positionalWeights } from '../positional-weights';
import { stageNames } from '../stages';
import type { Weighting } from '../weighting';
import type { FitRow } from './cells';

/** The weights of one stage, or of all, among the numbers that are fitted. */
export interface WeightGroup {
  /** Place of the base's weight; those of the factors follow. */
  readonly at: number;
  /** Places in `predictedFactors` of the factors that rows had. */
  readonly factors: readonly number[];
  /** The default's weights of these, adding up to 1. */
  readonly ranked: Float64Array;
  /** The default's weights of all factors, on the same scale. */
  readonly all: Float64Array;
}

/** Which number means what: the base's level comes first. */
export interface FitLayout {
  readonly size: number;
  readonly groups: readonly WeightGroup[];
  /** By place in `stageNames`: the group of the stage; null for a stage without rows. */
  readonly ofStage: readonly (WeightGroup | null)[];
}

/** Weights by stage, shrunk towards the default's of the stage. */
export function layoutByStage(rows: readonly FitRow[], weighting: Weighting): FitLayout {
  let at = 1;
  const ofStage = stageNames.map((name, stage) => {
    const own = rows.filter((row) => row.stage === stage);
    if (own.length === 0) return null;
    const group = groupOf(own, positionalWeights(name, weighting), at);
    at += group.factors.length + 1;
    return group;
  });
  return { size: at, groups: ofStage.filter((group) => group !== null), ofStage };
}

/** One weighting for all stages, shrunk towards the mean of the default's over the rows. */
export function layoutPooled(rows: readonly FitRow[], weighting: Weighting): FitLayout {
  const mean = new Float64Array(predictedFactors.length);
  stageNames.forEach((name, stage) => {
    const share = rows.filter((row) => row.stage === stage).length / rows.length;
    positionalWeights(name, weighting).forEach((weight, i) => {
      mean[i] = (mean[i] as number) + share * weight;
    });
  });
  const group = groupOf(rows, mean, 1);
  return {
    size: group.factors.length + 2,
    groups: [group],
    ofStage: stageNames.map(() => group),
  };
}

function groupOf(rows: readonly FitRow[], weights: Float64Array, at: number): WeightGroup {
  const seen = new Set(rows.flatMap((row) => row.factors));
  const factors = [...predictedFactors.keys()].filter((factor) => seen.has(factor));
  const total = factors.reduce((sum, factor) => sum + (weights[factor] as number), 0);
  // Factors that the default gives no weight at all tie.
  const ranked = Float64Array.from(factors, (factor) =>
    total > 0 ? (weights[factor] as number) / total : 1 / factors.length,
  );
  return { at, factors, ranked, all: total > 0 ? weights.map((w) => w / total) : weights };
}

/** The numbers to start from: the default's weights beside a base that weighs as much. */
export function startOf({ size, groups }: FitLayout, level: number): Float64Array {
  const start = new Float64Array(size);
  start[0] = level;
  for (const { at, factors, ranked } of groups) {
    start[at] = factors.length === 0 ? 1 : 0.5;
    ranked.forEach((weight, i) => {
      start[at + 1 + i] = weight / 2;
    });
  }
  return start;
}
