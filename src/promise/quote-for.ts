import type { Capability } from '../capability/capability';
import { waysOut } from '../capability/ways-out';
import { percent } from '../core/unit-words';
import { notEnough, notIdentified, Refusal } from '../input/refusal';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import { compare } from '../numerics/nearly';
import type { Guarantee } from './promise-plan';

/** A guarantee that some rank carries. */
export interface RankRule {
  /** The rank of n observations that is kept with the share, or null where none is surely. */
  readonly rankOf: (n: number, share: number) => number | null;
  /** The least n of which one is. */
  readonly needed: (share: number) => number;
  readonly guarantee: (rank: number, n: number) => Guarantee;
  /** What comes on top of keeping the share, in words. */
  readonly besides: string;
  /** What a capability without ranks holds, in words, where it is refused rather than quoted without a guarantee. */
  readonly withoutRanks?: string;
}

/** The rank that the next one keeps with the share. */
export const finiteSample: RankRule = {
  rankOf: conformalRank,
  needed: samplesForRank,
  guarantee: (rank, n) => ({ kind: 'finite-sample', rank, n }),
  besides: '',
};

/** The quote that is kept with a share, and the guarantee that it is; without one as best effort. */
export function quoteFor(
  capability: Capability,
  {
    keepRate: share,
    bestEffort = false,
  }: { readonly keepRate: number; readonly bestEffort?: boolean | undefined },
  rule = finiteSample,
): { readonly quote: number; readonly guarantee: Guarantee } {
  const { ranks } = capability;
  if (ranks === null && (bestEffort || !rule.withoutRanks)) {
    const { n } = capability;
    const quote = quantileOf(capability, share);
    return { quote, guarantee: { kind: 'none', reason: 'no-ranks', n, needed: null } };
  }
  const n = ranks?.n ?? 0;
  const rank = rule.rankOf(n, share);
  if (ranks !== null && rank !== null) {
    return { quote: ranks.byRank(rank), guarantee: rule.guarantee(rank, n) };
  }
  const needed = rule.needed(share);
  if (ranks !== null && bestEffort) {
    return { quote: ranks.byRank(n), guarantee: { kind: 'none', reason: 'too-few', n, needed } };
  }
  notEnough(
    'capability',
    { needed, available: n },
    `a promise that is kept ${percent(share)} of the time${rule.besides}`,
    ranks ? undefined : rule.withoutRanks,
  );
}

/** A quantile of a capability, refused on behalf of the plan where it is not identified. */
export function quantileOf(capability: Capability, p: number, why = ''): number {
  const { identified, identifiedFrom } = capability;
  // (1 - .8) / 2 is .1, though not to the last bit.
  const known = Math.min(Math.max(p, identifiedFrom), identified);
  if (compare(known, p, 1) === 0) return capability.quantile(known);
  // To ask for less is no help where the median, which a plan tells, is not known.
  const hint = `${why}${waysOut(capability, identified >= 0.5)}`;
  notIdentified('capability', p, identified, identifiedFrom, hint);
}

/** What is typical: the median, of an even number of observations the better of the two middle ones. */
export function medianOf(capability: Capability): number {
  const { ranks } = capability;
  return ranks
    ? ranks.byRank(Math.ceil(ranks.n / 2))
    : quantileOf(capability, 0.5, ', not even the median');
}

/** What a plan refuses of its capability is refused where the caller has it. */
export function capabilityAt<T>(path: string, plan: () => T): T {
  try {
    return plan();
  } catch (thrown) {
    throw thrown instanceof Refusal && thrown.path === 'capability' ? thrown.at(path) : thrown;
  }
}
