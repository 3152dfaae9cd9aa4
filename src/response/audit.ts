import * as z from 'zod/mini';
import type { Interval } from '../core/interval';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse, refuseOther } from '../input/refusal';
import { rowReader } from '../input/rows';
import { confidenceSchema } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { wilson } from '../numerics/proportion';
import { type Action, practice as evidence } from './action';
import { responseSchema } from './input';
import type { responseDefaults } from './parameters';
import { type PracticeName, practices } from './practices';

/** What was seen of a practice at one contact. */
export interface PracticeAnswer {
  /** The practice it is an answer about. */
  readonly practice: PracticeName;
  /** Whether all was well: the habit kept, the fault absent. */
  readonly well: boolean;
}

/** How all of them are kept. */
export interface PracticeAudit {
  /** All fourteen: the worst share first, of equal ones that with more answers; last those that were not seen. */
  readonly scores: readonly ({
    readonly practice: PracticeName;
    /** How many answers. */
    readonly n: number;
    /** The share of contacts at which all was well; null without an answer. Its Wilson interval is null with it. */
    readonly share: number | null;
    /** By the interval against `practiceKept`; `unclear` where that lies in it, or nothing was seen. */
    readonly verdict: 'kept' | 'missed' | 'unclear';
  } & Interval<number | null>)[];
  /** For those that are surely missed, in the same order. */
  readonly actions: readonly Action<'train' | 'stop', 'practice-missed'>[];
}

type Score = PracticeAudit['scores'][number];

const optionsSchema = once(() =>
  z.strictObject({ confidence: confidenceSchema, parameters: responseSchema }),
);
const names = Object.keys(practices) as PracticeName[];

/**
 * Audits the habits of service and the faults of selling from what was seen at contacts, by mystery shoppers or by
 * customers: how often all was well, with an interval, the worst first. The order of answers does not
 * matter. They are taken as independent, so let each visitor answer for one contact.
 *
 * @param options `confidence`, the share of intervals that hold the true share (.95 unless given), and `parameters`, of
 *   which `practiceKept` counts here (`responseDefaults` unless given)
 * @throws InvalidInputError `unknown-name` for a practice or a field that is none, `wrong-type` for an answer that is
 *   neither true nor false
 * @example
 * ```ts
 * import { auditPractices, type PracticeAnswer } from 'overdeliver/response';
 *
 * const seen = (practice: PracticeAnswer['practice'], well: number, of: number): PracticeAnswer[] =>
 *   Array.from({ length: of }, (_, i) => ({ practice, well: i < well }));
 * const answers = [...seen('greetEverybody', 38, 40), ...seen('pressure', 22, 40)];
 * const { scores, actions } = auditPractices(answers);
 * scores[0]; // => { practice: 'pressure', n: 40, share: 0.55, low: 0.398, high: 0.693, verdict: 'missed' }
 * actions.map(({ detail }) => detail.practice); // => ['pressure']
 * ```
 */
export function auditPractices(
  answers: readonly PracticeAnswer[],
  options: {
    readonly confidence?: number | undefined;
    readonly parameters?: typeof responseDefaults | undefined;
  } = {},
): PracticeAudit {
  return door('auditPractices', () => {
    const { confidence, parameters } = read(optionsSchema, options, 'options');
    const { practiceKept } = parameters.numbers;
    const scores = [...count(answers)]
      .map(([practice, { n, well }]): Score => {
        if (n === 0) return { practice, n, share: null, low: null, high: null, verdict: 'unclear' };
        const [low, high] = wilson(well, n, confidence);
        const verdict = atLeast(low, practiceKept)
          ? 'kept'
          : !atLeast(high, practiceKept)
            ? 'missed'
            : 'unclear';
        return { practice, n, share: well / n, low, high, verdict };
      })
      .sort((a, b) => (a.share ?? 2) - (b.share ?? 2) || b.n - a.n);
    const actions = scores.flatMap(
      ({
        practice,
        n,
        share,
        low,
        high,
        verdict,
      }): Action<'train' | 'stop', 'practice-missed'>[] => {
        if (verdict !== 'missed' || share === null || low === null || high === null) return [];
        const { kind, meaning } = practices[practice];
        return [
          {
            code: kind === 'habit' ? 'train' : 'stop',
            detail: { practice, kind, meaning, share },
            why: [{ code: 'practice-missed', detail: { n, share, low, high, practiceKept } }],
            when: null,
            serves: 'consistency',
            evidence,
          },
        ];
      },
    );
    return { scores, actions };
  });
}

function count(answers: readonly PracticeAnswer[]) {
  const list = listOf('answers', answers, 'an array of answers');
  const counts = new Map(names.map((name) => [name, { n: 0, well: 0 }]));
  const checkRow = rowReader(['practice', 'well']);
  for (const [i, answer] of list.entries()) {
    const at = `answers[${i}]`;
    const { practice, well } = reading(at, answer, () => {
      const given = Object(answer) as PracticeAnswer;
      checkRow(at, given);
      return { practice: given.practice, well: given.well };
    });
    const seen = counts.get(practice);
    if (seen === undefined) {
      refuse(
        `${at}.practice`,
        practice,
        `one of ${names.join(', ')}`,
        practice === undefined ? 'missing' : 'unknown-name',
      );
    }
    if (typeof well !== 'boolean') {
      refuseOther(`${at}.well`, well, 'true or false');
    }
    seen.n++;
    if (well) seen.well++;
  }
  return counts;
}
