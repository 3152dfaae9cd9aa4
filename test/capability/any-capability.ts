import fc from 'fast-check';
import {
  type Capability,
  calibrateEstimates,
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
} from 'overdeliver';
import {
  type Better,
  capabilityFromFamily,
  capabilityFromQuantiles,
  censoredSource,
  type Family,
  familySource,
  fitCapability,
  gamma,
  lognormal,
  mixCapabilities,
  mixtureSource,
  normal,
  pipelineCapability,
  pipelineSource,
  poweredSource,
  quantilesSource,
  samplesSource,
  scaleCapability,
  scaledSource,
  weibull,
} from 'overdeliver/capability';

export const allSources = [
  samplesSource,
  censoredSource,
  familySource(normal),
  familySource(lognormal),
  familySource(gamma),
  familySource(weibull),
  quantilesSource,
  mixtureSource,
  scaledSource,
  pipelineSource,
  poweredSource,
];

/** A source of capabilities of times and of levels, made of the same amounts. */
export interface Source {
  readonly name: string;
  /** Whether amounts can be turned into their negatives, which mirrors the source. */
  readonly mirrors: boolean;
  readonly make: (amounts: readonly number[], better: Better, sign: 1 | -1) => Capability;
}

const unit = 'minutes';
const half = (amounts: readonly number[]) => amounts.map((_, i) => i % 3 !== 1 || i === 0);
const weights = (amounts: readonly number[]) => amounts.map((_, i) => 1 / (i + 1));
const samples: Source['make'] = (amounts, better, sign) =>
  capabilityFromSamples(
    amounts.map((x) => sign * x),
    { unit, better, deviations: true },
  );
const points = (amounts: readonly number[], ends: boolean, better: Better, sign: number) => {
  const values = [0, ...amounts].map((x) => sign * x);
  values.sort((a, b) => (better === 'lower' ? a - b : b - a));
  const from = ends ? 0 : 0.1;
  const step = (ends ? 1 : 0.8) / amounts.length;
  return values.map((value, i) => ({
    p: ends && i === amounts.length ? 1 : from + i * step,
    value,
  }));
};

/** Every source; those of one direction ignore `better`. */
export const everySource: readonly Source[] = [
  { name: 'samples', mirrors: true, make: samples },
  {
    name: 'weighted samples',
    mirrors: true,
    make: (amounts, better, sign) =>
      capabilityFromCensored(
        amounts.map((x) => sign * x),
        { unit, better, deviations: true, weights: weights(amounts) },
      ),
  },
  {
    name: 'censored samples',
    mirrors: false,
    make: (amounts) => capabilityFromCensored(amounts, { unit, finished: half(amounts) }),
  },
  {
    name: 'a normal',
    mirrors: true,
    make: (amounts, better, sign) =>
      capabilityFromFamily(normal, { mean: sign * (amounts[0] ?? 0), sd: 5 }, { unit, better }),
  },
  ...[lognormal, gamma, weibull].map((family: Family) => ({
    name: `a fitted ${family.kind}`,
    mirrors: false,
    make: (amounts: readonly number[], better: Better) =>
      fitCapability(family, [1, 30, ...amounts.map((x) => x + 1)], {
        unit,
        better,
      }),
  })),
  {
    name: 'quantiles',
    mirrors: true,
    make: (amounts, better, sign) =>
      capabilityFromQuantiles(points(amounts, true, better, sign), {
        unit,
        better,
        deviations: true,
      }),
  },
  {
    name: 'some quantiles',
    mirrors: true,
    make: (amounts, better, sign) =>
      capabilityFromQuantiles(points(amounts, false, better, sign), {
        unit,
        better,
        deviations: true,
      }),
  },
  {
    name: 'a mixture',
    mirrors: true,
    make: (amounts, better, sign) =>
      mixCapabilities([
        { capability: samples(amounts, better, sign), weight: 3 },
        {
          capability: capabilityFromFamily(normal, { mean: sign * 9, sd: 3 }, { unit, better }),
          weight: 1.7,
        },
      ]),
  },
  {
    name: 'a mixture with an unknown end',
    mirrors: false,
    make: (amounts) =>
      mixCapabilities([
        { capability: capabilityFromSamples(amounts, { unit }), weight: 1 },
        {
          capability: capabilityFromCensored(amounts, { unit, finished: half(amounts) }),
          weight: 2,
        },
      ]),
  },
  {
    name: 'a mixture with both ends unknown',
    mirrors: true,
    make: (amounts, better, sign) =>
      mixCapabilities([
        {
          capability: capabilityFromQuantiles(points(amounts, false, better, sign), {
            unit,
            better,
            deviations: true,
          }),
          weight: 1,
        },
        { capability: samples(amounts, better, sign), weight: 2 },
      ]),
  },
  {
    name: 'scaled samples',
    mirrors: true,
    make: (amounts, better, sign) => scaleCapability(samples(amounts, better, sign), 1.1),
  },
  {
    name: 'a pipeline',
    mirrors: true,
    make: (amounts, better, sign) => {
      const step = samples(amounts.slice(0, 5), better, sign);
      return pipelineCapability([step, step, samples(amounts, better, sign)], { resolution: 16 });
    },
  },
  {
    name: 'a group',
    mirrors: false,
    make: (amounts, better) =>
      capabilityByGroup(
        amounts.map((value, i) => ({ value, path: [`${i % 3}`, `${i % 2}`] })),
        { unit, better, levels: ['state', 'region'], shrinkage: 3 },
      )(['0', '0']),
  },
  {
    name: 'a calibrated estimate',
    mirrors: false,
    make: (amounts, better) =>
      calibrateEstimates(
        { estimates: amounts.map((_, i) => 5 + i), actuals: amounts },
        { unit, better },
      )(7.3),
  },
  {
    name: 'an estimate with a spread of its own',
    mirrors: false,
    make: (amounts, better) =>
      calibrateEstimates(
        {
          estimates: amounts.map((_, i) => 5 + i),
          actuals: amounts,
          spreads: amounts.map((_, i) => 0.1 + (i % 3) / 10),
        },
        { unit, better },
      )({ estimate: 7.3, spread: 0.3 }),
  },
  {
    name: 'an estimate of a group with a spread of its own',
    mirrors: false,
    make: (amounts, better) =>
      calibrateEstimates(
        {
          estimates: amounts.map((_, i) => 5 + i),
          actuals: amounts,
          spreads: amounts.map((_, i) => 0.1 + (i % 3) / 10),
          groups: amounts.map((_, i) => `${i % 2}`),
        },
        { unit, better, shrinkage: 3 },
      )({ estimate: 7.3, spread: 0.2, group: '0' }),
  },
  {
    name: 'a guess',
    mirrors: false,
    make: (amounts, better) =>
      capabilityFromGuess(capabilityFromFamily(gamma, { mean: 12, sd: 8 }, { unit, better }), {
        priorSize: 4,
        samples: amounts,
      }),
  },
  {
    name: 'what remains of censored samples',
    mirrors: false,
    make: (amounts) =>
      capabilityFromCensored([...amounts, 60], {
        unit,
        finished: [...half(amounts), true],
      }).remaining(7),
  },
  {
    name: 'what remains of a lognormal',
    mirrors: false,
    make: (amounts) =>
      capabilityFromFamily(lognormal, { mean: 30 + (amounts[0] ?? 0), sd: 10 }, { unit }).remaining(
        25,
      ),
  },
];

/** Amounts of time, many of them tied. */
export const amounts = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40_000 }).map((x) => x / 1000),
  ),
  { minLength: 2, maxLength: 25 },
);
