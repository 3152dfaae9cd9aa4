/** A column of categories: the index of each row's category, and how many there are. */
export interface Codes {
  readonly codes: Int32Array;
  readonly size: number;
}

/** What counts of a numeric column: how far a value lies above `at`, standardised. */
export interface Line {
  readonly values: Float64Array;
  /** The least value, for a straight line; one further up, for how much it bends there. */
  readonly at: number;
  /** Of what counts, over all rows. */
  readonly mean: number;
  readonly sd: number;
}

/** Rows are looked at so many at a time: few enough that all their lines stay near the processor. */
export const blockRows = 256;

/**
 * The terms of a regression. Those of the widest column of categories are its groups and stand apart; the
 * others are numbered: the intercept, the lines from 1 on, the remaining categories from `fixed` on.
 */
export interface Design {
  readonly n: number;
  /** The index of the column that makes the groups; -1 for none. */
  readonly widest: number;
  readonly groups: number;
  /** The group of each row; empty when there are none. */
  readonly groupOf: Int32Array;
  /** How many terms are no categories. */
  readonly fixed: number;
  /** The remaining columns of categories. */
  readonly others: readonly Int32Array[];
  /** Where the categories of each remaining column start, and at last the number of terms. */
  readonly starts: readonly number[];
  readonly terms: number;
  /**
   * Of the rows looked at, the intercept's 1 and the lines, one after the other: computed, not kept, as bent lines
   * would take many times the memory of their columns.
   */
  readonly x: readonly Float64Array[];
  /** Looks at the rows from this one on, as many as a block has or as are left, whose number it returns. */
  readonly look: (from: number) => number;
}

export function designOf(n: number, lines: readonly Line[], categorical: readonly Codes[]): Design {
  const size = Math.max(0, ...categorical.map((column) => column.size));
  const widest = categorical.findIndex((column) => column.size === size);
  const others = categorical.filter((_, c) => c !== widest);
  const fixed = 1 + lines.length;
  const starts = [fixed];
  for (const column of others) starts.push((starts.at(-1) as number) + column.size);
  const x = Array.from({ length: fixed }, () => new Float64Array(blockRows).fill(1));
  return {
    n,
    widest,
    groups: size,
    groupOf: categorical[widest]?.codes ?? new Int32Array(0),
    fixed,
    others: others.map(({ codes }) => codes),
    starts,
    terms: starts.at(-1) as number,
    x,
    look(from) {
      const count = Math.min(blockRows, n - from);
      lines.forEach((line, a) => {
        standardise(line, from, count, x[a + 1] as Float64Array);
      });
      return count;
    },
  };
}

const above = (value: number, at: number) => (value > at ? value - at : 0);

/** What counts of some rows of a line, in its standard deviations from the mean. */
export function standardise(
  { values, at, mean, sd }: Line,
  from: number,
  count: number,
  into: Float64Array,
): Float64Array {
  const scale = 1 / sd;
  for (let i = 0; i < count; i++) {
    into[i] = (above(values[from + i] as number, at) - mean) * scale;
  }
  return into;
}

/** The sum of products of the first so many numbers. */
export function dot(one: Float64Array, other: Float64Array, count: number): number {
  // Four sums at once, since each addition waits for the one before.
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    p += (one[i] as number) * (other[i] as number);
    q += (one[i + 1] as number) * (other[i + 1] as number);
    r += (one[i + 2] as number) * (other[i + 2] as number);
    s += (one[i + 3] as number) * (other[i + 3] as number);
  }
  for (; i < count; i++) p += (one[i] as number) * (other[i] as number);
  return p + q + (r + s);
}

/** The line of values from a place on; null where what counts does not vary. */
export function lineOf(values: Float64Array, at: number): Line | null {
  const { length } = values;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += above(values[i] as number, at);
  const mean = sum / length;
  let squares = 0;
  for (let i = 0; i < length; i++) squares += (above(values[i] as number, at) - mean) ** 2;
  const sd = Math.sqrt(squares / length);
  // Beyond 1e150 squares would overflow.
  return sd > 1e-150 && sd < 1e150 ? { values, at, mean, sd } : null;
}
