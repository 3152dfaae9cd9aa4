import { fitExpectation } from 'overdeliver/expectation';
import { expect, it } from 'vitest';
import { once } from '../../../src/input/once';
import { curvature, factorOf, meanOf, numbersOf, offDefault, signalVariance } from './plain';
import { newcomers, quick } from './survey';

const rows = newcomers;

/** `-1/2 ((n - p) log S + log |H + s P| - r log s)` around the fit of a size, but for a constant. */
function logLikelihood(priorSize: number): number {
  const fit = fitExpectation(rows, { ...quick, priorSize });
  const at = numbersOf(fit);
  const strength = priorSize * signalVariance(rows);
  const off = offDefault(fit.weights, at).reduce((sum, x) => sum + x * x, 0);
  const errors = rows.reduce((sum, row) => sum + (meanOf(row, at) - row.expected) ** 2, 0);
  const numbers = Object.keys(at);
  const factor = factorOf(curvature(rows, fit, numbers).both);
  const logDeterminant = numbers.reduce(
    (sum, _, i) => sum + 2 * Math.log(factor[i * (numbers.length + 1)] as number),
    0,
  );
  // Two weights whose ratio is shrunk beside a base and its level, one sum being settled: two numbers that are not.
  return (
    -((rows.length - 2) * Math.log(errors + strength * off) + logDeterminant - Math.log(strength)) /
    2
  );
}

const chosen = once(() => fitExpectation(rows, { ...quick, priorSize: undefined }));

it('the likelihood of a size is that of all weights integrated out', () => {
  const found = (wanted: number) =>
    chosen().priorSizes.find((one) => one.size === wanted)?.logLikelihood as number;
  expect(found(100) - found(1)).toBeCloseTo(logLikelihood(100) - logLikelihood(1), 4);
});

it('the likeliest size is taken', () => {
  const { priorSize, priorSizes } = chosen();
  expect(priorSizes.map(({ size }) => size)).toEqual([1, 3, 10, 30, 100, 300, 1000, 3000, 10_000]);
  const best = Math.max(...priorSizes.map((one) => one.logLikelihood));
  expect(priorSizes.find(({ size }) => size === priorSize)?.logLikelihood).toBe(best);
});
