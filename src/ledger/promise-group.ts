/**
 * A promise as a group sees it.
 *
 * @inline
 */
export interface DuePromise {
  readonly id: string;
  /** Null where none was given. */
  readonly segment: string | null;
  /** When it was made. */
  readonly at: Date;
  /** When it falls or fell due. */
  readonly due: Date;
}

/** Groups promises: the key of the group that a promise is in, such as `2026-03`. */
export type PromiseGroup = (promise: DuePromise) => string;
