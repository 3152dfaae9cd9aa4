import { refuse } from '../../input/refusal';
import { dimensionUtility } from '../compile';
import { fieldsOf } from '../dimensions';
import { addLaidOut, addLaidOutCovariate, type DimensionLayout, type Layout } from '../layout';

/** Columns with an answer to every row, looked at. */
export interface Observations {
  readonly layout: Layout;
  /** Each answer as the place it counts as, 0 the worst; there are a thousand at most. */
  readonly answer: Uint16Array;
}

/** Why a row cannot be judged, 0 where it can; refuses numbers that cannot be. */
export function lackingIn({ rows, dimensions, covariates }: Layout, root = ''): Uint8Array {
  const status = new Uint8Array(rows);
  const utility = new Float64Array(rows);
  for (const one of dimensions) {
    const bare = dimensionUtility(one.name, one.dimension, {});
    addLaidOut(one, bare, utility, status, 0, rows);
  }
  for (const one of covariates) {
    addLaidOutCovariate(one, 0, utility, status, 0, rows, `${root}columns.`);
  }
  return status;
}

/** Refuses columns in which a row lacks a number, naming the first few. */
export function refuseLacking(layout: Layout, root = ''): void {
  const status = lackingIn(layout, root);
  const row = status.findIndex((code) => code !== 0);
  if (row === -1) return;
  const lacking = [...status.keys()].filter((i) => status[i] !== 0);
  const some = lacking.slice(0, 5).join(', ');
  const rest = lacking.length > 5 ? ` and ${lacking.length - 5} more` : '';
  const expected = `rows with all numbers and something to judge (completeRows keeps them); take out ${some}${rest}`;
  const inputs = inputsIn(layout, true, root);
  const none = inputs.find(({ numbers }) => Number.isNaN(numbers[row]));
  if (none) refuse(`${none.path}[${row}]`, Number.NaN, expected);
  refuse(`${earlyIn(layout, row)}stillWaiting[${row}]`, 1, expected);
}

/** Where the time stands for which a customer still waits within the promise. */
function earlyIn({ rows, dimensions }: Layout, row: number): string {
  const isEarly = (one: DimensionLayout) =>
    lackingIn({ rows, dimensions: [one], covariates: [] })[row] !== 0;
  return (dimensions.find(isEarly) as DimensionLayout).at;
}

/** Every column of numbers, its path, and the name that a domain gives it; `isOnly` for a model of one dimension. */
export function inputsIn({ dimensions, covariates }: Layout, isOnly: boolean, root = '') {
  return [
    ...dimensions.flatMap(({ name, at, dimension, expected, isExpected, got }) =>
      fieldsOf(dimension.kind).flatMap((field, i) => {
        if (i === 0 && !isExpected) return [];
        const domain = isOnly ? field : `${name}.${field}`;
        return [{ path: at + field, domain, numbers: i === 0 ? expected : got }];
      }),
    ),
    ...covariates.map(({ name, numbers }) => ({
      path: `${root}columns.covariates.${name}`,
      domain: `covariates.${name}`,
      numbers,
    })),
  ];
}

/** How often each answer was given. */
export function countsOf(answer: ArrayLike<number>, kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0);
  for (let i = 0; i < answer.length; i++) {
    const k = answer[i] as number;
    counts[k] = (counts[k] as number) + 1;
  }
  return counts;
}
