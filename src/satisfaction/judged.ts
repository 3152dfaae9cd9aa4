import * as z from 'zod/mini';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { recordOf } from '../input/schemas';
import {
  costExperienceSchema,
  levelExperienceSchema,
  plainSchemas,
  promiseExperienceSchema,
  type SatisfactionExperience,
  type Uncertain,
} from './experience';
import type { SatisfactionDimension, SatisfactionForm, SatisfactionModel } from './model';

/** What happened on one dimension of a model, checked. */
export interface Judged {
  readonly name: string;
  readonly dimension: SatisfactionDimension;
  /** Where in the input it stands, with a full stop behind; empty where it is the input. */
  readonly at: string;
  readonly expected: number;
  readonly got: number | Uncertain;
  readonly waits: boolean;
}

/** The names that an input of a kind goes by: what was expected, and what came. */
export const fieldsOf = (kind: SatisfactionDimension['kind']) =>
  kind === 'level' ? (['expected', 'perceived'] as const) : (['promised', 'actual'] as const);

/** The kind of what happened, as far as its fields tell. */
export function kindOf(given: object): SatisfactionDimension['kind'] | 'mixed' {
  if ('dimensions' in given) return 'mixed';
  if ('currency' in given) return 'cost';
  return 'promised' in given || 'actual' in given ? 'time' : 'level';
}

/** What a model makes of columns or of an experience: each dimension that is given, by name. */
export function dimensionsOf(
  given: object,
  { dimensions, partial = false, id }: SatisfactionForm & { readonly id: string },
  root = '',
): readonly { name: string; dimension: SatisfactionDimension; at: string; fields: unknown }[] {
  const prefix = root === '' ? '' : `${root}.`;
  const kind = kindOf(given);
  const names = Object.keys(dimensions);
  if (kind !== 'mixed') {
    const [name, ...more] = names.filter((known) => dimensions[known]?.kind === kind);
    const only = `dimensions, of which ${id} has ${names.join(', ')}`;
    if (name === undefined) {
      const expected = `a ${kind} among the ${only}`;
      refuse('options.model.dimensions', names, expected, 'unit-mismatch');
    }
    if (more.length > 0 || (names.length > 1 && !partial)) {
      refuse(root, given, only, 'ambiguous');
    }
    const dimension = dimensions[name] as SatisfactionDimension;
    return [{ name, dimension, at: prefix, fields: given }];
  }
  const mix = read(mixSchema, given, root).dimensions;
  for (const name of Object.keys(mix)) {
    if (!Object.hasOwn(dimensions, name)) {
      refuse(`${prefix}dimensions.${name}`, name, `one of ${names.join(', ')}`, 'unknown-name');
    }
  }
  const there = names.filter((name) => mix[name] !== undefined);
  const absent = names.find((name) => mix[name] === undefined);
  if (there.length === 0 || (!partial && absent !== undefined)) {
    refuse(`${prefix}dimensions.${absent}`, undefined, `what ${id} judges by`, 'missing');
  }
  return there.map((name) => ({
    name,
    dimension: dimensions[name] as SatisfactionDimension,
    at: `${prefix}dimensions.${name}.`,
    fields: mix[name],
  }));
}

const mixSchema = z.strictObject({
  dimensions: recordOf(z.unknown()),
  covariates: z.optional(recordOf(z.unknown())),
});

/** What a model makes of an experience. */
export function judgedOf(
  experience: SatisfactionExperience,
  model: SatisfactionModel,
): readonly Judged[] {
  return dimensionsOf(experience, model).map(({ name, dimension, at, fields }) => {
    const { kind } = dimension;
    const [before, after] = fieldsOf(kind);
    const amount: unknown = Object(fields)[after];
    const isKnown = Object(amount) !== amount;
    const schema = (isKnown ? plainSchemas : uncertainSchemas)[kind];
    const root = at.slice(0, -1);
    const given = read(schema, fields, root) as unknown as Readonly<Record<string, unknown>>;
    const unit = unitOf(at, dimension, given, model.id);
    const got = given[after] as number | Uncertain;
    if (kind !== 'level' && typeof got === 'object' && 'unit' in got && got.unit !== unit) {
      refuse(`${at}${after}.unit`, got.unit, String(unit), 'unit-mismatch');
    }
    const expected = given[before] as number;
    const waits = given.stillWaiting === true;
    return { name, dimension, at, expected, got, waits };
  });
}

const uncertainSchemas = {
  time: promiseExperienceSchema,
  cost: costExperienceSchema,
  level: levelExperienceSchema,
};

/** The unit of what is given: a dimension in percent takes any, any other only its own. */
export function unitOf(
  at: string,
  { kind, unit }: SatisfactionDimension,
  fields: Readonly<Record<string, unknown>>,
  id: string,
): unknown {
  const field = kind === 'cost' ? 'currency' : 'unit';
  const given = fields[field];
  if (kind === 'level' || unit === 'percent' || given === unit) return given;
  const expected = `${unit}, which ${id} speaks of; others need a model of their own, or one in percent`;
  return refuse(at + field, given, expected, 'unit-mismatch');
}
