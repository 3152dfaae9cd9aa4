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
  /** Where the categories of each remaining column start, and at last the number of terms. */
  readonly starts: readonly number[];
  readonly terms: number;
  /** The terms of the row looked at that are not 0: their values and, ascending, their numbers. */
  readonly x: Float64Array;
  readonly at: Int32Array;
  readonly look: (row: number) => void;
}

export function designOf(n: number, lines: readonly Line[], categorical: readonly Codes[]): Design {
  const size = Math.max(0, ...categorical.map((column) => column.size));
  const widest = categorical.findIndex((column) => column.size === size);
  const scales = lines.map(({ sd }) => 1 / sd);
  const others = categorical.filter((_, c) => c !== widest).map(({ codes }) => codes);
  const fixed = 1 + lines.length;
  const starts = [fixed];
  categorical.forEach((column, c) => {
    if (c !== widest) starts.push((starts.at(-1) as number) + column.size);
  });
  const width = fixed + others.length;
  const x = new Float64Array(width).fill(1);
  const at = Int32Array.from({ length: width }, (_, a) => a);
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
      // Computed, not kept: bent lines would take many times the memory of their columns.
      for (let a = 1; a < fixed; a++) {
        const { values, at, mean } = lines[a - 1] as Line;
        const above = (values[row] as number) - at;
        x[a] = ((above > 0 ? above : 0) - mean) * (scales[a - 1] as number);
      }
      for (let c = 0; c < others.length; c++) {
        at[fixed + c] = (starts[c] as number) + ((others[c] as Int32Array)[row] as number);
      }
    },
  };
}

/** The line of values from a place on; null where what counts does not vary. */
export function lineOf(values: Float64Array, at: number): Line | null {
  const { length } = values;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += Math.max(0, (values[i] as number) - at);
  const mean = sum / length;
  let squares = 0;
  for (let i = 0; i < length; i++) squares += (Math.max(0, (values[i] as number) - at) - mean) ** 2;
  const sd = Math.sqrt(squares / length);
  // Beyond 1e150 squares would overflow.
  return sd > 1e-150 && sd < 1e150 ? { values, at, mean, sd } : null;
}
