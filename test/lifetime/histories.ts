import { betaQuantile } from '../../src/numerics/beta';
import { gammaQuantile } from '../../src/numerics/gamma';

/** Customers as the BG/NBD model has them: [frequency, recency, age] in columns. */
export function simulateHistories(
  draw: () => number,
  customers: number,
  [r, alpha, a, b]: readonly [number, number, number, number],
) {
  const frequency = new Float64Array(customers);
  const recency = new Float64Array(customers);
  const age = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    const rate = gammaQuantile(draw(), r) / alpha;
    const leaves = betaQuantile(draw(), a, b);
    const end = 27 + 12 * draw();
    age[i] = end;
    const wait = () => -Math.log(draw()) / rate;
    for (let t = wait(); t <= end; t += wait()) {
      frequency[i] = (frequency[i] as number) + 1;
      recency[i] = t;
      if (draw() < leaves) break;
    }
  }
  return { frequency, recency, age };
}

/** What customers of the gamma-gamma model spend, 1 to 10 orders each. */
export function simulateSpending(
  draw: () => number,
  customers: number,
  [p, q, gamma]: readonly [number, number, number],
) {
  const frequency = Float64Array.from({ length: customers }, () => Math.ceil(10 * draw()));
  const value = frequency.map((x) => {
    const nu = gammaQuantile(draw(), q) / gamma;
    return gammaQuantile(draw(), p * x) / (nu * x);
  });
  return { frequency, value };
}

/** How many of a cohort of the sBG model are left after each of some renewals, and before them. */
export function simulateCohort(
  draw: () => number,
  customers: number,
  renewals: number,
  [a, b]: readonly [number, number],
) {
  const active = new Float64Array(renewals + 1);
  for (let i = 0; i < customers; i++) {
    const leaves = betaQuantile(draw(), a, b);
    for (let t = 0; t <= renewals; t++) {
      active[t] = (active[t] as number) + 1;
      if (draw() < leaves) break;
    }
  }
  return active;
}
