import { capabilityFromCensored, planPromise } from 'overdeliver';
import { expect, it } from 'vitest';

// 50 orders that came under observation after up to 3 hours; one in five is still under way.
const entered = Array.from({ length: 50 }, (_, i) => (i * 7) % 4);
const hours = entered.map((from, i) => from + 1 + ((i * 11) % 17));
const finished = hours.map((_, i) => i % 5 > 0);

function chanceOf(count: number, weights?: readonly number[]) {
  const first = { finished: finished.slice(0, count), entered: entered.slice(0, count) };
  const rest = weights ? { ...first, weights } : first;
  const orders = capabilityFromCensored(hours.slice(0, count), { unit: 'hours', ...rest });
  return planPromise(orders, { keepRate: 0.8 }).chance;
}

it('late entries that weigh nothing make nobody surer', () => {
  const plain = chanceOf(40);
  expect(plain.low).toBeGreaterThan(0.5);
  expect(plain.high).toBeLessThan(1);
  for (const weight of [0.25, 1, 7]) {
    const weights = hours.map((_, i) => (i < 40 ? weight : 0));
    const { estimate, low, high } = chanceOf(50, weights);
    expect(estimate).toBeCloseTo(plain.estimate, 12);
    expect(low).toBeCloseTo(plain.low as number, 9);
    expect(high).toBeCloseTo(plain.high as number, 9);
  }
});
