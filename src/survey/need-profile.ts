import * as z from 'zod/mini';
import type { Level } from '../core/level';
import type { Need } from '../core/needs';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { optionFor } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { questionsSchema } from './input-instrument';
import { readAnswers } from './input-responses';
import { type Answers, dimensionsOf, type Instrument, scaleItems } from './instrument';
import { levelsOf } from './levels';
import { average } from './mean';
import { surveyDefaults } from './parameters';

/** What one person needs. */
export interface NeedProfile {
  /** Highest first. */
  readonly needs: readonly {
    readonly need: Need;
    /** Null where nothing was answered. */
    readonly level: Level | null;
    /** Answers it rests on. */
    readonly n: number;
    readonly missing: number;
  }[];
  /** The need with the highest level, or of several such the one named; null if that leaves several, or none. */
  readonly dominant: Need | null;
  /** Its lead over the next, in points; null without one or a next one. */
  readonly lead: number | null;
  /** How likely it is the highest, 0 to 1, given that answers stray by `answerSd`; 0 without one. */
  readonly sureness: number;
  /** What the person named as the most important; null if nothing. */
  readonly named: Need | null;
  /** As `signals.personalNeeds` of `formExpectation`; null without a dominant need. */
  readonly signal: {
    readonly needs: Readonly<Record<string, Level>>;
    readonly dominant: string;
  } | null;
}

const answerSd = surveyDefaults.parameters.answerSd;
const optionsSchema = once(() =>
  z.strictObject({ answerSd: z._default(optionFor(answerSd), answerSd.value) }),
);

/**
 * What one person needs, from their answers to an interview: every need with its level, the dominant one, and
 * how sure that is.
 *
 * Each level strays from what the person means by answerSd / sqrt(n). The chance that the dominant need is the
 * highest is that of the logit model of choice (McFadden 1974), 1 / (1 + the sum of the odds of each other need).
 *
 * @param instrument `needsInterview`, or one of your own: the dimension of a scale item is the need
 * @param options `answerSd`: how far one answer strays, in points; the parameter `answerSd` unless given
 * @throws InvalidInputError what {@link answerLevels} throws; `missing` if no item has a need for its dimension
 * @example
 * ```ts
 * import { formExpectation } from 'overdeliver';
 * import { needProfile, needsInterview } from 'overdeliver/survey';
 *
 * const profile = needProfile(needsInterview, {
 *   'safety.1': 7,
 *   'safety.2': 7,
 *   'comfort.1': 5,
 *   'comfort.2': 4,
 *   mostImportant: 'safety',
 * });
 * profile.dominant; // => 'safety'
 * profile.lead; // => 41.67
 * profile.sureness; // => 0.994
 * const signals = { wordOfMouth: 70, personalNeeds: profile.signal ?? undefined };
 * formExpectation({ stage: 'never-used', signals }).desired; // => 100
 * ```
 */
export function needProfile(
  instrument: Instrument,
  answers: Answers,
  options: { readonly answerSd?: number | undefined } = {},
): NeedProfile {
  return door('needProfile', () => {
    const { answerSd } = read(optionsSchema, options, 'options');
    const questions = read(questionsSchema, instrument, 'instrument');
    const groups = dimensionsOf(scaleItems(questions.instrument));
    if (groups.length === 0) {
      refuse('instrument', instrument, 'scale items with a need for their dimension', 'missing');
    }
    const answersTo = readAnswers(questions, answers);
    const needs = groups
      .map(([need, items]): NeedLevel => {
        const levels = items.map((item) => levelsOf({ answersTo }, item)[0]);
        const asked = levels.filter((level) => level !== undefined);
        const given = asked.filter((level) => level !== null);
        const n = given.length;
        return { need, level: n === 0 ? null : average(given), n, missing: asked.length - n };
      })
      .sort((a, b) => (b.level ?? -1) - (a.level ?? -1));
    const [named] = answersTo('mostImportant');
    const known = needs.filter(isKnown);
    const best = known.filter(({ level }) => atLeast(level, known[0]?.level as Level));
    const top = best.length === 1 ? best[0] : best.find(({ need }) => need === named);
    return {
      needs,
      ...leadOf(top, known, answerSd),
      named: typeof named === 'string' ? named : null,
      signal: top
        ? {
            needs: Object.fromEntries(known.map(({ need, level }) => [need, level])),
            dominant: top.need,
          }
        : null,
    };
  });
}

type NeedLevel = NeedProfile['needs'][number];
type Known = NeedLevel & { readonly level: Level };
const isKnown = (one: NeedLevel): one is Known => one.level !== null;

function leadOf(top: Known | undefined, known: readonly Known[], sd: number) {
  if (top === undefined) return { dominant: null, lead: null, sureness: 0 };
  const others = known.filter((one) => one !== top);
  const leads = others.map(({ level }) => top.level - level);
  // A logistic variable of this scale strays as the difference of the two levels does.
  const odds = others.map(({ level, n }) =>
    Math.exp(((level - top.level) * Math.PI) / (sd * Math.sqrt(3 * (1 / top.n + 1 / n)))),
  );
  return {
    dominant: top.need,
    lead: leads.length === 0 ? null : leads.reduce((least, lead) => Math.min(least, lead)),
    sureness: 1 / odds.reduce((sum, one) => sum + one, 1),
  };
}
