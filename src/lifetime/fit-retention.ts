import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { checkColumn, checkEnough } from './columns';
import { checkFitOptions, type LifetimeFitOptions, mostLikely } from './likelihood';
import { greatest } from './limits';
import { type RetentionParameter, retentionKinds } from './models';
import { retentionLikelihood } from './shifted-beta-geometric';

/**
 * Fits the sBG model of how long customers with a contract stay, by greatest likelihood: at each renewal
 * customers go with a chance of their own, the same each time, beta distributed over them (a, b). Those who
 * are likely to go go first, so the retention of a cohort rises with its age though nobody grows more loyal.
 * Fader & Hardie 2007, Journal of Interactive Marketing 21(1).
 *
 * Standard errors and convergence as with {@link fitBgNbd}; retention that does not rise with age does not
 * identify the two numbers.
 *
 * @param cohorts survival tables, one per cohort: how many customers there were at first, after the first
 *   renewal, after the second, and so on, whole numbers, each at most the one before; cohorts may differ in
 *   length. One without a renewal yet adds nothing, not even to `n`
 * @throws InvalidInputError `out-of-range`, `missing` or `wrong-type`, by cohort and place
 * @throws NotEnoughDataError without a second renewal, or where nobody was lost
 * @example
 * ```ts
 * import { fitRetention } from 'overdeliver/lifetime';
 *
 * const cohort = [1000, 869, 743, 653, 593, 551, 517, 491];
 * const model = fitRetention([cohort], { id: 'lifetime/subscribers' });
 * model.parameters.a.value; // => 0.668
 * model.parameters.b.value; // => 3.806
 * model.fit?.logLikelihood; // => -1611.158
 * ```
 */
export function fitRetention(
  cohorts: readonly ArrayLike<number>[],
  options: LifetimeFitOptions,
): ParameterSet<RetentionParameter> {
  return door('fitRetention', () => {
    checkFitOptions(options);
    const tables = listOf('cohorts', cohorts, 'an array of survival tables');
    const renewed: number[] = [];
    const lost: number[] = [];
    let n = 0;
    tables.forEach((given, cohort) => {
      const at = `cohorts[${cohort}]`;
      checkColumn(at, given);
      const table = reading(at, given, () => Array.from(given));
      let before = greatest;
      for (let t = 0; t < table.length; t++) {
        const active = table[t] as number;
        if (!(Number.isInteger(active) && active >= 0 && active <= before)) {
          const most = t === 0 ? '1e15' : `the ${before} before it`;
          const expected = `a whole number from 0 to ${most}: give counts, not shares`;
          refuse(`cohorts[${cohort}][${t}]`, active, expected);
        }
        if (t > 0) {
          // A table without a renewal says nothing, so that its customers are not counted.
          if (t === 1) n += before;
          renewed[t - 1] = (renewed[t - 1] ?? 0) + active;
          lost[t - 1] = (lost[t - 1] ?? 0) + before - active;
        }
        before = active;
      }
    });
    const count = renewed.length;
    checkEnough('cohorts', 2, count, 'the two numbers of the model, renewals of a cohort that is');
    const gone = lost.reduce((sum, left) => sum + left, 0);
    checkEnough('cohorts', 1, gone, 'knowing how customers leave', 'nobody who left');
    const problem = { n, likelihood: retentionLikelihood(renewed, lost), scales: [1, 1], shift: 0 };
    return mostLikely(retentionKinds, problem, options);
  });
}
