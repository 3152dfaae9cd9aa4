import * as z from 'zod/mini';
import { door } from '../input/door';
import { limits } from '../input/limits';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { from0to1Schema, functionOf } from '../input/schemas';
import { minimiseOn } from '../numerics/golden-section';
import { atLeast, compare } from '../numerics/nearly';

/**
 * The windows that hold a share: each leaves out some of what may happen on its better side, and the rest of what it may
 * leave out on the worse one.
 */
export interface WindowChoices {
  /** The least and the most that may be left out on the better side, shares from 0 to 1. */
  readonly from: number;
  /** The most that may be left out there. */
  readonly to: number;
  /** How far apart the shares are that may be left out, from `from` on: 1 / (n + 1) of n observations; 0 where any may. */
  readonly step: number;
  /**
   * The shares that may be left out, ascending, where they do not lie evenly: of observations with weights, or of which some
   * are under way. What is chosen between two of them leaves out the lesser; `step` is 0.
   */
  readonly shares?: readonly number[] | undefined;
  /**
   * How wide the window is that leaves out a share there. Of observations, the guarantee of a window that was chosen by its
   * width is a weaker one; of a shape that does not ask, it is the full one.
   */
  readonly width: (share: number) => number;
}

/** Chooses among the windows that hold a share: says what to leave out on the better side. */
export type WindowShape = (choices: WindowChoices) => number;

const choicesSchema = once(() => {
  const share = from0to1Schema();
  const width = functionOf<WindowChoices['width']>();
  const shares = z.optional(z.array(share));
  return z.strictObject({ from: share, to: share, step: share, shares, width });
});

/** As many windows are tried before the best of them is refined, where any share may be left out. */
const gridPoints = 201;

/**
 * The narrowest of all windows that hold a share: `planWindow(capability, { keepRate: 0.9, shape: narrowest })`. It leaves
 * out more on the side where deliveries scatter more. Of windows that are equally narrow it is the one that leaves out most
 * evenly: exactly where chances go by steps, as observations do; of smooth chances the best of a grid, refined.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, gamma } from 'overdeliver/capability';
 * import { planWindow } from 'overdeliver';
 * import { narrowest } from 'overdeliver/promise';
 *
 * const courier = capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit: 'minutes' });
 * const { from, to } = planWindow(courier, { keepRate: 0.9, shape: narrowest });
 * [from, to]; // => [13.74, 75.04]
 * const even = planWindow(courier, { keepRate: 0.9 });
 * [even.from, even.to]; // => [17.86, 82.13]
 * ```
 */
export const narrowest: WindowShape = (choices) =>
  door('narrowest', () => {
    const { from, to, step, shares, width } = read(choicesSchema, choices, 'choices');
    const even = (from + to) / 2;
    if (to < from) refuse('choices.to', to, `a share of at least ${from}, choices.from`);
    if (from === to) return even;
    const known = shares?.filter((share) => atLeast(share, from, 1) && atLeast(to, share, 1)) ?? [];
    if (known.length > 0) {
      known.sort((a, b) => a - b);
      return narrowestOf(known.length, (i) => known[i] as number, even, width);
    }
    if (step === 0) {
      const { x, value } = minimiseOn(width, from, to, gridPoints);
      return compare(value, width(even)) < 0 ? x : even;
    }
    const last = Math.round((to - from) / step);
    if (last >= limits.column) {
      const text = `0, or a share that leaves at most ${limits.column} windows to choose from`;
      refuse('choices.step', step, text, 'out-of-range');
    }
    return narrowestOf(last + 1, (i) => from + i * step, even, width);
  });

/** The most even first, and of two alike the one that leaves out more on the better side, where it does less harm. */
function narrowestOf(
  count: number,
  shareAt: (i: number) => number,
  even: number,
  width: WindowChoices['width'],
): number {
  let above = 0;
  while (above < count && compare(shareAt(above), even, 1) < 0) above++;
  let below = above - 1;
  let [best, least] = [Number.NaN, Infinity];
  while (below >= 0 || above < count) {
    const goesUp =
      below < 0 || (above < count && compare(shareAt(above) - even, even - shareAt(below), 1) <= 0);
    const share = shareAt(goesUp ? above++ : below--);
    if (Number.isNaN(best)) best = share;
    const wide = width(share);
    if (compare(wide, least) < 0) [best, least] = [share, wide];
  }
  return best;
}

/** What a shape leaves out, refused where no window leaves out so much. */
export function chosenBy(shape: WindowShape, choices: WindowChoices): number {
  const share: unknown = shape(choices);
  const { from, to } = choices;
  if (typeof share === 'number' && atLeast(share, from, 1) && atLeast(to, share, 1)) return share;
  return refuse('options.shape', share, `a function that returns a share from ${from} to ${to}`);
}
