import type { FitLayout, WeightGroup } from './layout';

/**
 * Adds to a curvature by which the sum of each stage's weights stays: all their multiples do alike. On the scale of the
 * greatest weight, since the least ones bend much more; but above rounding, where it bends nothing, as a base does that
 * has all the weight.
 */
export function holdSums(bend: Float64Array, at: Float64Array, { size, groups }: FitLayout): void {
  for (const { at: first, factors } of groups) {
    let greatest = first;
    const end = first + factors.length;
    for (let i = first; i <= end; i++)
      if ((at[i] as number) > (at[greatest] as number)) greatest = i;
    // At least a row a point away.
    const pull = Math.max(1, bend[greatest * size + greatest] as number);
    for (let i = first; i <= end; i++) {
      for (let j = first; j <= end; j++) bend[i * size + j] = (bend[i * size + j] as number) + pull;
    }
  }
}

/**
 * Slopes fall as a stage's weights grow together, though the squares stay. A step that made use of it would leave their sum, and in
 * the end lead nowhere.
 */
export function holdSlopes(
  whole: Float64Array,
  slope: Float64Array,
  { size, groups }: FitLayout,
): void {
  for (const { at: first, factors } of groups) {
    const end = first + factors.length;
    for (let i = first; i <= end; i++) {
      for (let j = first; j <= end; j++) {
        const fall = (slope[i] as number) + (slope[j] as number);
        whole[i * size + j] = (whole[i * size + j] as number) + fall;
      }
    }
  }
}

/** The curvature with each group's sum held at 1. */
export function pinned(bend: Float64Array, { size, groups }: FitLayout): Float64Array {
  const held = bend.slice();
  for (const group of groups) {
    const most = pinOf(bend, group, size);
    const places = placesOf(group);
    for (const i of places) {
      for (const j of places) held[i * size + j] = (held[i * size + j] as number) + most;
    }
  }
  return held;
}

/** What holds a group's sum: the most that one of its weights bends, above 0 where nothing does. */
export const pinOf = (bend: Float64Array, group: WeightGroup, size: number): number =>
  placesOf(group).reduce((max, i) => Math.max(max, bend[i * size + i] as number), 1e-300);

const placesOf = ({ at, factors }: WeightGroup): readonly number[] =>
  Array.from({ length: factors.length + 1 }, (_, i) => at + i);
