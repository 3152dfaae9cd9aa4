import { capabilityFromCensored, planPromise } from 'overdeliver';
import { expect, it } from 'vitest';

// 40 orders that came under observation after up to 3 hours; one in five is still under way.
const n = 40;
const entered = Array.from({ length: n }, (_, i) => (i * 7) % 4);
const hours = entered.map((from, i) => from + 1 + ((i * 11) % 17));
const finished = hours.map((_, i) => i % 5 > 0);
const chanceOf = (weights?: readonly number[]) =>
  planPromise(
    capabilityFromCensored(hours, {
      unit: 'hours',
      finished,
      entered,
      ...(weights && { weights }),
    }),
    { keepRate: 0.8 },
  ).chance;

it('late entries that all count alike are as sure as those without a weight', () => {
  const plain = chanceOf();
  expect(plain.low).toBeGreaterThan(0.5);
  expect(plain.high).toBeLessThan(1);
  for (const weight of [0.25, 1, 7]) {
    const { estimate, low, high } = chanceOf(hours.map(() => weight));
    expect(estimate).toBeCloseTo(plain.estimate, 12);
    expect(low).toBeCloseTo(plain.low as number, 9);
    expect(high).toBeCloseTo(plain.high as number, 9);
  }
});
