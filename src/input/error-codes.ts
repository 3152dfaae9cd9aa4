/** What went wrong, as a stable code to branch on; messages may change, codes do not. May grow. */
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
