import { type CompiledModel, sharedUtilities } from './compile';
import { addLaidOut, addLaidOutCovariate, type Layout } from './layout';
import { scoreRows } from './ordinal';
import type { DimensionUtility } from './utility';

/** A column of so many rows takes 128 kB, so that all of them stay in the cache. */
const block = 16_384;

/** The utilities and scores of columns that were laid out, and why a row has none. */
export function scoreLayout(layout: Layout, compiled: CompiledModel) {
  const score = new Float64Array(layout.rows);
  const made = utilityOfLayout(layout, compiled, (utility, start, end) => {
    scoreRows(utility, compiled.thresholds, score, start, end);
  });
  return { ...made, score };
}

/** The utilities alone; `ready` is told of each block while it is in the cache. */
export function utilityOfLayout(
  { rows, dimensions, covariates }: Layout,
  compiled: CompiledModel,
  ready?: (utility: Float64Array, start: number, end: number) => void,
) {
  const utilities = sharedUtilities(compiled, dimensions);
  const utility = new Float64Array(rows);
  const status = new Uint8Array(rows);
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(start + block, rows);
    dimensions.forEach((one, d) => {
      addLaidOut(one, utilities[d] as DimensionUtility, utility, status, start, end);
    });
    covariates.forEach((one, c) => {
      const weight = compiled.covariates[c]?.weight as number;
      addLaidOutCovariate(one, weight, utility, status, start, end);
    });
    ready?.(utility, start, end);
  }
  return { utility, status };
}
