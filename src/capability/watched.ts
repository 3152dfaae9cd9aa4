import { notEnough } from '../input/refusal';
import { atLeast } from '../numerics/nearly';
import type { SurvivalCurve } from '../numerics/survival-curve';
import type { StillUnderWay } from './capability';
import { goneBy, isCountedWhole } from './days-gone-by';
import type { Known } from './input-censoring';
import { weightsOfThoseToFinish } from './lost';
import { effectiveSize } from './sample-weights';
import type { Watched } from './survival';

/** Samples as they count for a curve or a fit; with lost ones, `oldestFinish` of the oldest under way will finish. */
export function watchedOf(
  taken: Float64Array,
  known: Known,
  unit: string,
  oldestFinish = 1,
): Watched {
  const { finished, lost, entered } = known;
  const values =
    finished && isCountedWhole(unit)
      ? taken.map((x, i) => (finished[i] ? x : goneBy(unit, x)))
      : taken;
  return {
    values,
    weights:
      lost && finished
        ? weightsOfThoseToFinish(values, known.weights, finished, lost, oldestFinish)
        : known.weights,
    finished,
    // What was watched from the start was at risk of ending at once.
    entered: entered?.map((x) => (x > 0 ? goneBy(unit, x) : -Infinity)) ?? null,
  };
}

/** The effective size of the finished ones; throws where there are none. */
export function finishedSize(
  path: string,
  { length }: Float64Array,
  { weights, finished }: Known,
): number {
  const n = effectiveSize(weights, finished, length);
  if (n > 0) return n;
  const which = weights === null ? 'finished' : 'finished with a weight above 0';
  return notEnough(path, { needed: 1, available: 0 }, 'a capability', `0 ${which} of ${length}`);
}

/** Throws where all that were watched had finished before others came to be. */
export function checkWatched(path: string, { times, survival }: SurvivalCurve): void {
  const gone = survival.indexOf(0);
  if (gone < 0 || gone === survival.length - 1) return;
  const held = `0 under watch after ${times[gone]}, when others had not entered`;
  const purpose = 'a curve that goes on; leave out those that end so early';
  notEnough(path, { needed: 1, available: 0 }, purpose, held);
}

/** Those that hide the quantiles beyond what is known. */
export function longestUnderWay(
  taken: Float64Array,
  { values, weights, finished }: Watched,
  { times }: SurvivalCurve,
): StillUnderWay {
  const longest = times[times.length - 1] as number;
  let count = 0;
  let oldest = longest;
  values.forEach((value, i) => {
    if (finished?.[i] !== 0 || weights?.[i] === 0 || !atLeast(value, longest)) return;
    count++;
    oldest = Math.max(oldest, taken[i] as number);
  });
  return { count, oldest };
}
