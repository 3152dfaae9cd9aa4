import * as z from 'zod/mini';
import { assumed, type Parameter } from '../../core/parameters';
import { read } from '../../input/read';
import { refuse } from '../../input/refusal';
import { recordOf } from '../../input/schemas';
import type { CompiledModel } from '../compile';
import { modelSchema, parameterSchema, satisfactionFormSchema } from '../input-model';
import type { SatisfactionModel } from '../model';
import { termNames, thresholdNames } from '../parameter-names';
import type { SatisfactionFitOptions } from './fit-options';
import { unitsOf } from './units';

/** A form to fit, or a model whose form it is. */
export const formSchema = z.extend(satisfactionFormSchema, {
  id: z.optional(z.string()),
  parameters: z.optional(recordOf(z.union([z.number(), parameterSchema]))),
});

/**
 * A form as a model whose coefficients are still 0: what it is given with is looked at as a model's would be, except
 * for estimates of another fit, which are left out.
 */
export function bareModel({
  form,
  id,
  setting,
}: Pick<SatisfactionFitOptions, 'form' | 'id' | 'setting'>): CompiledModel {
  const { answers, dimensions, covariates, partial, pooled, parameters = {} } = form;
  if ('id' in form && id === form.id) {
    refuse('options.id', id, "another id than the form's", 'ambiguous');
  }
  const bare = (value: number, unit: string, range: readonly [number, number]) =>
    assumed(value, unit, range, 'set by the caller');
  const units = Object.entries(unitsOf(form));
  const estimated = [
    ...units.map(([name, unit]) => [name, 0, unit] as const),
    ...thresholdNames(form).map((name, k) => [name, k, 'log odds'] as const),
  ].map(([name, value, unit]) => [name, bare(value, unit, [-1e6, 1e6])] as const);
  // Also the estimates of terms that a form made from a model leaves out.
  const left = [
    ...estimated.map(([name]) => name),
    ...thresholdNames({ answers, dimensions }),
    ...Object.keys(dimensions).flatMap((name) => termNames.map((term) => `${name}.${term}`)),
  ];
  const given = Object.entries(parameters)
    .filter(([name]) => !left.includes(name))
    .map(([name, of]): [string, Parameter] => [
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
    ...(pooled !== undefined && { pooled }),
    parameters: Object.fromEntries([...estimated, ...given]),
  };
  return read(modelSchema, model, 'options.form');
}
