import { door } from '../input/door';
import { read } from '../input/read';
import { notEnough } from '../input/refusal';
import { fitOptionsSchema, survivalTablesSchema } from './input';
import { type LifetimeFitOptions, maximumLikelihood } from './maximum-likelihood';
import { shiftedBetaGeometric } from './models';
import type { highEndRetention } from './published';

/**
 * Fits the sBG model of how long customers with a contract stay, by maximum likelihood: at each renewal
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
): typeof highEndRetention {
  return door('fitRetention', () => {
    const about = read(fitOptionsSchema, options, 'options');
    const tables = read(survivalTablesSchema, cohorts, 'cohorts');
    const renewed: number[] = [];
    const lost: number[] = [];
    let n = 0;
    for (const table of tables) {
      // A table without a renewal says nothing, so that its customers are not counted.
      if (table.length > 1) n += table[0] as number;
      for (let t = 1; t < table.length; t++) {
        const active = table[t] as number;
        renewed[t - 1] = (renewed[t - 1] ?? 0) + active;
        lost[t - 1] = (lost[t - 1] ?? 0) + (table[t - 1] as number) - active;
      }
    }
    if (renewed.length < 2) {
      const counts = { needed: 2, available: renewed.length };
      notEnough('cohorts', counts, 'the two numbers of the model, renewals of a cohort that is');
    }
    if (lost.every((count) => count === 0)) {
      const counts = { needed: 1, available: 0 };
      notEnough('cohorts', counts, 'knowing how customers leave', 'nobody who left');
    }
    const problem = { data: { renewed, lost }, n, scales: [1, 1], shift: 0 };
    return maximumLikelihood(shiftedBetaGeometric, problem, about);
  });
}
