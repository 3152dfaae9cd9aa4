import { ascendingWithPlaces } from './ascending-order';
import { casesInOrder, type InOrder } from './cases-in-order';
import { atLeast, compare } from './nearly';
import type { SurvivalCurve } from './survival-curve';

/**
 * The survival curve of times of which some are only known to be longer (Kaplan and Meier 1958): the product
 * over event times of surviving / at risk.
 *
 * `finished` says of each time whether the case finished then (1) or was still under way (0); null that all did. At
 * equal times, those that finish come before the others; times that are equal up to rounding are, and count as the
 * least of them. `weights` are not below 0; null weighs all alike. `entered` are the times from which on each case was
 * watched: it is at risk of later events alone (left truncation; Tsai, Jewell & Wang 1987). Null that all were from the start.
 */
export function kaplanMeier(
  times: Float64Array,
  weights: Float64Array | null,
  finished: Uint8Array | null,
  entered: Float64Array | null = null,
): SurvivalCurve {
  const inOrder = casesInOrder(times, weights, finished);
  const distinct = new Float64Array(inOrder.ends.times.length);
  const events = new Float64Array(distinct.length);
  const others = new Float64Array(distinct.length + 1);
  const count = countEvents(inOrder.ends, inOrder.others, distinct, events, others);
  const reached = count === distinct.length ? distinct : distinct.slice(0, count);
  return curve(reached, events, others, entered && enteringFrom(reached, entered, weights));
}

/** Writes down the event times, the weight of the events at each, and of the others that leave before it; counts them. */
function countEvents(
  ends: InOrder,
  goingOn: InOrder,
  distinct: Float64Array,
  events: Float64Array,
  others: Float64Array,
): number {
  const { times: ended, weights: endedWeights } = ends;
  const { times: left, weights: leftWeights } = goingOn;
  let count = 0;
  let now = Number.NaN;
  let leaving = 0;
  for (let i = 0, j = 0; i < ended.length || j < left.length; ) {
    const isEnd =
      j === left.length || (i < ended.length && (ended[i] as number) <= (left[j] as number));
    const time = (isEnd ? ended[i] : left[j]) as number;
    const weight =
      endedWeights === null ? 1 : ((isEnd ? endedWeights[i] : leftWeights?.[j]) as number);
    if (isEnd) i++;
    else j++;
    if (!atLeast(now, time)) {
      others[count] = (others[count] as number) + leaving;
      leaving = 0;
      now = time;
    }
    if (!isEnd) leaving += weight;
    else {
      if (distinct[count - 1] !== now) distinct[count++] = now;
      events[count - 1] = (events[count - 1] as number) + weight;
    }
  }
  others[count] = (others[count] as number) + leaving;
  return count;
}

/** The weight of what enters at each of the ascending times or later. */
export function enteringFrom(
  times: Float64Array,
  entered: Float64Array,
  weights: Float64Array | null,
): Float64Array {
  const entering = new Float64Array(times.length);
  const { values, places } = ascendingWithPlaces(entered);
  let sum = 0;
  for (let k = times.length - 1, next = places.length - 1; k >= 0; k--) {
    for (; next >= 0; next--) {
      if (!atLeast(values[next] as number, times[k] as number)) break;
      sum += weights === null ? 1 : (weights[places[next] as number] as number);
    }
    entering[k] = sum;
  }
  return entering;
}

/** From the `events` at each event time, the `others` that leave before it, and what is yet to enter then. */
function curve(
  times: Float64Array,
  events: Float64Array,
  others: Float64Array,
  entering: Float64Array | null,
): SurvivalCurve {
  const n = times.length;
  const atRisk = new Float64Array(n + 1);
  // How many go on after each event time, until what share that is of all takes its place.
  const survival = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    survival[k] = (atRisk[k + 1] as number) + (others[k + 1] as number);
    atRisk[k] = (survival[k] as number) + (events[k] as number);
  }
  if (entering !== null) {
    for (let k = 0; k < n; k++) {
      const later = entering[k] as number;
      const left = (survival[k] as number) - later;
      // What is left of sums that were subtracted may be rounding alone.
      survival[k] = compare(left, 0, later) <= 0 ? 0 : left;
      atRisk[k] = (survival[k] as number) + (events[k] as number);
    }
  }
  const chance = new Float64Array(n);
  // While nobody else leaves or enters the product telescopes, so that without censoring the curve is exactly a count / n.
  let from = atRisk[0] as number;
  let survived = 1;
  let reached = 0;
  let gone = 0;
  for (let k = 0; k < n; k++) {
    const left = survival[k] as number;
    gone += events[k] as number;
    // The ratio first: weights may be so small that their product with a share loses bits.
    survival[k] = survived * (left / from);
    chance[k] = left > 0 ? Math.min(1, reached + survived * (gone / from)) : 1;
    const enters = entering !== null && entering[k + 1] !== entering[k];
    if ((others[k + 1] as number) > 0 || enters) {
      from = atRisk[k + 1] as number;
      survived = survival[k] as number;
      reached = chance[k] as number;
      gone = 0;
    }
  }
  const identified = n > 0 ? (chance[n - 1] as number) : 0;
  return { times, atRisk: atRisk.subarray(0, n), survival, chance, identified };
}
