import { digamma, trigamma } from '../numerics/digamma';
import { logGamma } from '../numerics/log-gamma';
import type { Height } from '../numerics/maximise';
import { logRisingFactorial } from '../numerics/rising-factorial';

/** The customers of one number of purchases, and the mean value of each one's. */
export interface Spending {
  readonly frequency: number;
  readonly values: readonly number[];
}

/**
 * The log likelihood of the gamma-gamma model at p, q, gamma, with its derivatives, for x purchases of mean
 * value m to each customer (Fader & Hardie 2013, eq. 1a).
 */
export function gammaGammaLikelihood(
  all: readonly Spending[],
): (numbers: readonly number[]) => Height {
  return (numbers) => {
    const [p, q, gamma] = numbers as [number, number, number];
    const [logGammaOfQ, digammaOfQ, trigammaOfQ] = [logGamma(q), digamma(q), trigamma(q)];
    let value = 0;
    let [byP, byQ, byGamma] = [0, 0, 0];
    let [pp, pq, pGamma, qq, qGamma, gammaGamma] = [0, 0, 0, 0, 0, 0];
    for (const { frequency: x, values } of all) {
      const n = values.length;
      const shape = p * x;
      const [rise, slope, bend] = logRisingFactorial(shape, q);
      const [slopeOfBoth, bendOfBoth] = [digamma(shape + q), trigamma(shape + q)];
      value += n * (rise - logGammaOfQ);
      byP += n * x * slope;
      byQ += n * (slopeOfBoth - digammaOfQ);
      pp += n * x * x * bend;
      pq += n * x * bendOfBoth;
      qq += n * (bendOfBoth - trigammaOfQ);
      for (const m of values) {
        const spent = x * m;
        const all = gamma + spent;
        const share = Math.log1p(gamma / spent);
        const rest = Math.log1p(spent / gamma);
        value -= q * rest + shape * share + Math.log(m);
        byP -= x * share;
        byQ -= rest;
        byGamma += (q * spent - shape * gamma) / (gamma * all);
        pGamma -= x / all;
        qGamma += spent / (gamma * all);
        gammaGamma += (shape + q) / (all * all) - q / (gamma * gamma);
      }
    }
    const hessian = Float64Array.of(
      ...[pp, pq, pGamma],
      ...[pq, qq, qGamma],
      ...[pGamma, qGamma, gammaGamma],
    );
    return { value, gradient: [byP, byQ, byGamma], hessian };
  };
}
