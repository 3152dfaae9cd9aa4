/** A column of categories: the index of each row's category, and how many there are. */
export interface Codes {
  readonly codes: Int32Array;
  readonly size: number;
}

/**
 * The terms of a regression. Those of the widest column of categories are its groups and stand apart; the
 * others are numbered: the intercept, the numeric columns from 1 on, the remaining categories from `fixed` on.
 */
export interface Design {
  readonly n: number;
  /** The index of the column that makes the groups; -1 for none. */
  readonly widest: number;
  readonly groups: number;
  /** The group of each row; empty when there are none. */
  readonly groupOf: Int32Array;
  /** How many terms are not shrunk. */
  readonly fixed: number;
  /** Where the categories of each remaining column start, and at last the number of terms. */
  readonly starts: readonly number[];
  readonly terms: number;
  /** The terms of the row looked at that are not 0: their values and, ascending, their numbers. */
  readonly x: Float64Array;
  readonly at: Int32Array;
  readonly look: (row: number) => void;
}

export function designOf(
  n: number,
  numeric: readonly Float64Array[],
  categorical: readonly Codes[],
): Design {
  const size = Math.max(0, ...categorical.map((column) => column.size));
  const widest = categorical.findIndex((column) => column.size === size);
  const others = categorical.filter((_, c) => c !== widest).map(({ codes }) => codes);
  const fixed = 1 + numeric.length;
  const starts = [fixed];
  categorical.forEach((column, c) => {
    if (c !== widest) starts.push((starts.at(-1) as number) + column.size);
  });
  const width = fixed + others.length;
  const x = new Float64Array(width).fill(1);
  const at = Int32Array.from({ length: width }, (_, a) => a);
  // Row by row, since the rows are looked at several times over.
  const table = new Float64Array(n * numeric.length);
  numeric.forEach((column, j) => {
    for (let i = 0; i < n; i++) table[i * numeric.length + j] = column[i] as number;
  });
  return {
    n,
    widest,
    groups: size,
    groupOf: categorical[widest]?.codes ?? new Int32Array(0),
    fixed,
    starts,
    terms: starts.at(-1) as number,
    x,
    at,
    look(row) {
      const start = row * (fixed - 1) - 1;
      for (let a = 1; a < fixed; a++) x[a] = table[start + a] as number;
      for (let c = 0; c < others.length; c++) {
        at[fixed + c] = (starts[c] as number) + ((others[c] as Int32Array)[row] as number);
      }
    },
  };
}
