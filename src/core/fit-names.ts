/** What a set or model that was learnt says of itself. */
export interface FitNames {
  /** The id of the new set or model. */
  readonly id: string;
  /** What the numbers will speak of. */
  readonly setting: string;
  /** Where the rows come from. */
  readonly data: string;
  /** The terms on which they may be used. */
  readonly licence: string;
}
