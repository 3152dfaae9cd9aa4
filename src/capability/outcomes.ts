import type { Ranks } from './capability';

/**
 * What a source knows of an outcome X of which lower is better: a time or a cost as it is, a level with
 * its sign turned. Every answer of a capability follows from it.
 */
export interface Outcomes {
  /** P(X <= x), or the most that is known of it. */
  readonly chance: (x: number) => number;
  /** The smallest x with P(X <= x) >= p, for p from `identifiedFrom` to `identified`; may be infinite. */
  readonly quantile: (p: number) => number;
  /** E X; asked only where all quantiles are identified. */
  readonly mean: () => number;
  /** E(X - x)+; asked only where the quantiles beyond x are identified. */
  readonly excess: (x: number) => number;
  readonly identified: number;
  /** 0 unless given. */
  readonly identifiedFrom?: number;
  /** The outcomes by rank, where they can be counted. */
  readonly ranks?: Ranks | null;
  /** The outcomes less a time that some exceed, given that they do; where it is known better than from chances. */
  readonly remaining?: (elapsed: number) => Outcomes;
}

/** An outcome with its sign turned: levels, of which higher is better. Continuous outcomes only. */
export function turned(outcomes: Outcomes): Outcomes {
  return {
    identified: outcomes.identified,
    chance: (x) => 1 - outcomes.chance(-x),
    quantile: (p) => -outcomes.quantile(1 - p),
    mean: () => -outcomes.mean(),
    // What is left where nearly all is taken away may be less than nothing by rounding.
    excess: (x) => Math.max(0, outcomes.excess(-x) - outcomes.mean() - x),
  };
}
