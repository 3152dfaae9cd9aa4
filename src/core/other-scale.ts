import type { Reason } from './reason';

/**
 * Numbers that seem to be answers on another scale than the one they were taken for, or means of such answers: all of a column are
 * shares up to 1, or lie from 1 to 10, or of thirty and more, some of them above 5, from 0 to 10. They were taken as they are.
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
/** Levels from 0 to 10 may be meant as they are; of so many, with some above 5, that is unlikely. */
const enoughFrom0 = 30;

/** How far numbers reach. */
interface Reach {
  readonly n: number;
  readonly least: number;
  readonly most: number;
}

const leastAnswer = ({ n, most }: Reach) => (n >= enoughFrom0 && most > longestScale / 2 ? 0 : 1);

/** A warning where numbers that reach from the least to the most seem to be of another scale, which has these ends. */
export function scaleWarning(
  path: string,
  { n, least, most }: Reach,
  [from, to]: readonly [from: number, to: number],
): readonly ScaleWarning[] {
  const isShort = least >= from && most <= to;
  if (n < enough || most <= 0 || !(most <= 1 || isShort)) return [];
  return [{ code: 'another-scale', detail: { path, least, most } }];
}

/** The same for each of some columns; NaN is no number. */
export const scaleWarnings = (
  columns: Readonly<Record<string, Float64Array>>,
): readonly ScaleWarning[] =>
  Object.entries(columns).flatMap(([path, numbers]) => {
    const reach = reachOf(numbers);
    return scaleWarning(path, reach, [leastAnswer(reach), longestScale]);
  });

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

function reachOf(numbers: Float64Array): Reach {
  const reach = { n: 0, least: Infinity, most: -Infinity };
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i] as number;
    if (Number.isNaN(x)) continue;
    reach.n++;
    reach.least = Math.min(reach.least, x);
    reach.most = Math.max(reach.most, x);
    // Usually the first row tells.
    if (x > longestScale) break;
  }
  return reach;
}
