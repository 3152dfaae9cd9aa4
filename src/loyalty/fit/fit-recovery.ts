import { door } from '../../input/door';
import { read } from '../../input/read';
import { recoverySchema } from '../input';
import type { recoveryDefaults } from '../recovery-model';
import type { LoyaltyFit, LoyaltyFitOptions } from './fit-types';
import { fitOptionsOf, recoveryRowsSchema } from './input';
import { learnRecovery } from './learn-recovery';
import type { RecoveryFitRow } from './rows';

const optionsSchema = fitOptionsOf(recoverySchema);

/**
 * Learns from failures that were made up for what share of the satisfaction lost each part of a recovery regains, in place of
 * the shares that `recoveryDefaults` assumes.
 *
 * Least squares on the satisfaction after the recovery, as {@link predictRecovery} foresees it:
 * `failed + (before - failed) * sum of share * amount`, bounded by the scale, with shares within the ranges of the default.
 * What customers would have forgotten by themselves has no term, and counts to what was done. Standard errors hold whatever
 * the rows' own spread is (White 1980, Econometrica 48, 10.2307/1912934), and where customers have several rows (Liang & Zeger
 * 1986, Biometrika 73, 10.1093/biomet/73.1.13).
 *
 * @param rows satisfaction before the failure, after it and after the recovery, and what was done, as {@link predictRecovery}
 *   takes it; other columns pass
 * @param options names of the new set, and how to fit
 * @returns a set that goes wherever `recoveryDefaults` goes, how sure its shares are, and its squared error beside the default's
 * @throws InvalidInputError `out-of-range` for a level off its scale or one that rose by the failure, by row; `ambiguous`
 *   where nothing was lost, or nothing done, in all rows; `unknown-name`, `missing`, `wrong-type` for bad rows or options
 * @throws NotEnoughDataError for no more rows, or customers, than numbers, or fewer than two a fold
 * @example
 * ```ts
 * import { predictRecovery } from 'overdeliver';
 * import { fitRecovery } from 'overdeliver/loyalty';
 *
 * // Sixty complaints, made up: what customers got counts, apologies hardly do.
 * const rows = Array.from({ length: 60 }, (_, i) => {
 *   const done = {
 *     distributive: (i * 37) % 101,
 *     interactional: (i * 53) % 101,
 *     procedural: (i * 71) % 101,
 *     apologies: i % 4,
 *   };
 *   const share = (0.6 * done.distributive + 0.2 * done.interactional + 0.1 * done.procedural) / 100;
 *   return { before: 80, failed: 30, ...done, recovered: 30 + 50 * share + ((i * 7) % 9) - 4 };
 * });
 * const fit = fitRecovery(rows, {
 *   id: 'ours/recovery-2026',
 *   setting: 'complaints of one spring',
 *   data: 'our own complaints',
 *   licence: 'internal',
 * });
 * const { distributive, apology } = fit.parameters.parameters;
 * [distributive.value, distributive.standardError]; // => [0.59, 0.02]
 * apology.value; // => 0.02
 *
 * const { parameters } = fit; // plain JSON, and goes wherever the default goes
 * const customer = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
 * predictRecovery(customer, { failed: 40, distributive: 100 }, { parameters }).satisfaction.recovered; // => 63.7
 * ```
 */
export function fitRecovery(
  rows: readonly RecoveryFitRow[],
  options: LoyaltyFitOptions<typeof recoveryDefaults>,
): LoyaltyFit<keyof typeof recoveryDefaults.parameters> {
  return door('fitRecovery', () =>
    learnRecovery(read(recoveryRowsSchema, rows, 'rows'), read(optionsSchema, options, 'options')),
  );
}
