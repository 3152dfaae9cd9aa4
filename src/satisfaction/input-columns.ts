import * as z from 'zod/mini';
import { checkLength } from '../expectation/column-checks';
import { firstAbove } from '../expectation/first-outside';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { numbersText, recordOf, typedColumn } from '../input/schemas';
import { fieldsOf, hasGap } from './dimensions';
import {
  checkCovariateNames,
  checkUnit,
  type Fields,
  fieldsSchema,
  kindOf,
  onlyPart,
  partsOf,
} from './input';
import { timeUnitSchema } from './input-experience';
import type { DimensionLayout, Layout } from './layout';
import type { SatisfactionDimension, SatisfactionForm } from './model';

const numbers = typedColumn(Float64Array, numbersText);
const flags = typedColumn(Uint8Array, 'a Uint8Array of 0 and 1');
const delivered = { promised: z.optional(numbers), actual: numbers };
const schemas = {
  time: z.strictObject({
    ...delivered,
    unit: timeUnitSchema,
    stillWaiting: z.optional(flags),
  }),
  cost: z.strictObject({ ...delivered, currency: z.string() }),
  level: z.strictObject({ expected: z.optional(numbers), perceived: numbers }),
};
const mixSchema = once(() =>
  z.strictObject({
    dimensions: recordOf(z.optional(fieldsSchema)),
    covariates: z.optional(recordOf(numbers)),
  }),
);

/** The least form that columns can be of: nothing counts, and nothing but their kinds is told. */
export function formIn(given: Fields, root: string): SatisfactionForm & { readonly id: string } {
  const mix = kindOf(given) === 'mixed' ? read(mixSchema, given, root) : null;
  const bare = (fields: Fields): SatisfactionDimension => {
    const kind = kindOf(fields);
    const unit = kind === 'level' ? 'points' : 'percent';
    return { kind: kind === 'mixed' ? 'level' : kind, unit, terms: [], value: 'identity' };
  };
  const parts = Object.entries(mix?.dimensions ?? { only: given });
  const covariates = Object.keys(mix?.covariates ?? {});
  if (parts.every(([, fields]) => fields === undefined)) {
    refuse(`${root}.dimensions`, mix?.dimensions, 'a dimension at least', 'missing');
  }
  return {
    id: 'the columns',
    answers: { min: 0, max: 1 },
    dimensions: Object.fromEntries(parts.map(([name, fields]) => [name, bare(fields ?? {})])),
    covariates: Object.fromEntries(covariates.map((name) => [name, 'identity'])),
    partial: true,
  };
}

/** Reads columns by what a form says of them; all must be of one length. Their numbers are not looked at. */
export function readColumns(
  given: Fields,
  form: SatisfactionForm & { readonly id: string },
  root = '',
  formAt = 'options.model',
): Layout {
  const mix = kindOf(given) === 'mixed' ? read(mixSchema, given, root) : null;
  const parts = mix ? partsOf(mix.dimensions, form, root) : [onlyPart(given, form, root, formAt)];
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
    const given = isLevel ? columns.expected : columns.promised;
    if (given === undefined && hasGap(dimension)) {
      const gaps = 'a Float64Array, since gaps count; a form of performance alone asks for none';
      refuse(`${at}${before}`, given, gaps, 'missing');
    }
    if (given !== undefined) sameLength(`${at}${before}`, given);
    const got = sameLength(`${at}${after}`, isLevel ? columns.perceived : columns.actual);
    const waiting = 'unit' in columns ? (columns.stillWaiting ?? null) : null;
    if (waiting !== null) {
      const path = `${at}stillWaiting`;
      const row = firstAbove(sameLength(path, waiting), 1);
      if (row !== -1) refuse(`${path}[${row}]`, waiting[row], '0 or 1');
    }
    const isExpected = given !== undefined;
    return { name, dimension, at, expected: given ?? got, isExpected, got, waiting };
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
