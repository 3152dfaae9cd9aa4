import { slack } from '../../numerics/nearly';
import { quickselect } from '../../numerics/quickselect';
import { type Effects, fitEffects, total } from './effects';
import { normalEquations, type Products } from './normal-equations';
import type { FittedNumbers } from './parameters';

/** The logarithms of spreads, and the effects that they are sums of, from their mean on. */
export interface Spread {
  readonly effects: Effects;
  readonly mean: number;
  readonly logSpreads: Float64Array;
}

/**
 * How far rows are off: the logarithm of the absolute residual on the design of the estimates (Harvey 1976,
 * doi:10.2307/1913974), all terms shrunk, since one residual says little of how large it might have been. Scaled so that
 * residuals by their spread have a variance of 1. Where nothing is left over all spreads are 1.
 */
export function fitSpread(
  { residuals, size }: Pick<Effects, 'residuals' | 'size'>,
  products: Products,
  level: number,
  { spreadShrinkage, leastResidual }: FittedNumbers,
): Spread {
  const n = residuals.length;
  const off = residuals.map(Math.abs);
  const middle = medianOf(off);
  const nothing = middle <= slack * Math.max(1, Math.abs(level));
  const logs = off.map((x) => (nothing ? 0 : Math.log(Math.max(x, leastResidual * middle))));
  const mean = total(logs) / n;
  const shrinkage = { slopes: spreadShrinkage, effects: spreadShrinkage };
  const y = logs.map((log) => log - mean);
  const effects = fitEffects(y, normalEquations(products, shrinkage));
  const fitted = logs.map((log, i) => log - (effects.residuals[i] as number));
  const squares = fitted.map((log, i) => ((residuals[i] as number) / Math.exp(log)) ** 2);
  const scale = nothing ? 0 : Math.log(total(squares) / (n - size)) / 2;
  return { effects, mean: mean + scale, logSpreads: fitted.map((log) => log + scale) };
}

/** The median, the upper one of two. */
export function medianOf(numbers: Float64Array): number {
  const copy = numbers.slice();
  const place = copy.length >> 1;
  quickselect(copy, place);
  return copy[place] as number;
}
