/** Where a value lies, with the confidence that its owner states; bounds are null where the data do not tell. */
export interface Interval<Bound extends number | null = number> {
  /** The lower end. */
  readonly low: Bound;
  /** The upper end. */
  readonly high: Bound;
}
