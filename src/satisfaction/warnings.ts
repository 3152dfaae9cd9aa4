import { type DomainWarning, domainWarnings } from '../core/domain';
import type { Reason } from '../core/reason';
import { compare } from '../numerics/nearly';
import type { SatisfactionDimension, SatisfactionModel } from './model';

/**
 * What to know of a model before relying on it. `not-fitted`: none of its numbers was fitted to data.
 * `separated`: in its fit some rows were told apart perfectly, so that this parameter has no end and no standard error.
 */
export type ModelWarning = Reason<'not-fitted' | 'separated', { readonly parameter?: string }>;

/**
 * A loss greater than the model tells apart: all beyond the cap count as the cap, so that the score is too high for one far
 * beyond it. Not of models in which the performance itself counts, which goes on.
 */
type CapWarning = Reason<
  'beyond-cap',
  { readonly dimension: string; readonly gap: number; readonly cap: number; readonly unit: string }
>;

/** Nothing was given of what was expected of a dimension, of which the model counts performance alone: it counts as met. */
type ExpectationWarning = Reason<'no-expectation', { readonly dimension: string }>;

/** What to know of a prediction: of its model, or an input outside the data that the model was fitted on. Codes may be added. */
export type SatisfactionWarning = DomainWarning | ModelWarning | CapWarning | ExpectationWarning;

export const unexpected = (dimension: string): ExpectationWarning => ({
  code: 'no-expectation',
  detail: { dimension },
});

/** The warnings that hold whatever the input. */
export function modelWarnings({
  fit,
  separated = [],
  parameters,
}: SatisfactionModel): readonly ModelWarning[] {
  const isFitted =
    fit !== undefined || Object.values(parameters).some(({ status }) => status === 'fitted');
  const grown = separated.map(
    (parameter): ModelWarning => ({ code: 'separated', detail: { parameter } }),
  );
  return isFitted ? grown : [{ code: 'not-fitted', detail: {} }, ...grown];
}

/** All of them, with inputs by the names that a domain has. */
export function warningsOf(
  inputs: Readonly<Record<string, number>>,
  gaps: Gaps,
  model: SatisfactionModel,
): readonly SatisfactionWarning[] {
  return [...modelWarnings(model), ...domainWarnings(inputs, model), ...capWarnings(gaps, model)];
}

type Gaps = Readonly<Record<string, { readonly gap: number; readonly unit: string }>>;

function capWarnings(gaps: Gaps, { dimensions, parameters }: SatisfactionModel): CapWarning[] {
  return Object.entries(gaps).flatMap(([dimension, { gap, unit }]): CapWarning[] => {
    const { terms } = dimensions[dimension] as SatisfactionDimension;
    const cap = parameters[`${dimension}.cap`]?.value ?? Infinity;
    if (terms.includes('performance') || !terms.includes('loss') || compare(gap, -cap) >= 0)
      return [];
    return [{ code: 'beyond-cap', detail: { dimension, gap, cap, unit } }];
  });
}
