import { checkUnits } from '../../input/date';
import { door } from '../../input/door';
import { read } from '../../input/read';
import { historiesSchema, updatingOptionsSchema } from './input';
import { learnUpdating } from './learn-updating';
import type { UpdatingFit, UpdatingFitOptions, UpdatingHistory } from './updating-types';

/**
 * Learns from a panel how fast expectations move, in place of the speeds that are assumed.
 *
 * Customers move as {@link updateExpectation} says, from the expectation that was formed of them. What they say they predict is
 * where they stand, off by `reportSd`; they began `startSd` off what was formed, and move by what nobody wrote down, too,
 * `unseenVariancePerDay`. The likeliest numbers are found with a Kalman filter. Only the ratios of `experienceSd`, `informationSd`
 * and `driftVariancePerDay` to the variance at the start show in what customers say, so that variance sets their scale. Then, with
 * these, the same of what they desire: how much of a positive surprise stays, and how long.
 *
 * @param histories a customer each: the expectation as it was formed, when, and the path since, in order of time, of events and
 *   of reported levels, 0 to 100; a report in a step with an event was made after it; other columns pass
 * @param options names of the new set, the set whose other numbers are kept, and how sure intervals are to be
 * @returns the new set; each number with its standard error, robust and by customer, and its interval; how answers stray; what to
 *   know before it is used. A number of which the reports say nothing keeps the value it had
 * @throws InvalidInputError `date-order` for a step before the one ahead of it, `out-of-range` for a level off its scale, by
 *   history and step; `missing`, `wrong-type`, `unknown-name` for bad histories or options
 * @throws NotEnoughDataError for no more customers who say what they predict than numbers to learn, six at most
 * @example
 * ```ts
 * import { formExpectation } from 'overdeliver';
 * import { fitUpdating, steadyStateGain } from 'overdeliver/expectation';
 *
 * const start = formExpectation({ stage: 'never-used', signals: { wordOfMouth: 70 } });
 * // Forty customers of whom each says twice what they predict, after a use each time.
 * const histories = Array.from({ length: 40 }, (_, i) => {
 *   const [first, second] = [40 + ((i * 17) % 50), 45 + ((i * 29) % 50)];
 *   const noise = ((i * 7) % 11) - 5;
 *   const then = 70 + 0.6 * (first - 70);
 *   return {
 *     start,
 *     from: '2026-03-01T00:00:00Z',
 *     path: [
 *       { at: '2026-03-09T00:00:00Z', event: { kind: 'experience', perceived: first } as const },
 *       { at: '2026-03-10T00:00:00Z', reported: { predicted: then + noise } },
 *       {
 *         at: '2026-04-20T00:00:00Z',
 *         event: { kind: 'experience', perceived: second } as const,
 *         reported: { predicted: then + 0.5 * (second - then) - noise },
 *       },
 *     ],
 *   };
 * });
 * const { parameters, numbers } = fitUpdating(histories, {
 *   id: 'ours/panel-2026',
 *   setting: 'customers of one spring',
 *   data: 'our panel',
 *   licence: 'internal',
 * });
 * numbers.map(({ name, value }) => [name, value]);
 * // => [['experienceSd', 12.92], ['informationSd', 20], ['driftVariancePerDay', 0.957]]
 * steadyStateGain(30, { parameters }); // => 0.337
 * ```
 */
export function fitUpdating(
  histories: readonly UpdatingHistory[],
  options: UpdatingFitOptions,
): UpdatingFit {
  return door('fitUpdating', () => {
    const learnt = read(historiesSchema, histories, 'histories');
    learnt.forEach(({ from, path }, i) => {
      const at = `histories[${i}]`;
      const steps = path.map((step, j) => [`${at}.path[${j}].at`, step.at] as const);
      checkUnits([[`${at}.from`, from], ...steps]);
    });
    return learnUpdating(learnt, read(updatingOptionsSchema, options, 'options'));
  });
}
