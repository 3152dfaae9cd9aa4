import type { InvalidInputCode, RowFault } from './error-codes';
import type { InvalidInputError } from './errors';
import type { Refusal } from './refusal';
import { show } from './show';

/** What was refused in a row. */
export function rowFault(refusal: Refusal, row: number, column: string | null): RowFault {
  const { code, value } = refusal.errorOf('') as InvalidInputError;
  const expected = refusal.wanted;
  return { row, column, code: code as InvalidInputCode, value: show(value), expected };
}
