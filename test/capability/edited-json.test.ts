import {
  type Capability,
  calibrateEstimates,
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
  isOverdeliverError,
  livePromiser,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  fitCapability,
  gamma,
  lognormal,
  mixCapabilities,
  normal,
  pipelineCapability,
  scaleCapability,
  weibull,
} from 'overdeliver/capability';
import { liveSource } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { editsOf } from '../mutate-json';
import { allSources } from './any-capability';
import { brokenLaw } from './laws';

const unit = 'minutes';
const amounts = [12, 3.5, 8, 8, 20];
const samples = capabilityFromSamples(amounts, { unit });
const rows = amounts.map((value, i) => ({ value, path: [`${i % 2}`] }));

function live(): Capability {
  const kitchen = livePromiser({ unit, keepRate: 0.8, typical: 9 });
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 17, minute));
  for (let i = 0; i < 60; i++) {
    kitchen.start({ id: `${i}`, at: at(i) });
    if (i >= 9) kitchen.finish({ id: `${i - 9}`, at: at(i) });
  }
  return kitchen.capability({ at: at(60) });
}

const kinds: Readonly<Record<string, Capability>> = {
  samples,
  levels: capabilityFromSamples([70, 80, 65], { unit: 'points', better: 'higher' }),
  deviations: capabilityFromSamples([-3, 0, 5], { unit, deviations: true }),
  weighted: capabilityFromCensored(amounts, { unit, weights: [1, 0.5, 2, 1, 0.25] }),
  censored: capabilityFromCensored(amounts, { unit, finished: [1, 1, 0, 1, 0] }),
  normal: capabilityFromFamily(normal, { mean: 45, sd: 10 }, { unit }),
  lognormal: fitCapability(lognormal, amounts, { unit }),
  gamma: fitCapability(gamma, amounts, { unit }),
  weibull: capabilityFromFamily(weibull, { mean: 45, sd: 10 }, { unit, better: 'higher' }),
  quantiles: capabilityFromQuantiles(
    [
      { p: 0.1, value: 2 },
      { p: 0.5, value: 3 },
      { p: 1, value: 7 },
    ],
    { unit },
  ),
  mixture: mixCapabilities([
    { capability: samples, weight: 3 },
    { capability: capabilityFromFamily(gamma, { mean: 9, sd: 3 }, { unit }), weight: 1 },
  ]),
  groups: capabilityByGroup(rows, { unit, levels: ['state'] })(['0']),
  estimates: calibrateEstimates({ estimates: [10, 4, 9, 7, 15], actuals: amounts }, { unit })(6),
  guess: capabilityFromGuess(capabilityFromFamily(gamma, { mean: 9, sd: 3 }, { unit }), {
    priorSize: 4,
    samples: amounts,
  }),
  scaled: scaleCapability(samples, 1.5),
  pipeline: pipelineCapability([samples, samples], { resolution: 8 }),
  remaining: samples.remaining(4),
  live: live(),
};

/** At most as many outcomes as JSON can be made of: what is counted in it, and what it says of inner ones. */
function outcomesIn(json: unknown): number {
  const { samples, parts, steps, of, fit, n } = Object(json);
  if (samples) return samples.length;
  if (parts)
    return parts.reduce(
      (sum: number, part: { capability: unknown }) => sum + outcomesIn(part.capability),
      0,
    );

  if (steps) return Math.min(...steps.map(outcomesIn));
  return of ? outcomesIn(of) : (fit?.n ?? n ?? 0);
}

/** How many outcomes the guarantee of a plan rests on; 0 where there is no plan or no guarantee. */
function guaranteedBy(capability: Capability): number {
  try {
    const { guarantee } = planPromise(capability, { keepRate: 0.5, bestEffort: true });
    return guarantee.kind === 'none' ? 0 : guarantee.n;
  } catch (error) {
    if (isOverdeliverError(error)) return 0;
    throw error;
  }
}

function revived(json: unknown): Capability | null {
  try {
    return reviveCapability(JSON.parse(JSON.stringify(json)), [...allSources, liveSource]);
  } catch (error) {
    if (isOverdeliverError(error)) return null;
    throw error;
  }
}

describe.each(Object.entries(kinds))(
  'JSON of %s with one number or list edited',
  (_, capability) => {
    const whole = JSON.parse(JSON.stringify(capability));

    it('as it was written obeys the laws', () => {
      expect(brokenLaw(capability)).toBeNull();
      expect(capability.n).toBeLessThanOrEqual(outcomesIn(whole));
    });

    it('is refused, or makes a capability that obeys the laws and claims no more than it holds', () => {
      const faults = editsOf(whole).flatMap(({ edit, json }) => {
        const back = revived(json);
        if (back === null) return [];
        const broken = brokenLaw(back);
        if (broken) return [`${edit}: ${broken}`];
        if (!(back.n <= outcomesIn(json) + 1e-9)) return [`${edit}: n is ${back.n}`];
        if (revived(back) === null) return [`${edit}: writes JSON that is refused`];
        const n = guaranteedBy(back);
        return n > outcomesIn(json) ? [`${edit}: a guarantee of ${n}`] : [];
      });
      expect(faults).toEqual([]);
    });
  },
);
