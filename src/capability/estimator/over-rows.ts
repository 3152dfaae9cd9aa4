import { blockRows, type Design, dot } from './design';

/** The values of the numbered terms and of the groups, or sums over the rows of what they stand for. */
export interface Vector {
  readonly values: Float64Array;
  readonly groupValues: Float64Array;
}

/** Over the rows, of what each counts for in the terms; of what is left of each beyond what was found, if that is given. */
export function sums(design: Design, y: Float64Array, found?: Vector): Vector {
  const { n, fixed, others, starts, terms, groups, groupOf, x } = design;
  const values = new Float64Array(terms);
  const groupValues = new Float64Array(groups);
  const left = new Float64Array(blockRows);
  for (let from = 0; from < n; from += blockRows) {
    const count = design.look(from);
    left.set(y.subarray(from, from + count));
    if (found) takeFitted(design, found, from, count, left);
    for (let a = 0; a < fixed; a++) {
      (values[a] as number) += dot(x[a] as Float64Array, left, count);
    }
    others.forEach((codes, c) => {
      const start = starts[c] as number;
      for (let i = 0; i < count; i++) {
        (values[start + (codes[from + i] as number)] as number) += left[i] as number;
      }
    });
    for (let i = 0; groups > 0 && i < count; i++) {
      (groupValues[groupOf[from + i] as number] as number) += left[i] as number;
    }
  }
  return { values, groupValues };
}

/** What is left of each row. */
export function residualsOf(design: Design, y: Float64Array, found: Vector): Float64Array {
  const residuals = y.slice();
  for (let from = 0; from < residuals.length; from += blockRows) {
    const count = design.look(from);
    takeFitted(design, found, from, count, residuals.subarray(from, from + count));
  }
  return residuals;
}

/** Takes what was found for rows, which the design looks at, from each. */
function takeFitted(
  { fixed, others, starts, groups, groupOf, x }: Design,
  { values, groupValues }: Vector,
  from: number,
  count: number,
  left: Float64Array,
): void {
  for (let a = 0; a < fixed; a++) {
    const [line, value] = [x[a] as Float64Array, values[a] as number];
    for (let i = 0; i < count; i++) (left[i] as number) -= value * (line[i] as number);
  }
  others.forEach((codes, c) => {
    const start = starts[c] as number;
    for (let i = 0; i < count; i++) {
      (left[i] as number) -= values[start + (codes[from + i] as number)] as number;
    }
  });
  for (let i = 0; groups > 0 && i < count; i++) {
    (left[i] as number) -= groupValues[groupOf[from + i] as number] as number;
  }
}
