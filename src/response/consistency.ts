import * as z from 'zod/mini';
import { checkArray } from '../capability/input';
import { parametersSchema } from '../core/input';
import type { Interval } from '../core/interval';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { notEnough, refuse } from '../input/refusal';
import { confidenceSchema } from '../input/schemas';
import { countFor } from '../numerics/nearly';
import { samplesForTolerance, toleranceRank } from '../numerics/tolerance-rank';
import { differs, outcomeDefaults } from '../satisfaction/noticeable';
import { type Action, fromPractice } from './action';
import { responseSchema } from './input';
import type { responseDefaults } from './parameters';

/** How far good days and bad ones lie apart, and the interval in which the true spread lies. */
export interface Consistency extends Interval {
  /** How many days. */
  readonly n: number;
  /** The level that all but the worst `tail` of the days reach. */
  readonly bad: Level;
  /** The level that only the best `tail` of the days better. */
  readonly good: Level;
  /** Good less bad, in points. */
  readonly spread: number;
  /** Whether the customer feels it, by the interval against `noticeablePoints`. */
  readonly felt: 'yes' | 'no' | 'unclear';
  /** One, unless it surely is not felt. */
  readonly actions: readonly Action<'steady-days', 'days-differ'>[];
}

const optionsSchema = once(() =>
  z.strictObject({
    confidence: confidenceSchema,
    parameters: responseSchema,
    outcome: parametersSchema(outcomeDefaults),
  }),
);
const evidence = fromPractice('practice: the same quality on a good day and a bad one');

/**
 * Tells how far good days and bad ones lie apart, since the customer should not feel the difference: from one
 * level a day, the distance between the quantiles of `tail` and 1 - `tail`. Its interval holds whatever the
 * distribution, as long as the days are independent: two order statistics bound either quantile, each wrong with a
 * quarter of what the confidence leaves (Wilks 1941, Bonferroni), so it is on the wide side.
 *
 * A day's level that rests on few customers strays by itself, and the spread holds that, too.
 *
 * @param levels 0 to 100, one for each day, in any order
 * @param options `confidence`, how sure the interval is to hold the true spread (.95 unless given); `parameters`, of which
 *   `tail` counts here (`responseDefaults` unless given); `outcome`, of which `noticeablePoints` counts
 *   (`outcomeDefaults` unless given)
 * @throws InvalidInputError `out-of-range` for a level that is not from 0 to 100; NotEnoughDataError for fewer days
 *   than the interval needs: 42 for tenths at .95
 * @example
 * ```ts
 * import { consistencyOf } from 'overdeliver/response';
 *
 * const levels = Array.from({ length: 60 }, (_, day) => 80 + 10 * Math.sin(day));
 * const { spread, low, high, felt } = consistencyOf(levels);
 * [spread, low, high, felt]; // => [19.23, 15.93, 20.0, 'yes']
 * ```
 */
export function consistencyOf(
  levels: ArrayLike<Level>,
  options: {
    readonly confidence?: number | undefined;
    readonly parameters?: typeof responseDefaults | undefined;
    readonly outcome?: typeof outcomeDefaults | undefined;
  } = {},
): Consistency {
  return door('consistencyOf', () => {
    const { confidence = 0.95, parameters, outcome } = read(optionsSchema, options, 'options');
    const { tail } = parameters.numbers;
    const noticeable = outcome.numbers.noticeablePoints;
    const at = ascending(levels);
    const n = levels.length;
    const each = 1 - (1 - confidence) / 4;
    const beyond = toleranceRank(n, 1 - tail, each);
    if (beyond === null) {
      const counts = { needed: samplesForTolerance(1 - tail, each), available: n };
      notEnough('levels', counts, 'a spread of days');
    }
    // Where the largest is surely beyond the upper quantile, some day is surely beyond the lower one.
    const within = toleranceRank(n, tail, each) as number;
    const fromTop = (rank: number) => at(n + 1 - rank);
    const point = countFor(n, tail);
    const [bad, good] = [at(point), fromTop(point)];
    // At a tail of one half, the ranks may pass each other.
    const spread = Math.max(0, good - bad);
    const low = Math.max(0, fromTop(within) - at(within));
    const high = at(beyond) - fromTop(beyond);
    const felt = differs(low, noticeable) ? 'yes' : differs(high, noticeable) ? 'unclear' : 'no';
    const action: Action<'steady-days', 'days-differ'> = {
      code: 'steady-days',
      detail: { spread, bad, good },
      why: [{ code: 'days-differ', detail: { low, high, noticeable } }],
      when: null,
      serves: 'consistency',
      evidence,
    };
    return { n, bad, good, spread, low, high, felt, actions: felt === 'no' ? [] : [action] };
  });
}

/** The level of a rank, from 1 for the least. */
function ascending(levels: ArrayLike<Level>): (rank: number) => Level {
  checkArray('levels', levels);
  const sorted = new Float64Array(levels.length);
  reading('levels', levels, () => {
    for (let i = 0; i < sorted.length; i++) {
      const level = levels[i] as Level;
      const good = typeof level === 'number' && level >= 0 && level <= 100;
      sorted[i] = good ? level : refuse(`levels[${i}]`, level, 'a level from 0 to 100');
    }
  });
  sorted.sort();
  return (rank) => sorted[rank - 1] as Level;
}
