import fc from 'fast-check';
import { capabilityFromCensored, planPromise, reviveCapability } from 'overdeliver';
import {
  capabilityFromFamily,
  type Family,
  familySource,
  fitCapability,
  gamma,
  lognormal,
  normal,
  weibull,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { refusal } from '../../core/refusal';
import { holds } from '../../core/seeded';
import { relativeError } from '../../numerics/relative-error';

// Weeks of remission under 6-MP (Freireich et al. 1963).
const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const ongoing = new Set([3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20]);
const finished = weeks.map((_, i) => !ongoing.has(i));
const late: Readonly<Record<number, number>> = { 10: 4, 12: 5, 15: 8, 18: 10, 20: 12 };
const entered = weeks.map((_, i) => late[i] ?? 0);
const unit = 'weeks';
const families: readonly Family[] = [normal, lognormal, weibull, gamma];

/** The parameters of a fit, each beside its standard error. */
const found = (family: Family, options: object) => {
  const { parameters, fit } = fitCapability(family, weeks, { unit, ...options });
  const names = { weibull: ['shape', 'scale'] }[family.kind] ?? Object.keys(parameters);
  return names.flatMap((name) => [parameters[name], fit?.standardErrors?.[name]]) as number[];
};

// The roots of the score by mpmath 1.3 with 40 digits, and the inverse of the second derivatives there. SciPy 1.17.1's
// CensoredData gives the same to the five digits its search finds: 1.35373 and 33.7652, .978726 and e^3.20307.
describe.each([
  [normal, {}, [25.68713801599245, 4.486250166321129, 15.37429527497696, 3.922494863231075]],
  [
    normal,
    { entered },
    [24.69926983407058, 4.663287905132016, 16.15043462676831, 4.288936128866847],
  ],
  [lognormal, {}, [3.203067652470194, 0.2861320418580844, 0.9787247929955644, 0.2505913893553963]],
  [
    lognormal,
    { entered },
    [3.141564985771635, 0.2947236563984053, 1.019289614979522, 0.2713206914193143],
  ],
  [weibull, {}, [1.353734523826221, 0.3768768269037757, 33.76515096763497, 9.23034292614572]],
  [
    weibull,
    { entered },
    [1.250457084377146, 0.3689277484726837, 32.55471394510255, 9.235533474990998],
  ],
  [gamma, {}, [1.677008886432624, 0.6767559772522033, 18.54138515090202, 11.27320444611724]],
  [
    gamma,
    { entered },
    [1.513480633552368, 0.6489392339687965, 19.99329231987669, 12.51724908154198],
  ],
] as const)('golden: $kind', (family, more, numbers) => {
  it(`of samples under way, with ${Object.keys(more)}`, () => {
    found(family as Family, { finished, ...more }).forEach((value, i) => {
      expect(relativeError(value, numbers[i] as number)).toBeLessThan(1e-8);
    });
  });
});

it('golden: late entries alone, and a gamma that is nearly normal', () => {
  // mpmath likewise.
  const all = fitCapability(weibull, weeks, { unit, entered });
  expect(relativeError(all.parameters.shape, 1.751389699688471)).toBeLessThan(1e-10);
  expect(relativeError(all.parameters.scale, 18.48010215510552)).toBeLessThan(1e-10);
  const minutes = [91, 94, 97, 98, 99, 100, 101, 103, 104, 106, 109, 112];
  const some = fitCapability(gamma, minutes, {
    unit: 'minutes',
    finished: [1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1],
  });
  expect(relativeError(some.parameters.shape, 239.6257089428105)).toBeLessThan(1e-7);
  expect(relativeError(some.fit?.standardErrors?.shape as number, 112.654006817732)).toBeLessThan(
    1e-7,
  );
});

describe('a fit with orders under way', () => {
  it('golden: an exponential is all time over all ends', () => {
    // A Weibull of shape 1 in data made so: 1 of n ends at each of the times with a mean of sum / ends.
    const n = 400;
    const times = Array.from({ length: n }, (_, i) => -50 * Math.log1p(-(i + 0.5) / n));
    const watched = times.map((time, i) => Math.min(time, 20 + (i % 7) * 15));
    const ends = times.map((time, i) => time <= 20 + (i % 7) * 15);
    const { parameters } = fitCapability(weibull, watched, { unit, finished: ends });
    // The scale given the shape: (sum t^k / ends)^(1/k).
    const { shape, scale } = parameters;
    const sum = watched.reduce((all, t) => all + t ** shape, 0);
    const count = ends.filter(Boolean).length;
    expect(relativeError(scale, (sum / count) ** (1 / shape))).toBeLessThan(1e-10);
    expect(shape).toBeCloseTo(1, 1);
  });

  it('promises past what was seen, and says so', () => {
    const fitted = fitCapability(lognormal, weeks, { unit, finished });
    const curve = capabilityFromCensored(weeks, { unit, finished });
    expect(refusal(() => planPromise(curve, { keepRate: 0.8 })).code).toBe('not-identified');
    const plan = planPromise(fitted, { keepRate: 0.8 });
    // exp(3.2030676 + .8416212 * .9787248)
    expect(plan.promise).toBeCloseTo(56.09, 1);
    const { seen } = fitted.fit ?? {};
    expect(seen).toBe(curve.identified);
    expect(plan.warnings).toEqual([{ code: 'beyond-seen', detail: { seen } }]);
    expect(fitted.fit).toMatchObject({ n: 9, underWay: 12, converged: true });
    expect(fitted.n).toBe(9);
  });

  it('is no shorter than one that takes all for finished', () => {
    for (const family of families) {
      const naive = fitCapability(family, weeks, { unit });
      const honest = fitCapability(family, weeks, { unit, finished });
      for (const p of [0.5, 0.8, 0.95]) {
        expect(honest.quantile(p)).toBeGreaterThan(naive.quantile(p));
      }
    }
  });

  it('has the standard errors of textbooks where all have finished', () => {
    const n = weeks.length;
    const of = fitCapability(normal, weeks, { unit });
    const { sd = 0 } = of.parameters;
    expect(of.fit?.standardErrors?.mean).toBeCloseTo(sd / Math.sqrt(n), 12);
    expect(of.fit?.standardErrors?.sd).toBeCloseTo(sd / Math.sqrt(2 * n), 12);
    expect(of.fit).toMatchObject({ underWay: 0, seen: 1 });
  });

  it('comes back from JSON', () => {
    for (const family of families) {
      const of = fitCapability(family, weeks, { unit, finished });
      const revived = reviveCapability(JSON.parse(JSON.stringify(of)), [familySource(family)]);
      expect(revived.toJSON()).toEqual(of.toJSON());
      expect(revived.warnings).toEqual(of.warnings);
      expect(revived.quantile(0.9)).toBe(of.quantile(0.9));
    }
  });

  it('weighs, as copies do', () => {
    const weights = weeks.map((_, i) => 1 + (i % 3));
    const copies = weeks.flatMap((_, i) => Array.from({ length: 1 + (i % 3) }, () => i));
    for (const family of families) {
      const weighted = fitCapability(family, weeks, { unit, finished, weights });
      const copied = fitCapability(
        family,
        copies.map((i) => weeks[i] as number),
        { unit, finished: copies.map((i) => finished[i] as boolean) },
      );
      const times = copies.map((i) => weeks[i] as number);
      const ended = fitCapability(family, times, { unit }).quantile(0.8);
      const endedWeighted = fitCapability(family, weeks, { unit, weights }).quantile(0.8);
      expect(relativeError(endedWeighted, ended)).toBeLessThan(1e-8);
      for (const [name, value] of Object.entries(copied.parameters)) {
        expect(relativeError(weighted.parameters[name] as number, value)).toBeLessThan(1e-8);
        // Copies claim more than there is.
        const [honest, claimed] = [weighted, copied].map((of) => of.fit?.standardErrors?.[name]);
        expect(honest).toBeGreaterThan(claimed as number);
      }
    }
  });

  it('leaves out the lost, as a curve does', () => {
    const some = { samples: [3, 5, 8, 4, 9, 60], finished: [1, 1, 1, 1, 1, 0] };
    const lost = fitCapability(lognormal, some.samples, { unit, lost: [0, 0, 0, 0, 0, 1] });
    const without = fitCapability(lognormal, some.samples.slice(0, 5), { unit });
    for (const [name, value] of Object.entries(without.parameters)) {
      expect(relativeError(lost.parameters[name as 'logSd'], value)).toBeLessThan(1e-9);
    }
    expect(lost.fit).toMatchObject({ n: 5, underWay: 0, seen: 1 });
  });

  it('takes what has just begun', () => {
    for (const family of families) {
      const none = fitCapability(family, [3, 5, 8], { unit });
      const begun = { unit, finished: [1, 1, 1, 0] };
      for (const options of family.positive ? [begun, { ...begun, deviations: true }] : [begun]) {
        const { quantile, fit } = fitCapability(family, [3, 5, 8, 0], options);
        expect(relativeError(quantile(0.9), none.quantile(0.9))).toBeLessThan(1e-9);
        expect(fit).toMatchObject({ n: 3, underWay: 1, converged: true });
      }
    }
  });

  it('learns from deviations under way that lie below 0', () => {
    const deviations = [-12, -7, -3, 2, 5, 9];
    const options = { unit, deviations: true, finished: [1, 1, 0, 1, 1, 1] };
    const { mean, sd } = fitCapability(normal, deviations, options).parameters;
    // An appointment 100 later moves all by 100, and nothing else.
    const later = deviations.map((x) => x + 100);
    const moved = fitCapability(normal, later, options).parameters;
    expect(relativeError(mean + 100, moved.mean)).toBeLessThan(1e-9);
    expect(relativeError(sd, moved.sd)).toBeLessThan(1e-9);
    const none = fitCapability(normal, [-12, -7, 2, 5, 9], { unit, deviations: true }).parameters;
    expect(mean).toBeGreaterThan(none.mean + 0.5);
  });

  it.each([1e20, 1e200])('starts without what counts for nothing, however far: %d', (far) => {
    for (const family of families) {
      const without = fitCapability(family, [3, 5, 8], { unit });
      const weights = [1, 1, 1, 0];
      const { parameters, fit } = fitCapability(family, [3, 5, 8, far], { unit, weights });
      for (const [name, value] of Object.entries(without.parameters)) {
        expect(relativeError(parameters[name] as number, value)).toBeLessThan(1e-8);
      }
      expect(fit).toMatchObject({ n: 3, converged: true });
    }
  });

  it.each([
    [[3, 3, 9], { finished: [1, 1, 0] }, 'not-enough-data', 'samples'],
    [[3, 4], { finished: [0, 0] }, 'not-enough-data', 'samples'],
    [[3, 4], { weights: [1, 0] }, 'not-enough-data', 'samples'],
    [[-1, 3, 4], { finished: [0, 1, 1], deviations: true }, 'out-of-range', 'samples[0]'],
    [[3, 4, 5], { finished: [1, 1] }, 'length-mismatch', 'options.finished'],
    [[3, 4, 5], { finished: [1, 1, 0], better: 'higher' }, 'out-of-range', 'options.finished'],
    [[0, 4, 5], { finished: [1, 1, 0] }, 'out-of-range', 'samples[0]'],
    [[3, 4, 5], { entered: [0, 4, 0] }, 'out-of-range', 'options.entered[1]'],
    [[0.1 + 0.2, 4, 5], { entered: [0.3, 0, 0] }, 'out-of-range', 'options.entered[0]'],
    [[3, 4, 5], { ended: [0, 4, 0] }, 'unknown-name', 'options.ended'],
  ])('refuses %j with %j', (samples, more, code, path) => {
    const call = () => fitCapability(gamma, samples, { unit, ...(more as object) });
    expect(refusal(call)).toMatchObject({ code, path, function: 'fitCapability' });
  });

  it('does not send times that must exceed 0 to deviations, which must as well', () => {
    for (const deviations of [false, true]) {
      const call = () => fitCapability(gamma, [3, -4, 5], { unit, deviations });
      expect(refusal(call).expected).toBe('a finite number above 0');
    }
    const call = () => fitCapability(normal, [3, -4, 5], { unit });
    expect(refusal(call).expected).toContain('deviations: true');
  });

  it('says what differs too little', () => {
    const call = () => fitCapability(gamma, [3, 3, 9], { unit, finished: [1, 1, 0] });
    expect(refusal(call).message).toContain('1 that has finished and differs');
    const all = () => fitCapability(gamma, [3, 3], { unit });
    expect(refusal(all).message).not.toContain('finished');
  });

  it("wants a likelihood of a caller's own family", () => {
    const { likelihood, ...own } = gamma;
    expect(likelihood).toBeDefined();
    expect(fitCapability(own, weeks, { unit }).fit?.standardErrors).toBeNull();
    const call = () => fitCapability(own, weeks, { unit, finished });
    expect(refusal(call)).toMatchObject({ path: 'family', function: 'fitCapability' });
  });
});

it.each(families)('$kind: nothing near is likelier', (family) => {
  const sample = fc.record({
    time: fc.integer({ min: 1, max: 60 }),
    end: fc.boolean(),
    from: fc.integer({ min: 0, max: 20 }),
  });
  holds(
    fc.property(fc.array(sample, { minLength: 6, maxLength: 25 }), (given) => {
      const samples = [...given, { time: 5, end: true, from: 0 }, { time: 13, end: true, from: 0 }];
      const enter = samples.map(({ time, from }) => (from < time ? from : 0));
      const { parameters, fit } = fitCapability(
        family,
        samples.map(({ time }) => time),
        { unit, finished: samples.map(({ end }) => end), entered: enter },
      );
      if (!fit?.converged) return;
      const logLikelihood = (numbers: Readonly<Record<string, number>>) => {
        const { chance } = family.distribution(numbers);
        return samples.reduce((sum, { time, end }, i) => {
          const part = end ? chance(time + 1e-4) - chance(time - 1e-4) : 1 - chance(time);
          const from = enter[i] as number;
          return sum + Math.log(part) - (from > 0 ? Math.log(1 - chance(from)) : 0);
        }, 0);
      };
      const best = logLikelihood(parameters);
      for (const name of Object.keys(parameters)) {
        for (const factor of [0.97, 1.03]) {
          const moved = { ...parameters, [name]: (parameters[name] as number) * factor };
          const other = logLikelihood(moved);
          if (Number.isFinite(other)) expect(other).toBeLessThan(best + 1e-6);
        }
      }
    }),
  );
});

it.each(families)(
  '$kind: is warned of as often as it says, and errors are what they say',
  (family) => {
    const { quantile, parameters } = capabilityFromFamily(family, { mean: 45, sd: 15 }, { unit });
    const next = uniforms(7);
    const rounds = 200;
    let [poor, covered] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const drawn = Array.from(
        { length: 100 },
        () => [quantile(next()), 30 + 40 * next()] as const,
      );
      const times = drawn.map(([took, watched]) => Math.max(0.1, Math.min(took, watched)));
      const ends = drawn.map(([took, watched]) => took <= watched);
      const of = fitCapability(family, times, { unit, finished: ends });
      poor += Number(of.warnings.some(({ code }) => code === 'poor-fit'));
      const name = Object.keys(parameters)[0] as string;
      const error = of.fit?.standardErrors?.[name] as number;
      const off = (of.parameters[name] as number) - (parameters[name] as number);
      covered += Number(Math.abs(off) < 1.96 * error);
    }
    expect(poor / rounds).toBeLessThan(0.1);
    // 95% of 200 to within 4 standard errors, each 1.5%.
    expect(covered / rounds).toBeGreaterThan(0.89);
  },
);
