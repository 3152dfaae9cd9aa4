import type { FitLayout } from './layout';

/**
 * Adds to a curvature by which the sum of each stage's weights stays: all their multiples do alike. On the scale of the greatest weight,
 * since the least ones bend much more; but above rounding, where it bends nothing, as a base does that has all the weight.
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
