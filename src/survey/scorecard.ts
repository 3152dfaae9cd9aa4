import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { groupsByRole } from './by-role';
import { type EightExpectation, eightExpectations, eightNames } from './eight-expectations';
import type { ExpectationEvidence } from './evidence';
import { surveySchema } from './input';
import { readEvidence } from './input-evidence';
import { questionsSchema } from './input-instrument';
import { readResponses } from './input-responses';
import { type Instrument, scaleItems } from './instrument';
import { levelsOf } from './levels';
import { average, type MeanEstimate, meanOf } from './mean';
import type { SurveyOptions, Wanted } from './parameters';
import type { CustomerRole, SurveyResponse } from './responses';

/** How the eight expectations are met, as people in one role see it. */
export interface Scorecard {
  /** Null where it is not known. */
  readonly role: CustomerRole | null;
  /** One for each of the eight, in their order. */
  readonly rows: readonly (MeanEstimate & {
    readonly expectation: EightExpectation;
    readonly meaning: string;
    /** What the row rests on; nothing, if it is empty. */
    readonly evidence: readonly ExpectationEvidence[];
  })[];
}

/**
 * How well the eight expectations are met, one card for each role in which people answered: each row with the
 * evidence it rests on. A row with evidence of fewer than `leastAnswers` respondents has no mean.
 *
 * @throws InvalidInputError `unknown-name` for another expectation or role, `out-of-range` for a level off 0 to 100
 * @example
 * ```ts
 * import { expectationScorecard } from 'overdeliver/survey';
 *
 * const evidence = [70, 90].map((level, i) => ({
 *   expectation: 'trust' as const,
 *   level,
 *   respondent: `customer ${i}`,
 *   role: 'user' as const,
 *   source: 'interview in March',
 * }));
 * const [users] = expectationScorecard(evidence, { leastAnswers: 2 });
 * users?.role; // => 'user'
 * users?.rows.map(({ mean }) => mean); // => [null, null, null, null, null, null, null, 80]
 * users?.rows[7]?.evidence.length; // => 2
 * ```
 */
export function expectationScorecard(
  evidence: readonly ExpectationEvidence[],
  options: SurveyOptions = {},
): readonly Scorecard[] {
  return door('expectationScorecard', () => {
    const wanted = read(surveySchema, options, 'options');
    const pieces = readEvidence(evidence);
    const roles = pieces.map(({ role }) => role ?? null);
    return groupsByRole(pieces, roles).map(({ role, responses }) => ({
      role,
      rows: rowsOf(responses, wanted),
    }));
  });
}

function rowsOf(evidence: readonly ExpectationEvidence[], wanted: Wanted): Scorecard['rows'] {
  return eightNames.map((expectation) => {
    const own = evidence.filter((one) => one.expectation === expectation);
    const levels = new Map<string, Level[]>();
    for (const { respondent, level } of own) {
      const known = levels.get(respondent);
      if (known) known.push(level);
      else levels.set(respondent, [level]);
    }
    const means = [...levels.values()].map(average);
    const meaning = eightExpectations[expectation];
    return { expectation, meaning, ...meanOf(means, wanted), evidence: own };
  });
}

/**
 * The evidence in the answers to a questionnaire: one piece for each answer to a scale item whose dimension is one of
 * the eight, such as those of `eightInstrument`.
 *
 * @throws InvalidInputError what {@link scoreInstrument} throws
 * @example
 * ```ts
 * import { eightInstrument, evidenceFrom } from 'overdeliver/survey';
 *
 * const answers = { information: 4, trust: null };
 * evidenceFrom(eightInstrument, [{ respondent: 'Ann', role: 'buyer', answers }]);
 * // => [{ expectation: 'information', level: 75, respondent: 'Ann', role: 'buyer', source: 'information' }]
 * ```
 */
export function evidenceFrom(
  instrument: Instrument,
  responses: readonly SurveyResponse[],
): readonly ExpectationEvidence[] {
  return door('evidenceFrom', () => {
    const questions = read(questionsSchema, instrument, 'instrument');
    const answered = readResponses(questions, responses);
    const items = scaleItems(questions.instrument).flatMap((item) => {
      const expectation = eightNames.find((name) => name === item.dimension);
      return expectation
        ? [{ expectation, source: item.id, levels: levelsOf(answered, item) }]
        : [];
    });
    return answered.people.flatMap(({ respondent, role }, r) =>
      items.flatMap(({ expectation, source, levels }): ExpectationEvidence[] => {
        const level = levels[r];
        if (level == null) return [];
        return [{ expectation, level, respondent, ...(role && { role }), source }];
      }),
    );
  });
}
