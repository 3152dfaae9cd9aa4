import { door } from '../../input/door';
import { read } from '../../input/read';
import { switchingSchema } from '../input';
import type { switchingDefaults } from '../switching-model';
import type { LoyaltyFit, LoyaltyFitOptions } from './fit-types';
import { fitOptionsOf, switchingRowsSchema } from './input';
import { learnSwitching } from './learn-switching';
import type { SwitchingFitRow } from './rows';

const optionsSchema = fitOptionsOf(switchingSchema);

/**
 * Learns from customers who were made offers, and went or stayed, when a customer follows a competitor's promise, in place of
 * the numbers that `switchingDefaults` assumes.
 *
 * The choice between two of {@link predictSwitching} by maximum likelihood (a binary logit, McFadden 1974). No
 * offer tells the cost of switching from the inertia of a stage, since both count for staying whatever is promised: what
 * they come to is learnt, `switchingCost` stays as it was (or gives way, so that no inertia is below 0), and the inertias
 * take the rest. Numbers stay within the ranges of the default. Standard errors hold whatever the rows' own spread is
 * (White 1980, Econometrica 48, 10.2307/1912934), and where customers have several rows (Liang & Zeger 1986, Biometrika 73,
 * 10.1093/biomet/73.1.13).
 *
 * @param rows the customer and the offer as {@link predictSwitching} takes them, in one row, and whether they left; other
 *   columns pass
 * @param options names of the new set, and how to fit
 * @returns a set that goes wherever `switchingDefaults` goes, how sure its numbers are, and its log loss beside the default's
 * @throws InvalidInputError `out-of-range` for a level or a credibility off its scale, by row; `unknown-name`, `missing`,
 *   `wrong-type` for bad rows or options
 * @throws NotEnoughDataError where all left, or nobody; for no more rows, or customers, than numbers, or fewer than two a fold
 * @example
 * ```ts
 * import { predictSwitching } from 'overdeliver';
 * import { fitSwitching } from 'overdeliver/loyalty';
 *
 * // 180 customers who were made offers that all believed, made up.
 * const rows = Array.from({ length: 180 }, (_, i) => {
 *   const [expected, promised] = [55 + ((i * 7) % 30), 55 + ((i * 11) % 45)];
 *   const outcome = (['below', 'met', 'met', 'exceeded'] as const)[i % 4] ?? 'met';
 *   const stage = i % 3 === 0 ? ('first-use' as const) : ('long-term' as const);
 *   const bound = { below: -8, met: 0, exceeded: 8 }[outcome] + (stage === 'long-term' ? 15 : 8);
 *   const left = promised - expected > bound + ((i * 17) % 61) - 30;
 *   return { expected, outcome, stage, promised, credibility: 1, market: 60, left };
 * });
 * const fit = fitSwitching(rows, {
 *   id: 'ours/switching-2026',
 *   setting: 'customers who were made offers',
 *   data: 'our own offers',
 *   licence: 'internal',
 * });
 * fit.parameters.parameters.perPoint.value; // => 0.096
 * fit.comparison.recommended; // => 'default'
 *
 * const { parameters } = fit; // plain JSON, and goes wherever the default goes
 * const customer = { expected: 70, outcome: 'met', stage: 'long-term' } as const;
 * predictSwitching(customer, { promised: 90, credibility: 1, market: 60 }, { parameters }).chance; // => 0.64
 * ```
 */
export function fitSwitching(
  rows: readonly SwitchingFitRow[],
  options: LoyaltyFitOptions<typeof switchingDefaults>,
): LoyaltyFit<keyof typeof switchingDefaults.parameters> {
  return door('fitSwitching', () =>
    learnSwitching(
      read(switchingRowsSchema, rows, 'rows'),
      read(optionsSchema, options, 'options'),
    ),
  );
}
