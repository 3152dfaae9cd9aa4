import type { EstimatorModel } from '../capability/estimator/estimator-model';
import { refuse } from '../input/refusal';
import { checkCountable } from './countable';

/** Refuses a model whose columns are not all there, or with numbers or names that no engine takes. */
export function checkEstimator(
  { numeric, categorical, intercept }: EstimatorModel,
  columns: Readonly<Record<string, string>>,
): void {
  const names = [...Object.keys(numeric), ...Object.keys(categorical)];
  const known = `the name of a column for each of ${names.join(', ')}`;
  for (const name of names) {
    if (!Object.hasOwn(columns, name)) {
      refuse(`options.columns.${name}`, undefined, known, 'missing');
    }
  }
  for (const [name, column] of Object.entries(columns)) {
    if (!names.includes(name)) refuse(`options.columns.${name}`, column, known, 'unknown-name');
  }
  checkCountable('model.intercept.value', intercept.value);
  for (const [name, { value, mean, range }] of Object.entries(numeric)) {
    for (const number of [value, mean, ...range]) checkCountable(`model.numeric.${name}`, number);
  }
  for (const [name, effects] of Object.entries(categorical)) {
    for (const [category, effect] of Object.entries(effects)) {
      const path = `categorical.${name}.${category}`;
      checkCountable(`model.${path}.value`, effect?.value);
      if (category.includes('\0') || /\p{Cs}/u.test(category)) {
        refuse(`model.${path}`, category, 'a category without NUL and halves of characters');
      }
    }
  }
}
