import { compare, justBelow } from '../numerics/nearly';

/**
 * Evidence on how long orders take, on a grid: bins of the logarithm of standardised age, each with the weight
 * of the orders that came to it, how much of that finished there and how much ended otherwise. Weights follow
 * the start of an order and are divided out now and then, which is the same as forgetting. From the grid follows
 * the cumulative incidence of finishing (Aalen & Johansen 1978), for which orders still under way count as long
 * as they were seen, and cancelled ones as a competing end.
 */
export interface Grid {
  /** How the weight under observation changes from bin to bin: its sum up to a bin is what came to it. */
  readonly changes: Float64Array;
  readonly finishes: Float64Array;
  /** Competing ends: cancelled and lost orders. */
  readonly others: Float64Array;
  /** The least and the greatest log age that finished in a bin, so that equal durations stay one point. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** The weighted sum of log ages that finished in a bin: most of them lie near their mean. */
  readonly sums: Float64Array;
  /** The incidence of finishing up to each edge, as of the last look. */
  readonly incidence: Float64Array;
  /** The share that would not have finished by each edge if nothing else ended orders (Kaplan & Meier 1958), as of the last look. */
  readonly left: Float64Array;
  /** What was still under way beyond all that was seen, as of the last look. */
  rest: number;
}

/** The width of a bin, in log age. */
const step = 0.02;
/** Where the first bin starts, in log age: below a hundredth of the usual, all ages are one. */
export const lowest = Math.log(0.01);
/** The bins, up to 2,000 times the usual; the last one takes whatever is older. */
export const bins = Math.ceil((Math.log(2000) - lowest) / step);

export function emptyGrid(): Grid {
  const empty = () => new Float64Array(bins);
  return {
    changes: empty(),
    finishes: empty(),
    others: empty(),
    least: empty(),
    greatest: empty(),
    sums: empty(),
    incidence: new Float64Array(bins + 1),
    left: new Float64Array(bins + 1).fill(1),
    rest: 1,
  };
}

/** The bin of a log age. */
export function binOf(logAge: number): number {
  const bin = Math.floor((logAge - lowest) / step);
  return bin > 0 ? Math.min(bins - 1, bin) : 0;
}

/** An order of some weight starts: it is in the first bin, and in no other yet. */
export function enter({ changes }: Grid, weight: number): void {
  change(changes, 0, weight);
  change(changes, 1, -weight);
}

/** An order was seen to have come from one bin to another; a later word may take it back to an earlier one. */
export function move({ changes }: Grid, from: number, to: number, weight: number): void {
  change(changes, from + 1, weight);
  change(changes, to + 1, -weight);
}

/** An order finished at a log age of its bin. */
export function finishAt(grid: Grid, bin: number, logAge: number, weight: number): void {
  const { finishes, least, greatest, sums } = grid;
  const first = finishes[bin] === 0;
  if (first || logAge < (least[bin] as number)) least[bin] = logAge;
  if (first || logAge > (greatest[bin] as number)) greatest[bin] = logAge;
  add(finishes, bin, weight);
  add(sums, bin, weight * logAge);
}

/** An order ended otherwise, or less than nothing of it: then it was no end after all. */
export function endOtherwiseAt({ others }: Grid, bin: number, weight: number): void {
  others[bin] = Math.max(0, (others[bin] as number) + weight);
}

/** What came and went again leaves nothing, not the last bits of it. */
function change(changes: Float64Array, bin: number, weight: number): void {
  if (bin >= bins) return;
  const sum = (changes[bin] as number) + weight;
  changes[bin] = compare(sum, 0, Math.abs(weight)) === 0 ? 0 : sum;
}

function add(column: Float64Array, bin: number, weight: number): void {
  column[bin] = (column[bin] as number) + weight;
}

/** Multiplies all evidence, when weights are divided out. */
export function rescale({ changes, finishes, others, sums }: Grid, factor: number): void {
  for (let i = 0; i < bins; i++) {
    changes[i] = (changes[i] as number) * factor;
    finishes[i] = (finishes[i] as number) * factor;
    others[i] = (others[i] as number) * factor;
    sums[i] = (sums[i] as number) * factor;
  }
}

/**
 * Looks at the evidence: of those who came to a bin, the share that ended there. An order seen within a bin counts
 * for those ends that lie before it, as though it were anywhere in the bin. Where none finished, other ends that weigh less
 * than `dust` are too old to tell of those who come there now.
 */
export function look(grid: Grid, dust: number): void {
  const { changes, finishes, others, least, greatest, incidence, left } = grid;
  let under = 1;
  let finished = 0;
  let waiting = 1;
  let came = 0;
  let next = changes[0] as number;
  for (let i = 0; i < bins; i++) {
    came = next;
    next = came + ((changes[i + 1] as number | undefined) ?? -came);
    const finishing = finishes[i] as number;
    const ends = finishing + (others[i] as number);
    if (ends > 0 && (finishing > 0 || ends >= dust)) {
      const within = came - next - ends;
      const place =
        finishing > 0 ? ((least[i] as number) + (greatest[i] as number)) / 2 : edgeOf(i);
      const passed = within > 0 ? came - within * Math.min(1, (place - edgeOf(i)) / step) : came;
      // Sums of weights are off by their last bits, which is no order left alive.
      const share = passed - ends > 1e-9 * passed ? ends / passed : 1;
      const gone = under * share;
      finished += (gone * finishing) / ends;
      waiting *= 1 - (share * finishing) / ends;
      under = share === 1 ? 0 : under - gone;
    }
    incidence[i + 1] = finished;
    left[i + 1] = waiting;
  }
  grid.rest = under;
}

/** The greatest log age at which a weight has finished; that of nothing where none has. */
export function longestOf({ finishes, greatest }: Grid, weight: number): number {
  let bin = bins - 1;
  while (bin >= 0 && !((finishes[bin] as number) >= weight)) bin--;
  return bin < 0 ? lowest : (greatest[bin] as number);
}

/** The log age at which a bin begins. */
export function edgeOf(bin: number): number {
  return lowest + bin * step;
}

/**
 * Where a bin's line from its least to its greatest log age bends: at their mean, by which such a part of them had finished
 * that it is the mean. Else one stray that is never forgotten would draw a point that many share out over the bin.
 */
export function bendOf(
  { finishes, least, greatest, sums }: Grid,
  bin: number,
): readonly [logAge: number, part: number] {
  const [low, high] = [least[bin] as number, greatest[bin] as number];
  const weight = finishes[bin] as number;
  // Of a bin whose weight has been divided out since the last look nothing is known but its ends.
  const exact = weight > 0 ? (sums[bin] as number) / weight : (low + high) / 2;
  const mean = Math.max(low, Math.min(high, exact));
  return [mean, high > low ? (high - mean) / (high - low) : 1];
}

/** The first log age by which a share above 0 has finished; NaN where it never has. */
export function logAgeOfShare(grid: Grid, share: number): number {
  const { incidence, least, greatest } = grid;
  // Sums of shares are off by their last bits: a share that is met but for these is met.
  const wanted = justBelow(share);
  if (!((incidence[bins] as number) >= wanted)) return Number.NaN;
  let below = 0;
  let above = bins;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if ((incidence[middle] as number) >= wanted) above = middle;
    else below = middle;
  }
  const base = incidence[below] as number;
  const part = Math.min(1, (share - base) / ((incidence[above] as number) - base));
  const [low, high] = [least[below] as number, greatest[below] as number];
  const [mean, half] = bendOf(grid, below);
  return half > 0 && part <= half
    ? low + (part / half) * (mean - low)
    : mean + ((part - half) / (1 - half)) * (high - mean);
}
