import { reviveCapability } from 'overdeliver';
import {
  capabilityFromFamily,
  type Family,
  familySource,
  fitCapability,
  gamma,
  type Likelihood,
  lognormal,
  normal,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { relativeError } from '../../numerics/relative-error';

const unit = 'weeks';
const samples = [6, 7, 10, 13, 16, 22, 23, 25, 32, 35];
const finished = [1, 1, 0, 1, 1, 1, 1, 0, 1, 0];

describe("a caller's own family", () => {
  it.each([
    null,
    'gamma',
    { ...gamma, kind: undefined },
    { ...gamma, bounds: undefined },
    { ...gamma, bounds: null },
    { ...gamma, bounds: 'wide' },
    { ...gamma, distribution: undefined },
    { ...gamma, fit: undefined },
    { ...gamma, fromMoments: undefined },
  ])('is not %j', (family) => {
    const expected = 'a family, such as gamma or lognormal';
    const error = { code: 'wrong-type', path: 'family', expected };
    expect(refusal(() => fitCapability(family as never, samples, { unit }))).toMatchObject(error);
    expect(refusal(() => familySource(family as never))).toMatchObject(error);
    const make = () => capabilityFromFamily(family as never, { mean: 1, sd: 1 }, { unit });
    expect(refusal(make)).toMatchObject(error);
  });

  it('may say that its equations were not solved', () => {
    const unsolved: Family<'mean' | 'sd'> = {
      ...normal,
      fit: (given) => ({ ...normal.fit(given), converged: false }),
    };
    const { warnings, fit } = fitCapability(unsolved, samples, { unit });
    const { distance, critical, converged } = fit ?? {};
    expect(converged).toBe(false);
    const detail = { distance, critical, solved: 'no' };
    expect(warnings).toEqual([{ code: 'poor-fit', detail }]);
  });

  it('is climbed in steps of its own, to the same place', () => {
    const { parameters, fit } = fitCapability(gamma, samples, { unit, finished });
    const stepped: Family<'shape' | 'scale'> = {
      ...gamma,
      likelihood: {
        ...(gamma.likelihood as Likelihood<'shape' | 'scale'>),
        stepsAt: () => [0.5, 0.1],
      },
    };
    const found = fitCapability(stepped, samples, { unit, finished });
    expect(found.fit?.converged).toBe(true);
    for (const name of ['shape', 'scale'] as const) {
      expect(relativeError(found.parameters[name], parameters[name])).toBeLessThan(1e-9);
      const [ours, theirs] = [found, { fit }].map((of) => of.fit?.standardErrors?.[name]);
      expect(relativeError(ours as number, theirs as number)).toBeLessThan(1e-7);
    }
  });

  // The inverse of the information has no variances above 0, or none that are numbers.
  it.each([
    ['a saddle', { aa: -1, ab: 0, bb: 1 }],
    ['a saddle the other way', { aa: 1, ab: 0, bb: -1 }],
    ['a ridge', { aa: 0, ab: 1, bb: 1 }],
    ['a plain', { aa: 0, ab: 0, bb: 0 }],
    ['next to a plain', { aa: -1e-200, ab: 0, bb: -1e-200 }],
  ])('has no standard errors where its likelihood is %s', (_, bend) => {
    const flat: Family<'mean' | 'sd'> = {
      ...normal,
      likelihood: {
        ...(normal.likelihood as Likelihood<'mean' | 'sd'>),
        logDensity: () => ({ value: 0, a: 0, b: 0, ...bend }),
      },
    };
    expect(fitCapability(flat, samples, { unit }).fit?.standardErrors).toBeNull();
  });
});

it.each([
  [lognormal, 'logMean', -700],
  [lognormal, 'logMean', 700],
  [lognormal, 'logSd', 40],
  [gamma, 'shape', 1e-8],
  [gamma, 'shape', 1e8],
  [gamma, 'scale', 1e-300],
])('the bounds of a family are themselves left out: %o %s %d', (given, name, bound) => {
  const family = given as Family<string>;
  const json = capabilityFromFamily(family, { mean: 45, sd: 10 }, { unit }).toJSON();
  const edited = { ...json, parameters: { ...(json.parameters as object), [name]: bound } };
  const revive = () => reviveCapability(edited, [familySource(family)]);
  expect(refusal(revive)).toMatchObject({ code: 'out-of-range', path: `json.parameters.${name}` });
});
