import { door } from '../../input/door';
import { read } from '../../input/read';
import { intentionModelSchema } from '../input';
import type { Intention, surveyIntentions } from '../intention-model';
import type { FitComparison, LoyaltyFit, LoyaltyFitOptions } from './fit-types';
import { fitOptionsOf, intentionRowsSchema } from './input';
import { learnIntentions } from './learn-intentions';
import type { IntentionFitRow } from './rows';

const optionsSchema = fitOptionsOf(intentionModelSchema);

/**
 * Learns from what customers say or did how satisfaction, outcome and stage turn into buying again, recommending and
 * complaining, in place of the numbers of `surveyIntentions`, of which most are assumed.
 *
 * A fractional logit for each intention (Papke & Wooldridge 1996, Journal of Applied Econometrics 11,
 * `10.1002/(SICI)1099-1255(199611)11:6<619::AID-JAE418>3.0.CO;2-1`), each by itself, on the rows that answer it; one that
 * no row answers keeps the default. Numbers stay within the ranges of the default. Standard errors hold whatever the rows'
 * own spread is (White 1980, Econometrica 48, 10.2307/1912934), and where customers have several rows (Liang & Zeger 1986,
 * Biometrika 73, 10.1093/biomet/73.1.13). Where one is not better than the default, leave its answers out and fit the
 * others.
 *
 * @param rows a customer as {@link predictIntention} takes them, and their answers or deeds, 0 to 1; other columns pass
 * @param options names of the new set, and how to fit
 * @returns a set that goes wherever `surveyIntentions` goes, how sure its numbers are, and the log loss of each intention
 *   beside the default's, null for one without answers
 * @throws InvalidInputError `out-of-range` for a satisfaction or an answer off its scale, by row; `unknown-name`, `missing`,
 *   `wrong-type` for bad rows or options
 * @throws NotEnoughDataError without any answer; for an intention that all answer by 0, or all by 1, or with no more rows, or
 *   customers, than numbers, or fewer than two a fold
 * @example
 * ```ts
 * import { predictIntention } from 'overdeliver';
 * import { fitIntentions } from 'overdeliver/loyalty';
 *
 * // 150 customers, made up: who came back within a year.
 * const rows = Array.from({ length: 150 }, (_, i) => {
 *   const satisfaction = (i * 37) % 101;
 *   const outcome = (['below', 'met', 'exceeded'] as const)[i % 3] ?? 'met';
 *   const stage = i % 2 === 0 ? ('first-use' as const) : ('long-term' as const);
 *   const bound = { below: 65, met: 55, exceeded: 50 }[outcome] + ((i * 29) % 61) - 30;
 *   return { satisfaction, outcome, stage, repurchase: satisfaction > bound ? 1 : 0 };
 * });
 * const fit = fitIntentions(rows, {
 *   id: 'ours/came-back-2026',
 *   setting: 'who came back within a year',
 *   data: 'our own orders',
 *   licence: 'internal',
 * });
 * fit.parameters.parameters['repurchase.satisfaction'].value; // => 10.2
 * fit.comparison.repurchase?.recommended; // => 'learnt'
 * fit.flags.map(({ code, detail }) => [code, detail.intention]);
 * // => [['unanswered', 'recommend'], ['unanswered', 'complain']]
 *
 * const { parameters } = fit; // plain JSON, and goes wherever the default goes
 * predictIntention({ satisfaction: 80, outcome: 'met', stage: 'long-term' }, { parameters })
 *   .repurchase; // => 0.92
 * ```
 */
export function fitIntentions(
  rows: readonly IntentionFitRow[],
  options: LoyaltyFitOptions<typeof surveyIntentions>,
): LoyaltyFit<
  keyof typeof surveyIntentions.parameters,
  Readonly<Record<Intention, FitComparison | null>>
> {
  return door('fitIntentions', () =>
    learnIntentions(
      read(intentionRowsSchema, rows, 'rows'),
      read(optionsSchema, options, 'options'),
    ),
  );
}
