import type { Interval } from '../core/interval';
import type { Reason } from '../core/reason';
import type { Ranks } from './distribution';

/** Which way is better: `lower` for times and costs, `higher` for levels of service. */
export type Better = 'lower' | 'higher';

/**
 * Something to know before relying on a capability, and the figures behind it. `poor-fit`: the family does not describe
 * the samples. `beyond-seen`: quantiles beyond `seen`, which is as far as those that finished reach, rest on the family
 * alone. `no-observations`: nothing but a guess. `few-observations`: fewer than the prior size of the guess.
 * `unseen-group`: no observation is of that group, so a wider level answers; `similar` is the group that was probably
 * meant, where one is written much alike. `unseen-value`: it rests on an estimate of which a value was not fitted on,
 * in the column or interaction `column`. `distant-date`: dates lie years from all others, the first at `path`. Codes
 * may be added.
 */
export type CapabilityWarning = Reason<
  | 'beyond-seen'
  | 'poor-fit'
  | 'no-observations'
  | 'few-observations'
  | 'unseen-group'
  | 'unseen-value'
  | 'distant-date',
  Readonly<Record<string, number | string>>
>;

/** A capability as plain JSON; `kind` names the source that revives it. */
export interface CapabilityJson {
  /** The name of the source that revives it, such as `samples`. */
  readonly kind: string;
  /** The version of the format. */
  readonly version: 1;
  readonly [field: string]: unknown;
}

/** The observations that are under way for longer than any took that finished. */
export interface StillUnderWay {
  /** How many they are. */
  readonly count: number;
  /** How long the oldest of them has taken so far, in the unit of the capability. */
  readonly oldest: number;
}

/**
 * What can be delivered, as a distribution: a small record of pure functions in one unit, made by one
 * constructor per source. Plans are made on any of them.
 */
export interface Capability {
  /** The source, such as `samples`. */
  readonly kind: string;
  /** The unit of every quantity here, such as `minutes`. */
  readonly unit: string;
  readonly better: Better;
  /**
   * How many observations it was learnt from, those that finished (weighted ones by Kish's effective size); of what
   * `remaining` gives, as many of them as finished later, where they can be counted; 0 for a mere guess.
   */
  readonly n: number;
  /** Quantiles are identified up to this probability; 1 unless the longest were not seen. */
  readonly identified: number;
  /** And from this one on; 0 unless only some quantiles are known. */
  readonly identifiedFrom: number;
  /**
   * The quantity delivered or bettered with probability p, so of a uniform random p a draw: for times the smallest t with
   * P(T <= t) >= p, for levels the greatest t with P(T >= t) >= p. Throws `not-identified` outside
   * `identifiedFrom` to `identified`, `out-of-range` where it would be infinite (a normal's at 0 and 1).
   */
  readonly quantile: (p: number) => number;
  /**
   * The chance that a promise of t is kept: P(T <= t), for levels P(T >= t). Where that is not
   * identified, the most that is known of it: at least this.
   */
  readonly chance: (t: number) => number;
  /** The mean quantity. Throws `not-identified` where some quantile is not. */
  readonly mean: () => number;
  /**
   * By how much a promise of t is missed on average, kept ones counted as 0: E(T - t)+, for levels
   * E(t - T)+. Throws `not-identified` where the quantities that miss it are not.
   */
  readonly expectedOvershoot: (t: number) => number;
  /**
   * What is still to come of something that has taken `elapsed` already: T - elapsed, given T > elapsed; in
   * `business-days`, which are whole, given T >= elapsed, since on business day 4 it may still end on that day.
   * Throws `out-of-range` for a level and for an elapsed time that no observation exceeds. It is made of chances near 1, so
   * that its own are exact to about 1e-16 / P(T > elapsed): far out in the tail of a family, to a few digits.
   */
  readonly remaining: (elapsed: number) => Capability;
  /** The observations by rank; null where they are weighted, censored or not there. */
  readonly ranks: Ranks | null;
  /**
   * The 95% interval of {@link Capability.chance} where observations are weighted or under way: by Greenwood's variance,
   * symmetric in log(-log P(T > t)); given T > `elapsed` if that is given, in any unit. Absent where there are ranks, which give one
   * themselves, and where none is known.
   */
  readonly chanceInterval?: ((t: number, elapsed?: number) => Interval) | undefined;
  /** What hides the quantiles beyond `identified`; absent where nothing does. */
  readonly stillUnderWay?: StillUnderWay | undefined;
  /** True where quantities count from an appointment, below 0 before it; absent otherwise. Its plans say so, too. */
  readonly deviations?: boolean | undefined;
  readonly warnings: readonly CapabilityWarning[];
  /** The capability as plain JSON, from which `reviveCapability` makes it anew. */
  readonly toJSON: () => CapabilityJson;
}
