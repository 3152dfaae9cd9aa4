import type { FailureRecovered } from './customer';

/** How much of each part was done, of which the model's numbers say what it regains. */
export function recoveryAmounts({
  distributive = 0,
  interactional = 0,
  procedural = 0,
  apologies = 0,
}: Omit<FailureRecovered, 'failed'>) {
  return [
    ['distributive', distributive / 100],
    ['interactional', interactional / 100],
    ['procedural', procedural / 100],
    ['apology', Math.min(1, apologies)],
    ['apologyRepeated', 0 - Math.max(0, apologies - 1)],
  ] as const;
}
