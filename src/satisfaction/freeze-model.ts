import type { SatisfactionModel } from './model';

/** Freezes a model and all that it holds. */
export function freezeModel(model: SatisfactionModel): SatisfactionModel {
  return deeply(model);
}

function deeply<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deeply);
  return Object.freeze(value);
}
