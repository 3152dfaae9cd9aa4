import type { Parameter } from '../core/parameters';
import { isFrozen, onceFrozen } from '../input/frozen';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { checkVersion } from '../input/version';
import { freezeModel } from './freeze-model';
import {
  type SatisfactionDimension,
  type SatisfactionForm,
  type SatisfactionModel,
  type SatisfactionTerm,
  satisfactionModelSchema,
} from './model';
import type { KernelDimension } from './utility';

/** The bare values of a model's parameters, by name. */
export type ModelNumbers = Readonly<Record<string, number>>;

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
export const isHarm = (term: string) => /(^|\.)(loss|broken|stillWaiting)$/.test(term);

/** The names of a form's coefficients, in the order in which their terms are added up. */
export function coefficientNames({ dimensions, covariates = {} }: SatisfactionForm): string[] {
  return [
    ...Object.entries(dimensions).flatMap(([name, { terms }]) =>
      termNames.filter((term) => terms.includes(term)).map((term) => `${name}.${term}`),
    ),
    ...Object.keys(covariates).map((name) => `covariates.${name}`),
  ];
}

/** The names of the thresholds, from worst to best. */
export function thresholdNames({ answers }: SatisfactionForm): string[] {
  return Array.from({ length: answers.max - answers.min }, (_, k) => `threshold.${k + 1}`);
}

const shapes = {
  identity: [],
  capped: ['cap'],
  'two-slopes': ['knee', 'beyond'],
  power: ['exponent'],
} as const;

/** The names of the numbers that make the shape of v. */
function shapeNames({ dimensions }: SatisfactionForm): string[] {
  return Object.entries(dimensions).flatMap(([name, { value }]) =>
    shapes[value].map((number) => `${name}.${number}`),
  );
}

/** The names of the numbers that may be left out, and what they are then. */
function optionalNumbers({ dimensions }: SatisfactionForm): Record<string, number> {
  return Object.fromEntries(
    Object.entries(dimensions).flatMap(([name, { kind }]) => [
      [`${name}.importance`, 1],
      ...(kind === 'level' ? [[`${name}.reference`, 0]] : []),
    ]),
  );
}

/** Models that were looked at once and, being frozen, cannot have changed since. */
const checked = new WeakMap<object, SatisfactionModel>();

/** Looks at a model that a caller gives; what it lacks, or holds too much, is refused. */
export function checkModel(model: unknown, path = 'options.model'): SatisfactionModel {
  const known = checked.get(Object(model));
  if (known) return known;
  checkVersion(path, model);
  const given = read(satisfactionModelSchema, model, path) as unknown as SatisfactionModel;
  const { parameters } = given;
  const thresholds = thresholdNames(given);
  const needed = [...coefficientNames(given), ...shapeNames(given), ...thresholds];
  const named = new Set([...needed, ...Object.keys(optionalNumbers(given))]);
  const at = `${path}.parameters`;
  const asked = 'a number that the form asks for';
  let below = -Infinity;
  for (const name of needed) {
    if (!Object.hasOwn(parameters, name)) refuse(`${at}.${name}`, undefined, asked, 'missing');
  }
  for (const [name, { value, range, unit }] of Object.entries(parameters)) {
    const path = `${at}.${name}`;
    if (!named.has(name)) refuse(path, value, asked, 'unknown-name');
    if (!(value >= range[0] && value <= range[1])) {
      refuse(path, value, `${unit} from ${range[0]} to ${range[1]}`);
    }
  }
  for (const name of thresholds) {
    const { value } = parameters[name] as Parameter;
    if (value <= below) refuse(`${at}.${name}`, value, 'a threshold above the one before it');
    below = value;
  }
  if (!isFrozen(model)) return given;
  // As read, so that frozen or not it is answered alike.
  const fixed = freezeModel(given);
  for (const one of [model as object, fixed]) checked.set(one, fixed);
  return fixed;
}

/** The bare values of a model that was checked, with those that it leaves out. */
export const numbersOfModel = onceFrozen((model: SatisfactionModel): ModelNumbers => {
  const given = Object.entries(model.parameters).map(([name, { value }]) => [name, value] as const);
  return { ...optionalNumbers(model), ...Object.fromEntries(given) };
});

/** The thresholds of a model, from worst to best; not to be changed. */
export const thresholdsOf = onceFrozen((model: SatisfactionModel) =>
  Float64Array.from(thresholdNames(model), (name) => (model.parameters[name] as Parameter).value),
);

/** A dimension with its numbers as the kernel takes it; `share` is its weight beside the others. */
export function kernelDimension(
  name: string,
  { kind, unit, terms, value, response = 'one-dimensional' }: SatisfactionDimension,
  numbers: ModelNumbers,
  share: number,
): KernelDimension {
  const number = (of: string, otherwise: number) => numbers[`${name}.${of}`] ?? otherwise;
  const weight = (term: SatisfactionTerm) => (terms.includes(term) ? share * number(term, 0) : 0);
  const isLevel = kind === 'level';
  const least = isLevel ? 0 : Number.MIN_VALUE;
  return {
    sign: isLevel ? -1 : 1,
    percent: unit === 'percent' ? 100 : 0,
    leastExpected: least,
    leastGot: kind === 'cost' && !terms.includes('performance') ? 0 : least,
    most: isLevel ? 100 : Number.MAX_VALUE,
    side: response === 'must-be' ? -1 : response === 'attractive' ? 1 : 0,
    knee: number(value === 'capped' ? 'cap' : 'knee', Infinity),
    beyond: number('beyond', 0),
    exponent: number('exponent', 1),
    reference: number('reference', 0),
    performance: weight('performance'),
    gap: weight('gap'),
    gain: weight('gain'),
    loss: weight('loss'),
    broken: weight('broken'),
    stillWaiting: weight('stillWaiting'),
  };
}

/** Each dimension's share of the importance of those that are judged. */
export function sharesOf(
  judged: readonly { readonly name: string }[],
  numbers: ModelNumbers,
): (name: string) => number {
  const weight = (name: string) => numbers[`${name}.importance`] as number;
  const total = judged.reduce((sum, { name }) => sum + weight(name), 0);
  if (!(total > 0)) {
    const path = `options.model.parameters.${judged[0]?.name}.importance`;
    refuse(path, 0, 'an importance above 0 for a dimension that is judged');
  }
  return (name) => weight(name) / total;
}
