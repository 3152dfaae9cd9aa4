import type { ExpectationFitRow, PredictedFactor, Stage } from 'overdeliver/expectation';
import { stageNames } from 'overdeliver/expectation';
import { normalQuantile } from '../../../src/numerics/normal';
import { uniforms } from '../../../src/numerics/uniforms';

/** What a made-up population weighs: shares of the base and of factors, far from the default's. */
export const truth = {
  level: 70,
  weights: {
    'never-used': { base: 0.3, wordOfMouth: 0.2, advertising: 0.35, ownJudgement: 0.15 },
    'first-use': { base: 0.4, firstImpression: 0.3, wordOfMouth: 0.2, advertising: 0.1 },
    'long-term': { base: 0.25, longTermExperience: 0.35, wordOfMouth: 0.25, ownJudgement: 0.15 },
  } as Readonly<Record<Stage, Readonly<Partial<Record<PredictedFactor | 'base', number>>>>>,
};

export const names = {
  register: 'predicted',
  id: 'test/learnt',
  setting: 'a made-up population',
  data: 'made up',
  licence: 'none',
} as const;

/** Answers of such customers, the same for the same seed; `missing` is the chance of each signal to be absent. */
export function answers(
  seed: number,
  rows: number,
  { sd = 10, missing = 0.2, weights = truth.weights, level = truth.level } = {},
): ExpectationFitRow[] {
  const next = uniforms(seed);
  return Array.from({ length: rows }, (_, i) => {
    const stage = stageNames[i % 3] as Stage;
    const { base = 0, ...factors } = weights[stage];
    const signals: Partial<Record<Exclude<PredictedFactor, 'price'>, number>> = {};
    let [sum, total] = [base * level, base];
    for (const [factor, weight] of Object.entries(factors)) {
      const x = 10 + 80 * next();
      if (next() < missing) continue;
      signals[factor as keyof typeof signals] = x;
      sum += weight * x;
      total += weight;
    }
    const expected = Math.max(0, Math.min(100, sum / total + sd * normalQuantile(next())));
    return { stage, signals, expected };
  });
}
