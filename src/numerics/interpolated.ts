/**
 * A smooth function from `low` to `high`, read off the polynomial through its values at `points` + 1 Chebyshev points
 * (the second barycentric form: Berrut & Trefethen 2004, SIAM Review 46).
 */
export function interpolated(
  f: (x: number) => number,
  low: number,
  high: number,
  points: number,
): (x: number) => number {
  const xs = Float64Array.from(
    { length: points + 1 },
    (_, j) => (low + high) / 2 + ((high - low) / 2) * Math.cos((j * Math.PI) / points),
  );
  const values = xs.map(f);
  return (x) => {
    let [above, below] = [0, 0];
    for (let j = 0; j <= points; j++) {
      const apart = x - (xs[j] as number);
      if (apart === 0) return values[j] as number;
      const weight = (j === 0 || j === points ? 0.5 : 1) * (j % 2 === 0 ? 1 : -1);
      above += (weight / apart) * (values[j] as number);
      below += weight / apart;
    }
    return above / below;
  };
}
