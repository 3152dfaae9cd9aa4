/** How far a run has come. */
export interface Progress {
  /** The orders that have been lived through. */
  readonly done: number;
  /** All there are; null where they come one by one. */
  readonly of: number | null;
}
