import { slack } from '../numerics/nearly';

/** The arithmetic of the utility, over columns and without checks; the scalar form is a column of its own. */

/** The utility of one dimension: bounds, how a gap is counted, and a weight for each term. */
export interface DimensionUtility {
  /** Its share of the importance of all that are judged, which the weights hold already. */
  readonly share: number;
  /** 1 where lower is better, -1 where higher is. */
  readonly sign: number;
  /** 100 for a gap in percent of what was expected, 0 for one in its own unit. */
  readonly percent: number;
  /** The numbers that are allowed, ends included. */
  readonly leastExpected: number;
  readonly leastGot: number;
  readonly most: number;
  /** 0 counts both sides of the gap, -1 the worse one only, 1 the better one only. */
  readonly side: number;
  readonly knee: number;
  readonly beyond: number;
  readonly exponent: number;
  readonly reference: number;
  readonly performance: number;
  readonly gap: number;
  readonly gain: number;
  readonly loss: number;
  readonly broken: number;
  readonly stillWaiting: number;
}

/** Why a row has no answer: a number is lacking, or its promise still holds and there is nothing to judge. */
const lacking = 1;
export const notYet = 2;

/**
 * Adds a dimension's terms, one after the other, to the utilities of rows from start up to end; a row that lacks
 * something gets a status and NaN. Numbers are looked at on the way: returns the first row that holds one which is
 * not allowed, or whose effect is not finite, -1 without any.
 */
export function addDimension(
  dimension: DimensionUtility,
  expected: Float64Array,
  got: Float64Array,
  waiting: Uint8Array | null,
  utility: Float64Array,
  status: Uint8Array,
  start: number,
  end: number,
): number {
  const { sign, percent, leastExpected, leastGot, most, side, knee, beyond, exponent } = dimension;
  const { reference, performance, gap, gain, loss, broken, stillWaiting } = dimension;
  for (let row = start; row < end; row++) {
    const e = expected[row] as number;
    const x = got[row] as number;
    if (!(e >= leastExpected && e <= most && x >= leastGot && x <= most)) {
      if (e < leastExpected || e > most || x < leastGot || x > most) return row;
      status[row] = lacking;
      utility[row] = Number.NaN;
      continue;
    }
    const lead = leadOf(sign, e, x);
    const g = percent === 0 ? lead : (percent * lead) / e;
    let u = utility[row] as number;
    if (performance !== 0) {
      // Of a quality that counts on one side, what lies beyond the expectation on that side.
      if (side === 0) u += performance * (sign > 0 ? Math.log(x) : x - reference);
      else if (g * side > 0) u += performance * (sign > 0 ? Math.log(x / e) : x - e);
    }
    const gained = g > 0 && side >= 0 ? worth(g, knee, beyond, exponent) : 0;
    const lost = g < 0 && side <= 0 ? worth(-g, knee, beyond, exponent) : 0;
    if (gap !== 0) u += gap * (gained - lost);
    u += gain * gained;
    u -= loss * lost;
    if (broken !== 0 && lost > 0) u -= broken;
    if (!(Math.abs(g) + gained + lost < Infinity) || Math.abs(u) === Infinity) return row;
    if (waiting !== null && waiting[row] !== 0) {
      if (lead < 0) u -= side > 0 ? 0 : stillWaiting;
      else {
        status[row] = notYet;
        u = Number.NaN;
      }
    }
    utility[row] = u;
  }
  return -1;
}

/** How much better it came than was expected; what is as expected up to rounding breaks no promise. */
export function leadOf(sign: number, expected: number, got: number): number {
  const apart = sign * (expected - got);
  return Math.abs(apart) <= slack * expected ? 0 : apart;
}

/** v of a gap above 0. */
function worth(gap: number, knee: number, beyond: number, exponent: number): number {
  if (exponent !== 1) return gap ** exponent;
  return gap <= knee ? gap : knee + beyond * (gap - knee);
}

/** Adds a covariate's term; returns the first row that holds a number which is not allowed, -1 without any. */
export function addCovariate(
  weight: number,
  isLog: boolean,
  numbers: Float64Array,
  utility: Float64Array,
  status: Uint8Array,
  start: number,
  end: number,
): number {
  for (let row = start; row < end; row++) {
    const x = numbers[row] as number;
    const term = weight * (isLog ? Math.log(x) : x);
    const u = (utility[row] as number) + term;
    if (Number.isNaN(x)) status[row] = lacking;
    else if (!(Math.abs(term) < Infinity) || Math.abs(u) === Infinity) return row;
    utility[row] = u;
  }
  return -1;
}
