import type { Height } from '../numerics/maximise';

/** Of the customers who got to the first, the second, ... renewal, how many renewed and how many were lost. */
export interface Renewals {
  readonly renewed: readonly number[];
  readonly lost: readonly number[];
}

/**
 * The log likelihood of the sBG model at a, b, with its derivatives, for customers who did and did not renew at
 * their first, second, ... opportunity: of those who got to the t-th, (b + t - 1) / (a + b + t - 1) renew
 * (Fader & Hardie 2007, eq. 7).
 */
export function retentionLikelihood({
  renewed,
  lost,
}: Renewals): (values: readonly number[]) => Height {
  return (values) => {
    const [a, b] = values as [number, number];
    let value = 0;
    let byA = 0;
    let byB = 0;
    let [aa, ab, bb] = [0, 0, 0];
    renewed.forEach((stay, t) => {
      const go = lost[t] as number;
      const all = a + b + t;
      value -= stay * Math.log1p(a / (b + t)) + go * Math.log1p((b + t) / a);
      byA += (go * (b + t) - stay * a) / (a * all);
      byB += (stay * a - go * (b + t)) / ((b + t) * all);
      ab += (stay + go) / (all * all);
      aa += (stay + go) / (all * all) - go / (a * a);
      bb += (stay + go) / (all * all) - stay / ((b + t) * (b + t));
    });
    return { value, gradient: [byA, byB], hessian: Float64Array.of(aa, ab, ab, bb) };
  };
}

/** The shares who renew at each of the next opportunities, of those with `renewals` behind them who get there. */
export function retentionRates(
  values: readonly number[],
  renewals: number,
  periods: number,
): number[] {
  const [a, b] = values as [number, number];
  return Array.from({ length: periods }, (_, t) => (b + renewals + t) / (a + b + renewals + t));
}
