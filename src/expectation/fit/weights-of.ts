import type { Interval } from '../../core/interval';
import { normalQuantile } from '../../numerics/normal';
import { predictedFactors } from '../factors';
import { stageNames } from '../stages';
import type { FitRow } from './cells';
import type { FitErrors } from './errors';
import type { LearntWeight } from './fit-types';
import type { FitLayout } from './layout';

/** A standard error with the interval of a number from 0 to a greatest one; null where nothing tells. */
export function errorOf(value: number, error: number, max: number, confidence: number) {
  if (Number.isNaN(error)) return { standardError: null, interval: null };
  const half = normalQuantile((1 + confidence) / 2) * error;
  const interval: Interval = {
    low: Math.max(0, value - half),
    high: Math.min(max, value + half),
  };
  return { standardError: error, interval };
}

/** The weights of every stage with rows, the base first. */
export function weightsOf(
  rows: readonly FitRow[],
  fit: { readonly at: Float64Array; readonly errors: FitErrors; readonly layout: FitLayout },
  confidence: number,
): readonly LearntWeight[] {
  return stageNames.flatMap((stage, s) => {
    const group = fit.layout.ofStage[s];
    if (!group) return [];
    const own = rows.filter((row) => row.stage === s);
    return [-1, ...group.factors].map((place, i): LearntWeight => {
      const number = group.at + i;
      const weight = fit.at[number] as number;
      const error = fit.errors.standardErrors[number] as number;
      const { interval } = errorOf(0, fit.errors.boundaryErrors[number] as number, 1, confidence);
      return {
        stage,
        factor: place === -1 ? 'base' : (predictedFactors[place] as LearntWeight['factor']),
        weight,
        ...(weight === 0
          ? { standardError: null, interval }
          : errorOf(weight, error, 1, confidence)),
        ranked: i === 0 ? 0 : (group.ranked[i - 1] as number),
        rows: i === 0 ? own.length : own.filter(({ factors }) => factors.includes(place)).length,
      };
    });
  });
}
