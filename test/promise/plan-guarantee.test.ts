import { capabilityFromSamples, planPromise } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';

/** Quantities one may be asked to promise, by their quantile function and their distribution function. */
const families = [
  {
    name: 'exponential',
    quantile: (u: number) => -45 * Math.log(1 - u),
    share: (t: number) => 1 - Math.exp(-t / 45),
  },
  {
    name: 'heavy-tailed',
    quantile: (u: number) => 30 * (1 - u) ** -1.5,
    share: (t: number) => 1 - (t / 30) ** (-1 / 1.5),
  },
  { name: 'uniform', quantile: (u: number) => 30 + 30 * u, share: (t: number) => (t - 30) / 30 },
];
const repeats = 2000;
const within4 = (share: number) => 4 * Math.sqrt((share * (1 - share)) / repeats);

describe.each(families)('on $name times', ({ quantile, share }) => {
  it.each([
    { n: 19, keepRate: 0.9, rank: 18 },
    { n: 24, keepRate: 0.9, rank: 23 },
    { n: 40, keepRate: 0.75, rank: 31 },
  ])('$n samples keep the next promise $keepRate of the time', ({ n, keepRate, rank }) => {
    const uniform = uniforms(20_261_123);
    let kept = 0;
    let inInterval = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const samples = Array.from({ length: n }, () => quantile(uniform()));
      const plan = planPromise(capabilityFromSamples(samples, { unit: 'minutes' }), { keepRate });
      if (quantile(uniform()) <= plan.promise) kept++;
      const truth = share(plan.promise);
      const { low, high } = plan.chance;
      if (low !== null && high !== null && truth >= low && truth <= high) inInterval++;
    }
    const expected = rank / (n + 1);
    expect(Math.abs(kept / repeats - expected)).toBeLessThan(within4(expected));
    expect(kept / repeats).toBeGreaterThan(keepRate - within4(keepRate));
    expect(Math.abs(inInterval / repeats - 0.95)).toBeLessThan(within4(0.95));
  });
});

describe('on levels, where higher is better', () => {
  it('19 samples keep the next promise .9 of the time', () => {
    const uniform = uniforms(7);
    let kept = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const samples = Array.from({ length: 19 }, () => 100 * Math.sqrt(uniform()));
      const capability = capabilityFromSamples(samples, { unit: 'points', better: 'higher' });
      if (100 * Math.sqrt(uniform()) >= planPromise(capability, { keepRate: 0.9 }).promise) kept++;
    }
    expect(Math.abs(kept / repeats - 0.9)).toBeLessThan(within4(0.9));
  });
});
