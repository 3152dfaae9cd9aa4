/** Beyond this many cells looking up wins nothing. */
const mostCells = 100_000;

/**
 * A smooth function, looked up: in each of `perUnit` cells to a unit by the cubic of its values and slopes at both ends
 * (Hermite), the slopes from differences of five points (Abramowitz & Stegun 1964, 25.3), so that the error falls with
 * the fourth power of the width of a cell; constant below `low` and above `high`. The function is asked at the ends of
 * cells, here and now; where these would be too many, it comes back itself.
 */
export function tabulated(
  f: (x: number) => number,
  low: number,
  high: number,
  perUnit: number,
): (x: number) => number {
  const count = Math.ceil((high - low) * perUnit);
  if (!(count < mostCells)) return f;
  const values = Float64Array.from({ length: count + 5 }, (_, i) => f(low + (i - 2) / perUnit));
  const at = (i: number) => values[i + 2] as number;
  /** What the slope adds over a cell. */
  const rise = (i: number) => (8 * (at(i + 1) - at(i - 1)) - (at(i + 2) - at(i - 2))) / 12;
  const cubics = new Float64Array(4 * count);
  for (let i = 0; i < count; i++) {
    const apart = at(i + 1) - at(i);
    const [first, last] = [rise(i), rise(i + 1)];
    cubics.set([at(i), first, 3 * apart - 2 * first - last, first + last - 2 * apart], 4 * i);
  }
  const [first, last] = [at(0), at(count)];
  return (x) => {
    const place = (x - low) * perUnit;
    if (!(place > 0)) return place <= 0 ? first : Number.NaN;
    if (place >= count) return last;
    const i = Math.floor(place);
    const t = place - i;
    const bent = (cubics[4 * i + 2] as number) + t * (cubics[4 * i + 3] as number);
    return (cubics[4 * i] as number) + t * ((cubics[4 * i + 1] as number) + t * bent);
  };
}
