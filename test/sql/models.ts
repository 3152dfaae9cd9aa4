import type { SatisfactionModel } from 'overdeliver/satisfaction';

/** A number of a model made up for a test. */
export const assumed = (value: number) => ({
  value,
  unit: 'log odds',
  range: [-1e3, 1e3] as const,
  status: 'assumed' as const,
  source: 'a test',
});

/** A model of answers from 1 to one more than there are thresholds, and of the numbers given. */
export const modelOf = (
  dimensions: SatisfactionModel['dimensions'],
  numbers: Readonly<Record<string, number>>,
  thresholds: readonly number[] = [0],
  covariates: NonNullable<SatisfactionModel['covariates']> = {},
): SatisfactionModel => ({
  version: 1,
  id: 'made-up',
  setting: 'a test',
  answers: { min: 1, max: 1 + thresholds.length },
  dimensions,
  covariates,
  parameters: Object.fromEntries([
    ...Object.entries(numbers).map(([name, value]) => [name, assumed(value)]),
    ...thresholds.map((cut, i) => [`threshold.${i + 1}`, assumed(cut)]),
  ]),
});
