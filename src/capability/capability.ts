/** Which way is better: `lower` for times and costs, `higher` for levels of service. */
export type Better = 'lower' | 'higher';

/** The outcomes themselves, where they can be counted: what the finite-sample guarantee rests on. */
export interface Ranks {
  readonly n: number;
  /** How many of the n outcomes keep a promise of t. */
  readonly kept: (t: number) => number;
  /** The promise that `rank` of the n outcomes keep; rank is a whole number from 1 to n. */
  readonly byRank: (rank: number) => number;
}

/**
 * What can be delivered, as a distribution: a small record of pure functions in one unit, made by one
 * constructor per source. Plans are made on any of them.
 */
export interface Capability {
  /** The unit of every quantity here, such as `minutes`. */
  readonly unit: string;
  readonly better: Better;
  /** The source, such as `samples`. */
  readonly kind: string;
  /** How many outcomes it was learnt from. */
  readonly n: number;
  /**
   * The quantity delivered or bettered with probability p: for times the smallest t with
   * P(T <= t) >= p, for levels the greatest t with P(T >= t) >= p.
   */
  readonly quantile: (p: number) => number;
  /** The share of outcomes that keep a promise of t: P(T <= t), for levels P(T >= t). */
  readonly chance: (t: number) => number;
  /** The mean outcome. */
  readonly mean: () => number;
  /** By how much a promise of t is overshot on average, kept ones counted as 0: E(T - t)+, for levels E(t - T)+. */
  readonly expectedOvershoot: (t: number) => number;
  /** The outcomes by rank; null where a source has none to count. */
  readonly ranks: Ranks | null;
}
