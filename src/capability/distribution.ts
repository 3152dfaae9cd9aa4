import type { Interval } from '../core/interval';
import { justBelow } from '../numerics/nearly';

/** The observations by rank, where they can be counted: what the finite-sample guarantee rests on. */
export interface Ranks {
  /** How many observations there are. */
  readonly n: number;
  /** How many of them keep a promise of t. */
  readonly kept: (t: number) => number;
  /** The promise that `rank` of them keep; rank from 1 to n. */
  readonly byRank: (rank: number) => number;
}

/**
 * The distribution of a quantity X of which lower is better: a time or a cost as it is, a level with its sign
 * turned. Every answer of a capability follows from it.
 */
export interface Distribution {
  /** P(X <= x), or the most that is known of it. */
  readonly chance: (x: number) => number;
  /** The smallest x with P(X <= x) >= p, for p from `identifiedFrom` to `identified`; may be infinite. */
  readonly quantile: (p: number) => number;
  /** E X; asked only where all quantiles are identified. */
  readonly mean: () => number;
  /** E(X - x)+; asked only where the quantiles beyond x are identified. */
  readonly excess: (x: number) => number;
  /** The greatest probability whose quantile is known, 0 to 1. */
  readonly identified: number;
  /** The least one; 0 unless given. */
  readonly identifiedFrom?: number;
  /** The 95% interval of P(X <= x), given X > elapsed; none unless given. */
  readonly interval?: ((x: number, elapsed?: number) => Interval) | undefined;
  /** How many observations finished after more than x, weighted ones by Kish's size; none unless given. */
  readonly finishedAfter?: ((x: number) => number) | undefined;
  /** The observations by rank; none unless given. */
  readonly ranks?: Ranks | null;
  /** Of what it is a mixture, and how others are mixed, if it is one: an app without mixtures carries none of it. */
  readonly mixture?: {
    readonly parts: readonly MixedPart[];
    /** Another one of other parts. */
    readonly mix: (parts: readonly MixedPart[]) => Distribution;
  };
}

/**
 * A part of a mixture.
 *
 * @inline
 */
export interface MixedPart {
  readonly distribution: Distribution;
  readonly weight: number;
}

/** By which levels are turned, so that lower is better. */
export const signOf = (better: 'lower' | 'higher' | undefined): 1 | -1 =>
  better === 'higher' ? -1 : 1;

/** A quantity with its sign turned: a level, of which higher is better. Continuous distributions only. */
export function turned({ identified, chance, quantile, mean, excess }: Distribution): Distribution {
  return {
    identified,
    chance: (x) => 1 - chance(-x),
    quantile: (p) => -quantile(1 - p),
    mean: () => -mean(),
    // What is left where nearly all is taken away may be less than nothing by rounding.
    excess: (x) => Math.max(0, excess(-x) - mean() - x),
  };
}

/** What is the same of every increasing function `to` of a quantity; `from` takes it back. */
export const increased = (
  { chance, quantile, interval, finishedAfter, ranks }: Distribution,
  to: (x: number) => number,
  from: (x: number) => number,
) => ({
  chance: (x: number) => chance(from(x)),
  quantile: (p: number) => to(quantile(p)),
  interval:
    interval &&
    ((x: number, elapsed?: number) =>
      interval(from(x), elapsed === undefined ? undefined : from(elapsed))),
  finishedAfter: finishedAfter && ((x: number) => finishedAfter(from(x))),
  ranks: ranks
    ? {
        n: ranks.n,
        kept: (x: number) => ranks.kept(from(x)),
        byRank: (rank: number) => to(ranks.byRank(rank)),
      }
    : null,
});

/**
 * The value of a distribution that x is up to rounding, x itself where there is none: a search for where chances jump
 * ends where a value begins to count, a touch below it.
 */
export function valueNear(
  {
    chance,
    quantile,
    identified,
    identifiedFrom = 0,
  }: Pick<Distribution, 'chance' | 'quantile' | 'identified' | 'identifiedFrom'>,
  x: number,
): number {
  const p = Math.min(identified, chance(x));
  return p > identifiedFrom ? Math.max(x, quantile(Math.max(identifiedFrom, justBelow(p)))) : x;
}
