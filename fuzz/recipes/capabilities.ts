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
  type Family,
  fitCapability,
  gamma,
  lognormal,
  mixCapabilities,
  normal,
  pipelineCapability,
  scaleCapability,
  weibull,
} from 'overdeliver/capability';
import type { Random } from '../random';
import { made, named, show } from '../show';
import { amounts } from './pieces';

named('normal', normal);
named('lognormal', lognormal);
named('gamma', gamma);
named('weibull', weibull);
export const family = (r: Random) => r.pick<Family>([normal, lognormal, gamma, weibull]);

/** Quantiles that ascend (for levels, descend), some with both ends. */
export function points(r: Random, better: Better = 'lower', ends = r.flip()) {
  const values = amounts(r, r.int(2, 6)).sort((a, b) => (better === 'lower' ? a - b : b - a));
  const last = values.length - 1;
  return values.map((value, i) => ({ p: ends ? i / last : (i + 1) / (last + 2), value }));
}

/** A capability of any source, of times in minutes unless said otherwise; composed ones to a depth. */
export function capability(
  r: Random,
  better: Better = 'lower',
  depth = 1,
  unit = 'minutes',
): Capability {
  const options = { unit, ...(better === 'higher' || r.flip() ? { better } : {}) };
  const samples = () => made(capabilityFromSamples, amounts(r, r.pick([1, 5, 12, 40])), options);
  const inner = () => capability(r, better, depth - 1, unit);
  const moments = () => ({ mean: r.real(1, 60), sd: r.real(0.5, 20) });
  const simple: (() => Capability)[] = [
    samples,
    () => made(capabilityFromQuantiles, points(r, better), options),
    () => made(capabilityFromFamily, family(r), moments(), options),
    () => {
      const values = amounts(r, r.int(2, 20));
      const finished = values.map((_, i) => i === 0 || r.flip(0.7));
      const weights = values.map(() => r.real(0.01, 2));
      const known = better === 'lower' ? r.some({ finished, weights }) : r.some({ weights });
      return made(capabilityFromCensored, values, { ...options, ...known });
    },
  ];
  const composed: (() => Capability)[] = [
    () =>
      made(
        mixCapabilities,
        r.list(r.int(1, 3), () => ({ capability: inner(), weight: r.real(0.1, 3) })),
      ),
    () => made(scaleCapability, inner(), r.real(0.1, 3)),
    () =>
      made(
        pipelineCapability,
        r.list(r.int(1, 2), () => known(r, better, unit)),
        { resolution: r.int(2, 40) },
      ),
    () =>
      made(capabilityFromGuess, known(r, better, unit), {
        priorSize: r.real(0.5, 30),
        samples: amounts(r, r.int(0, 6)),
      }),
    () =>
      made(
        fitCapability,
        family(r),
        [1, 30, ...amounts(r, r.int(1, 9)).map((x) => x + 1)],
        options,
      ),
    () => grouped(r, options),
    () => calibrated(r, options),
    () => {
      const whole = inner();
      if (better === 'higher' || whole.identifiedFrom > 0) return whole;
      const elapsed = whole.identified > 0.2 ? whole.quantile(0.1 * whole.identified) : 0;
      if (whole.chance(elapsed) >= 1 || elapsed < 0) return whole;
      return named(`${show(whole)}.remaining(${elapsed})`, whole.remaining(elapsed));
    },
  ];
  try {
    return r.pick(depth > 0 ? [...simple, ...composed] : simple)();
  } catch {
    return samples();
  }
}

/** A capability that is identified from end to end. */
function known(r: Random, better: Better, unit: string): Capability {
  return r.flip()
    ? made(capabilityFromSamples, amounts(r, r.int(1, 9)), { unit, better })
    : made(
        capabilityFromFamily,
        family(r),
        { mean: r.real(5, 60), sd: r.real(1, 9) },
        { unit, better },
      );
}

type Options = { readonly unit: string; readonly better?: Better };

function grouped(r: Random, options: Options): Capability {
  const rows = amounts(r, r.int(1, 12)).map((value, i) => ({
    value,
    path: [`s${i % 3}`, `r${i % 2}`],
  }));
  const all = { ...options, levels: ['state', 'region'], ...r.some({ shrinkage: r.real(0.5, 9) }) };
  const path = [r.pick(['s0', 's1', 'new']), 'r0'];
  const code = `capabilityByGroup(${show(rows)}, ${show(all)})(${show(path)})`;
  return named(code, capabilityByGroup(rows, all)(path));
}

function calibrated(r: Random, options: Options): Capability {
  const actuals = amounts(r, r.int(1, 9));
  const history = { estimates: actuals.map((x) => x * r.real(0.5, 2) + 0.1), actuals };
  const estimate = r.real(1, 50);
  const code = `calibrateEstimates(${show(history)}, ${show(options)})(${estimate})`;
  return named(code, calibrateEstimates(history, options)(estimate));
}
