import type { Height } from '../numerics/maximise';
import { logRisingFactorial } from '../numerics/rising-factorial';
import type { Histories } from './histories';

/**
 * The log likelihood of the BG/NBD model at r, alpha, a, b, with its derivatives (Fader et al. 2005, eq. 6). Differences
 * of gammas are taken in forms that do not cancel, so that slopes keep their digits where numbers run off to a
 * millionth or a million.
 */
export function bgNbdLikelihood({
  times,
  customers,
  purchases,
  repeatBuyers,
}: Histories): (values: readonly number[]) => Height {
  // log(1 + time / alpha) and 1 / (alpha + time) are asked for once a time, not once a history.
  const logs = new Float64Array(times.length);
  const shares = new Float64Array(times.length);
  return (values) => {
    const [r, alpha, a, b] = values as [number, number, number, number];
    let value = 0;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    let [rr, rAlpha, ra, rb, alphaAlpha, alphaA, alphaB] = [0, 0, 0, 0, 0, 0, 0];
    let [aa, ab, bb] = [0, 0, 0];
    for (let i = 0; i < times.length; i++) {
      const time = times[i] as number;
      const n = customers[i] as number;
      const all = purchases[i] as number;
      const grown = Math.log1p(time / alpha);
      const share = 1 / (alpha + time);
      logs[i] = grown;
      shares[i] = share;
      value -= (r * n + all) * grown;
      byR -= n * grown;
      byAlpha += ((r * n * time - all * alpha) / alpha) * share;
      rAlpha += (n * time * share) / alpha;
      alphaAlpha += (r * n + all) * share * share - (r * n) / (alpha * alpha);
    }
    for (const { frequency: x, recency, age, customers } of repeatBuyers) {
      const logAtOnce = Math.log(a / (b + x - 1));
      let [total, leavers, turns, turnsByR, turnsByAlpha] = [0, 0, 0, 0, 0];
      for (let i = 0; i < customers.length; i++) {
        const [now, last] = [age[i] as number, recency[i] as number];
        const n = customers[i] as number;
        // The log odds of having gone, and how they move with r and alpha.
        const since = (logs[now] as number) - (logs[last] as number);
        const odds = logAtOnce + (r + x) * since;
        const shareNow = shares[now] as number;
        const shareLast = shares[last] as number;
        const bend = ((times[last] as number) - (times[now] as number)) * shareNow * shareLast;
        const slope = (r + x) * bend;
        const small = Math.exp(-Math.abs(odds));
        const part = 1 / (1 + small);
        const gone = n * (odds > 0 ? part : small * part);
        const turn = n * small * part * part;
        total += n;
        value += n * ((odds > 0 ? odds : 0) + Math.log1p(small));
        byR += gone * since;
        byAlpha += gone * slope;
        rr += turn * since * since;
        rAlpha += turn * since * slope + gone * bend;
        alphaAlpha += turn * slope * slope - gone * slope * (shareNow + shareLast);
        leavers += gone;
        turns += turn;
        turnsByR += turn * since;
        turnsByAlpha += turn * slope;
      }
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
