import * as z from 'zod/mini';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { rowReader } from '../input/rows';
import {
  checkAmount,
  checkArray,
  checkSome,
  isFiniteNumber,
  quantityShape,
  shrinkageSchema,
} from './input';
import type { QuantityOptions } from './quantity';

/** One observation and where it belongs. */
export interface GroupRow {
  /** What was observed, such as a duration, in the unit of the options. */
  readonly value: number;
  /** The groups it belongs to, from narrow to wide, one for each level, such as `['SP', 'south-east']`. */
  readonly path: readonly string[];
}

/** How groups borrow from each other. */
export interface GroupOptions extends QuantityOptions {
  /** The names of the 1 to 50 levels, from narrow to wide, such as `['state', 'region']`; `all` is added. */
  readonly levels: readonly string[];
  /**
   * How many observations of its own a group needs to count as much as what is around it, at least 0;
   * `capabilityDefaults.parameters.shrinkage` (20, assumed) unless given.
   */
  readonly shrinkage?: number | undefined;
}

export const groupOptionsSchema = once(() =>
  z.strictObject({
    ...quantityShape,
    levels: z
      .array(z.string())
      .check(z.minLength(1, 'at least 1 level'), z.maxLength(50, 'at most 50 levels')),
    shrinkage: shrinkageSchema(),
  }),
);

/** Reads one group for each level. */
export function readPath(
  whereOf: () => string,
  path: readonly string[],
  levels: number,
): readonly string[] {
  if (!Array.isArray(path) || path.length !== levels) {
    checkArray(whereOf(), path, undefined, 'groups');
    refuse(whereOf(), path, `${levels} groups, one for each level`, 'length-mismatch');
  }
  const other = path.findIndex((group) => typeof group !== 'string');
  if (other >= 0) refuse(`${whereOf()}[${other}]`, path[other], 'a string', 'wrong-type');
  return path;
}

/** Other columns are the caller's own, but for one that says that what was observed goes on. */
function checkFinished(i: number, row: object): void {
  if (typeof row !== 'object' || !('finished' in row) || row.finished) return;
  const expected =
    'a finished order: leave one under way out, or give all to calibrateEstimates with estimates of 1';
  refuse(`rows[${i}].finished`, row.finished, expected, 'wrong-type');
}

/** Rows in one pass, by hand since they may be a million. */
export function readRows(
  rows: readonly GroupRow[],
  levels: number,
  deviations: boolean,
): readonly GroupRow[] {
  const list = listOf('rows', rows, 'an array of rows');
  checkSome('rows', list.length, 'a capability');
  const checkRow = rowReader(['value', 'path']);
  return reading('rows', rows, () =>
    list.map((given, i) => {
      const row = given ?? refuse(`rows[${i}]`, given, 'a value and its path', 'wrong-type');
      checkRow(`rows[${i}]`, row);
      checkFinished(i, row);
      const { value, path } = row;
      const good = isFiniteNumber(value) && (deviations || value >= 0);
      if (!good) checkAmount(`rows[${i}].value`, value, deviations);
      return { value, path: readPath(() => `rows[${i}].path`, path, levels) };
    }),
  );
}
