import type { SatisfactionDimension } from './model';

/** The names that an input of a kind goes by: what was expected, and what came. */
export const fieldsOf = (kind: SatisfactionDimension['kind']) =>
  kind === 'level' ? (['expected', 'perceived'] as const) : (['promised', 'actual'] as const);

/** Whether more of a dimension counts than how good it was in itself. */
export const hasGap = ({ terms, response = 'one-dimensional' }: SatisfactionDimension) =>
  response !== 'one-dimensional' || terms.some((term) => term !== 'performance');

/** What a covariate must be. */
export const covariateText = (isLog: boolean) =>
  `a number ${isLog ? 'above 0 ' : ''}with a finite effect`;
