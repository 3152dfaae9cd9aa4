import {
  capabilityFromFamily,
  type Family,
  familySource,
  gamma,
  lognormal,
  normal,
  reviveCapability,
  weibull,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { relativeError } from '../../numerics/relative-error';

const options = { unit: 'minutes' };
const of = <Name extends string>(family: Family<Name>, mean: number, sd: number) =>
  capabilityFromFamily(family, { mean, sd }, options);

describe('golden', () => {
  // docs: MODELS.md section 2; recomputed with SciPy 1.17: norm.ppf, lognorm.ppf
  it('a normal', () => {
    const quotes = [0.8, 0.9, 0.95, 0.99].map((p) => of(normal, 45, 10).quantile(p).toFixed(3));
    expect(quotes).toEqual(['53.416', '57.816', '61.449', '68.263']);
    const chances = [5, 10, 15].map((sd) => of(normal, 45, sd).chance(60).toFixed(4));
    expect(chances).toEqual(['0.9987', '0.9332', '0.8413']);
  });

  it('a lognormal', () => {
    const capability = of(lognormal, 45, 13.5);
    const quotes = [0.8, 0.9, 0.95].map((p) => capability.quantile(p).toFixed(3));
    expect(quotes).toEqual(['55.182', '62.789', '69.856']);
    expect(capability.chance(60).toFixed(4)).toBe('0.8701');
  });

  it('an exponential, as a gamma and as a Weibull', () => {
    for (const family of [gamma, weibull]) {
      const capability = of(family, 45, 45);
      expect(relativeError(capability.quantile(0.9), 45 * Math.log(10))).toBeLessThan(1e-12);
      expect(relativeError(capability.expectedOvershoot(60), 45 * Math.exp(-60 / 45))).toBeLessThan(
        1e-12,
      );
    }
  });
});

describe.each<Family>([normal, lognormal, gamma, weibull])('$kind', (family) => {
  it.each([0.1, 0.5, 1, 2.5])('has the moments it was given, cv %d', (cv) => {
    const capability = of(family, 45, 45 * cv);
    expect(relativeError(capability.mean(), 45)).toBeLessThan(1e-12);
    // E (X - mean)^2 = 2 integral E(X - x)+ above the mean, and likewise E(x - X)+ below
    const below = (x: number) => capability.expectedOvershoot(x) - 45 + x;
    const least = family.positive ? 0 : 45 - 450 * cv;
    const variance =
      2 * integral(below, least, 45) +
      2 * integral((v) => capability.expectedOvershoot(45 * Math.exp(v)) * 45 * Math.exp(v), 0, 14);
    expect(relativeError(Math.sqrt(variance), 45 * cv)).toBeLessThan(1e-6);
  });

  it.each([0.2, 1])('misses as the integral of the chance of missing says, cv %d', (cv) => {
    const capability = of(family, 45, 45 * cv);
    for (const t of [20, 45, 70]) {
      const missed = integral(
        (v) => (1 - capability.chance(t + Math.expm1(v))) * Math.exp(v),
        0,
        10,
      );
      expect(Math.abs(capability.expectedOvershoot(t) - missed)).toBeLessThan(1e-9);
    }
  });

  it('is late by all of a negative time, where none is', () => {
    const capability = of(family, 45, 10);
    // No time is below 0, but for the one in 300,000 of a normal.
    for (const t of [0, -5]) {
      expect(capability.expectedOvershoot(t)).toBeCloseTo(45 - t, family.positive ? 12 : 4);
    }
    expect(of(family, 45, 10).chance(0)).toBeCloseTo(0, family.positive ? 15 : 4);
  });

  it('rests on no outcomes', () => {
    const capability = of(family, 45, 10);
    expect(capability).toMatchObject({ n: 0, fit: null, ranks: null, identified: 1 });
    expect(capability.warnings).toEqual([{ code: 'no-observations', detail: { observations: 0 } }]);
  });

  it('keeps no promise for certain', () => {
    expect(refusal(() => of(family, 45, 10).quantile(1))).toMatchObject({
      code: 'out-of-range',
      path: 'p',
    });
  });

  it('refuses a spread that is none', () => {
    expect(refusal(() => of(family, 45, 0))).toMatchObject({ path: 'moments.sd' });
    expect(refusal(() => of(family, 45, Number.NaN)).path).toBe('moments.sd');
  });
});

it('refuses moments that a family cannot have', () => {
  expect(refusal(() => of(gamma, -1, 2)).path).toBe('moments.mean');
  expect(refusal(() => of(gamma, 1, 1e-5)).path).toBe('moments.sd');
  expect(refusal(() => of(weibull, 1, 1e300)).path).toBe('moments.sd');
  expect(of(normal, -1, 2).mean()).toBe(-1);
  const more = { ...options, samples: [1] };
  const call = () => capabilityFromFamily(normal, { mean: 1, sd: 1 }, more);
  expect(refusal(call)).toMatchObject({ code: 'unknown-name', path: 'options.samples' });
});

/** Simpson's rule on 20,000 intervals. */
function integral(f: (x: number) => number, from: number, to: number): number {
  const n = 20_000;
  const step = (to - from) / n;
  let sum = f(from) + f(to);
  for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * step);
  return (sum * step) / 3;
}

it('comes back from JSON with deviations, where it is of such', () => {
  for (const deviations of [true, false]) {
    const visits = capabilityFromFamily(normal, { mean: 0, sd: 10 }, { ...options, deviations });
    const json = JSON.parse(JSON.stringify(visits));
    expect(json.deviations).toBe(deviations || undefined);
    const revived = reviveCapability(json, [familySource(normal)]);
    expect(revived.deviations).toBe(deviations || undefined);
    expect(revived.toJSON()).toEqual(visits.toJSON());
  }
});
