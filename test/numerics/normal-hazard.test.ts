import { describe, expect, it } from 'vitest';
import { logNormalTail, normalHazard } from '../../src/numerics/normal-hazard';

// Golden: scipy 1.17.1, exp(norm.logpdf(z) - norm.logsf(z)) and norm.logsf(z)
describe.each([
  [0, 0.7978845608028654, -Math.LN2],
  [5, 5.1865039671258515, -15.064998393988727],
  [29, 29.034401237739754, -424.78741990973026],
  [31, 31.03219127678126, -484.8539636271794],
  [40, 40.024968847210886, -804.6084420137539],
])('the tail of a standard normal at %d', (z, hazard, log) => {
  it('its hazard', () => {
    expect(Math.abs(normalHazard(z) / hazard - 1)).toBeLessThan(1e-11);
  });

  it('its logarithm', () => {
    expect(Math.abs(logNormalTail(z) / log - 1)).toBeLessThan(1e-11);
  });
});

it('holds nearly all far on the left', () => {
  // scipy 1.10.1, norm.logsf
  expect(logNormalTail(-5)).toBeCloseTo(-2.8665161296376305e-7, 15);
  expect(logNormalTail(-40)).toBeCloseTo(0, 15);
});

it('goes over into the series without a step', () => {
  const [before, at] = [normalHazard(30 - 1e-9), normalHazard(30)];
  expect(Math.abs(at / before - 1)).toBeLessThan(1e-10);
});
