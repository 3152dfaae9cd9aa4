import { recordFor } from '../../core/record-for';
import { atLeast } from '../../numerics/nearly';
import type { Design } from './design';
import { type Kind, kinds, type Layout } from './layout';
import { fitShrunk, type ShrunkLogit } from './shrunk-logit';

/** The least spread, in log odds: below, effects are 0. */
export const least = 0.01;
/** The greatest: above, an answer is certain. */
export const greatest = 10;

/** How far each kind of number spreads. */
export type Spreads = Readonly<Record<Kind, number>>;

/** A fit with the spreads under which the rows are likeliest. */
export interface ChosenFit extends ShrunkLogit {
  readonly spreads: Spreads;
  readonly precision: Float64Array;
  readonly converged: boolean;
}

/**
 * Fits with the spread of each kind chosen by the rows: by the marginal likelihood, numbers being integrated out around their
 * fit, by steps of Fellner and Schall (Wood & Fasiolo 2017, Biometrics 73, 10.1111/biom.12666). Those shrink by a constant
 * share, so each kind goes on to where a line through its last two steps is 0.
 */
export function fitWithSpreads(
  design: Design,
  rows: Uint32Array,
  layout: Layout,
  from?: Pick<ChosenFit, 'at' | 'spreads'>,
): ChosenFit {
  let spreads: Spreads = from?.spreads ?? { lines: 1, levels: 1, stageLines: 1, stageLevels: 1 };
  let at = from?.at ?? new Float64Array(layout.size);
  let before: Moves | null = null;
  for (let turn = 1; ; turn++) {
    const precision = precisionOf(layout, spreads);
    const near = fitShrunk(design, rows, layout, precision, at, 1e-4);
    at = near.at;
    const wanted = spreadsAt(layout, near, precision, spreads);
    const steps = byKind((kind) => Math.log(wanted[kind] / spreads[kind]));
    const converged = kinds.every((kind) => Math.abs(steps[kind]) < 1e-4);
    if (converged || turn === 100) {
      const fit = fitShrunk(design, rows, layout, precision, at);
      return { ...fit, spreads, precision, converged };
    }
    const last = before;
    const taken = byKind((kind) => stepOn(steps[kind], last?.steps[kind], last?.taken[kind]));
    before = { steps, taken };
    const now = spreads;
    spreads = byKind((kind) => within(now[kind] * Math.exp(taken[kind])));
  }
}

/** The steps wanted, and those taken, on logarithms. */
interface Moves {
  readonly steps: Spreads;
  readonly taken: Spreads;
}

/** The step to where steps would be 0, if they go on as from the last one: at most twentyfold, and a factor of 4. */
function stepOn(step: number, lastStep = 0, lastTaken = 0): number {
  // How the search goes, not where it ends.
  const slope = (step - lastStep) / lastTaken;
  const times = Math.abs(lastTaken) > 1e-6 ? Math.min(20, -1 / Math.min(slope, -0.05)) : 1;
  return Math.max(-Math.log(4), Math.min(Math.log(4), step * times));
}

/** An end that is reached up to rounding is reached. */
const within = (spread: number) =>
  atLeast(least, spread) ? least : atLeast(spread, greatest) ? greatest : spread;

const byKind = (of: (kind: Kind) => number): Spreads => recordFor(kinds, of);

const precisionOf = ({ kind }: Layout, spreads: Spreads) =>
  Float64Array.from(kind, (one) => (one === null ? 0 : spreads[one] ** -2));

/** The spreads for the next turn; one that has reached the least stays there. */
function spreadsAt(
  { kind, size }: Layout,
  { at, factor }: ShrunkLogit,
  precision: Float64Array,
  spreads: Spreads,
): Spreads {
  const variance = varianceOf(factor, size);
  const next = (one: Kind) => {
    if (spreads[one] === least) return least;
    let [told, squares] = [0, 0];
    kind.forEach((its, i) => {
      if (its !== one) return;
      told += 1 - (precision[i] as number) * (variance[i] as number);
      squares += (at[i] as number) ** 2;
    });
    // No number of the kind, or none that a row tells.
    if (!(told > 1e-9)) return least;
    return within(Math.sqrt(squares / told));
  };
  return byKind(next);
}

/** The diagonal of the inverse of `L L'`: sums of squares of the columns of L's inverse. */
function varianceOf(factor: Float64Array, size: number): Float64Array {
  const variance = new Float64Array(size);
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = i === j ? 1 : 0;
      const line = i * size;
      for (let k = j; k < i; k++) sum -= (factor[line + k] as number) * (column[k] as number);
      const x = sum / (factor[line + i] as number);
      column[i] = x;
      variance[j] = (variance[j] as number) + x * x;
    }
  }
  return variance;
}
