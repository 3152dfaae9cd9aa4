import type { EstimatorModel, LogLinear } from '../capability/estimator/estimator-model';
import { refuse, refuseName, refuseOther } from '../input/refusal';
import { checkCountable } from './countable';

/** Where the columns of a model stand. */
export interface EstimatorColumns {
  readonly numbers: readonly { readonly name: string; readonly column: string }[];
  readonly texts: readonly { readonly name: string; readonly column: string }[];
}

/** The columns of a model; refuses the lack of one, others, and a model with numbers or names that no engine takes. */
export function readEstimator(
  model: EstimatorModel,
  columns: Readonly<Record<string, string>>,
): EstimatorColumns {
  const sums = [model, ...(model.spread === undefined ? [] : [model.spread])];
  const named = (part: 'numeric' | 'categorical') => [
    ...new Set(sums.flatMap((sum) => Object.keys(sum[part]))),
  ];
  const names = [...named('numeric'), ...named('categorical')];
  const known = `the name of a column for each of ${names.join(', ')}`;
  for (const name of names) {
    if (!Object.hasOwn(columns, name)) {
      refuse(`options.columns.${name}`, undefined, known, 'missing');
    }
  }
  for (const [name, column] of Object.entries(columns)) {
    if (!names.includes(name)) refuseName(`options.columns.${name}`, column, known);
  }
  checkSum('model', model);
  if (model.spread !== undefined) checkSum('model.spread', model.spread);
  const at = (name: string) => ({ name, column: columns[name] as string });
  return { numbers: named('numeric').map(at), texts: named('categorical').map(at) };
}

function checkSum(path: string, { intercept, numeric, categorical, interactions = {} }: LogLinear) {
  checkCountable(`${path}.intercept.value`, intercept.value);
  for (const [name, { value, mean, range, bends = [] }] of Object.entries(numeric)) {
    const ofBends = bends.flatMap((bend) => [bend.value, bend.at, bend.mean]);
    for (const number of [value, mean, ...range, ...ofBends]) {
      checkCountable(`${path}.numeric.${name}`, number);
    }
  }
  for (const [name, effects] of Object.entries(categorical)) {
    checkEffects(`${path}.categorical.${name}`, effects);
  }
  for (const [name, { effects }] of Object.entries(interactions)) {
    for (const [first, byOther] of Object.entries(effects)) {
      const place = `${path}.interactions.${name}.effects.${first}`;
      checkCategory(place, first);
      checkEffects(place, byOther);
    }
  }
}

function checkEffects(path: string, effects: LogLinear['categorical'][string]): void {
  if (typeof effects !== 'object' || effects === null) {
    refuseOther(path, effects, 'an object');
  }
  for (const [category, effect] of Object.entries(effects)) {
    checkCategory(`${path}.${category}`, category);
    checkCountable(`${path}.${category}.value`, effect?.value);
  }
}

function checkCategory(path: string, category: string): void {
  if (!category.includes('\0') && !/\p{Cs}/u.test(category)) return;
  refuse(path, category, 'a category without NUL and halves of characters', 'out-of-range');
}
