/** The rows of a matrix. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangle L with L L' = a for a symmetric a; null unless a is positive definite. */
export function cholesky(a: Matrix): Matrix | null {
  const rows: number[][] = [];
  for (const [i, given] of a.entries()) {
    const row: number[] = [];
    for (const [j, above] of [...rows, row].entries()) {
      let rest = given[j] as number;
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * (above[k] as number);
      if (j === i && !(rest > 0 && rest < Infinity)) return null;
      row.push(j === i ? Math.sqrt(rest) : rest / (above[j] as number));
    }
    rows.push(row);
  }
  return rows;
}

/** The x with L L' x = b. */
export function choleskySolve(lower: Matrix, b: readonly number[]): number[] {
  const x = [...b];
  const at = (i: number, j: number) => lower[i]?.[j] as number;
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}
