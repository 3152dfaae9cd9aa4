import { refuse } from '../core/refuse';
import { normalCdf, normalQuantile } from '../numerics/normal';
import type { Uncertain } from './experience';

/** How many cases stand for what may happen. */
const cases = 1000;

/** An amount by case: one case when it is known. */
export interface Amounts {
  readonly path: string;
  readonly got: number | Uncertain;
  readonly least: number;
  readonly most: number;
}

/**
 * The same number of cases for each amount, one when all are known: midpoints of equal shares of probability for
 * the first that is uncertain, and a Kronecker lattice over the others, which are independent of it.
 */
export function casesOf(fn: string, amounts: readonly Amounts[]): readonly Float64Array[] {
  const isKnown = ({ got }: Amounts) => typeof got === 'number';
  if (amounts.every(isKnown)) return amounts.map(({ got }) => Float64Array.of(got as number));
  let uncertain = 0;
  return amounts.map((amount) => {
    const { got } = amount;
    if (typeof got === 'number') return new Float64Array(cases).fill(got);
    const quantile = quantileOf(fn, amount, got);
    const stride = uncertain === 0 ? 1 / cases : Math.sqrt(primes[uncertain % 8] as number) % 1;
    uncertain++;
    return Float64Array.from({ length: cases }, (_, i) => quantile(((i + 0.5) * stride) % 1));
  });
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19];

function quantileOf(
  fn: string,
  { path, least, most }: Amounts,
  got: Uncertain,
): (p: number) => number {
  if ('quantile' in got) {
    return (p) => {
      const x: unknown = got.quantile(p);
      if (!((x as number) >= least && (x as number) <= most)) {
        refuse(fn, `${path}.quantile(${p})`, x, 'an amount that can be');
      }
      return x as number;
    };
  }
  const { mean, sd } = got;
  if (!(mean >= least && mean <= most)) refuse(fn, `${path}.mean`, mean, 'an amount that can be');
  // What a normal distribution would put beyond the bounds is left out.
  const from = normalCdf((least - mean) / sd);
  const beyond = normalCdf((mean - most) / sd);
  return (p) => {
    const x = mean + sd * normalQuantile(from + p * (1 - from - beyond));
    return Math.min(most, Math.max(least, x));
  };
}
