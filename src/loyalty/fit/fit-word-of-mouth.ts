import { door } from '../../input/door';
import { read } from '../../input/read';
import { wordOfMouthSchema } from '../input';
import type { wordOfMouthDefaults } from '../word-of-mouth-model';
import type { LoyaltyFit, LoyaltyFitOptions } from './fit-types';
import { fitOptionsOf, wordOfMouthRowsSchema } from './input';
import { learnWordOfMouth } from './learn-word-of-mouth';
import type { WordOfMouthFitRow } from './rows';

const optionsSchema = fitOptionsOf(wordOfMouthSchema);

/**
 * Learns from customers who say how many people they told how much is told at which satisfaction, for good and for bad, in
 * place of the numbers that `wordOfMouthDefaults` assumes.
 *
 * Nonlinear least squares on the people told good and told bad, as {@link predictWordOfMouth} foresees them, with
 * numbers within the ranges of the default; it starts at the best of several places, since the squared error may have
 * more than one hollow. One person who tells hundreds decides a mean: look at the largest counts first. Standard errors
 * hold whatever the rows' own spread is (White 1981, Journal of the American Statistical Association 76,
 * 10.1080/01621459.1981.10477663), and where customers have several rows (Liang & Zeger 1986, Biometrika 73,
 * 10.1093/biomet/73.1.13). Where silence lies takes most rows: its intervals are a little too narrow, with fewer than
 * about 800 by more.
 *
 * @param rows a customer as {@link predictWordOfMouth} takes them, and how many they told good and bad; other columns pass
 * @param options names of the new set, and how to fit
 * @returns a set that goes wherever `wordOfMouthDefaults` goes, how sure its numbers are, and its squared error, of both counts
 *   together, beside the default's
 * @throws InvalidInputError `out-of-range` for a satisfaction or a count off its scale, by row; `unknown-name`, `missing`,
 *   `wrong-type` for bad rows or options
 * @throws NotEnoughDataError where nobody told anybody; for no more rows, or customers, than numbers, or fewer than two a fold
 * @example
 * ```ts
 * import { predictWordOfMouth } from 'overdeliver';
 * import { fitWordOfMouth } from 'overdeliver/loyalty';
 *
 * // 300 customers, made up: those delighted tell up to four people, those disappointed up to six.
 * const rows = Array.from({ length: 300 }, (_, i) => {
 *   const outcome = (['below', 'met', 'exceeded'] as const)[i % 3] ?? 'met';
 *   const satisfaction = { below: 10, met: 40, exceeded: 60 }[outcome] + ((i * 17) % 41);
 *   const silent = { below: 75, met: 65, exceeded: 55 }[outcome];
 *   const lead = satisfaction - silent;
 *   const most = lead > 0 ? 4 * (lead / (100 - silent)) ** 1.5 : 6 * (-lead / silent) ** 1.5;
 *   const people = Math.floor(most * (outcome === 'met' ? 0.5 : 1) + ((i * 13) % 10) / 10);
 *   return { satisfaction, outcome, positive: lead > 0 ? people : 0, negative: lead > 0 ? 0 : people };
 * });
 * const fit = fitWordOfMouth(rows, {
 *   id: 'ours/word-of-mouth-2026',
 *   setting: 'customers asked in one spring',
 *   data: 'our own survey',
 *   licence: 'internal',
 * });
 * fit.parameters.parameters['positive.most'].value; // => 3.97
 * fit.comparison.recommended; // => 'learnt'
 *
 * const { parameters } = fit; // plain JSON, and goes wherever the default goes
 * predictWordOfMouth({ satisfaction: 90, outcome: 'exceeded' }, { parameters }).positive; // => 2.75
 * ```
 */
export function fitWordOfMouth(
  rows: readonly WordOfMouthFitRow[],
  options: LoyaltyFitOptions<typeof wordOfMouthDefaults>,
): LoyaltyFit<keyof typeof wordOfMouthDefaults.parameters> {
  return door('fitWordOfMouth', () =>
    learnWordOfMouth(
      read(wordOfMouthRowsSchema, rows, 'rows'),
      read(optionsSchema, options, 'options'),
    ),
  );
}
