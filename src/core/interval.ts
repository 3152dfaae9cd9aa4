/** Where a value lies, with the confidence that its owner states; bounds are null where the data do not tell. */
export interface Interval<Bound extends number | null = number> {
  readonly low: Bound;
  readonly high: Bound;
}
