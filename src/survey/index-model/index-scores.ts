import { door } from '../../input/door';
import { read } from '../../input/read';
import { refuse } from '../../input/refusal';
import { questionsSchema } from '../input-instrument';
import { readResponses } from '../input-responses';
import { type Instrument, scaleItems } from '../instrument';
import type { SurveyResponse } from '../responses';
import type { IndexModel, IndexScores } from './index-types';
import { scoresOptionsSchema } from './input-index';
import { scoresBy } from './scores';

/**
 * The levels of the constructs of an index, 0 to 100, for respondents of another survey with the same items, by what a fit
 * found each item to weigh.
 *
 * @param instrument has every item of the model
 * @param responses one to a respondent
 * @param options the model that {@link fitIndexModel} learnt, or the same after a trip through JSON
 * @returns the levels of every respondent, in their order
 * @throws InvalidInputError `out-of-range` for a model whose shares do not add up to 1, `missing` for an item of the
 *   model that the instrument does not have; what {@link scoreInstrument} throws
 * @example
 * ```ts
 * import { indexScores, type IndexModel, type Instrument } from 'overdeliver/survey';
 *
 * const share = (value: number) =>
 *   ({ value, unit: 'share', range: [0, 1], status: 'fitted', source: 'our survey' }) as const;
 * const model: IndexModel = {
 *   version: 1,
 *   id: 'ours/visit-2026',
 *   setting: 'visitors of one spring',
 *   fit: { data: 'our survey', licence: 'internal', n: 60, converged: true },
 *   constructs: { quality: { q1: share(0.7), q2: share(0.3) } },
 *   paths: [],
 * };
 * const scale = { min: 1, max: 5 };
 * const visit: Instrument = {
 *   id: 'visit',
 *   items: ['q1', 'q2'].map((id) => ({ kind: 'scale', id, text: id, scale })),
 * };
 * indexScores(visit, [{ respondent: 'Ann', answers: { q1: 5, q2: 3 } }], { model });
 * // => [{ respondent: 'Ann', levels: { quality: 85 } }]
 * ```
 */
export function indexScores(
  instrument: Instrument,
  responses: readonly SurveyResponse[],
  options: { readonly model: IndexModel },
): readonly IndexScores[] {
  return door('indexScores', () => {
    const { model } = read(scoresOptionsSchema, options, 'options');
    const questions = read(questionsSchema, instrument, 'instrument');
    const known = new Set(scaleItems(questions.instrument).map(({ id }) => id));
    for (const items of Object.values(model.constructs)) {
      for (const item of Object.keys(items)) {
        if (known.has(item)) continue;
        refuse(
          'instrument.items',
          item,
          `an item ${item} on a scale, as ${model.id} has`,
          'missing',
        );
      }
    }
    return scoresBy(questions.instrument, readResponses(questions, responses), model);
  });
}
