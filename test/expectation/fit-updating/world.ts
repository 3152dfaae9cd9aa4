import type { Expectation, ExpectationEvent, UpdatingHistory } from 'overdeliver/expectation';
import { normalQuantile } from '../../../src/numerics/normal';
import { uniforms } from '../../../src/numerics/uniforms';

/** How the customers of a made-up panel move and stray: far from the defaults. */
export const truth = {
  experienceSd: 9,
  informationSd: 14,
  driftVariancePerDay: 0.4,
  desiredRise: 0.35,
  desiredHalfLifeDays: 240,
  predicted: { reportSd: 5, startSd: 6, unseenVariancePerDay: 0.1 },
  desired: { reportSd: 5, startSd: 4, unseenVariancePerDay: 0.05 },
};

export const names = {
  id: 'test/updating',
  setting: 'a made-up panel',
  data: 'made up',
  licence: 'none',
} as const;

const day = 86_400_000;

/** Customers who meet something every few weeks, and say about as often what they predict and desire. */
export function panel(
  seed: number,
  customers: number,
  { steps = 10, numbers = truth, start = { mean: 60, variance: 150, desired: 72 } } = {},
): UpdatingHistory[] {
  const next = uniforms(seed);
  const normal = () => normalQuantile(next());
  const level = (x: number) => Math.max(0, Math.min(100, x));
  return Array.from({ length: customers }, () => {
    const expectation: Expectation = {
      stage: 'first-use',
      predicted: { mean: start.mean, variance: start.variance },
      desired: start.desired,
      adequate: 40,
      promised: null,
      dominantFactor: 'wordOfMouth',
      dominantNeed: null,
      parameters: 'test',
    };
    let variance = start.variance;
    let predicted = start.mean + numbers.predicted.startSd * normal();
    let desired = start.desired + numbers.desired.startSd * normal();
    let at = Date.UTC(2026, 0, 5);
    const delivered = 68 + 10 * normal();
    const path = Array.from({ length: steps }, (_, i) => {
      const days = Math.ceil(50 * next());
      at += days * day;
      // While time passes.
      const left = 0.5 ** (days / numbers.desiredHalfLifeDays);
      desired = predicted + (desired - predicted) * left;
      desired += Math.sqrt(days * numbers.desired.unseenVariancePerDay) * normal();
      predicted += Math.sqrt(days * numbers.predicted.unseenVariancePerDay) * normal();
      variance += days * numbers.driftVariancePerDay;
      // What happens.
      const isExperience = next() < 0.6;
      const seen = level(delivered + 12 * normal());
      const sd = isExperience ? numbers.experienceSd : numbers.informationSd;
      const gain = variance / (variance + sd * sd);
      if (isExperience && seen > desired) desired += numbers.desiredRise * (seen - desired);
      predicted += gain * (seen - predicted);
      variance *= 1 - gain;
      desired = Math.max(desired, predicted);
      const event: ExpectationEvent = isExperience
        ? { kind: 'experience', perceived: seen }
        : { kind: 'information', level: seen };
      const reported = {
        predicted: level(predicted + numbers.predicted.reportSd * normal()),
        desired: level(desired + numbers.desired.reportSd * normal()),
      };
      return { at, event, ...(i % 3 === 2 ? {} : { reported }) };
    });
    return { start: expectation, from: Date.UTC(2026, 0, 5), path };
  });
}

/** The same without what they desire. */
export const predictedOnly = (histories: readonly UpdatingHistory[]): UpdatingHistory[] =>
  histories.map((one) => ({
    ...one,
    path: one.path.map(({ reported, ...step }) =>
      reported === undefined ? step : { ...step, reported: { predicted: reported.predicted } },
    ),
  }));
