import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import type { Reliability } from './alpha';
import type { Answers } from './answers';
import { checkInstrument, type Instrument, type ScaleItem } from './instrument';
import { dimensionsOf, levelIn, meanAnswered, reliabilityOf, scaleItems } from './levels';
import { average, type MeanEstimate, meanOf } from './mean';
import { type DimensionOptions, dimensionShape, filled } from './parameters';
import {
  checkAnswers,
  checkResponses,
  enough,
  type RoleCounts,
  type SurveyResponse,
} from './responses';

/** The level of one item over all respondents. */
export interface ItemScore extends MeanEstimate {
  readonly item: string;
  readonly dimension: string | null;
  /** Asked, and not answered. */
  readonly missing: number;
  /** Left out by branching. */
  readonly notAsked: number;
}

/** The level of a dimension: the mean over respondents of the mean of their items. */
export interface DimensionScore extends MeanEstimate {
  readonly dimension: string;
  readonly items: readonly string[];
  /** Respondents who answered too few of its items to be counted. */
  readonly missing: number;
  readonly reliability: Reliability;
}

/** What an instrument found. */
export interface InstrumentScore {
  readonly respondents: number;
  /** Who answered: more than one part is an average over unlike people, see `byRole`. */
  readonly roles: RoleCounts;
  readonly items: readonly ItemScore[];
  readonly dimensions: readonly DimensionScore[];
}

/** The levels of one respondent. */
export interface AnswerLevels {
  /** Null where there is no answer. */
  readonly items: Readonly<Record<string, Level | null>>;
  /** The mean of the items answered; null where none was. */
  readonly dimensions: Readonly<Record<string, Level | null>>;
}

const schema = z.strictObject(dimensionShape);

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
    checkInstrument(instrument);
    const row = checkAnswers(instrument, answers, 'answers');
    const items = scaleItems(instrument);
    const level = (item: ScaleItem) => levelIn(row, item) ?? null;
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
 * how well the items of each dimension hang together.
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
    read(schema, options, 'options');
    checkInstrument(instrument);
    const { rows, roles } = checkResponses(instrument, responses);
    const wanted = filled(options);
    enough('responses', rows.length, wanted.leastAnswers);
    const items = scaleItems(instrument);
    return {
      respondents: rows.length,
      roles,
      items: items.map((item): ItemScore => {
        const levels = rows.map((row) => levelIn(row, item));
        const given = levels.filter((level) => level != null);
        const notAsked = levels.filter((level) => level === undefined).length;
        return {
          item: item.id,
          dimension: item.dimension ?? null,
          ...meanOf(given, wanted),
          missing: rows.length - given.length - notAsked,
          notAsked,
        };
      }),
      dimensions: dimensionsOf(items).map(([dimension, some]): DimensionScore => {
        const levels = rows.map((row) => some.map((item) => levelIn(row, item)));
        const means = levels.map((one) => meanAnswered(one, wanted)).filter((one) => one !== null);
        return {
          dimension,
          items: some.map(({ id }) => id),
          ...meanOf(means, wanted),
          missing: rows.length - means.length,
          reliability: reliabilityOf(levels, some.length, wanted),
        };
      }),
    };
  });
}
