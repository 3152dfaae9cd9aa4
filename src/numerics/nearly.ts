/**
 * The one rule for numbers that are equal but for rounding, for whatever was computed and meets a threshold or another
 * number. Sums in another order, scales turned round and units changed part equal numbers by some 1e-16 for each step;
 * thousands of steps stay within this share of what was added up, and no measurement is so fine.
 */
export const slack = 1e-12;

/** The greatest number that x is up to rounding. */
export const justAbove = (x: number): number => x + slack * Math.abs(x);

/** The least number that x is up to rounding. */
export const justBelow = (x: number): number => x - slack * Math.abs(x);

/**
 * Below 0, 0 or above 0, as a is less than b, equal up to rounding, or more. Of numbers that were subtracted, `scale`
 * says how large those were: what is left of them may be near 0, their rounding is not.
 */
export function compare(a: number, b: number, scale = Math.min(Math.abs(a), Math.abs(b))): number {
  return a === b || Math.abs(a - b) < slack * scale ? 0 : Math.sign(a - b);
}

/** Whether a is at least b, or equal up to rounding, as {@link compare} says. */
export const atLeast = (a: number, b: number, scale?: number): boolean => compare(a, b, scale) >= 0;

/** The sum of two numbers; 0 where they cancel but for rounding. */
export function plus(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < slack * Math.abs(a) ? 0 : sum;
}

/**
 * The least whole number k, from 1 on, for which k / n is at least the share. A share such as 1 - .1 is a few roundings
 * of 1 off, not thousands, and among a million the next rank is near: hence a finer measure.
 */
export function countFor(n: number, share: number): number {
  return Math.max(1, Math.ceil(n * (share - 8 * Number.EPSILON)));
}

/** The numbers, those that are equal up to rounding given as the least of them. */
export function tied(numbers: Float64Array, scale: number): Float64Array {
  const order = Array.from(numbers.keys()).sort(
    (i, j) => (numbers[i] as number) - (numbers[j] as number),
  );
  const result = numbers.slice();
  let least = Number.NaN;
  for (const i of order) {
    if (!atLeast(least, result[i] as number, scale)) least = result[i] as number;
    result[i] = least;
  }
  return result;
}
