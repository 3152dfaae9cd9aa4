import type { Ranks } from '../capability/distribution';
import { percent } from '../core/unit-words';
import { notEnough } from '../input/refusal';
import { conformalRank, samplesForRank, samplesForWindow } from '../numerics/conformal-rank';
import type { Guarantee } from './promise-plan';
import { chosenBy, type WindowShape } from './window-shape';

/** What a window is to hold. */
export interface Held {
  readonly keepRate: number;
  /** What may be missed on either side; shared out by the shape, or evenly, where that is not said. */
  readonly sides: { readonly late: number; readonly early: number } | null;
  readonly shape?: WindowShape | undefined;
}

/** The ends of a window before rounding, and what is certain of it. */
export interface WindowEnds {
  readonly best: number;
  readonly worst: number;
  readonly guarantee: Guarantee;
  /** Of a window that the observations chose, the gaps that all have in common which they might have chosen; else null. */
  readonly core: number | null;
}

/** The least number of observations of which some hold so much. */
export const neededFor = ({ keepRate, sides }: Held): number =>
  sides
    ? Math.max(samplesForRank(1 - sides.late), samplesForRank(1 - sides.early))
    : samplesForWindow(keepRate);

/** The ends of a window where observations can be counted, with what that makes certain. */
export function windowByRank({ n, byRank }: Ranks, held: Held, bestEffort: boolean): WindowEnds {
  const { keepRate, sides } = held;
  const found = sides ? ranksOf(sides, n) : ranksHolding(held, { n, byRank });
  if (found !== null) {
    const { best, worst, core } = found;
    const guarantee = guaranteeOf(worst - best, core, n);
    return { best: byRank(best), worst: byRank(worst), guarantee, core };
  }
  const needed = neededFor(held);
  if (bestEffort) {
    const guarantee: Guarantee = { kind: 'none', reason: 'too-few', n, needed };
    return { best: byRank(1), worst: byRank(n), guarantee, core: null };
  }
  const purpose = sides
    ? `that is late at most ${percent(sides.late)} and early at most ${percent(sides.early)} of the time`
    : `that holds ${percent(keepRate)}`;
  notEnough('capability', { needed, available: n }, `a window ${purpose}`);
}

/** The ranks of the ends, and the core of {@link WindowEnds}. */
interface EndRanks {
  readonly best: number;
  readonly worst: number;
  readonly core: number | null;
}

/** The ranks that leave out no more than is said on either side. */
function ranksOf({ late, early }: NonNullable<Held['sides']>, n: number): EndRanks | null {
  const worst = conformalRank(n, 1 - late);
  const after = conformalRank(n, 1 - early);
  return worst === null || after === null ? null : { best: n + 1 - after, worst, core: null };
}

/** The ranks that hold the keep rate: as many out on either side, an odd one on the better side, unless a shape chooses. */
function ranksHolding(
  { keepRate, shape }: Held,
  ranks: Pick<Ranks, 'n' | 'byRank'>,
): EndRanks | null {
  const { n, byRank } = ranks;
  const within = conformalRank(n, keepRate);
  // The gap before the best observation and that beyond the worst stay out.
  if (within === null || within === n) return null;
  const out = n + 1 - within;
  if (!shape) return { best: Math.ceil(out / 2), worst: Math.ceil(out / 2) + within, core: null };
  let looked = false;
  const rankOf = (share: number) => Math.min(out - 1, Math.max(1, Math.round(share * (n + 1))));
  const width = (share: number) => {
    looked = true;
    const rank = rankOf(share);
    return Math.abs(byRank(rank + within) - byRank(rank));
  };
  const step = 1 / (n + 1);
  const best = rankOf(chosenBy(shape, { from: step, to: (out - 1) / (n + 1), step, width }));
  // Whichever is chosen begins by rank n - within and ends at rank 1 + within or later.
  const core = looked ? Math.max(0, 2 * within + 1 - n) : null;
  return { best, worst: best + within, core };
}

/** What is certain of a window of so many gaps; of one that the observations chose, only of what it shares with all. */
function guaranteeOf(within: number, core: number | null, n: number): Guarantee {
  if (core === null) return { kind: 'finite-sample', rank: within, n };
  if (core > 0) return { kind: 'chosen', atLeast: core / (n + 1), n };
  return { kind: 'none', reason: 'chosen-on-observations', n, needed: null };
}
