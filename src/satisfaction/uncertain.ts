import { cases, drawsOf, placeOf } from '../capability/draws';
import { refuse } from '../input/refusal';
import { normalQuantile } from '../numerics/normal';
import type { Uncertain } from './experience';

/** An amount, known or not, with the least and the most that it can be. */
export interface Amount {
  readonly path: string;
  readonly got: number | Uncertain;
  readonly least: number;
  readonly most: number;
}

/**
 * The same number of cases for each amount, one when all are known: midpoints of equal shares of probability for
 * the first that is uncertain, and a Kronecker lattice over the others, which are independent of it. A normal amount
 * is cut at what it can be, by its quantiles: all cases count.
 */
export function casesOf(amounts: readonly Amount[]): readonly Float64Array[] {
  const isKnown = ({ got }: Amount) => typeof got === 'number';
  const count = amounts.every(isKnown) ? 1 : cases;
  const primes = [2];
  return amounts.map((amount) => {
    const { got } = amount;
    if (typeof got === 'number') return new Float64Array(count).fill(got);
    const prime = primes.at(-1) as number;
    const stride = prime === 2 ? 1 / cases : Math.sqrt(prime) % 1;
    let next = prime + 1;
    while (!isPrime(next, primes)) next++;
    primes.push(next);
    return drawn(amount, got, stride);
  });
}

/** Whether none of the smaller primes divides a number. */
function isPrime(n: number, smaller: readonly number[]): boolean {
  return smaller.every((prime) => n % prime !== 0);
}

function drawn({ path, least, most }: Amount, got: Uncertain, stride: number): Float64Array {
  const canBe = (x: unknown, at: () => string) => {
    if ((x as number) >= least && (x as number) <= most) return x as number;
    return refuse(`${path}.${at()}`, x, 'an amount that can be');
  };
  if ('quantile' in got) {
    const asked = (p: number) => () => `quantile(${p})`;
    const draws = drawsOf(got.quantile, stride, (p) => canBe(got.quantile(p), asked(p)));
    // Drawn earlier, perhaps, for what may be more or less.
    for (let i = 0; i < cases; i++) canBe(draws[i], asked(placeOf(i, stride)));
    return draws;
  }
  const mean = canBe(got.mean, () => 'mean');
  // Wider than this is as good as even between the two, whose shares must stay apart.
  const sd = Math.min(got.sd, 1e5 * most);
  const normal = (p: number) => mean + sd * normalQuantile(p);
  // Bit by bit, from the highest on.
  const shareBelow = (x: number) => {
    let share = 0;
    // Shares below 2^-60 are 0.
    for (let bit = 0.5; bit > 1e-18; bit /= 2) if (normal(share + bit) < x) share += bit;
    return share;
  };
  const below = shareBelow(least);
  const within = shareBelow(most) - below;
  return Float64Array.from({ length: cases }, (_, i) =>
    normal(below + placeOf(i, stride) * within),
  );
}
