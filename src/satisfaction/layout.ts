import * as z from 'zod/mini';
import { checkLength } from '../expectation/column-checks';
import { firstAbove } from '../expectation/first-outside';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { objectSchema, recordOf, typedColumn } from '../input/schemas';
import type { SatisfactionColumns } from './experience-columns';
import { dimensionsOf, fieldsOf, unitOf } from './judged';
import type { SatisfactionDimension, SatisfactionForm } from './model';
import { addCovariate, addDimension, type KernelDimension } from './utility';

/** One dimension's columns. */
export interface DimensionLayout {
  readonly name: string;
  readonly dimension: SatisfactionDimension;
  /** Where its columns stand, with a full stop behind. */
  readonly at: string;
  readonly expected: Float64Array;
  readonly got: Float64Array;
  readonly waiting: Uint8Array | null;
}

/** Columns as a model takes them. */
export interface Layout {
  readonly rows: number;
  readonly dimensions: readonly DimensionLayout[];
  readonly covariates: readonly {
    readonly name: string;
    readonly isLog: boolean;
    readonly numbers: Float64Array;
  }[];
}

const numbers = typedColumn(Float64Array, 'a Float64Array');
const flags = typedColumn(Uint8Array, 'a Uint8Array of 0 and 1');
const delivered = { promised: numbers, actual: numbers };
const schemas = {
  time: z.strictObject({
    ...delivered,
    unit: z.enum(['minutes', 'hours', 'days']),
    stillWaiting: z.optional(flags),
  }),
  cost: z.strictObject({ ...delivered, currency: z.string() }),
  level: z.strictObject({ expected: numbers, perceived: numbers }),
};
const covariatesSchema = z.optional(recordOf(numbers));

/** Finds a form's columns among those given; all must be of one length. What they hold is not looked at. */
export function layOut(
  columns: SatisfactionColumns,
  form: SatisfactionForm & { readonly id: string },
  root = '',
): Layout {
  const given = read(objectSchema, columns, root);
  let rows = -1;
  let first = '';
  const sameLength = <Column extends Float64Array | Uint8Array>(path: string, column: Column) => {
    if (rows === -1) {
      rows = column.length;
      first = path;
    }
    checkLength(path, column, rows, first);
    return column;
  };
  const dimensions = dimensionsOf(given, form, root).map((one): DimensionLayout => {
    const { name, dimension, at } = one;
    const [before, after] = fieldsOf(dimension.kind);
    const fields = read(schemas[dimension.kind], one.fields, at.slice(0, -1)) as Readonly<
      Record<string, unknown>
    >;
    unitOf(at, dimension, fields, form.id);
    const waiting = (fields.stillWaiting as Uint8Array | undefined) ?? null;
    const expected = sameLength(`${at}${before}`, fields[before] as Float64Array);
    const got = sameLength(`${at}${after}`, fields[after] as Float64Array);
    if (waiting !== null) {
      const path = `${at}stillWaiting`;
      const row = firstAbove(sameLength(path, waiting), 1);
      if (row !== -1) refuse(`${path}[${row}]`, waiting[row], '0 or 1');
    }
    return { name, dimension, at, expected, got, waiting };
  });
  const path = root === '' ? 'covariates' : `${root}.covariates`;
  const others = read(covariatesSchema, given.covariates, path) ?? {};
  checkCovariateNames(others, form, path);
  const covariates = Object.entries(form.covariates ?? {}).map(([name, how]) => ({
    name,
    isLog: how === 'log',
    numbers: sameLength(`${path}.${name}`, others[name] as Float64Array),
  }));
  return { rows, dimensions, covariates };
}

/** Refuses covariates that a form does not know, and the lack of those that it does. */
export function checkCovariateNames(
  given: Readonly<Record<string, unknown>>,
  { covariates = {} }: SatisfactionForm,
  path = 'covariates',
): void {
  const names = Object.keys(covariates);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(covariates, name)) continue;
    const expected = names.length > 0 ? `one of ${names.join(', ')}` : 'no covariates';
    refuse(`${path}.${name}`, given[name], expected, 'unknown-name');
  }
  const lacking = names.find((name) => given[name] === undefined);
  if (lacking !== undefined) {
    refuse(`${path}.${lacking}`, undefined, 'a number for every customer', 'missing');
  }
}

/** Adds a dimension's utilities to rows from start up to end, and refuses numbers that are not allowed. */
export function addLaidOut(
  { dimension, at, expected, got, waiting }: DimensionLayout,
  kernel: KernelDimension,
  utility: Float64Array,
  status: Uint8Array,
  start: number,
  end: number,
): void {
  const row = addDimension(kernel, expected, got, waiting, utility, status, start, end);
  if (row === -1) return;
  const [before, after] = fieldsOf(dimension.kind);
  const e = expected[row] as number;
  const isExpected = e < kernel.leastExpected || e > kernel.most;
  const path = `${at}${isExpected ? before : after}[${row}]`;
  const above = (isExpected ? kernel.leastExpected : kernel.leastGot) > 0;
  const text =
    dimension.kind === 'level'
      ? 'a level from 0 to 100'
      : `an amount ${above ? 'above' : 'of at least'} 0 with a finite effect`;
  refuse(path, isExpected ? e : got[row], `${text}, or NaN for none`);
}

/** What a covariate must be. */
export const covariateText = (isLog: boolean) =>
  `a number ${isLog ? 'above 0 ' : ''}with a finite effect`;

/** Adds a covariate's, likewise. */
export function addLaidOutCovariate(
  { name, isLog, numbers }: Layout['covariates'][number],
  weight: number,
  utility: Float64Array,
  status: Uint8Array,
  start: number,
  end: number,
  root = '',
): void {
  const row = addCovariate(weight, isLog, numbers, utility, status, start, end);
  if (row === -1) return;
  const path = `${root}covariates.${name}[${row}]`;
  refuse(path, numbers[row], `${covariateText(isLog)}, or NaN for none`);
}
