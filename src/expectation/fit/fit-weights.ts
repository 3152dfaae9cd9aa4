import { notEnough, refuse } from '../../input/refusal';
import { clustersOf, dealClusters } from '../../numerics/clusters';
import type { ExpectationNumbers } from '../parameters';
import type { Weighting } from '../weighting';
import { cellsOf, type FitRow, fitRowsOf, signalVariance } from './cells';
import { compareForms, type ShrunkForm, simplest } from './compare-forms';
import { errorsAt } from './errors';
import type { ExpectationFit, ExpectationFitOptions, ExpectationFitRow } from './fit-types';
import { flagsOf } from './flags';
import { type FitLayout, layoutByStage, layoutPooled, startOf } from './layout';
import { learntSet } from './learnt-set';
import { fitWithSize } from './prior-size';
import { ordersIn, resampled } from './resamples';
import { errorOf, weightsOf } from './weights-of';

type Given = Omit<ExpectationFitOptions, keyof Weighting> & Weighting;

/** Fits weights by stage, and all that stands beside them. */
export function fitWeights(given: readonly ExpectationFitRow[], options: Given): ExpectationFit {
  const { folds = 5, resamples = 200, seed = 1, confidence = 0.95, priorSize } = options;
  const weighting: Weighting = options;
  const numbers: ExpectationNumbers = weighting.parameters.numbers;
  const rows = fitRowsOf(given, numbers);
  const clusters = clustersOf(given.map(({ respondent }) => respondent));
  const layout = layoutByStage(rows, weighting);
  refuseTooFew(rows, clusters.length, layout, folds);
  const cells = cellsOf(rows);
  const all = cells(new Uint8Array(rows.length).fill(1));
  if (signalVariance(all) === 0) {
    const expected = 'rows of which some differ in a signal, since nothing else tells its weight';
    refuse('rows', given, expected, 'ambiguous');
  }
  const fold = dealClusters(
    clusters,
    (row) => (given[row] as ExpectationFitRow).stage,
    folds,
    seed,
  );
  const parts = Array.from({ length: folds }, (_, f) =>
    cells(fold.map((one) => (one === f ? 1 : 0))),
  );
  const level = rows.reduce((sum, { expected }) => sum + expected, 0) / rows.length;
  const shrunk = (of: FitLayout): ShrunkForm => {
    return { layout: of, start: startOf(of, level), size: priorSize };
  };
  const finished = (form: ShrunkForm) => {
    const { size, tried, at, converged } = fitWithSize(all, form.start, form.layout, form.size);
    const strength = size * signalVariance(all);
    const errors = errorsAt({ rows, clusters, cells: all }, at, strength, form.layout);
    return { at, converged, size, tried, errors, layout: form.layout };
  };
  const byStage = shrunk(layout);
  const pooled = shrunk(layoutPooled(rows, weighting));
  const fit = finished(byStage);
  const one = finished(pooled);
  const draws = resampled(rows, clusters, layout, fit.at, { seed, resamples, size: 1 });
  const weights = weightsOf(rows, fit, confidence);
  const { comparison, unscored } = compareForms({
    rows,
    fold,
    cells: parts,
    clusters,
    weighting,
    byStage,
    pooled,
  });
  const setOf = (found: typeof fit, id: string) =>
    learntSet(
      {
        at: found.at,
        standardErrors: found.errors.standardErrors,
        layout: found.layout,
        priorSize: found.size,
        rows: rows.length,
        converged: found.converged,
      },
      { ...options, id },
      weighting,
    );
  return {
    parameters: setOf(fit, options.id),
    pooled: setOf(one, `${options.id}/pooled`),
    register: options.register,
    rows: rows.length,
    respondents: given.some(({ respondent }) => respondent !== undefined) ? clusters.length : null,
    priorSize: fit.size,
    priorSizes: fit.tried,
    base: {
      level: fit.at[0] as number,
      ...errorOf(fit.at[0] as number, fit.errors.standardErrors[0] as number, 100, confidence),
    },
    weights,
    orders: ordersIn(fit.at, draws, layout, weighting.order),
    comparison,
    recommended: simplest(comparison),
    flags: flagsOf({ rows, layout, fit, register: options.register, unscored }),
  };
}

/** Refuses fewer rows, or respondents, than numbers, or than folds take. */
function refuseTooFew(
  rows: readonly FitRow[],
  clusters: number,
  { groups }: FitLayout,
  folds: number,
): void {
  const numbers = groups.reduce((sum, { factors }) => sum + factors.length, 1);
  const needed = Math.max(numbers + 1, 2 * folds);
  if (clusters >= needed) return;
  const who = clusters < rows.length ? 'respondents' : 'rows';
  const purpose = `${numbers} numbers and ${folds} folds`;
  notEnough('rows', { needed, available: clusters }, purpose, `${clusters} ${who}`);
}
