import {
  type Capability,
  capabilityFromCensored,
  capabilityFromSamples,
  reviveCapability,
} from 'overdeliver';
import {
  type CapabilitySource,
  capabilityFromFamily,
  capabilityFromQuantiles,
  familySource,
  gamma,
  mixCapabilities,
  pipelineCapability,
  samplesSource,
  scaleCapability,
} from 'overdeliver/capability';
import { liveSource } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { allSources } from './any-capability';
import { expectSurvivesJson } from './survives-json';

const unit = 'minutes';
const samples = capabilityFromSamples([3, 1, 2], { unit });
const censored = capabilityFromCensored([3, 1, 2], {
  unit,
  weights: [1, 2, 1],
  finished: [true, true, false],
});
const fitted = capabilityFromFamily(gamma, { mean: 3, sd: 1 }, { unit });
const quantiles = capabilityFromQuantiles(
  [
    { p: 0, value: 1 },
    { p: 1, value: 2 },
  ],
  { unit },
);
const mixed = mixCapabilities([
  { capability: samples, weight: 1 },
  { capability: fitted, weight: 2 },
]);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('JSON', () => {
  it('is plain', () => {
    for (const capability of [samples, censored, fitted, quantiles, mixed]) {
      expectSurvivesJson(capability.toJSON());
    }
  });

  it('is of a kind that must be known, inside others too', () => {
    const only = (...sources: Parameters<typeof reviveCapability>[1]) =>
      refusal(() => reviveCapability(plain(mixed), sources));
    expect(only()).toMatchObject({ code: 'unknown-name', path: 'json.kind' });
    const mixtureSource = allSources.find(({ kind }) => kind === 'mixture') as never;
    expect(only(mixtureSource, samplesSource)).toMatchObject({
      code: 'unknown-name',
      path: 'json.parts[1].capability.kind',
    });
    const known = [mixtureSource, samplesSource, familySource(gamma)];
    expect(reviveCapability(plain(mixed), known).chance(2)).toBe(mixed.chance(2));
  });

  it('is refused by a source that is asked on its own', () => {
    const inner = () => samples;
    for (const source of allSources) {
      expect(refusal(() => source.revive({}, inner, 'stored'))).toMatchObject({
        function: 'reviveCapability',
        path: expect.stringMatching(/^stored/),
      });
    }
  });

  it('tells a source of your own what was wrong inside', () => {
    const json = { kind: 'ours', version: 1, unit, better: 'lower' };
    const ours: CapabilitySource = {
      kind: 'ours',
      revive: (_, inner) => {
        expect(refusal(() => inner({}, 'json.of')).path).toBe('json.of.kind');
        return samples;
      },
    };
    expect(reviveCapability(json, [ours]).n).toBe(3);
  });

  it('is refused where a source of your own makes no capability of it', () => {
    const json = { kind: 'ours', version: 1, unit, better: 'lower' };
    const ours = { kind: 'ours', revive: () => undefined as never };
    expect(refusal(() => reviveCapability(json, [ours]))).toMatchObject({
      function: 'reviveCapability',
      path: 'json',
    });
  });

  it('of a newer version is not guessed at', () => {
    const newer = { ...plain(samples), version: 2 };
    expect(refusal(() => reviveCapability(newer, allSources))).toMatchObject({
      code: 'unknown-version',
      path: 'json.version',
    });
  });

  it('keeps an age that no outcome exceeds from being revived', () => {
    const json = { ...plain(samples.remaining(1)), elapsed: 3 };
    expect(refusal(() => reviveCapability(json, allSources)).code).toBe('out-of-range');
  });
});

/** A copy of JSON with one field changed. */
function damaged(json: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = plain(json);
  const last = path[path.length - 1] as string;
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe('damage is found', () => {
  const whole = { samples, censored, fitted, quantiles, mixed };
  const more = {
    scaled: scaleCapability(samples, 2),
    pipeline: pipelineCapability([samples, fitted], { resolution: 8 }),
    remaining: samples.remaining(1),
  };
  it.each([
    ['samples', ['samples', 1], 'x', 'wrong-type', 'json.samples[1]'],
    ['samples', ['samples'], undefined, 'missing', 'json.samples'],
    ['samples', ['weights'], [1], 'unknown-name', 'json.weights'],
    ['censored', ['weights'], [1], 'length-mismatch', 'json.weights'],
    ['censored', ['weights', 1], -1, 'out-of-range', 'json.weights[1]'],
    ['censored', ['finished', 1], 2, 'wrong-type', 'json.finished[1]'],
    ['censored', ['finished'], [0, 0, 0], 'not-enough-data', 'json.samples'],
    ['censored', ['samples', 0], '3', 'wrong-type', 'json.samples[0]'],
    ['censored', ['deviations'], undefined, 'missing', 'json.deviations'],
    ['samples', ['unit'], undefined, 'missing', 'json.unit'],
    ['samples', ['better'], 'up', 'unknown-name', 'json.better'],
    ['samples', ['kind'], 5, 'wrong-type', 'json.kind'],
    ['samples', ['version'], undefined, 'missing', 'json.version'],
    ['samples', ['version'], 0, 'unknown-version', 'json.version'],
    ['samples', ['extra'], 1, 'unknown-name', 'json.extra'],
    ['fitted', ['parameters', 'shape'], -1, 'out-of-range', 'json.parameters.shape'],
    ['fitted', ['parameters', 'shape'], undefined, 'missing', 'json.parameters.shape'],
    ['fitted', ['fit'], {}, 'missing', 'json.fit.n'],
    [
      'fitted',
      ['fit'],
      { n: 9, distance: 2, critical: 0.1, converged: true },
      'out-of-range',
      'json.fit.distance',
    ],
    ['quantiles', ['points', 1, 'p'], 0, 'out-of-range', 'json.points[1].p'],
    ['quantiles', ['points'], null, 'wrong-type', 'json.points'],
    ['mixed', ['n'], -1, 'out-of-range', 'json.n'],
    ['mixed', ['priorSize'], 0, 'out-of-range', 'json.priorSize'],
    ['mixed', ['unit'], 'hours', 'unit-mismatch', 'json.unit'],
    ['mixed', ['parts'], [], 'out-of-range', 'json.parts'],
    ['mixed', ['parts', 0, 'weight'], -1, 'out-of-range', 'json.parts[0].weight'],
    [
      'mixed',
      ['parts', 0, 'capability', 'samples', 2],
      null,
      'wrong-type',
      'json.parts[0].capability.samples[2]',
    ],
    [
      'mixed',
      ['parts', 1, 'capability', 'unit'],
      'hours',
      'unit-mismatch',
      'json.parts[1].capability',
    ],
    ['scaled', ['factor'], 0, 'out-of-range', 'json.factor'],
    ['scaled', ['of'], undefined, 'missing', 'json.of'],
    ['scaled', ['unit'], 'hours', 'unit-mismatch', 'json.unit'],
    ['scaled', ['of', 'version'], 2, 'unknown-version', 'json.of.version'],
    ['pipeline', ['steps', 1, 'unit'], 7, 'wrong-type', 'json.steps[1].unit'],
    ['pipeline', ['resolution'], 1e9, 'out-of-range', 'json.resolution'],
    ['pipeline', ['steps'], [], 'not-enough-data', 'json.steps'],
    ['pipeline', ['steps', 0, 'kind'], 'magic', 'unknown-name', 'json.steps[0].kind'],
    ['remaining', ['better'], 'higher', 'unit-mismatch', 'json.better'],
    ['remaining', ['elapsed'], -1, 'out-of-range', 'json.elapsed'],
    ['remaining', ['of', 'samples', 0], -1, 'out-of-range', 'json.of.samples[0]'],
  ] as const)('in %s at %j as %j', (name, path, value, code, where) => {
    const json = damaged({ ...whole, ...more }[name], path, value);
    expect(refusal(() => reviveCapability(json, allSources))).toMatchObject({
      function: 'reviveCapability',
      code,
      path: where,
    });
  });

  it.each([null, 7, 'json', [], undefined])('in %j', (json) => {
    expect(refusal(() => reviveCapability(json, allSources)).function).toBe('reviveCapability');
  });
});

/** Sets all that stands in data to 99. */
function garble(value: Record<string, unknown>): void {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) garble(inner as typeof value);
    else value[key] = 99;
  }
}

it.each([samples, censored, fitted, quantiles, mixed])(
  '$kind does not change with the JSON it came from, nor with that it gave',
  (capability) => {
    const json = plain(capability);
    const revived = reviveCapability(json, allSources);
    garble(json);
    garble({ ...revived.toJSON() });
    expect(plain(revived)).toEqual(plain(capability));
  },
);

describe("a source of one's own", () => {
  const damagedSamples = { ...plain(samples), samples: ['x'] };

  it('hears of damage inside from this library, and may do without', () => {
    const heard: unknown[] = [];
    const careful = {
      kind: 'careful',
      revive: (_: unknown, inner: (json: unknown, path: string) => Capability, path: string) => {
        for (let i = 0; i < 200; i++) {
          heard.push(refusal(() => inner(damagedSamples, `${path}.of`)).path);
        }
        return inner(plain(samples), path);
      },
    };
    const json = { ...plain(samples), kind: 'careful' };
    expect(reviveCapability(json, [samplesSource, careful]).quantile(0.5)).toBe(2);
    expect(new Set(heard)).toEqual(new Set(['json.of.samples[0]']));
  });

  it('is refused where it makes no capability', () => {
    const source = { kind: 'none', revive: () => JSON.parse('null') };
    const json = { ...plain(samples), kind: 'none' };
    expect(refusal(() => reviveCapability(json, [source]))).toMatchObject({
      code: 'wrong-type',
      path: 'json',
    });
  });

  it.each([...allSources, liveSource])('asks $kind by itself, and is refused by name', (source) => {
    const inner = () => samples;
    expect(refusal(() => source.revive({}, inner, 'json')).function).toBe('reviveCapability');
  });
});
