import { refuse } from '../core/refuse';
import { normalQuantile } from '../numerics/normal';
import type { Uncertain } from './experience';

/** How many cases stand for what may happen. */
const cases = 1000;

/** An amount, known or not, with the least and the most that it can be. */
export interface Amount {
  readonly path: string;
  readonly got: number | Uncertain;
  readonly least: number;
  readonly most: number;
}

/**
 * The same number of cases for each amount, one when all are known: midpoints of equal shares of probability for
 * the first that is uncertain, and a Kronecker lattice over the others, which are independent of it. Cases in which a
 * normal amount would lie beyond what it can be are left out, which makes it a truncated one.
 */
export function casesOf(fn: string, amounts: readonly Amount[]): readonly Float64Array[] {
  const isKnown = ({ got }: Amount) => typeof got === 'number';
  const count = amounts.every(isKnown) ? 1 : cases;
  let uncertain = 0;
  const columns = amounts.map((amount) => {
    const { got } = amount;
    if (typeof got === 'number') return new Float64Array(count).fill(got);
    const quantile = quantileOf(fn, amount, got);
    const stride = uncertain === 0 ? 1 / cases : Math.sqrt(primes[uncertain % 8] as number) % 1;
    uncertain++;
    return Float64Array.from({ length: cases }, (_, i) => quantile(((i + 0.5) * stride) % 1));
  });
  const canBe = (row: number) =>
    columns.every((column, d) => {
      const { least, most } = amounts[d] as Amount;
      const x = column[row] as number;
      return x >= least && x <= most;
    });
  return columns.map((column) => column.filter((_, row) => count === 1 || canBe(row)));
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19];

function quantileOf(
  fn: string,
  { path, least, most }: Amount,
  got: Uncertain,
): (p: number) => number {
  const canBe = (x: unknown, at: string) => {
    if ((x as number) >= least && (x as number) <= most) return x as number;
    return refuse(fn, `${path}.${at}`, x, 'an amount that can be');
  };
  if ('quantile' in got) return (p) => canBe(got.quantile(p), `quantile(${p})`);
  const mean = canBe(got.mean, 'mean');
  return (p) => mean + got.sd * normalQuantile(p);
}
