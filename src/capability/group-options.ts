import * as z from 'zod/mini';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { rowReader } from '../input/rows';
import { checkAmount, checkArray, checkSome, isFiniteNumber } from './checks';
import { quantityShape } from './input';
import type { QuantityOptions } from './quantity';

/** One outcome and where it belongs. */
export interface GroupRow {
  readonly value: number;
  /** The groups it belongs to, from narrow to wide, one for each level, such as `['SP', 'south-east']`. */
  readonly path: readonly string[];
}

/** How groups borrow from each other. */
export interface GroupOptions extends QuantityOptions {
  /** The names of the levels, from narrow to wide, such as `['state', 'region']`; `all` is added. */
  readonly levels: readonly string[];
  /**
   * How many outcomes of its own a group needs to count as much as what is around it, at least 0;
   * `capabilityDefaults.parameters.shrinkage` (20, assumed) unless given.
   */
  readonly shrinkage?: number | undefined;
}

const optionsSchema = z.strictObject({
  ...quantityShape,
  levels: z.array(z.string()).check(z.minLength(1, 'at least 1 level')),
  shrinkage: z.optional(z.number().check(z.gte(0, 'a number of outcomes of at least 0'))),
});

export function checkGroupOptions(options: GroupOptions): GroupOptions {
  return read(optionsSchema, options, 'options');
}

/** Throws unless there is one group for each level. */
export function checkPath(whereOf: () => string, path: readonly string[], levels: number): void {
  reading('path', path, () => {
    if (!Array.isArray(path) || path.length !== levels) {
      checkArray(whereOf(), path, undefined, 'groups');
      refuse(whereOf(), path, `${levels} groups, one for each level`, 'length-mismatch');
    }
    const other = path.findIndex((group) => typeof group !== 'string');
    if (other >= 0) refuse(`${whereOf()}[${other}]`, path[other], 'a string', 'wrong-type');
  });
}

/** One pass over rows. */
export function checkRows(rows: readonly GroupRow[], levels: number, anySign: boolean): void {
  listOf('rows', rows, 'an array of rows');
  checkSome('rows', rows.length, 'a capability');
  const checkRow = rowReader(['value', 'path']);
  reading('rows', rows, () => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? refuse(`rows[${i}]`, rows[i], 'a value and its path', 'wrong-type');
      checkRow(`rows[${i}]`, row);
      const { value, path } = row;
      const good = isFiniteNumber(value) && (anySign || value >= 0);
      if (!good) checkAmount(`rows[${i}].value`, value, anySign);
      checkPath(() => `rows[${i}].path`, path, levels);
    }
  });
}
