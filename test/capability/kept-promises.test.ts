import { type Capability, capabilityFromSamples, planPromise } from 'overdeliver';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  gamma,
  lognormal,
  mixCapabilities,
  normal,
  pipelineCapability,
  scaleCapability,
  weibull,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';

const unit = 'minutes';
const family = (shape: typeof normal | typeof gamma | typeof lognormal, mean: number, sd: number) =>
  capabilityFromFamily(shape as typeof normal, { mean, sd }, { unit });

const between = (least: number, most: number) => {
  const ends = [
    { p: 0, value: least },
    { p: 1, value: most },
  ];
  return capabilityFromQuantiles(ends, { unit });
};

/** Truths that customers are simulated from; only their draws are shown to the planner. */
const truths: readonly (readonly [string, Capability])[] = [
  ['normal', family(normal, 45, 10)],
  ['lognormal', family(lognormal, 45, 30)],
  ['gamma', family(gamma, 45, 45)],
  ['Weibull', family(weibull, 45, 90)],
  [
    'two kitchens',
    mixCapabilities([
      { capability: between(20, 40), weight: 3 },
      { capability: between(30, 120), weight: 1 },
    ]),
  ],
  ['steps', pipelineCapability([family(gamma, 20, 10), family(weibull, 15, 5)])],
  ['whole minutes', capabilityFromSamples([20, 20, 25, 30, 30, 30, 45, 60], { unit })],
  [
    'levels',
    capabilityFromFamily(normal, { mean: 80, sd: 8 }, { unit: 'points', better: 'higher' }),
  ],
];

const customers = 1000;

describe.each(truths)('customers of %s', (_, truth) => {
  it.each([
    [10, 0.8],
    [19, 0.9],
    [30, 0.9],
    [60, 0.95],
  ])('who see promises learnt from %d of them find %d kept', (n, keepRate) => {
    const uniform = uniforms(20_261_123);
    const draw = () => truth.quantile(uniform());
    let chance = 0;
    let kept = 0;
    for (let customer = 0; customer < customers; customer++) {
      const samples = Array.from({ length: n }, draw);
      const { better } = truth;
      // Draws of a normal may lie below 0, as those of a clinic's waiting times do.
      const learnt = capabilityFromSamples(samples, { unit, better, deviations: true });
      const { promise } = planPromise(learnt, { keepRate });
      chance += truth.chance(promise) / customers;
      const outcome = draw();
      if (better === 'lower' ? outcome <= promise : outcome >= promise) kept += 1 / customers;
    }
    // Beta(k, n + 1 - k) has a variance of at most p (1 - p) / (n + 2) about its mean; 4 standard errors.
    const error = (variance: number) => 4 * Math.sqrt(variance / customers);
    const variance = keepRate * (1 - keepRate);
    expect(chance).toBeGreaterThan(keepRate - error(variance / (n + 2)));
    expect(kept).toBeGreaterThan(keepRate - error(variance));
    // Not by promising the moon: at most one rank above, where outcomes do not tie.
    if (truth.ranks === null) expect(chance).toBeLessThan(keepRate + 1 / (n + 1) + 0.01);
  });
});

it('scales with the estimate that was calibrated', () => {
  const uniform = uniforms(3);
  const truth = family(lognormal, 1.2, 0.4);
  let kept = 0;
  for (let customer = 0; customer < customers; customer++) {
    const ratios = Array.from({ length: 19 }, () => truth.quantile(uniform()));
    const trip = scaleCapability(capabilityFromSamples(ratios, { unit }), 30);
    if (30 * truth.quantile(uniform()) <= planPromise(trip, { keepRate: 0.9 }).promise) kept++;
  }
  expect(Math.abs(kept / customers - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / customers));
});
