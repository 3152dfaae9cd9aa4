/** What went wrong, as a stable code to branch on; messages may change, codes do not. Codes may be added. */
export type ErrorCode =
  | 'wrong-type'
  | 'out-of-range'
  | 'unknown-name'
  | 'missing'
  | 'no-signal'
  | 'date-order'
  | 'unit-mismatch'
  | 'stage-mismatch'
  | 'length-mismatch'
  | 'ambiguous'
  | 'unknown-id'
  | 'duplicate-id'
  | 'unknown-version'
  | 'not-enough-data'
  | 'not-identified'
  | 'policy-failed';

/** The codes of {@link InvalidInputError}. */
export type InvalidInputCode = Exclude<
  ErrorCode,
  'not-enough-data' | 'not-identified' | 'policy-failed'
>;

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
