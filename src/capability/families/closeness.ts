import { greenwood } from '../../numerics/greenwood';
import { atLeast } from '../../numerics/nearly';
import { survivalOf, type Watched } from '../survival';

/**
 * The most by which a distribution function is off the curve of what was watched (Kolmogorov's distance), and how far that
 * curve goes. Where few are left at risk the curve strays by itself: it is looked at where it is as sure as the share
 * of n that all finished, which is everywhere when all have. With late entries both are of what takes longer than
 * the earliest.
 */
export function closeness(
  watched: Watched,
  n: number,
  chance: (x: number) => number,
): { readonly distance: number; readonly seen: number } {
  const { values, weights, entered } = watched;
  const curve = survivalOf(watched);
  const { variance } = greenwood(curve, values, weights, entered);
  const before = chance(entered?.reduce((least, x) => Math.min(least, x)) ?? -Infinity);
  const left = 1 - before;
  let distance = 0;
  let known = 0;
  let isSure = true;
  curve.times.forEach((x, k) => {
    const p = (chance(x) - before) / left;
    if (isSure) distance = Math.max(distance, p - known);
    known = curve.chance[k] as number;
    const survival = curve.survival[k] as number;
    // Where none is left the curve is as sure as before.
    if (survival > 0) isSure = atLeast(known / (survival * (variance[k] as number)), n);
    if (isSure) distance = Math.max(distance, known - p);
  });
  return { distance, seen: curve.identified };
}
