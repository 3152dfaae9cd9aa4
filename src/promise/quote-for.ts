import type { Capability } from '../capability/capability';
import { notEnough, notIdentified } from '../input/refusal';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import { compare } from '../numerics/nearly';
import type { Guarantee } from './promise-plan';

/** What a quote has to carry. */
export interface Wanted {
  /** The share of deliveries that keep it. */
  readonly share: number;
  /** Whether to make do without a guarantee where outcomes are too few. */
  readonly bestEffort?: boolean | undefined;
}

/** A guarantee that some rank carries. */
interface RankRule {
  /** The rank of n outcomes that is kept with the share, or null where none is surely. */
  readonly rankOf: (n: number, share: number) => number | null;
  /** The least n of which one is. */
  readonly needed: (share: number) => number;
  readonly guarantee: (rank: number, n: number) => Guarantee;
  /** What comes on top of keeping the share, in words. */
  readonly besides: string;
  /** Whether a capability without ranks is refused rather than quoted without a guarantee. */
  readonly ranksOnly: boolean;
}

const finiteSample: RankRule = {
  rankOf: conformalRank,
  needed: samplesForRank,
  guarantee: (rank, n) => ({ kind: 'finite-sample', rank, n }),
  besides: '',
  ranksOnly: false,
};

/** The quote that is kept with a share, and the guarantee that it is. */
export function quoteFor(
  capability: Capability,
  { share, bestEffort = false }: Wanted,
  rule = finiteSample,
): { readonly quote: number; readonly guarantee: Guarantee } {
  const { ranks } = capability;
  if (ranks === null && (bestEffort || !rule.ranksOnly)) {
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
  );
}

/** A quantile of a capability, refused on behalf of the plan where it is not identified. */
export function quantileOf(capability: Capability, p: number): number {
  const { identified, identifiedFrom } = capability;
  // (1 - .8) / 2 is .1, though not to the last bit.
  const known = Math.min(Math.max(p, identifiedFrom), identified);
  if (compare(known, p, 1) === 0) return capability.quantile(known);
  notIdentified('capability', p, identified, identifiedFrom);
}

/** A share in words. */
export const percent = (share: number) => `${Number((100 * share).toPrecision(12))}%`;
