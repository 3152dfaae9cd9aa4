import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const minutes = [
  41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44, 37, 50, 46, 43, 61,
];

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b) / numbers.length;
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * The profit at a quote, by the density of the log-normal distribution of greatest likelihood rather than by 1,000
 * quantiles, and by the numbers of mixed-assumed-1 and index-survey-1 written out.
 */
function profit(quote: number): number {
  const logs = minutes.map(Math.log);
  const m = mean(logs);
  const sd = Math.sqrt(mean(logs.map((x) => (x - m) ** 2)));
  let [returns, mass] = [0, 0];
  for (let z = -6; z <= 6; z += 0.001) {
    const time = Math.exp(m + sd * z);
    const density = Math.exp((-z * z) / 2);
    const gap = (100 * (quote - time)) / quote;
    const utility = gap > 0 ? 0.02 * Math.min(gap, 20) : 0.04 * gap;
    const score = mean([-2.2, -1.8, -1.1, -0.1].map((cut) => logistic(utility - cut)));
    const after = time > quote ? -0.5 : gap >= 10 ? 0.25 : 0;
    returns += density * logistic(-2.3357902 + 0.25 + 4.657837 * score + after);
    mass += density;
  }
  return Math.exp(-0.01 * quote) * (20 - 60 * (1 - returns / mass));
}

it('examples/balance.ts prints what a second computation finds', () => {
  const printed = readFileSync(new URL('./balance.txt', import.meta.url), 'utf8');
  const quotes = Array.from({ length: 401 }, (_, i) => 50 + i / 20);
  const profits = quotes.map(profit);
  const most = Math.max(...profits);
  const best = quotes[profits.indexOf(most)] as number;
  expect(Number(/rounded from ([\d.]+) to 65/.exec(printed)?.[1])).toBeCloseTo(best, 0);
  expect(printed).toMatch(new RegExp(`^65\\.0 .*${profit(65).toFixed(2)}$`, 'm'));
  const near = quotes.filter((_, i) => (profits[i] as number) >= 0.99 * most);
  const [low, high] = /^([\d.]+) +([\d.]+)$/m.exec(printed)?.slice(1).map(Number) ?? [];
  expect(low).toBeCloseTo(near[0] as number, 0);
  expect(high).toBeCloseTo(near.at(-1) as number, 0);
});
