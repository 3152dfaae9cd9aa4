/** What is counted and summed up in a replication, and its place in a {@link Tally}. */
export const tallied = {
  asked: 0,
  orders: 1,
  full: 2,
  kept: 3,
  quotes: 4,
  satisfaction: 5,
  below: 6,
  met: 7,
  exceeded: 8,
  returns: 9,
  positive: 10,
  negative: 11,
  profit: 12,
  /** Since the period began: how many were told, and the sum of the levels they heard of. */
  heard: 13,
  levels: 14,
} as const;

/** Counts and sums, added up in the order of the customers. Columns, since an object would make garbage of each sum. */
export type Tally = Float64Array;

export const emptyTally = (): Tally => new Float64Array(Object.keys(tallied).length);

export function add(tally: Tally, what: keyof typeof tallied, amount: number): void {
  const place = tallied[what];
  tally[place] = (tally[place] as number) + amount;
}
