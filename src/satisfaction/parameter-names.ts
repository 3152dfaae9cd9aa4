import type { SatisfactionForm, SatisfactionTerm } from './model';
import { toldApart } from './pooled';

/** The terms in the order in which they are added up. */
export const termNames: readonly SatisfactionTerm[] = [
  'performance',
  'gap',
  'gain',
  'loss',
  'broken',
  'stillWaiting',
];

/** Terms whose coefficient is taken away, so that it is above 0 where harm is done. */
export const isHarm = (term: SatisfactionTerm) =>
  term === 'loss' || term === 'broken' || term === 'stillWaiting';

/** The names of a form's coefficients, in the order in which their terms are added up. */
export function coefficientNames({ dimensions, covariates = {} }: SatisfactionForm): string[] {
  return [
    ...Object.entries(dimensions).flatMap(([name, { terms }]) =>
      termNames.filter((term) => terms.includes(term)).map((term) => `${name}.${term}`),
    ),
    ...Object.keys(covariates).map((name) => `covariates.${name}`),
  ];
}

/** The names of the thresholds, from worst to best: each bears the place of the answer that begins there. */
export function thresholdNames(form: SatisfactionForm): string[] {
  return toldApart(form)
    .slice(1)
    .map((place) => `threshold.${place}`);
}

const shapes = {
  identity: [],
  capped: ['cap'],
  'two-slopes': ['knee', 'beyond'],
  power: ['exponent'],
} as const;

/** The names of the numbers that make the shape of v. */
export function shapeNames({ dimensions }: SatisfactionForm): string[] {
  return Object.entries(dimensions).flatMap(([name, { value }]) =>
    shapes[value].map((number) => `${name}.${number}`),
  );
}

/** The names of the numbers that may be left out, and what they are then. */
export function optionalNumbers({
  dimensions,
}: SatisfactionForm): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(dimensions).flatMap(([name, { kind }]) => [
      [`${name}.importance`, 1],
      ...(kind === 'level' ? [[`${name}.reference`, 0]] : []),
    ]),
  );
}
