import {
  capabilityFromFamily,
  type Family,
  fitCapability,
  gamma,
  lognormal,
  normal,
  weibull,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { refusal } from '../../core/refusal';
import { relativeError } from '../../numerics/relative-error';

const options = { unit: 'hours' };
// Times to failure of the air conditioning of aeroplane 7910 (Proschan 1963).
const hours = [74, 57, 48, 29, 502, 12, 70, 21, 29, 386, 59, 27, 153, 26, 326];

// SciPy 1.17: the equations of greatest likelihood by optimize.brentq, distances by stats.kstest.
it.each([
  [gamma, [0.9106264560552302, 133.1683983704859], 0.26171519549592154],
  [weibull, [0.8884873202483827, 113.29955630970258], 0.23746936421210285],
  [lognormal, [4.156938466755172, 1.09138586446454], 0.17971550653214996],
] as const)('golden: $kind', (family, parameters, distance) => {
  const fitted = fitCapability(family as Family, hours, options);
  Object.values(fitted.parameters).forEach((value, i) => {
    expect(relativeError(value, parameters[i] as number)).toBeLessThan(1e-12);
  });
  expect(relativeError(fitted.fit?.distance as number, distance)).toBeLessThan(1e-10);
});

// The same by mpmath 1.3 with 40 digits: the inverse of the second derivatives there.
it.each([
  [gamma, { shape: 0.2903287807065939, scale: 55.68571019830306 }],
  [weibull, { shape: 0.1693143391344734, scale: 35.01911274956064 }],
  [lognormal, { logMean: 0.2817946184904899, logSd: 0.1992588856365015 }],
] as const)('golden: the standard errors of a $kind', (family, errors) => {
  const { standardErrors } = fitCapability(family as Family, hours, options).fit ?? {};
  for (const [name, error] of Object.entries(errors)) {
    expect(relativeError(standardErrors?.[name] as number, error)).toBeLessThan(1e-11);
  }
});

it.each<Family>([gamma, weibull])(
  'equal samples leave the equation of a $kind unsolved',
  (family) => {
    expect(family.fit(Float64Array.of(5, 5, 5)).converged).toBe(false);
  },
);

describe.each<Family>([normal, lognormal, gamma, weibull])('$kind', (family) => {
  const samples = (n: number, cv: number) => {
    const { quantile } = capabilityFromFamily(family, { mean: 50, sd: 50 * cv }, options);
    return Float64Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));
  };

  it.each([0.05, 0.3, 1.5])('finds itself again, cv %d', (cv) => {
    const fitted = fitCapability(family, samples(4000, cv), { ...options, deviations: true });
    expect(fitted.mean() / 50).toBeCloseTo(1, 1);
    expect(fitted.fit?.converged).toBe(true);
    expect(fitted.fit?.distance).toBeLessThan(0.01);
    expect(fitted).toMatchObject({ n: 4000, warnings: [], ranks: null });
  });

  it('has equations of greatest likelihood that hold', () => {
    const given = samples(50, 0.4).map((x) => Math.max(1, x) ** 1.1);
    const { parameters } = fitCapability(family, given, options);
    const logLikelihood = (numbers: Readonly<Record<string, number>>) => {
      const { chance } = family.distribution(numbers as never);
      return given.reduce((sum, x) => sum + Math.log(chance(x + 1e-4) - chance(x - 1e-4)), 0);
    };
    for (const name of Object.keys(parameters)) {
      for (const factor of [0.99, 1.01]) {
        const value = (parameters as Record<string, number>)[name] as number;
        const moved = { ...parameters, [name]: value * factor };
        expect(logLikelihood(moved)).toBeLessThan(logLikelihood(parameters));
      }
    }
  });

  it('needs samples that differ', () => {
    const same = refusal(() => fitCapability(family, [4, 4, 4], options));
    expect(same).toMatchObject({ code: 'not-enough-data', path: 'samples' });
    expect(same.message).toMatch(/holds 1; .*at least 2 .*all different/);
  });
});

// 5% to within 4 standard errors of 400 rounds, each 1.1%; of the gamma what its documentation says at most.
it.each([
  { family: normal, sd: 8, most: 0.094 },
  { family: lognormal, sd: 15, most: 0.094 },
  { family: weibull, sd: 15, most: 0.094 },
  { family: gamma, sd: 15, most: 0.094 },
  { family: gamma, sd: 45, most: 0.1 },
  { family: gamma, sd: 180, most: 0.2 },
] as const)(
  '$family.kind with an sd of $sd is taken for a poor fit as rarely as it says',
  ({ family, sd, most }) => {
    const made = capabilityFromFamily<string>(family, { mean: 45, sd }, options);
    const next = uniforms(4242);
    const rounds = 400;
    let over = 0;
    for (let round = 0; round < rounds; round++) {
      const drawn = Array.from({ length: 50 }, () => made.quantile(next()));
      const { distance = 0, critical = 0 } =
        fitCapability<string>(family, drawn, options).fit ?? {};
      over += Number(distance > critical);
    }
    expect(over / rounds).toBeLessThan(most);
  },
);

describe('a poor fit', () => {
  const twoPeaks = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 10 : 50) + i / 50);

  it('is warned of, with figures', () => {
    const { warnings, fit } = fitCapability(normal, twoPeaks, options);
    const { distance, critical } = fit ?? {};
    expect(warnings).toEqual([{ code: 'poor-fit', detail: { distance, critical } }]);
    expect(distance).toBeGreaterThan(0.2);
    // sqrt 200 - .01 + .85 / sqrt 200 = 14.192
    expect(critical).toBeCloseTo(0.895 / 14.192, 4);
  });

  it('does not matter where it is small, however many samples show it', () => {
    const { quantile } = capabilityFromFamily(normal, { mean: 50, sd: 10 }, options);
    const rounded = Float64Array.from(
      { length: 50_000 },
      (_, i) => Math.round(2 * quantile((i + 0.5) / 50_000)) / 2,
    );
    const { fit, warnings } = fitCapability(normal, rounded, options);
    expect(fit?.distance).toBeGreaterThan(fit?.critical ?? 1);
    expect(warnings).toEqual([]);
  });
});

it('refuses samples that the family cannot have', () => {
  const call = () => fitCapability(lognormal, [1, 0, 2], options);
  expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'samples[1]' });
  expect(refusal(() => fitCapability(normal, [1, -1], options)).path).toBe('samples[1]');
  for (const family of [gamma, weibull] as readonly Family[]) {
    expect(refusal(() => fitCapability(family, [1, 0, 2], options)).path).toBe('samples[1]');
  }
  expect(refusal(() => fitCapability(gamma, [1, 1 + 1e-9], options)).path).toBe('samples');
  const weights = [1, 2];
  const weighted = () => fitCapability(gamma, [1, 1 + 1e-9], { ...options, weights });
  expect(refusal(weighted).path).toBe('samples');
});
