import { enteringFrom } from './kaplan-meier';
import { atLeast, justAbove } from './nearly';
import { normalQuantile } from './normal';
import { countUpTo } from './sorted';
import type { SurvivalCurve } from './survival-curve';

/** Where a chance lies. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How sure a survival curve is, at each of its event times. */
export interface CurveErrors {
  /** How many were at risk: of weighted ones their effective size, (sum w)^2 / sum w^2. */
  readonly size: Float64Array;
  /** The variance of the logarithm of P(T > time). */
  readonly variance: Float64Array;
}

/**
 * The errors of a curve of Kaplan and Meier, from the cases it was made of: the sum over event times of
 * `h / ((1 - h) m)`, h the share of those at risk that the event took and m how many these were (Greenwood 1926; with
 * weights Xie & Liu 2005, doi:10.1002/sim.2174).
 */
export function greenwood(
  { times: eventTimes, atRisk, survival }: SurvivalCurve,
  times: Float64Array,
  weights: Float64Array | null,
  entered: Float64Array | null,
): CurveErrors {
  const size = weights ? effectiveSizes(atRisk, eventTimes, times, weights, entered) : atRisk;
  const variance = new Float64Array(size.length);
  let sum = 0;
  let before = 1;
  for (let k = 0; k < size.length; k++) {
    const after = survival[k] as number;
    sum += (before / after - 1) / (size[k] as number);
    variance[k] = sum;
    before = after;
  }
  return { size, variance };
}

/** (sum w)^2 / sum w^2 of those at risk at each event time. */
function effectiveSizes(
  atRisk: Float64Array,
  eventTimes: Float64Array,
  times: Float64Array,
  weights: Float64Array,
  entered: Float64Array | null,
): Float64Array {
  // As shares of the largest, whose square neither overflows nor vanishes.
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const squares = weights.map((weight) => (weight / largest) ** 2);
  // Those at risk are those that end then or later, but for those that enter then or later.
  const ending = enteringFrom(eventTimes, times, squares);
  const entering = entered && enteringFrom(eventTimes, entered, squares);
  return atRisk.map((weight, k) => {
    const sum = weight / largest;
    return (sum / ((ending[k] as number) - (entering?.[k] ?? 0))) * sum;
  });
}

/** Of 95% intervals. */
const z = normalQuantile(0.975);
/** What an exact 95% interval leaves out on either side. */
const out = 0.025;

/**
 * The 95% interval of P(T <= t), given T > `elapsed`: symmetric in log(-log P(T > t)), which keeps it from 0 to 1
 * (Kalbfleisch & Prentice 1980). Where that is not defined: before the first event the exact bound of none of those at risk
 * (Clopper & Pearson 1934), and where none is left the bound from before the last one went. Beyond what was seen
 * the chance may be as high as 1.
 */
export function chanceInterval(
  curve: SurvivalCurve,
  { size, variance }: CurveErrors,
  t: number,
  elapsed = -Infinity,
): Bounds {
  const { times, survival } = curve;
  const last = times.length - 1;
  const start = countUpTo(times, justAbove(elapsed)) - 1;
  const end = Math.max(start, countUpTo(times, justAbove(t)) - 1);
  const isBeyond = !atLeast(times[last] as number, t);
  const bounds = (k: number): Bounds => {
    const left = (survival[k] as number) / (survival[start] ?? 1);
    if (left === 0) {
      const low = k - 1 > start ? bounds(k - 1).low : out ** (1 / (size[k] as number));
      return { low, high: 1 };
    }
    // What has gone weighs too little to be seen.
    if (left === 1) return { low: 0, high: 1 - out ** (1 / (size[k] as number)) };
    const spread = (variance[k] as number) - (variance[start] ?? 0);
    const half = (z * Math.sqrt(spread)) / -Math.log(left);
    const at = (shift: number) => -Math.expm1(Math.exp(shift) * Math.log(left));
    return { low: at(-half), high: at(half) };
  };
  if (end === start) {
    const next = size[end + 1];
    return { low: 0, high: next === undefined ? 1 : 1 - out ** (1 / next) };
  }
  const { low, high } = bounds(end);
  return { low, high: isBeyond ? 1 : high };
}
