import * as z from 'zod/mini';
import { check } from '../core/check';
import { betaCdf } from '../numerics/beta';
import { type Instrument, idSchema, inOrder } from './instrument';
import { coefficients, type KanoCoefficients, type KanoCounts } from './kano-coefficients';
import {
  type KanoAnswer,
  type KanoCategory,
  kanoAnswers,
  kanoCategories,
  kanoCategory,
} from './kano-table';
import { type Filled, filled, type SurveyOptions, surveySchema } from './parameters';
import {
  checkResponses,
  enough,
  type RoleCounts,
  type Row,
  type SurveyResponse,
} from './responses';
import { type Share, shareOf } from './shares';

/** A feature that customers are asked about. */
export interface KanoFeature {
  readonly id: string;
  /** The question if it were there, and if it were not. */
  readonly functional: string;
  readonly dysfunctional: string;
}

/** What customers make of a feature. */
export interface KanoResult extends KanoCoefficients {
  readonly feature: string;
  /** Respondents who answered both questions. */
  readonly n: number;
  readonly missing: number;
  readonly counts: KanoCounts;
  /** With simultaneous intervals: all six hold with the confidence (Goodman 1965). */
  readonly shares: Readonly<Record<KanoCategory, Share>>;
  /** The leading category, if it leads significantly and enough answered. */
  readonly category: KanoCategory | 'undetermined';
  /** The category with the most answers; null for a tie. */
  readonly leading: KanoCategory | null;
  /** How likely such a lead is if the leading category is not the commonest. */
  readonly pValue: number;
}

/** Every feature's place, and who was asked. */
export interface KanoClassification {
  readonly respondents: number;
  readonly roles: RoleCounts;
  readonly features: readonly KanoResult[];
}

const featuresSchema = z
  .array(z.strictObject({ id: idSchema, functional: z.string(), dysfunctional: z.string() }))
  .check(z.minLength(1, 'at least one feature'), inOrder);

/**
 * The Kano questionnaire: every feature as `<id>.functional` and `<id>.dysfunctional`, answered with one of
 * {@link kanoAnswers}.
 *
 * @param texts how the five answers are worded; in English unless given
 * @throws InvalidInputError `duplicate-id` for a feature that comes twice; what bad features call for
 * @example
 * ```ts
 * import { kanoInstrument } from 'overdeliver';
 *
 * const features = [
 *   { id: 'track', functional: 'If you can follow the parcel?', dysfunctional: 'If you cannot?' },
 * ];
 * kanoInstrument(features).items.map(({ id }) => id); // => ['track.functional', 'track.dysfunctional']
 * ```
 */
export function kanoInstrument(
  features: readonly KanoFeature[],
  texts: Readonly<Record<KanoAnswer, string>> = english,
): Instrument {
  return instrumentOf('kanoInstrument', features, texts);
}

const english: Readonly<Record<KanoAnswer, string>> = Object.freeze({
  like: 'I like it',
  'must-be': 'I expect it',
  neutral: 'I do not mind',
  'live-with': 'I can live with it',
  dislike: 'I dislike it',
});

const text = z.string();
const textsSchema = z.strictObject({
  like: text,
  'must-be': text,
  neutral: text,
  'live-with': text,
  dislike: text,
});

function instrumentOf(
  fn: string,
  features: readonly KanoFeature[],
  texts: Readonly<Record<KanoAnswer, string>>,
): Instrument {
  check(fn, featuresSchema, features, 'features');
  check(fn, textsSchema, texts, 'texts');
  const choices = kanoAnswers.map((value) => ({ value, text: texts[value] }));
  const items = features.flatMap((feature) =>
    (['functional', 'dysfunctional'] as const).map((side) => {
      return { kind: 'choice', id: `${feature.id}.${side}`, text: feature[side], choices } as const;
    }),
  );
  return { id: 'kano', items };
}

/**
 * Which features customers take for granted, which delight, and which are not worth the trouble, with intervals.
 *
 * The leading category counts only if it leads the second significantly, by a two-tailed exact test between the two,
 * which needs no correction for having picked the leader (Hung & Fithian 2019); else the feature is undetermined.
 *
 * @param responses answers to {@link kanoInstrument} of the same features
 * @throws InvalidInputError `unknown-name` for an unknown feature or answer; `duplicate-id` for a respondent who comes
 *   twice
 * @throws NotEnoughDataError for fewer respondents than `leastAnswers`
 * @example
 * ```ts
 * import { classifyKano } from 'overdeliver';
 *
 * const features = [{ id: 'track', functional: 'With tracking?', dysfunctional: 'Without?' }];
 * const responses = Array.from({ length: 20 }, (_, i) => ({
 *   respondent: `${i}`,
 *   answers: { 'track.functional': i < 3 ? 'like' : 'must-be', 'track.dysfunctional': 'dislike' },
 * }));
 * const [track] = classifyKano(features, responses).features;
 * track?.category; // => 'must-be'
 * track?.pValue; // => 0.00258
 * track?.shares['must-be']; // => { share: 0.85, low: 0.555, high: 0.962 }
 * ```
 */
export function classifyKano(
  features: readonly KanoFeature[],
  responses: readonly SurveyResponse[],
  options: SurveyOptions = {},
): KanoClassification {
  const fn = 'classifyKano';
  check(fn, surveySchema, options, 'options');
  const instrument = instrumentOf(fn, features, english);
  const { rows, roles } = checkResponses(fn, instrument, responses);
  const wanted = filled(options);
  enough(fn, 'responses', rows.length, wanted.leastAnswers);
  return {
    respondents: rows.length,
    roles,
    features: features.map(({ id }) => resultOf(id, rows, wanted)),
  };
}

function resultOf(feature: string, rows: readonly Row[], wanted: Filled): KanoResult {
  const { confidence, leastAnswers } = wanted;
  const counts = byCategory(() => 0);
  let n = 0;
  for (const row of rows) {
    const functional = row(`${feature}.functional`);
    const dysfunctional = row(`${feature}.dysfunctional`);
    if (functional == null || dysfunctional == null) continue;
    counts[kanoCategory(functional as KanoAnswer, dysfunctional as KanoAnswer)]++;
    n++;
  }
  const [first, second] = [...kanoCategories].sort((a, b) => counts[b] - counts[a]) as [
    KanoCategory,
    KanoCategory,
  ];
  const pValue = leadByChance(counts[first], counts[second]);
  const each = 1 - (1 - confidence) / kanoCategories.length;
  return {
    feature,
    n,
    missing: rows.length - n,
    counts,
    shares: byCategory((category) => shareOf(counts[category], n, each)),
    category: n >= leastAnswers && pValue < 1 - confidence ? first : 'undetermined',
    leading: counts[first] > counts[second] ? first : null,
    pValue,
    ...coefficients(counts, confidence),
  };
}

function byCategory<T>(of: (category: KanoCategory) => T): Record<KanoCategory, T> {
  return Object.fromEntries(kanoCategories.map((name) => [name, of(name)])) as Record<
    KanoCategory,
    T
  >;
}

/** P(|X - Y| is at least as large) for X + Y fair coins: twice the upper tail of the binomial. */
function leadByChance(first: number, second: number): number {
  return first === second ? 1 : Math.min(1, 2 * betaCdf(0.5, first, second + 1));
}
