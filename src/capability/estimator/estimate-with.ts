import { door } from '../../input/door';
import { reading } from '../../input/reading';
import type { EstimatorModel } from './estimator-model';
import { expOf } from './exp';
import { readRecord } from './input';
import { type ReadSum, readModel, type Term } from './input-model';

/** What is to be expected of one order, and why. */
export interface Estimate {
  /** The median (where the logarithm's errors are symmetric), in `unit`. */
  readonly estimate: number;
  /**
   * How far off such orders are: the standard deviation of the logarithm of the actual, so that .2 is about a fifth of the
   * estimate; above 0. Always 1 for a model of an older version, which has no spread.
   */
  readonly spread: number;
  /** The unit of the model, such as `minutes`. */
  readonly unit: string;
  /** The median of an average order, in `unit`; times all factors it is the estimate. */
  readonly typical: number;
  /** What each column and each interaction multiplies it by, above 0; 1 for an average value. */
  readonly factors: Readonly<Record<string, number>>;
  /**
   * The columns and interactions whose value was not fitted on: a category or a pair never seen, which counts as
   * average, or a number off the range seen, to which the line is drawn on, while the spread stays as at its end.
   */
  readonly unseen: readonly string[];
}

/**
 * Estimates one order by a fitted model. Pass what it gives to what `calibrateEstimates` made of the held-out rows: that
 * says how far off it may be.
 *
 * @param model what {@link fitEstimator} found, or the same after a trip through JSON
 * @param row a value for each column of the model; other fields may be there as well
 * @throws InvalidInputError `missing` or `wrong-type` for a column without a value of its kind,
 *   `out-of-range` for a number that is not finite or too far off to be estimated, `unknown-version` for a
 *   model that a newer release wrote
 * @example
 * ```ts
 * import { estimateWith, fitEstimator } from 'overdeliver';
 *
 * const history = { actuals: [20, 30, 45, 20, 30, 45], columns: { km: [1, 2, 3, 1, 2, 3] } };
 * const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
 * const { estimate, factors, unseen } = estimateWith(model, { km: 4 });
 * estimate; // => 67.5
 * factors; // => { km: 2.25 }
 * unseen; // => ['km']
 * ```
 */
export function estimateWith(
  model: EstimatorModel,
  row: Readonly<Record<string, unknown>>,
): Estimate {
  return door('estimateWith', () => {
    const { unit, intercept, terms, spread } = readModel(model);
    return reading('row', row, () => {
      readRecord('row', row);
      const given = (name: string) => row[name];
      const pathOf = (name: string) => `row.${name}`;
      let log = intercept;
      const factors = terms.map((term) => {
        const added = addedBy(term, given, pathOf);
        log += added;
        return [term.name, Math.exp(added)] as const;
      });
      const unseen = terms.filter((term) => !isSeen(term, given)).map(({ name }) => name);
      return {
        estimate: expOf(log, () => 'row'),
        spread: spreadOf(spread, given, pathOf, () => 'row'),
        unit,
        typical: Math.exp(intercept),
        factors: Object.fromEntries(factors),
        unseen,
      };
    });
  });
}

type Named<T> = (name: string) => T;

function addedBy({ columns, adds }: Term, given: Named<unknown>, pathOf: Named<string>): number {
  const [first, second] = columns;
  const value = given(first);
  return adds(value, () => pathOf(first), second === undefined ? undefined : given(second));
}

function isSeen({ columns, seen }: Term, given: Named<unknown>): boolean {
  const [first, second] = columns;
  return seen(given(first), second === undefined ? undefined : given(second));
}

function spreadOf(
  spread: ReadSum | null,
  given: Named<unknown>,
  pathOf: Named<string>,
  place: () => string,
): number {
  if (spread === null) return 1;
  let log = spread.intercept;
  for (const term of spread.terms) log += addedBy(term, given, pathOf);
  return expOf(log, place);
}
