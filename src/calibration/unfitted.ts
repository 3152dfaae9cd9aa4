import { assumed } from '../core/parameters';
import type { SatisfactionModel } from '../satisfaction/model';
import { checkModel, coefficientNames, thresholdNames } from '../satisfaction/model-numbers';
import type { SatisfactionFitOptions } from './fit-options';

/**
 * A form as a model whose coefficients are still 0: what it is given with is looked at as a model's would be, except
 * for estimates of another fit, which are left out.
 */
export function unfitted(
  fn: string,
  { form, id, setting }: SatisfactionFitOptions,
): SatisfactionModel {
  const { answers, dimensions, covariates, partial, parameters = {} } = form;
  const bare = (value: number, unit: string, range: readonly [number, number]) =>
    assumed(value, unit, range, 'set by the caller');
  const estimated = [
    ...coefficientNames(form).map((name) => [name, 0] as const),
    ...thresholdNames(form).map((name, k) => [name, k] as const),
  ].map(([name, value]) => [name, bare(value, 'log odds', [-1e6, 1e6])]);
  const given = Object.entries(parameters)
    .filter(([name]) => !/^threshold|^covariates|\.(perf|gap|gain|loss|brok|still)/.test(name))
    .map(([name, of]) => [
      name,
      typeof of === 'number' ? bare(of, 'as in the form', [0, 1e6]) : of,
    ]);
  const model: SatisfactionModel = {
    version: 1,
    id,
    setting,
    answers,
    dimensions,
    ...(covariates !== undefined && { covariates }),
    ...(partial !== undefined && { partial }),
    parameters: Object.fromEntries([...estimated, ...given]),
  };
  // A copy, since it is frozen in the end.
  return structuredClone(checkModel(fn, model, 'options.form'));
}
