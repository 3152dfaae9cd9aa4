import { justAbove } from '../numerics/nearly';
import { countUpTo } from '../numerics/sorted';
import type { Distribution } from './distribution';

/** Straight lines between ascending quantiles. */
export function piecewise(ps: Float64Array, xs: Float64Array): Distribution {
  const last = ps.length - 1;
  const p = (i: number) => ps[i] as number;
  const x = (i: number) => xs[i] as number;
  const chance = (at: number) => {
    const i = countUpTo(xs, justAbove(at)) - 1;
    if (i < 0) return 0;
    if (i === last) return p(last);
    return p(i) + (Math.max(0, at - x(i)) / (x(i + 1) - x(i))) * (p(i + 1) - p(i));
  };
  const excess = (at: number) => {
    let from = chance(at);
    let sum = 0;
    for (let i = Math.max(0, countUpTo(xs, at) - 1); i < last; i++) {
      from = Math.max(from, p(i));
      sum += (p(i + 1) - from) * ((Math.max(at, x(i)) + x(i + 1)) / 2 - at);
    }
    return sum;
  };
  return {
    identified: p(last),
    identifiedFrom: p(0),
    chance,
    quantile(wanted) {
      const i = countUpTo(ps, wanted) - 1;
      if (wanted === p(i)) return x(i);
      return x(i) + ((wanted - p(i)) / (p(i + 1) - p(i))) * (x(i + 1) - x(i));
    },
    mean: () => x(0) + excess(x(0)),
    excess,
  };
}
