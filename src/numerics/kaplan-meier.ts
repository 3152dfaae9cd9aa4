import { ascendingOrder } from './ascending-order';
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
  const n = times.length;
  const distinct = new Float64Array(n);
  const events = new Float64Array(n);
  const others = new Float64Array(n + 1);
  const order = ascendingOrder(times);
  let count = 0;
  let now = Number.NaN;
  let leaving = 0;
  for (let k = 0; k < n; k++) {
    const i = order[k] as number;
    const time = times[i] as number;
    const weight = weights === null ? 1 : (weights[i] as number);
    if (!atLeast(now, time)) {
      others[count] = (others[count] as number) + leaving;
      leaving = 0;
      now = time;
    }
    if (finished?.[i] === 0 || !(weight > 0)) leaving += weight;
    else {
      if (count === 0 || distinct[count - 1] !== now) distinct[count++] = now;
      events[count - 1] = (events[count - 1] as number) + weight;
    }
  }
  others[count] = (others[count] as number) + leaving;
  const reached = distinct.slice(0, count);
  return curve(reached, events, others, entered && enteringFrom(reached, entered, weights));
}

/** The weight of what enters at each of the ascending times or later. */
export function enteringFrom(
  times: Float64Array,
  entered: Float64Array,
  weights: Float64Array | null,
): Float64Array {
  const entering = new Float64Array(times.length);
  const order = ascendingOrder(entered);
  let sum = 0;
  for (let k = times.length - 1, next = order.length - 1; k >= 0; k--) {
    for (; next >= 0; next--) {
      const i = order[next] as number;
      if (!atLeast(entered[i] as number, times[k] as number)) break;
      sum += weights === null ? 1 : (weights[i] as number);
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
  const surviving = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    surviving[k] = (atRisk[k + 1] as number) + (others[k + 1] as number);
    atRisk[k] = (surviving[k] as number) + (events[k] as number);
  }
  if (entering !== null) {
    for (let k = 0; k < n; k++) {
      const later = entering[k] as number;
      const left = (surviving[k] as number) - later;
      // What is left of sums that were subtracted may be rounding alone.
      surviving[k] = compare(left, 0, later) <= 0 ? 0 : left;
      atRisk[k] = (surviving[k] as number) + (events[k] as number);
    }
  }
  const survival = new Float64Array(n);
  const chance = new Float64Array(n);
  // While nobody else leaves or enters the product telescopes, so that without censoring the curve is exactly a count / n.
  let from = atRisk[0] as number;
  let survived = 1;
  let reached = 0;
  let gone = 0;
  for (let k = 0; k < n; k++) {
    const left = surviving[k] as number;
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
  return { times, survival, chance, identified: n > 0 ? (chance[n - 1] as number) : 0 };
}
