import { asGoodAsBest, errorOfMean, meanIn } from '../../numerics/error-of-mean';
import { positionalWeights } from '../positional-weights';
import { stageNames } from '../stages';
import type { Weighting } from '../weighting';
import { type Cell, type FitRow, joined } from './cells';
import type { ExpectationFormScore } from './fit-types';
import type { FitLayout } from './layout';
import { partOf, setMean } from './parts';
import { fitWithSize } from './prior-size';
import { regressionByStage } from './regression';

type Form = ExpectationFormScore['form'];

/** A form that is shrunk, with what its folds need. */
export interface ShrunkForm {
  readonly layout: FitLayout;
  readonly start: Float64Array;
  /** The prior size, where it was given. */
  readonly size: number | undefined;
}

/** What is compared, and on which folds. */
export interface Comparing {
  readonly rows: readonly FitRow[];
  readonly fold: Uint8Array;
  readonly cells: readonly (readonly Cell[])[];
  readonly clusters: readonly (readonly number[])[];
  readonly weighting: Weighting;
  readonly byStage: ShrunkForm;
  readonly pooled: ShrunkForm;
}

/** Every form that has an answer for all rows, scored on rows that it was not fitted on; and those without. */
export function compareForms(given: Comparing): {
  readonly comparison: readonly ExpectationFormScore[];
  readonly unscored: readonly Form[];
} {
  const { rows, clusters, byStage, pooled } = given;
  const numbersOf = ({ groups }: FitLayout, own = 0) =>
    groups.reduce((sum, { factors }) => sum + factors.length + own, 0);
  const forms: readonly (readonly [Form, number, Float64Array])[] = [
    ['default', 0, Float64Array.from(rows, (row) => defaultOf(row, given.weighting))],
    ['pooled', numbersOf(pooled.layout) + 1, heldOut(given, pooled)],
    ['by-stage', numbersOf(byStage.layout) + 1, heldOut(given, byStage)],
    ['regression', numbersOf(byStage.layout, 1), regressed(given)],
  ];
  const squares = forms.map(([form, numbers, predicted]) => ({
    form,
    numbers,
    losses: predicted.map((level, i) => (level - (rows[i] as FitRow).expected) ** 2),
  }));
  const scored = squares.filter(({ losses }) => losses.every(Number.isFinite));
  const unscored = squares.filter((one) => !scored.includes(one)).map(({ form }) => form);
  const best = scored.reduce((one, other) =>
    meanIn(other.losses) < meanIn(one.losses) ? other : one,
  );
  const level = meanIn(Float64Array.from(rows, ({ expected }) => expected));
  const variance = meanIn(Float64Array.from(rows, ({ expected }) => (expected - level) ** 2));
  const comparison = scored.map(({ form, numbers, losses }) => {
    const above = losses.map((loss, i) => loss - (best.losses[i] as number));
    return {
      form,
      numbers,
      loss: meanIn(losses),
      r2: variance > 0 ? 1 - meanIn(losses) / variance : null,
      aboveBest: meanIn(above),
      standardError: errorOfMean(above, clusters),
    };
  });
  return { comparison, unscored };
}

/** The simplest form of those as good as the best. */
export const simplest = (comparison: readonly ExpectationFormScore[]): Form =>
  (asGoodAsBest(comparison)[0] as ExpectationFormScore).form;

/** What the default forms of a row, as formExpectation does; NaN where nothing with a weight speaks. */
function defaultOf(row: FitRow, weighting: Weighting): number {
  const weights = positionalWeights(
    stageNames[row.stage] as (typeof stageNames)[number],
    weighting,
  );
  const { learnt } = weighting.parameters;
  let total = learnt?.base[row.stage] ?? 0;
  let sum = total * (learnt?.baseLevel ?? 0);
  row.factors.forEach((factor, i) => {
    const w = (row.reliabilities[i] as number) * (weights[factor] as number);
    total += w;
    sum += w * (row.levels[i] as number);
  });
  return sum / total;
}

/** What a shrunk form foresees of each row by the other folds, which choose its prior size, too. */
function heldOut({ rows, fold, cells }: Comparing, form: ShrunkForm): Float64Array {
  const fits = cells.map((_, f) => {
    const others = joined(cells.filter((__, g) => g !== f));
    return fitWithSize(others, form.start, form.layout, form.size).at;
  });
  return Float64Array.from(rows, (row, i) => {
    const part = partOf(row, form.layout);
    setMean(part, fits[fold[i] as number] as Float64Array);
    const { mean } = part;
    return row.levels.reduce(
      (sum, level, k) => sum + level * (mean[k + 1] as number),
      mean[0] as number,
    );
  });
}

function regressed({ rows, fold, cells, byStage }: Comparing): Float64Array {
  const fits = cells.map((_, f) =>
    regressionByStage(
      rows.filter((__, i) => fold[i] !== f),
      byStage.layout,
    ),
  );
  return Float64Array.from(rows, (row, i) =>
    (fits[fold[i] as number] as (typeof fits)[number])(row),
  );
}
