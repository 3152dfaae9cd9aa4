/** Linear passes over rows from start up to end, for the first number off its range; -1 without one. */

/** NaN, a row without the signal, passes. */
export function firstOutside(
  numbers: Float64Array,
  min: number,
  max: number,
  start: number,
  end: number,
): number {
  for (let row = start; row < end; row++) {
    const number = numbers[row] as number;
    if (number < min || number > max) return row;
  }
  return -1;
}

/** NaN passes only where the column beside it holds NaN too. */
export function firstOutsideBeside(
  numbers: Float64Array,
  beside: Float64Array,
  min: number,
  max: number,
  start: number,
  end: number,
): number {
  for (let row = start; row < end; row++) {
    const number = numbers[row] as number;
    if (number >= min && number <= max) continue;
    if (!Number.isNaN(beside[row] as number)) return row;
  }
  return -1;
}

/** The first code above a greatest one; -1 without one. */
export function firstAbove(codes: Uint8Array, max: number): number {
  for (let row = 0; row < codes.length; row++) if ((codes[row] as number) > max) return row;
  return -1;
}
