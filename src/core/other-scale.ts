import type { Reason } from './reason';

/**
 * Numbers that seem to be answers on another scale than the one they were taken for: all of a column are shares up to 1, or whole
 * numbers from 1 to 7. They were taken as they are.
 */
export type ScaleWarning = Reason<
  'another-scale',
  {
    /** Where the column stands in the input, such as `perceived`. */
    readonly path: string;
    readonly least: number;
    readonly most: number;
  }
>;

/** Of fewer, all may be low by chance. */
const enough = 10;
/** The longest of the short scales that surveys usually ask on. */
const longest = 7;

/** A warning for each column that seems to be of another scale; NaN is no number. */
export function scaleWarnings(
  columns: Readonly<Record<string, ArrayLike<number> | undefined>>,
): readonly ScaleWarning[] {
  return Object.entries(columns).flatMap(([path, numbers = []]): ScaleWarning[] => {
    const found = lowIn(numbers);
    return found ? [{ code: 'another-scale', detail: { path, ...found } }] : [];
  });
}

function lowIn(numbers: ArrayLike<number>) {
  let [n, least, most, whole] = [0, Infinity, -Infinity, true];
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i] as number;
    if (Number.isNaN(x)) continue;
    // Usually the first row tells.
    if (x > longest) return null;
    n++;
    least = Math.min(least, x);
    most = Math.max(most, x);
    whole &&= Number.isInteger(x);
  }
  if (n < enough || most <= 0) return null;
  return most <= 1 || (whole && least >= 1) ? { least, most } : null;
}
