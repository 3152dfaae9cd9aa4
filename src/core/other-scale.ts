import type { Reason } from './reason';

/**
 * Numbers that seem to be answers on another scale than the one they were taken for: all of a column are shares up to 1, or whole
 * numbers from 1 to 10. They were taken as they are.
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
const longestScale = 10;

/** A warning where numbers that reach from the least to the most seem to be of another scale. */
export function scaleWarning(
  path: string,
  { n, least, most, whole }: { n: number; least: number; most: number; whole: boolean },
  longest = longestScale,
): readonly ScaleWarning[] {
  const isShort = whole && least >= 1 && most <= longest;
  if (n < enough || most <= 0 || !(most <= 1 || isShort)) return [];
  return [{ code: 'another-scale', detail: { path, least, most } }];
}

/** The same for each of some columns; NaN is no number. */
export const scaleWarnings = (
  columns: Readonly<Record<string, Float64Array>>,
): readonly ScaleWarning[] =>
  Object.entries(columns).flatMap(([path, numbers]) => scaleWarning(path, reachOf(numbers)));

/** The same of levels that stand in rows under these names; what is no number is none. */
export const rowScaleWarnings = (
  rows: readonly object[],
  names: readonly string[],
  path = 'rows[].',
): readonly ScaleWarning[] => {
  const levels = (name: string) =>
    Float64Array.from(rows, (row) => {
      const level: unknown = (row as Readonly<Record<string, unknown>>)[name];
      return typeof level === 'number' ? level : Number.NaN;
    });
  return scaleWarnings(Object.fromEntries(names.map((name) => [path + name, levels(name)])));
};

function reachOf(numbers: Float64Array) {
  const reach = { n: 0, least: Infinity, most: -Infinity, whole: true };
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i] as number;
    if (Number.isNaN(x)) continue;
    reach.n++;
    reach.least = Math.min(reach.least, x);
    reach.most = Math.max(reach.most, x);
    reach.whole &&= Number.isInteger(x);
    // Usually the first row tells.
    if (x > longestScale) break;
  }
  return reach;
}
