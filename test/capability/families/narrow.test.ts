import { reviveCapability } from 'overdeliver';
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
import { expect, it } from 'vitest';
import { logLessDigamma } from '../../../src/numerics/digamma';
import { refusal } from '../../core/refusal';
import { relativeError } from '../../numerics/relative-error';

// mpmath 1.3, 50 digits.
const samples = [100, 100.1, 100.2, 100.4];
const minutes = { unit: 'minutes' };

it('samples that hardly differ cost a fit no digits', () => {
  const shape = fitCapability(gamma, samples, minutes).parameters.shape;
  expect(relativeError(shape, 458939.8462430797)).toBeLessThan(1e-11);
  const { logSd } = fitCapability(lognormal, samples, minutes).parameters;
  expect(relativeError(logSd, 0.0014759646852600277)).toBeLessThan(1e-12);
  const { shape: bend } = fitCapability(weibull, samples, minutes).parameters;
  expect(relativeError(bend, 688.0308655541686)).toBeLessThan(1e-12);
});

it('neither does a standard deviation of a thousandth of the mean', () => {
  const { parameters } = capabilityFromFamily(weibull, { mean: 50, sd: 0.05 }, minutes);
  expect(relativeError(parameters.shape, 1281.81966100804)).toBeLessThan(1e-12);
});

it('log x - digamma(x) keeps its digits where it is small', () => {
  expect(relativeError(logLessDigamma(1e6), 5.000000833333334e-7)).toBeLessThan(1e-15);
  expect(relativeError(logLessDigamma(0.5), 1.2703628454614782)).toBeLessThan(1e-15);
});

it.each([
  [normal, 1e-15],
  [normal, 5e-324],
  [lognormal, 1e-15],
  [weibull, 1e-10],
] as const)('outcomes that are equal up to rounding are refused: %o, sd %d', (family, sd) => {
  const make = () => capabilityFromFamily(family as Family<string>, { mean: 45, sd }, minutes);
  expect(refusal(make)).toMatchObject({ code: 'out-of-range', path: 'moments.sd' });
});

it.each([
  [normal, { sd: 1e-300 }],
  [lognormal, { logSd: 1e-300 }],
  [weibull, { shape: 1e300 }],
])('chances do not jump where outcomes differ: %o', (given, edit) => {
  const family = given as Family<string>;
  const kitchen = capabilityFromFamily(family, { mean: 45, sd: 1e-3 }, minutes);
  for (const p of [0.1, 0.5, 0.9]) expect(kitchen.chance(kitchen.quantile(p))).toBeCloseTo(p, 7);
  const json = kitchen.toJSON();
  const narrow = { ...json, parameters: { ...(json.parameters as object), ...edit } };
  const revive = () => reviveCapability(narrow, [familySource(family)]);
  expect(refusal(revive).code).toBe('out-of-range');
});
