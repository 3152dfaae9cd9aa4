import { door } from '../../input/door';
import { read } from '../../input/read';
import { questionsSchema } from '../input-instrument';
import { readResponses } from '../input-responses';
import type { Instrument } from '../instrument';
import { levelsOf } from '../levels';
import type { SurveyResponse } from '../responses';
import { fitIndex } from './fit-index';
import type { IndexFit, IndexModelOptions } from './index-types';
import { blocksFor, indexOptionsSchema } from './input-index';
import { scoresBy } from './scores';

/**
 * What drives satisfaction, and what satisfaction drives: fits a customer satisfaction index to a survey, with paths between
 * its dimensions and the level of each for every respondent.
 *
 * Partial least squares with mode A and path weighting (Wold 1982; for the index: Tenenhaus et al. 2005, Computational
 * Statistics & Data Analysis 48, 10.1016/j.csda.2004.03.005). A construct is a weighted sum of its items, so paths between
 * constructs of few, noisy items are smaller than those between what the items stand for. Errors and signs are from resamples of the
 * respondents. Paths are correlational: the arrows are yours.
 *
 * @param instrument scale items with a `dimension`; dimensions that no path names are left alone
 * @param responses one to a respondent; who did not answer every item has scores where they can be had, and no part in the fit
 * @param options the paths, names of the new model, and how to resample
 * @returns the model as plain JSON, paths and effects with how sure they are, what each item weighs, and the levels of everybody
 * @throws InvalidInputError `unknown-name` for a path between what are no dimensions, `duplicate-id` for one that comes twice,
 *   `ambiguous` for paths in a circle, an item that all answer alike, or constructs that cannot be told apart; what
 *   {@link scoreInstrument} throws
 * @throws NotEnoughDataError for fewer than 10 who answered every item, or than 3 more than paths into one construct
 * @example
 * ```ts
 * import { fitIndexModel, type Instrument } from 'overdeliver/survey';
 *
 * const item = (id: string, dimension: string) =>
 *   ({ kind: 'scale', id, text: id, scale: { min: 1, max: 10 }, dimension }) as const;
 * const visit: Instrument = {
 *   id: 'visit',
 *   items: [item('q1', 'quality'), item('q2', 'quality'), item('v1', 'value'), item('s1', 'satisfaction')],
 * };
 * const responses = Array.from({ length: 60 }, (_, i) => {
 *   const [q1, v1] = [1 + ((i * 7) % 10), 1 + ((i * 3 + (i >> 2)) % 10)];
 *   const q2 = Math.max(1, q1 - (i % 3));
 *   return { respondent: `${i}`, answers: { q1, q2, v1, s1: Math.round(0.6 * q1 + 0.4 * v1) } };
 * });
 * const { paths, constructs, scores } = fitIndexModel(visit, responses, {
 *   paths: [['quality', 'value'], ['quality', 'satisfaction'], ['value', 'satisfaction']],
 *   id: 'ours/visit-2026',
 *   setting: 'visitors of one spring',
 *   data: 'our survey',
 *   licence: 'internal',
 * });
 * paths.map(({ from, to, effect, stable }) => [from, to, effect, stable]);
 * // => [['quality', 'value', -0.01, false], ['quality', 'satisfaction', 0.83, true], ['value', 'satisfaction', 0.54, true]]
 * constructs.map(({ construct, r2 }) => [construct, r2]);
 * // => [['quality', null], ['value', 0.0002], ['satisfaction', 0.98]]
 * scores[1]?.levels; // => { quality: 72.1, value: 33.3, satisfaction: 55.6 }
 * ```
 */
export function fitIndexModel(
  instrument: Instrument,
  responses: readonly SurveyResponse[],
  options: IndexModelOptions,
): IndexFit {
  return door('fitIndexModel', () => {
    const given = read(indexOptionsSchema, options, 'options');
    const questions = read(questionsSchema, instrument, 'instrument');
    const { blocks, structure } = blocksFor(questions.instrument, given.paths);
    const answered = readResponses(questions, responses);
    const levels = blocks.flatMap(([, items]) => items.map((item) => levelsOf(answered, item)));
    const people = [...answered.people.keys()].filter((person) =>
      levels.every((column) => typeof column[person] === 'number'),
    );
    const columns = levels.map((column) =>
      Float64Array.from(people, (person) => column[person] as number),
    );
    const fit = fitIndex(columns, blocks, structure, given);
    const leftOut = answered.people.length - people.length;
    const detail = { respondents: people.length, leftOut };
    return {
      ...fit,
      scores: scoresBy(questions.instrument, answered, fit.model),
      respondents: people.length,
      leftOut,
      flags: [...(leftOut > 0 ? [{ code: 'incomplete', detail } as const] : []), ...fit.flags],
    };
  });
}
