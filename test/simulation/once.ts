import { capabilityFromSamples } from 'overdeliver/capability';
import type { World } from 'overdeliver/simulation';
import { draw, keysOf } from './draws';
import { market, onePurchase } from './given';

/** Sixteen customers who need one thing each, within days. */
export const once: World = {
  ...market,
  attraction: (days) => Math.exp(-0.06 * days),
  order: { revenue: 10, cost: 3, perUnitLate: 1, perBroken: 4 },
  customers: 16,
  days: 60,
  replications: 2,
  parameters: onePurchase,
};
/** One order in four takes so long that to pay back for it is beyond numbers, unless the quote is as long. */
export const ruinous: World = {
  ...once,
  capability: capabilityFromSamples([2, 3, 4, 1e300], { unit: 'days' }),
  attraction: () => 1,
  order: { revenue: 10, cost: 4, perUnitLate: 1e12 },
};

/** What each replication earns at a quote: whoever has luck below attraction orders, and all are followed to the end. */
export function profitsAt(quote: number, world = once) {
  const { attraction, capability, order, customers } = world;
  const { revenue, cost, perUnitLate = 0, perBroken = 0 } = order;
  return keysOf(world).map((key) => {
    let sum = 0;
    for (let c = 0; c < (customers as number); c++) {
      const [luck, time] = draw(key, c, 2);
      const late = capability.quantile(time) - quote;
      if (luck < attraction(quote)) sum += revenue - cost;
      if (luck < attraction(quote) && late > 0) sum -= perBroken + perUnitLate * late;
    }
    return sum;
  });
}
/**
 * The mean of two values and its interval from Student's t with one degree of freedom: Cauchy's distribution, whose quantile at
 * (1 + c) / 2 is tan(c pi / 2), times half their distance.
 */
export function intervalOf(confidence: number, [a = 0, b = 0]: readonly number[]) {
  const half = (Math.tan((confidence * Math.PI) / 2) * Math.abs(a - b)) / 2;
  return { estimate: (a + b) / 2, low: (a + b) / 2 - half, high: (a + b) / 2 + half };
}
