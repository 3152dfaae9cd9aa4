/**
 * Evidence on how long orders take, as occurrence and exposure on a grid: bins of the logarithm of standardised
 * age, each with the weighted time that orders spent in it, how many of them finished there and how many
 * ended otherwise. Weights grow by the start of an order and are divided out now and then, which is the
 * same as forgetting. From the grid follows the cumulative incidence of finishing (Aalen & Johansen 1978),
 * for which orders still under way count as long as they were seen, and cancelled ones as a competing end.
 */
export interface Grid {
  /** Weighted exposure per bin, in widths of a bin. */
  readonly exposure: Float64Array;
  readonly finishes: Float64Array;
  /** Weighted competing ends: cancelled and lost orders. */
  readonly others: Float64Array;
  /** The incidence of finishing up to each edge, as of the last look. */
  readonly incidence: Float64Array;
}

/** The width of a bin, in log age: fine enough that a quote is within some tenths of a percent. */
const step = 0.025;
/** Where the first bin starts, in log age: below a hundredth of the usual, all ages are one. */
const lowest = Math.log(0.01);
/** The bins, up to 60 times the usual; the last one takes whatever is older. */
export const bins = Math.ceil((Math.log(60) - lowest) / step) + 1;

export function emptyGrid(): Grid {
  const empty = () => new Float64Array(bins);
  return {
    exposure: empty(),
    finishes: empty(),
    others: empty(),
    incidence: new Float64Array(bins + 1),
  };
}

/** Where an age lies on the grid: a bin and a fraction of it. */
export function placeOf(logAge: number): number {
  return Math.max(0, Math.min(bins - 1, (logAge - lowest) / step));
}

/** The log age at a place. */
export function logAgeAt(place: number): number {
  return lowest + place * step;
}

/** Adds the exposure of an order that came from one place to a later one. */
export function expose(exposure: Float64Array, from: number, to: number, weight: number): void {
  const last = Math.floor(to);
  let bin = Math.floor(from);
  if (bin === last) {
    exposure[bin] = (exposure[bin] as number) + weight * (to - from);
    return;
  }
  exposure[bin] = (exposure[bin] as number) + weight * (bin + 1 - from);
  for (bin++; bin < last; bin++) exposure[bin] = (exposure[bin] as number) + weight;
  exposure[last] = (exposure[last] as number) + weight * (to - last);
}

/** Multiplies all evidence, when weights are divided out. */
export function rescale({ exposure, finishes, others }: Grid, factor: number): void {
  for (let i = 0; i < bins; i++) {
    exposure[i] = (exposure[i] as number) * factor;
    finishes[i] = (finishes[i] as number) * factor;
    others[i] = (others[i] as number) * factor;
  }
}

/** Looks at the evidence: the incidence of finishing at every edge, hazards taken as constant within a bin. */
export function look({ exposure, finishes, others, incidence }: Grid): void {
  let under = 1;
  let finished = 0;
  for (let i = 0; i < bins; i++) {
    const finishing = finishes[i] as number;
    const ends = finishing + (others[i] as number);
    // An end in the first moment of a bin has no exposure there; it ends all that is under way.
    if (ends > 0) {
      const gone = under * -Math.expm1(-ends / ((exposure[i] as number) + 1e-12));
      finished += (gone * finishing) / ends;
      under -= gone;
    }
    incidence[i + 1] = finished;
  }
}

/** The first place where the incidence reaches a share above 0; null where it never does. */
export function placeOfShare(incidence: Float64Array, share: number): number | null {
  if (!((incidence[bins] as number) >= share)) return null;
  let below = 0;
  let above = bins;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if ((incidence[middle] as number) >= share) above = middle;
    else below = middle;
  }
  const base = incidence[below] as number;
  return below + (share - base) / ((incidence[above] as number) - base);
}
