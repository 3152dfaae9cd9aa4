import type { Structure } from './structure';

/** Pairs of constructs of which the first leads to the second, directly or not. */
export function linkedPairs(
  structure: Structure,
): readonly (readonly [from: number, to: number])[] {
  const ones = new Float64Array(structure.paths.length).fill(1);
  const places = [...structure.constructs.keys()];
  return places.flatMap((from) => {
    const totals = totalsFrom(structure, ones, from);
    return places.filter((to) => to !== from && totals[to] !== 0).map((to) => [from, to] as const);
  });
}

/** What one construct does to each, along all ways: products of coefficients, added up. */
export function totalsFrom(
  { constructs, paths, order }: Structure,
  coefficients: Float64Array,
  start: number,
): Float64Array {
  const total = new Float64Array(constructs.length);
  total[start] = 1;
  for (const place of order) {
    paths.forEach(([from, to], i) => {
      if (from !== place) return;
      total[to] = (total[to] as number) + (total[from] as number) * (coefficients[i] as number);
    });
  }
  return total;
}
