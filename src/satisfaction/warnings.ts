import { type DomainWarning, domainWarnings } from '../core/domain';
import type { Reason } from '../core/reason';
import type { SatisfactionModel } from './model';

/**
 * What to know of a model before relying on it. `not-fitted`: none of its numbers was fitted to data.
 * `separated`: in its fit some rows were told apart perfectly, so that this parameter has no end and no standard error.
 */
export type ModelWarning = Reason<'not-fitted' | 'separated', { readonly parameter?: string }>;

/** What to know of a prediction: of its model, or an input outside the data that the model was fitted on. May grow. */
export type SatisfactionWarning = DomainWarning | ModelWarning;

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
  model: SatisfactionModel,
): readonly SatisfactionWarning[] {
  return [...modelWarnings(model), ...domainWarnings(inputs, model)];
}
