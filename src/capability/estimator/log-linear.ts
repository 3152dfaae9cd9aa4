import type { Line } from './design';
import type { Effects, Solved } from './effects';
import type { CategoryEffect, Coefficient, LogLinear, NumberEffect } from './estimator-model';
import type { CategoryColumn, CrossedColumn, NumericColumn } from './fitted-columns';
import type { Form } from './forms';

/** The columns of a fit, each number with its form and the lines that it is made of. */
export interface Terms {
  readonly numeric: readonly (NumericColumn & {
    readonly form: Form;
    readonly lines: readonly Line[];
  })[];
  readonly categorical: readonly CategoryColumn[];
  readonly crossed: readonly CrossedColumn[];
}

/** What was found, by names, in the units of the columns; `mean` is added to the intercept. */
export function logLinearOf(terms: Terms, { fixed, effects }: Effects, mean: number): LogLinear {
  const { numeric, categorical, crossed } = terms;
  const intercept = coefficient(fixed, 0);
  let place = 1;
  const numbers = numeric.map(({ name, form, lines, range }): [string, NumberEffect] => {
    const [line, ...bent] = lines.map((of) => ({ ...of, ...coefficient(fixed, place++, of.sd) }));
    const { value, standardError, at, mean: above } = line as Line & Coefficient;
    return [
      name,
      {
        value,
        standardError,
        scale: form.scale,
        mean: at + above,
        range,
        bends: bent.map(({ value, standardError, at, mean }) => ({
          value,
          standardError,
          at,
          mean,
        })),
      },
    ];
  });
  return {
    intercept: { ...intercept, value: intercept.value + mean },
    numeric: Object.fromEntries(numbers),
    categorical: Object.fromEntries(
      categorical.map(({ name, names, counts }, c) => {
        const own = effects[c] as Solved;
        return [name, Object.fromEntries(names.map((of, j) => [of, effect(own, j, counts)]))];
      }),
    ),
    interactions: Object.fromEntries(
      crossed.map((column, c) => {
        const own = effects[categorical.length + c] as Solved;
        const columns = column.columns.map(({ name }) => name) as [string, string];
        return [column.name, { columns, effects: pairsOf(column, own) }];
      }),
    ),
  };
}

function pairsOf({ columns, pairs, counts }: CrossedColumn, own: Solved) {
  const [one, other] = columns;
  const byFirst = new Map<number, [string, CategoryEffect][]>();
  pairs.forEach(([a, b], j) => {
    const found = byFirst.get(a) ?? [];
    found.push([other.names[b] as string, effect(own, j, counts)]);
    byFirst.set(a, found);
  });
  return Object.fromEntries(
    Array.from(byFirst, ([a, found]) => [one.names[a] as string, Object.fromEntries(found)]),
  );
}

const coefficient = ({ values, errors }: Solved, j: number, unitOf = 1): Coefficient => ({
  value: (values[j] as number) / unitOf,
  standardError: (errors[j] as number) / unitOf,
});

const effect = (own: Solved, j: number, counts: readonly number[]): CategoryEffect => ({
  ...coefficient(own, j),
  n: counts[j] as number,
});
