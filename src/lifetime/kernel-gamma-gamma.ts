import { digamma } from '../numerics/digamma';
import { logGamma } from '../numerics/log-gamma';
import type { Height } from '../numerics/maximise';

/**
 * The log likelihood of the gamma-gamma model at p, q, gamma, with its gradient, for x purchases of mean
 * value m to each customer (Fader & Hardie 2013, eq. 1a).
 */
export function gammaGammaLikelihood(
  frequency: Float64Array,
  value: Float64Array,
): (values: readonly number[]) => Height {
  return (values) => {
    const [p, q, gamma] = values as [number, number, number];
    const logGammaOfQ = logGamma(q);
    const digammaOfQ = digamma(q);
    let likelihood = 0;
    let byP = 0;
    let byQ = 0;
    let byGamma = 0;
    for (let i = 0; i < value.length; i++) {
      const x = frequency[i] as number;
      const m = value[i] as number;
      const spent = Math.log((x * m) / (gamma + x * m));
      const rest = Math.log(gamma / (gamma + x * m));
      const all = digamma(p * x + q);
      likelihood += logGamma(p * x + q) - logGamma(p * x) - logGammaOfQ;
      likelihood += q * rest + p * x * spent - Math.log(m);
      byP += x * (all - digamma(p * x) + spent);
      byQ += all - digammaOfQ + rest;
      byGamma += q / gamma - (p * x + q) / (gamma + x * m);
    }
    return { value: likelihood, gradient: [byP, byQ, byGamma] };
  };
}
