import { ascendingOrder } from '../../numerics/ascending-order';
import { asGoodAsBest, errorOfMean, meanIn } from '../../numerics/error-of-mean';
import { logistic } from '../../numerics/logistic';
import { maximise } from '../../numerics/maximise';
import { placesBelow } from '../../numerics/places-that';
import { type Design, sumAt } from './design';
import type { ImportanceFormScore } from './importance-types';
import { effectsOf, type Layout } from './layout';
import { logChance } from './shrunk-logit';
import { type ChosenFit, fitWithSpreads } from './spreads';

type Form = ImportanceFormScore['form'];

/** A form with its fit to all rows, from which those of folds start. */
export interface FittedForm {
  readonly form: Form;
  readonly layout: Layout;
  readonly fit: ChosenFit;
}

/** Every form scored on rows that it was not fitted on; the folds' other rows choose the spreads, too. */
export function compareForms(
  design: Design,
  forms: readonly FittedForm[],
  fold: Uint8Array,
  clusters: readonly (readonly number[])[],
): readonly ImportanceFormScore[] {
  const foreseen = forms.map((one) => heldOut(design, one, fold));
  const losses = foreseen.map((u) =>
    u.map((logOdds, row) => -logChance(logOdds, design.answer[row] as number)),
  );
  const best = losses.reduce((one, other) => (meanIn(other) < meanIn(one) ? other : one));
  return forms.map(({ form, layout }, i) => {
    const [u, loss] = [foreseen[i] as Float64Array, losses[i] as Float64Array];
    const above = loss.map((x, row) => x - (best[row] as number));
    return {
      form,
      numbers: layout.size,
      logLoss: meanIn(loss),
      aboveBest: meanIn(above),
      standardError: errorOfMean(above, clusters),
      auc: design.isYesNo ? aucOf(u, design.answer) : null,
      calibration: calibrationOf(u, design.answer),
    };
  });
}

/** The simplest form of those as good as the best. */
export const simplest = (comparison: readonly ImportanceFormScore[]): Form =>
  (asGoodAsBest(comparison)[0] as ImportanceFormScore).form;

/** The log odds of each row by a fit to the other folds. */
function heldOut(design: Design, { layout, fit }: FittedForm, fold: Uint8Array): Float64Array {
  const rows = placesBelow(fold.length);
  const effects = [...new Set(fold)].map((out) => {
    const kept = rows.filter((row) => fold[row] !== out);
    return [out, effectsOf(layout, fitWithSpreads(design, kept, layout, fit).at)] as const;
  });
  const byFold = new Map(effects);
  return Float64Array.from(rows, (row) => {
    const own = byFold.get(fold[row] as number)?.[design.stage[row] as number];
    return sumAt(design, row, own as Float64Array);
  });
}

/** The area under the curve of yes among no, by ranks; ties count half (Mann & Whitney 1947). */
function aucOf(score: Float64Array, answer: Float64Array): number {
  const order = ascendingOrder(score);
  let [ranks, yes] = [0, 0];
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && score[order[to] as number] === score[order[from] as number]) to++;
    const middle = (from + to + 1) / 2;
    for (let i = from; i < to; i++) {
      if (answer[order[i] as number] !== 1) continue;
      ranks += middle;
      yes++;
    }
  }
  return (ranks - (yes * (yes + 1)) / 2) / (yes * (order.length - yes));
}

/** Cox 1958, Biometrika 45, 10.1093/biomet/45.3-4.562. */
function calibrationOf(u: Float64Array, answer: Float64Array): ImportanceFormScore['calibration'] {
  const found = maximise(
    ([intercept = 0, slope = 0]) => {
      const [gradient, hessian] = [[0, 0] as [number, number], new Float64Array(4)];
      let value = 0;
      u.forEach((x, row) => {
        const at = intercept + slope * x;
        const p = logistic(at);
        value += logChance(at, answer[row] as number);
        gradient[0] += (answer[row] as number) - p;
        gradient[1] += ((answer[row] as number) - p) * x;
        const w = p * (1 - p);
        hessian.set([-w, 0, -w * x, -w * x * x].map((part, k) => part + (hessian[k] as number)));
      });
      return { value, gradient, hessian };
    },
    [0, 1],
  );
  const [intercept, slope] = found.at as [number, number];
  return found.converged ? { intercept, slope } : null;
}
