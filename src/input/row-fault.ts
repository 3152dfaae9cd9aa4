import type { InvalidInputCode, InvalidInputError } from './errors';
import type { Refusal } from './refusal';
import { show } from './show';

/** A row that could not be read, and why. */
export interface RowFault {
  /** The place of the row, from 0. */
  readonly row: number;
  /** The name of the column; null where the row as a whole is at fault. */
  readonly column: string | null;
  readonly code: InvalidInputCode;
  /** What stands there, as text; long text is cut. */
  readonly value: string;
  /** What was expected, and what to do. */
  readonly expected: string;
}

/** What was refused in a row. */
export function rowFault(refusal: Refusal, row: number, column: string | null): RowFault {
  const { code, value } = refusal.errorOf('') as InvalidInputError;
  const expected = refusal.wanted;
  return { row, column, code: code as InvalidInputCode, value: show(value), expected };
}
