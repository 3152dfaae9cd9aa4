import { knownNames } from '../input/known-names';
import { nearMiss } from '../input/near-miss';
import { readWith } from '../input/read-with';
import { refuse, refuseName, refuseOther } from '../input/refusal';
import type { CompiledModel } from './compile';
import { surveySatisfaction } from './index-survey';
import { readModel } from './input-model';
import { marketplaceSatisfaction } from './marketplace';
import { refuseMisplaced } from './misplaced';
import { mixedSatisfaction } from './mixed';
import type { SatisfactionDimension, SatisfactionForm } from './model';

/** Fields that can be read once the model says what they tell of. */
export type Fields = Readonly<Record<string, unknown>>;

const readFields = (value: object | undefined, wanted: string): Fields => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  return refuseOther('', value, wanted);
};
const fieldsText = 'an object such as { promised, actual, unit } or { expected, perceived }';
export const fieldsSchema = readWith((value: object | undefined) => readFields(value, fieldsText));

/** The same of an experience, which is told from an expectation. */
export const experienceSchema = readWith((value: object | undefined): Fields => {
  const wanted = 'an experience, such as { promised, actual, unit } or { expected, perceived }';
  refuseMisplaced('', value, wanted, ['expectation']);
  return readFields(value, wanted);
});

/** What is given on one dimension of a model. */
export interface Part {
  readonly name: string;
  readonly dimension: SatisfactionDimension;
  /** Where in the input it stands, with a full stop behind; empty where it is the input. */
  readonly at: string;
  readonly fields: Fields;
}

type NamedForm = SatisfactionForm & { readonly id: string };

/** The kind of what happened, as far as its fields tell. */
export function kindOf(given: Fields): SatisfactionDimension['kind'] | 'mixed' {
  if ('dimensions' in given) return 'mixed';
  if ('currency' in given) return 'cost';
  return 'promised' in given || 'actual' in given ? 'time' : 'level';
}

/** The fields that tell what an experience is of. */
const telling = ['promised', 'actual', 'currency', 'expected', 'perceived', 'dimensions'];

/** Those that stand beside them. */
const beside = ['unit', 'stillWaiting', 'covariates'];

const fields = [...telling, ...beside];

/** Refuses other names where nothing tells of what they are: they would be taken for those of a level. */
function checkTelling(given: Fields, root: string): void {
  const names = Object.keys(given);
  if (names.some((known) => telling.includes(known))) return;
  const others = names.filter((name) => !beside.includes(name));
  const name = others.find((other) => nearMiss(other, fields, []) !== undefined) ?? others[0];
  if (name === undefined) return;
  refuseName(root === '' ? name : `${root}.${name}`, given[name], knownNames(fields, name, names));
}

/** The model that a caller chose, or the standard one for what is given. */
export function modelFor(given: Fields, chosen: CompiledModel | undefined): CompiledModel {
  if (chosen !== undefined) return chosen;
  const kind = kindOf(given);
  if (kind === 'level') return readModel(surveySatisfaction);
  // The marketplace speaks of days; shares of the promise have no unit.
  const isInDays = kind === 'time' && given.unit === 'days';
  return readModel(isInDays ? marketplaceSatisfaction : mixedSatisfaction);
}

/** The one dimension of a model that an experience, or columns, can be of. */
export function onlyPart(given: Fields, form: NamedForm, root: string, formAt: string): Part {
  const { dimensions, partial = false, id } = form;
  const kind = kindOf(given);
  checkTelling(given, root);
  const names = Object.keys(dimensions);
  const [name, ...more] = names.filter((known) => dimensions[known]?.kind === kind);
  const only = `dimensions, of which ${id} has ${names.join(', ')}`;
  if (name === undefined) {
    const expected = `a ${kind} among the ${only}`;
    refuse(`${formAt}.dimensions`, names.join(', '), expected, 'unit-mismatch');
  }
  if (more.length > 0 || (names.length > 1 && !partial)) refuse(root, given, only, 'ambiguous');
  return {
    name,
    dimension: dimensions[name] as SatisfactionDimension,
    at: root === '' ? '' : `${root}.`,
    fields: given,
  };
}

/** Those dimensions of a model that are given by name. */
export function partsOf(
  given: Readonly<Record<string, Fields | undefined>>,
  { dimensions, partial = false, id }: NamedForm,
  root: string,
): readonly Part[] {
  const at = root === '' ? 'dimensions' : `${root}.dimensions`;
  const names = Object.keys(dimensions);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(dimensions, name)) {
      refuseName(`${at}.${name}`, name, knownNames(names, name, Object.keys(given)));
    }
  }
  const absent = names.find((name) => given[name] === undefined);
  if (absent !== undefined && (!partial || names.every((name) => given[name] === undefined))) {
    refuse(`${at}.${absent}`, undefined, `what ${id} judges by`, 'missing');
  }
  return Object.entries(dimensions).flatMap(([name, dimension]) => {
    const fields = given[name];
    return fields === undefined ? [] : [{ name, dimension, at: `${at}.${name}.`, fields }];
  });
}

/** Refuses a unit of a time or a cost that is not the dimension's own; a dimension in percent takes any. */
export function checkUnit(
  { at, dimension: { kind, unit } }: Part,
  given: string | undefined,
  id: string,
): void {
  if (unit === 'percent' || given === unit) return;
  const field = kind === 'cost' ? 'currency' : 'unit';
  const expected = `${unit}, which ${id} speaks of; others need a model of their own, or one in percent`;
  refuse(at + field, given, expected, 'unit-mismatch');
}

/** Refuses covariates that a form does not know, and the lack of those that it does. */
export function checkCovariateNames(
  given: Readonly<Record<string, unknown>>,
  { covariates = {} }: SatisfactionForm,
  path: string,
): void {
  const names = Object.keys(covariates);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(covariates, name)) continue;
    const expected =
      names.length > 0 ? knownNames(names, name, Object.keys(given)) : 'no covariates';
    refuseName(`${path}.${name}`, given[name], expected);
  }
  const lacking = names.find((name) => given[name] === undefined);
  if (lacking !== undefined) {
    refuse(`${path}.${lacking}`, undefined, 'a number for every customer', 'missing');
  }
}
