/** A quantile of sorted numbers, with straight lines between order statistics (type 7 of Hyndman & Fan 1996). */
export function quantileOf(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
}
