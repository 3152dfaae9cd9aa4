import { door } from '../../input/door';
import { read } from '../../input/read';
import type { ExpectationFit, ExpectationFitOptions, ExpectationFitRow } from './fit-types';
import { fitWeights } from './fit-weights';
import { expectationFitOptionsSchema, fitRowsSchema } from './input';

/**
 * Learns from a survey what each factor weighs at each stage, in place of the ranks that practice assumes.
 *
 * The level expected is `(w0 b + sum r w x) / (w0 + sum r w)`, as {@link formExpectation} forms it, with one factor more: the
 * base b, what is expected of the trade when nothing is known, the same at all stages. Weights are at least 0. Each stage's
 * are shrunk towards the default's ratios by least squares on as many made-up rows as `priorSize` says, chosen by
 * marginal likelihood; the default knows no base, so the base is not shrunk. Losses out of sample stand beside those of the
 * defaults, of one weighting for all stages and of an ordinary regression.
 *
 * @param rows a stage, the signals that {@link formExpectation} takes, the level expected, 0 to 100, and who answered; other
 *   columns pass
 * @param options what was asked, names of the new set, and how to fit; `method`, `order` and `parameters` make the default
 *   that weights are shrunk towards
 * @throws InvalidInputError `out-of-range` for a level off its scale, by row; `unknown-name` for a factor or a stage that does
 *   not exist; `stage-mismatch` for a signal that nobody at the stage can have; `ambiguous` when no signal differs between rows;
 *   `missing`, `wrong-type` for bad rows or options
 * @throws NotEnoughDataError for no more rows, or respondents, than numbers to learn, or fewer than two a fold
 * @example
 * ```ts
 * import { formExpectation } from 'overdeliver';
 * import { fitExpectation } from 'overdeliver/expectation';
 *
 * // What 120 newcomers had heard and seen, and what they say they expect.
 * const rows = Array.from({ length: 120 }, (_, i) => {
 *   const [wordOfMouth, advertising] = [40 + ((i * 17) % 50), 60 + ((i * 29) % 40)];
 *   const expected = 0.4 * 70 + 0.2 * wordOfMouth + 0.4 * advertising + ((i * 7) % 11) - 5;
 *   return { stage: 'never-used' as const, signals: { wordOfMouth, advertising }, expected };
 * });
 * const fit = fitExpectation(rows, {
 *   register: 'predicted',
 *   id: 'ours/survey-2026',
 *   setting: 'newcomers of one spring',
 *   data: 'our survey',
 *   licence: 'internal',
 * });
 * fit.orders[0]; // => { stage: 'never-used', order: ['wordOfMouth', 'advertising'], holds: false, share: 0 }
 * const { parameters } = fit; // plain JSON, and goes wherever the defaults go
 * formExpectation({ stage: 'never-used', signals: { advertising: 95 } }, { parameters }).predicted.mean;
 * // => 80.74
 * ```
 */
export function fitExpectation(
  rows: readonly ExpectationFitRow[],
  options: ExpectationFitOptions,
): ExpectationFit {
  return door('fitExpectation', () =>
    fitWeights(
      read(fitRowsSchema, rows, 'rows'),
      read(expectationFitOptionsSchema, options, 'options'),
    ),
  );
}
