import * as z from 'zod/mini';
import { checkLength } from '../expectation/column-checks';
import { firstAbove } from '../expectation/first-outside';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { recordOf, typedColumn } from '../input/schemas';
import { fieldsOf } from './dimensions';
import {
  checkCovariateNames,
  checkUnit,
  type Fields,
  fieldsSchema,
  kindOf,
  onlyPart,
  partsOf,
} from './input';
import type { DimensionLayout, Layout } from './layout';
import type { SatisfactionForm } from './model';

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
const mixSchema = once(() =>
  z.strictObject({
    dimensions: recordOf(z.optional(fieldsSchema)),
    covariates: z.optional(recordOf(numbers)),
  }),
);

/** Reads columns by what a form says of them; all must be of one length. Their numbers are not looked at. */
export function readColumns(
  given: Fields,
  form: SatisfactionForm & { readonly id: string },
  root = '',
): Layout {
  const mix = kindOf(given) === 'mixed' ? read(mixSchema, given, root) : null;
  const parts = mix ? partsOf(mix.dimensions, form, root) : [onlyPart(given, form, root)];
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
  const dimensions = parts.map((part): DimensionLayout => {
    const { name, dimension, at, fields } = part;
    const [before, after] = fieldsOf(dimension.kind);
    const columns = read(schemas[dimension.kind], fields, at.slice(0, -1));
    const isLevel = 'perceived' in columns;
    if (!isLevel) checkUnit(part, 'unit' in columns ? columns.unit : columns.currency, form.id);
    const expected = sameLength(`${at}${before}`, isLevel ? columns.expected : columns.promised);
    const got = sameLength(`${at}${after}`, isLevel ? columns.perceived : columns.actual);
    const waiting = 'unit' in columns ? (columns.stillWaiting ?? null) : null;
    if (waiting !== null) {
      const path = `${at}stillWaiting`;
      const row = firstAbove(sameLength(path, waiting), 1);
      if (row !== -1) refuse(`${path}[${row}]`, waiting[row], '0 or 1');
    }
    return { name, dimension, at, expected, got, waiting };
  });
  const path = root === '' ? 'covariates' : `${root}.covariates`;
  const others = mix?.covariates ?? {};
  checkCovariateNames(others, form, path);
  const covariates = Object.entries(form.covariates ?? {}).map(([name, how]) => ({
    name,
    isLog: how === 'log',
    numbers: sameLength(`${path}.${name}`, others[name] as Float64Array),
  }));
  return { rows, dimensions, covariates };
}
