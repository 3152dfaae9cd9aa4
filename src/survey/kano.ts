import { recordFor } from '../core/record-for';
import { door } from '../input/door';
import { read } from '../input/read';
import { betaCdf } from '../numerics/beta';
import { compare } from '../numerics/nearly';
import { enough, surveySchema } from './input';
import { featuresSchema } from './input-instrument';
import { readResponses } from './input-responses';
import { coefficients, type KanoCoefficients } from './kano-coefficients';
import { type KanoFeature, kanoItems } from './kano-instrument';
import { categoryOf, type KanoAnswer, type KanoCategory, kanoCategories } from './kano-table';
import type { SurveyOptions, Wanted } from './parameters';
import { type Answer, questionsOf } from './questions';
import type { CustomerRole, SurveyResponse } from './responses';
import { type ShareEstimate, shareOf } from './shares';

/** What customers make of a feature. */
export interface KanoResult extends KanoCoefficients {
  /** The feature's id. */
  readonly feature: string;
  /** Respondents who answered both questions. */
  readonly n: number;
  /** How many did not answer both questions. */
  readonly missing: number;
  /** How many answers put it in each category. */
  readonly counts: Readonly<Record<KanoCategory, number>>;
  /** With simultaneous intervals: all six hold with the confidence (Goodman 1965). */
  readonly shares: Readonly<Record<KanoCategory, ShareEstimate>>;
  /** The leading category, if it leads significantly and enough answered. */
  readonly category: KanoCategory | 'undetermined';
  /** The category with the most answers; null for a tie. */
  readonly leading: KanoCategory | null;
  /** How likely such a lead is if the leading category is not the commonest. */
  readonly pValue: number;
}

/** Every feature's place, and who was asked. */
export interface KanoClassification {
  /** How many people answered. */
  readonly respondents: number;
  /** How many of each role they are. */
  readonly roles: Readonly<Record<CustomerRole | 'unknown', number>>;
  readonly features: readonly KanoResult[];
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
 * import { classifyKano } from 'overdeliver/survey';
 *
 * const features = [{ id: 'track', functional: 'With tracking?', dysfunctional: 'Without?' }];
 * const responses = Array.from({ length: 20 }, (_, i) => ({
 *   respondent: `${i}`,
 *   answers: { 'track.functional': i < 3 ? 'like' : 'must-be', 'track.dysfunctional': 'dislike' },
 * }));
 * const [track] = classifyKano(features, responses).features;
 * track?.category; // => 'must-be'
 * track?.pValue; // => 0.00258
 * track?.shares['must-be']; // => { share: 0.85, low: 0.557, high: 0.962 }
 * ```
 */
export function classifyKano(
  features: readonly KanoFeature[],
  responses: readonly SurveyResponse[],
  options: SurveyOptions = {},
): KanoClassification {
  return door('classifyKano', () => {
    const wanted = read(surveySchema, options, 'options');
    const asked = read(featuresSchema, features, 'features');
    const { people, roles, answersTo } = readResponses(questionsOf(kanoItems(asked)), responses);
    enough('responses', people.length, wanted.leastAnswers);
    return {
      respondents: people.length,
      roles,
      features: asked.map(({ id }) => {
        const functional = answersTo(`${id}.functional`);
        return resultOf(id, functional, answersTo(`${id}.dysfunctional`), wanted);
      }),
    };
  });
}

function resultOf(
  feature: string,
  functional: readonly Answer[],
  dysfunctional: readonly Answer[],
  wanted: Wanted,
): KanoResult {
  const { confidence, leastAnswers } = wanted;
  const counts = recordFor(kanoCategories, () => 0);
  let n = 0;
  for (let r = 0; r < functional.length; r++) {
    // Choices that the questionnaire takes are these answers.
    const having = functional[r] as KanoAnswer | null;
    const lacking = dysfunctional[r] as KanoAnswer | null;
    if (having === null || lacking === null) continue;
    counts[categoryOf(having, lacking)]++;
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
    missing: functional.length - n,
    counts,
    shares: recordFor(kanoCategories, (category) => shareOf(counts[category], n, each)),
    category: n >= leastAnswers && compare(pValue, 1 - confidence) < 0 ? first : 'undetermined',
    leading: counts[first] > counts[second] ? first : null,
    pValue,
    ...coefficients(counts, confidence),
  };
}

/** P(|X - Y| is at least as large) for X + Y fair coins: twice the upper tail of the binomial. */
function leadByChance(first: number, second: number): number {
  return first === second ? 1 : Math.min(1, 2 * betaCdf(0.5, first, second + 1));
}
