import type { Height } from '../numerics/maximise';
import { logRisingFactorial } from '../numerics/rising-factorial';

/** The customers of one frequency: the histories that occur, and how many have each. */
export interface Histories {
  readonly frequency: number;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: Float64Array;
}

/**
 * The log likelihood of the BG/NBD model at r, alpha, a, b, with its derivatives (Fader et al. 2005, eq. 6). Logarithms
 * of ratios and differences of gammas are taken in forms that do not cancel, so that slopes keep their digits
 * where numbers run off to a millionth or a million.
 */
export function bgNbdLikelihood(all: readonly Histories[]): (values: readonly number[]) => Height {
  return (values) => {
    const [r, alpha, a, b] = values as [number, number, number, number];
    let value = 0;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    let [rr, rAlpha, ra, rb, alphaAlpha, alphaA, alphaB] = [0, 0, 0, 0, 0, 0, 0];
    let [aa, ab, bb] = [0, 0, 0];
    for (const { frequency: x, recency, age, customers } of all) {
      const logAtOnce = Math.log(a / (b + x - 1));
      let [total, leavers, turns, turnsByR, turnsByAlpha] = [0, 0, 0, 0, 0];
      for (let i = 0; i < customers.length; i++) {
        const n = customers[i] as number;
        const time = age[i] as number;
        const end = alpha + time;
        const grown = Math.log1p(time / alpha);
        total += n;
        value -= n * (r + x) * grown;
        byR -= n * grown;
        byAlpha += (n * (r * time - x * alpha)) / (alpha * end);
        rAlpha += (n * time) / (alpha * end);
        alphaAlpha += n * ((r + x) / (end * end) - r / (alpha * alpha));
        if (x === 0) continue;
        // The log odds of having gone, and how they move with r and alpha.
        const last = alpha + (recency[i] as number);
        const silent = time - (recency[i] as number);
        const since = Math.log1p(silent / last);
        const odds = logAtOnce + (r + x) * since;
        const bend = -silent / (end * last);
        const slope = (r + x) * bend;
        const small = Math.exp(-Math.abs(odds));
        const gone = (n * (odds > 0 ? 1 : small)) / (1 + small);
        const turn = (n * small) / ((1 + small) * (1 + small));
        value += n * (Math.max(odds, 0) + Math.log1p(small));
        byR += gone * since;
        byAlpha += gone * slope;
        rr += turn * since * since;
        rAlpha += turn * since * slope + gone * bend;
        alphaAlpha += turn * slope * slope - gone * slope * (1 / end + 1 / last);
        leavers += gone;
        turns += turn;
        turnsByR += turn * since;
        turnsByAlpha += turn * slope;
      }
      if (x === 0) continue;
      const [buys, buysSlope, buysBend] = logRisingFactorial(r, x);
      const [stays, staysSlope, staysBend] = logRisingFactorial(b, x);
      const [both, bothSlope, bothBend] = logRisingFactorial(a + b, x);
      const per = 1 / (b + x - 1);
      value += total * (buys - x * Math.log(alpha) + stays - both);
      byR += total * buysSlope;
      byA += leavers / a - total * bothSlope;
      byB += total * (staysSlope - bothSlope) - leavers * per;
      rr += total * buysBend;
      ra += turnsByR / a;
      rb -= turnsByR * per;
      alphaA += turnsByAlpha / a;
      alphaB -= turnsByAlpha * per;
      aa += (turns - leavers) / (a * a) - total * bothBend;
      ab -= (turns * per) / a + total * bothBend;
      bb += (turns + leavers) * per * per + total * (staysBend - bothBend);
    }
    const hessian = Float64Array.of(
      ...[rr, rAlpha, ra, rb],
      ...[rAlpha, alphaAlpha, alphaA, alphaB],
      ...[ra, alphaA, aa, ab],
      ...[rb, alphaB, ab, bb],
    );
    return { value, gradient: [byR, byAlpha, byA, byB], hessian };
  };
}
