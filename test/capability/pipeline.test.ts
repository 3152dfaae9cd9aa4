import { capabilityFromCensored, capabilityFromSamples } from 'overdeliver';
import { capabilityFromFamily, gamma, normal, pipelineCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { relativeError } from '../numerics/relative-error';

const unit = 'minutes';
const of = (samples: number[]) => capabilityFromSamples(samples, { unit });

describe('a pipeline', () => {
  it('of normal steps is normal', () => {
    const step = (mean: number, sd: number) => capabilityFromFamily(normal, { mean, sd }, { unit });
    const sum = pipelineCapability([step(20, 3), step(15, 4), step(30, 12)]);
    const exact = step(65, 13);
    expect(relativeError(sum.mean(), 65)).toBeLessThan(1e-13);
    const off = (p: number) => Math.abs(sum.quantile(p) - exact.quantile(p)) / 13;
    for (const p of [0.1, 0.5, 0.8, 0.9]) expect(off(p)).toBeLessThan(1e-4);
    for (const p of [0.01, 0.95, 0.99]) expect(off(p)).toBeLessThan(2e-3);
    expect(off(0.999)).toBeLessThan(0.01);
    expect(sum.expectedOvershoot(78)).toBeCloseTo(exact.expectedOvershoot(78), 3);
  });

  it('of exponential steps is a gamma', () => {
    const step = capabilityFromFamily(gamma, { mean: 10, sd: 10 }, { unit });
    const exact = capabilityFromFamily(gamma, { mean: 30, sd: Math.sqrt(300) }, { unit });
    const sum = pipelineCapability([step, step, step]);
    for (const p of [0.1, 0.5, 0.9, 0.95]) {
      expect(relativeError(sum.quantile(p), exact.quantile(p))).toBeLessThan(3e-4);
    }
    expect(relativeError(sum.quantile(0.99), exact.quantile(0.99))).toBeLessThan(5e-3);
  });

  it('of few samples adds each to each', () => {
    const [a, b, c] = [
      [1, 4, 9],
      [2, 2, 7],
      [0, 10],
    ];
    const all = a?.flatMap((x) => b?.flatMap((y) => c?.map((z) => x + y + z)));
    const sum = pipelineCapability([of(a as number[]), of(b as number[]), of(c as number[])]);
    const brute = of(all as number[]);
    for (const p of [0, 0.1, 0.34, 0.5, 0.77, 1]) expect(sum.quantile(p)).toBe(brute.quantile(p));
    expect(sum.mean()).toBeCloseTo(brute.mean(), 12);
    expect(sum).toMatchObject({ n: 2, ranks: null });
  });

  it('of dice is exact', () => {
    const die = of([1, 2, 3, 4, 5, 6]);
    // In how many of the 216 ways three dice show at most 3, 4, ....
    const ways = [1, 3, 6, 10, 15, 21, 25, 27, 27, 25, 21, 15, 10, 6, 3, 1];
    const dice = pipelineCapability([die, die, die]);
    let sum = 0;
    ways.forEach((count, i) => {
      sum += count;
      expect(dice.chance(3 + i)).toBe(sum / 216);
      expect(dice.quantile(sum / 216)).toBe(3 + i);
    });
    expect([dice.mean(), dice.expectedOvershoot(17)]).toEqual([10.5, 1 / 216]);
    // Levels add up likewise, from the best down.
    const level = capabilityFromSamples([1, 2, 3, 4, 5, 6], { unit, better: 'higher' });
    const levels = pipelineCapability([level, level]);
    expect([levels.chance(12), levels.chance(7), levels.mean()]).toEqual([1 / 36, 21 / 36, 7]);
  });

  it('of many samples keeps their mean', () => {
    const samples = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5003);
    const sum = pipelineCapability([of(samples), of(samples.slice(0, 700))], { resolution: 64 });
    const mean = of(samples).mean() + of(samples.slice(0, 700)).mean();
    expect(relativeError(sum.mean(), mean)).toBeLessThan(1e-13);
  });

  it('of one step is that step', () => {
    expect(pipelineCapability([of([3, 1, 2])]).quantile(0.5)).toBe(2);
  });
});

it('refuses steps that do not add up', () => {
  const hours = capabilityFromSamples([1], { unit: 'hours' });
  const part = capabilityFromCensored([1, 2], { unit, finished: [true, false] });
  const call = (steps: unknown, resolution?: number) => () =>
    pipelineCapability(steps as never, { resolution });
  expect(refusal(call([of([1]), hours]))).toMatchObject({
    code: 'unit-mismatch',
    path: 'steps[1]',
  });
  expect(refusal(call([of([1]), part]))).toMatchObject({
    code: 'not-identified',
    path: 'steps[1]',
  });
  expect(refusal(call([])).code).toBe('not-enough-data');
  expect(refusal(call(5)).code).toBe('wrong-type');
  expect(refusal(call([of([1])], 1)).path).toBe('options.resolution');
});

it('holds deviations where one of its steps does, and none from when it is under way', () => {
  const step = (deviations: boolean) => capabilityFromSamples([3, 9], { unit, deviations });
  const trip = pipelineCapability([step(false), step(true)]);
  expect(trip.deviations).toBe(true);
  expect(trip.remaining(1)).not.toHaveProperty('deviations');
  expect(pipelineCapability([step(false), step(false)])).not.toHaveProperty('deviations');
});
