import type { Capability } from '../capability/capability';
import { NotEnoughDataError, NotIdentifiedError } from '../core/errors';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import { samplesForTolerance, toleranceRank } from '../numerics/tolerance-rank';
import type { Guarantee } from './promise-plan';

/** What a quote has to carry. */
export interface Wanted {
  /** The share of deliveries that keep it. */
  readonly share: number;
  /** With this confidence, not on average. */
  readonly confidence?: number | undefined;
  /** Whether to make do without a guarantee where outcomes are too few. */
  readonly bestEffort?: boolean | undefined;
}

/** The quote that is kept with a share, and the guarantee that it is. */
export function quoteFor(
  fn: string,
  capability: Capability,
  { share, confidence, bestEffort = false }: Wanted,
): { readonly quote: number; readonly guarantee: Guarantee } {
  const { ranks } = capability;
  if (ranks === null && (confidence === undefined || bestEffort)) {
    const { n } = capability;
    const quote = quantileOf(fn, capability, share);
    return { quote, guarantee: { kind: 'none', reason: 'no-ranks', n, needed: null } };
  }
  const n = ranks?.n ?? 0;
  const rank =
    confidence === undefined ? conformalRank(n, share) : toleranceRank(n, share, confidence);
  if (ranks !== null && rank !== null) {
    const guarantee: Guarantee =
      confidence === undefined
        ? { kind: 'finite-sample', rank, n }
        : { kind: 'tolerance', rank, n, confidence };
    return { quote: ranks.byRank(rank), guarantee };
  }
  const needed =
    confidence === undefined ? samplesForRank(share) : samplesForTolerance(share, confidence);
  if (ranks !== null && bestEffort) {
    return { quote: ranks.byRank(n), guarantee: { kind: 'none', reason: 'too-few', n, needed } };
  }
  const sure = confidence === undefined ? '' : `, with a confidence of ${percent(confidence)}`;
  throw new NotEnoughDataError(
    { function: fn, path: 'capability' },
    { needed, available: n },
    `a promise that is kept ${percent(share)} of the time${sure}`,
  );
}

/** A quantile of a capability, refused on behalf of the plan where it is not identified. */
export function quantileOf(fn: string, capability: Capability, p: number): number {
  const { identified, identifiedFrom } = capability;
  if (p >= identifiedFrom && p <= identified) return capability.quantile(p);
  throw new NotIdentifiedError({ function: fn, path: 'capability' }, p, identified, identifiedFrom);
}

/** A share in words. */
export const percent = (share: number) => `${Number((100 * share).toPrecision(12))}%`;
