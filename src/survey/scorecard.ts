import type { Level } from '../core/level';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { type EightExpectation, eightExpectations, eightNames } from './eight-expectations';
import { checkInstrument, type Instrument } from './instrument';
import { levelIn, scaleItems } from './levels';
import { average, type MeanEstimate, meanOf } from './mean';
import { filled, type SurveyOptions, surveySchema } from './parameters';
import {
  byRole,
  type CustomerRole,
  checkName,
  checkResponses,
  checkRole,
  checkText,
  fieldReader,
  type SurveyResponse,
} from './responses';

/** One thing that speaks for how an expectation is met. */
export interface ExpectationEvidence {
  readonly expectation: EightExpectation;
  /** How well it is met, 0 to 100. */
  readonly level: Level;
  /** Whose it is: the evidence of one respondent counts once. */
  readonly respondent: string;
  /** In which part; left out where it is not known. */
  readonly role?: CustomerRole | undefined;
  /** Where it was found: an item, a quote, a record. */
  readonly source: string;
}

/** How one expectation is met, as people in one part see it. */
export interface ScorecardRow extends MeanEstimate {
  readonly expectation: EightExpectation;
  readonly meaning: string;
  /** What the row rests on; nothing, if it is empty. */
  readonly evidence: readonly ExpectationEvidence[];
}

/** The eight rows of one part. */
export interface Scorecard {
  /** Null where it is not known. */
  readonly role: CustomerRole | null;
  readonly rows: readonly ScorecardRow[];
}

/**
 * How well the eight expectations are met, one card for each part in which people answered (D40): each row with the
 * evidence it rests on. A row with evidence of fewer than `leastAnswers` respondents has no mean.
 *
 * @throws InvalidInputError `unknown-name` for another expectation or part, `out-of-range` for a level off 0 to 100
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
    read(surveySchema, options, 'options');
    const fields = fieldReader<ExpectationEvidence>(names);
    const pieces = listOf('evidence', evidence).map((one, i) => {
      const at = `evidence[${i}]`;
      return reading(at, one, () => checkEvidence(at, fields(at, one)));
    });
    return byRole(pieces).map(({ role, responses }) => ({
      role,
      rows: eightNames.map((expectation): ScorecardRow => {
        const own = responses.filter((one) => one.expectation === expectation);
        const levels = new Map<string, Level[]>();
        for (const { respondent, level } of own) {
          const known = levels.get(respondent);
          if (known) known.push(level);
          else levels.set(respondent, [level]);
        }
        const means = [...levels.values()].map(average);
        return {
          expectation,
          meaning: eightExpectations[expectation],
          ...meanOf(means, filled(options)),
          evidence: own,
        };
      }),
    }));
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
    checkInstrument(instrument);
    const { rows } = checkResponses(instrument, responses);
    const items = scaleItems(instrument).filter(({ dimension }) => isEight(dimension));
    return responses.flatMap(({ respondent, role }, r) =>
      items.flatMap((item): ExpectationEvidence[] => {
        const level = levelIn(rows[r] as (typeof rows)[number], item);
        if (level == null) return [];
        const expectation = item.dimension as EightExpectation;
        return [{ expectation, level, respondent, ...(role && { role }), source: item.id }];
      }),
    );
  });
}

const isEight = (name: unknown): name is EightExpectation =>
  eightNames.includes(name as EightExpectation);

const names = ['expectation', 'level', 'respondent', 'role', 'source'] as const;

function checkEvidence(path: string, one: Partial<ExpectationEvidence>): ExpectationEvidence {
  const { expectation, level, respondent, role, source } = one;
  checkName(`${path}.expectation`, expectation, eightNames);
  if (!(typeof level === 'number' && level >= 0 && level <= 100)) {
    refuse(`${path}.level`, level, 'a level from 0 to 100');
  }
  checkText(`${path}.respondent`, respondent);
  checkText(`${path}.source`, source);
  checkRole(`${path}.role`, role);
  return one as ExpectationEvidence;
}
