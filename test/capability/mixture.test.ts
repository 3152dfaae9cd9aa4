import { capabilityFromCensored, capabilityFromSamples, reviveCapability } from 'overdeliver';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  familySource,
  mixCapabilities,
  mixtureSource,
  normal,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const of = (samples: number[]) => capabilityFromSamples(samples, { unit });

describe('a mixture', () => {
  it('of samples is their weighted samples', () => {
    const parts = [
      { capability: of([10, 20]), weight: 2 },
      { capability: of([15, 30, 45]), weight: 6 },
    ];
    const mixed = mixCapabilities(parts);
    const weights = [1, 1, 2, 2, 2];
    const whole = capabilityFromCensored([10, 20, 15, 30, 45], { unit, weights });
    for (const p of [0, 0.05, 0.2, 0.3, 0.5, 0.6, 0.9, 1]) {
      expect(mixed.quantile(p)).toBe(whole.quantile(p));
    }
    for (const t of [5, 10, 17, 30, 50]) {
      expect(mixed.chance(t)).toBeCloseTo(whole.chance(t), 14);
      expect(mixed.expectedOvershoot(t)).toBeCloseTo(whole.expectedOvershoot(t), 12);
    }
    expect(mixed.mean()).toBeCloseTo(whole.mean(), 12);
    expect(mixed).toMatchObject({ n: 5, ranks: null, kind: 'mixture' });
  });

  it('of what is partly under way is known as far as all of it is', () => {
    const finished = [true, true, false];
    const part = capabilityFromCensored([10, 20, 25], { unit, finished });
    const mixed = mixCapabilities([
      { capability: part, weight: 1 },
      { capability: of([5, 15, 40]), weight: 1 },
    ]);
    // At 20 both are 2/3; beyond, the first is not known.
    expect(mixed.identified).toBeCloseTo(2 / 3, 12);
    expect(mixed.quantile(mixed.identified)).toBe(20);
    expect(refusal(() => mixed.quantile(0.7)).code).toBe('not-identified');
  });

  it('has quantiles that one of its parts does not reach', () => {
    const part = capabilityFromCensored([10, 20, 25], { unit, finished: [1, 1, 0] });
    const mixed = mixCapabilities([
      { capability: part, weight: 1 },
      { capability: of([5, 12, 15]), weight: 1 },
    ]);
    // By 15 one of 3 and 3 of 3, by 20 two of 3 and 3 of 3.
    expect(mixed.quantile(0.66)).toBe(15);
    expect(mixed.quantile(0.7)).toBe(20);
    expect(mixed.quantile(0.83)).toBe(20);
  });

  it('of one is that one, to its last digit', () => {
    const narrow = capabilityFromFamily(normal, { mean: 1e6, sd: 1e-3 }, { unit });
    const mixed = mixCapabilities([{ capability: narrow, weight: 3 }]);
    for (const p of [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      expect(mixed.quantile(p)).toBe(narrow.quantile(p));
    }
  });

  it('of what rests on no orders survives JSON', () => {
    const capability = capabilityFromFamily(normal, { mean: 45, sd: 5 }, { unit });
    const json = JSON.parse(JSON.stringify(mixCapabilities([{ capability, weight: 1 }])));
    expect(reviveCapability(json, [mixtureSource, familySource(normal)]).n).toBe(0);
  });

  it('knows nothing where the parts are never known together', () => {
    const between = (from: number, to: number) => ({
      capability: capabilityFromQuantiles(
        [
          { p: 0.1, value: from },
          { p: 0.9, value: to },
        ],
        { unit },
      ),
      weight: 1,
    });
    const { quantile, identified, identifiedFrom } = mixCapabilities([
      between(0, 10),
      between(20, 30),
    ]);
    expect(identified).toBeLessThan(identifiedFrom);
    for (const p of [0, 0.1, identified, 0.5, identifiedFrom, 0.9, 1]) {
      expect(refusal(() => quantile(p)).code).toBe('not-identified');
    }
  });

  it('passes warnings on', () => {
    const capability = capabilityFromFamily(normal, { mean: 1, sd: 1 }, { unit });
    expect(mixCapabilities([{ capability, weight: 1 }]).warnings).toEqual(capability.warnings);
  });
});

it('refuses what does not mix', () => {
  const minutes = { capability: of([1]), weight: 1 };
  const hours = { capability: capabilityFromSamples([1], { unit: 'hours' }), weight: 1 };
  const level = { capability: capabilityFromSamples([1], { unit, better: 'higher' }), weight: 1 };
  for (const other of [hours, level]) {
    expect(refusal(() => mixCapabilities([minutes, other]))).toMatchObject({
      code: 'unit-mismatch',
      path: 'parts[1].capability',
    });
  }
  expect(refusal(() => mixCapabilities([])).path).toBe('parts');
  expect(refusal(() => mixCapabilities([{ ...minutes, weight: 0 }])).path).toBe('parts[0].weight');
  // Their sum overflows, and chances would be no number.
  const heavy = { ...minutes, weight: 1e308 };
  expect(refusal(() => mixCapabilities([heavy, heavy]))).toMatchObject({
    code: 'out-of-range',
    path: 'parts',
    expected: 'weights with a finite sum',
  });
  const nothing = { capability: 5 as never, weight: 1 };
  expect(refusal(() => mixCapabilities([nothing]))).toMatchObject({
    code: 'wrong-type',
    path: 'parts[0].capability',
  });
});

it('finds its quantiles beside a sample that is as far off as a number can be', () => {
  const guess = capabilityFromFamily(normal, { mean: 76, sd: 9 }, { unit: 'minutes' });
  for (const far of [-1e308, -1e-308]) {
    const samples = [far, 16, 39, 23, 19, 36, 12, 39];
    const seen = capabilityFromSamples(samples, { unit: 'minutes', deviations: true });
    const mixed = mixCapabilities([
      { capability: guess, weight: 14.9 },
      { capability: seen, weight: 8 },
    ]);
    const found = [0.04, 0.05, 0.1, 0.15, 0.25].map((p) => mixed.quantile(p));
    expect(found).toEqual([far, 12, 16, 19, 36]);
  }
});

it('refuses a weight so small that it cannot be divided by', () => {
  const seen = capabilityFromSamples([3], { unit: 'minutes' });
  const call = () => mixCapabilities([{ capability: seen, weight: 5e-324 }]);
  expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'parts[0].weight' });
});

it('holds deviations where one of its parts does', () => {
  const seen = (deviations: boolean) => ({
    capability: capabilityFromSamples([3, 9], { unit: 'minutes', deviations }),
    weight: 1,
  });
  expect(mixCapabilities([seen(false), seen(true)]).deviations).toBe(true);
  expect(mixCapabilities([seen(false), seen(false)])).not.toHaveProperty('deviations');
});
