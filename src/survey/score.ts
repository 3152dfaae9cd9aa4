import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { alphaOfWhole, type Reliability } from './alpha';
import { dimensionShape, enough } from './input';
import { questionsSchema } from './input-instrument';
import { readAnswers, readResponses } from './input-responses';
import {
  type Answers,
  dimensionsOf,
  type Instrument,
  type ScaleItem,
  scaleItems,
} from './instrument';
import { levelsOf, meansByRespondent } from './levels';
import { average, type MeanEstimate, meanOf } from './mean';
import type { DimensionOptions } from './parameters';
import type { CustomerRole, SurveyResponse } from './responses';

/** What an instrument found. */
export interface InstrumentScore {
  /** How many people answered. */
  readonly respondents: number;
  /** Who answered: more than one role is an average over unlike people, see `byRole`. */
  readonly roles: Readonly<Record<CustomerRole | 'unknown', number>>;
  /** The level of each item over all respondents. */
  readonly items: readonly (MeanEstimate & {
    readonly item: string;
    readonly dimension: string | null;
    /** Asked, and not answered. */
    readonly missing: number;
    /** Left out by branching. */
    readonly notAsked: number;
  })[];
  /** The level of each dimension: the mean over respondents of the mean of their items. */
  readonly dimensions: readonly (MeanEstimate & {
    readonly dimension: string;
    readonly items: readonly string[];
    /** Respondents who answered too few of its items to be counted. */
    readonly missing: number;
    readonly reliability: Reliability;
  })[];
}

/** The levels of one respondent. */
export interface AnswerLevels {
  /** Null where there is no answer. */
  readonly items: Readonly<Record<string, Level | null>>;
  /** The mean of the items answered; null where none was. */
  readonly dimensions: Readonly<Record<string, Level | null>>;
}

const optionsSchema = once(() => z.strictObject(dimensionShape));

/**
 * The levels, 0 to 100, that one respondent's answers stand for, by item and by dimension; a reversed item is
 * turned round.
 *
 * @throws InvalidInputError `unknown-name` for an item the instrument lacks, `out-of-range` for an answer off its
 *   scale, `ambiguous` for one to an item that was not to be asked
 * @example
 * ```ts
 * import { answerLevels, type Instrument } from 'overdeliver/survey';
 *
 * const scale = { min: 1, max: 5 };
 * const visit: Instrument = {
 *   id: 'visit',
 *   items: [
 *     { kind: 'scale', id: 'kind', text: 'Staff were kind.', scale, dimension: 'people' },
 *     { kind: 'scale', id: 'rushed', text: 'I felt rushed.', scale, dimension: 'people', reversed: true },
 *   ],
 * };
 * answerLevels(visit, { kind: 4, rushed: 1 }).dimensions; // => { people: 87.5 }
 * answerLevels(visit, { kind: 4 }).items; // => { kind: 75, rushed: null }
 * ```
 */
export function answerLevels(instrument: Instrument, answers: Answers): AnswerLevels {
  return door('answerLevels', () => {
    const questions = read(questionsSchema, instrument, 'instrument');
    const answersTo = readAnswers(questions, answers);
    const items = scaleItems(questions.instrument);
    const level = (item: ScaleItem) => levelsOf({ answersTo }, item)[0] ?? null;
    return {
      items: Object.fromEntries(items.map((item) => [item.id, level(item)])),
      dimensions: Object.fromEntries(
        dimensionsOf(items).map(([dimension, some]) => {
          const levels = some.map(level).filter((one) => one !== null);
          return [dimension, levels.length === 0 ? null : average(levels)];
        }),
      ),
    };
  });
}

/**
 * The level of every item and dimension over all respondents, with Student's interval, who did not answer, and
 * how consistently the items of each dimension are answered (Cronbach's alpha).
 *
 * Choices and texts are not scored. An item with fewer than `leastAnswers` answers has no level.
 *
 * @throws InvalidInputError `duplicate-id` for a respondent who comes twice; what {@link answerLevels} throws
 * @throws NotEnoughDataError for fewer respondents than `leastAnswers`
 * @example
 * ```ts
 * import { scoreInstrument, type Instrument } from 'overdeliver/survey';
 *
 * const visit: Instrument = {
 *   id: 'visit',
 *   items: [{ kind: 'scale', id: 'kind', text: 'Staff were kind.', scale: { min: 1, max: 5 } }],
 * };
 * const responses = [5, 4, 4, 3, null].map((kind, i) => ({ respondent: `${i}`, answers: { kind } }));
 * const [kind] = scoreInstrument(visit, responses, { leastAnswers: 4 }).items;
 * [kind?.n, kind?.missing, kind?.mean]; // => [4, 1, 75]
 * [kind?.low, kind?.high]; // => [42.5, 100]
 * ```
 */
export function scoreInstrument(
  instrument: Instrument,
  responses: readonly SurveyResponse[],
  options: DimensionOptions = {},
): InstrumentScore {
  return door('scoreInstrument', () => {
    const wanted = read(optionsSchema, options, 'options');
    const questions = read(questionsSchema, instrument, 'instrument');
    const answered = readResponses(questions, responses);
    const respondents = answered.people.length;
    enough('responses', respondents, wanted.leastAnswers);
    const items = scaleItems(questions.instrument);
    return {
      respondents,
      roles: answered.roles,
      items: items.map((item) => {
        const levels = levelsOf(answered, item);
        const given = levels.filter((level) => level != null);
        const notAsked = levels.filter((level) => level === undefined).length;
        return {
          item: item.id,
          dimension: item.dimension ?? null,
          ...meanOf(given, wanted),
          missing: respondents - given.length - notAsked,
          notAsked,
        };
      }),
      dimensions: dimensionsOf(items).map(([dimension, some]) => {
        const columns = some.map((item) => levelsOf(answered, item));
        const means = meansByRespondent(columns, wanted).filter((one) => one !== null);
        return {
          dimension,
          items: some.map(({ id }) => id),
          ...meanOf(means, wanted),
          missing: respondents - means.length,
          reliability: alphaOfWhole(columns, wanted),
        };
      }),
    };
  });
}
