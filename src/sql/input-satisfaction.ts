import * as z from 'zod/mini';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { recordOf } from '../input/schemas';
import { type CompiledModel, sharedUtilities } from '../satisfaction/compile';
import { fieldsOf, hasGap } from '../satisfaction/dimensions';
import {
  checkCovariateNames,
  checkUnit,
  type Fields,
  fieldsSchema,
  kindOf,
  onlyPart,
  type Part,
  partsOf,
} from '../satisfaction/input';
import { timeUnitSchema } from '../satisfaction/input-experience';
import type { DimensionUtility } from '../satisfaction/utility';
import { nameSchema, optionalName } from './input';

/** A dimension that a query reads. */
export interface DimensionRead {
  readonly kind: 'time' | 'cost' | 'level';
  readonly of: DimensionUtility;
  /** The columns; null where nothing was expected, or nobody waits. */
  readonly expected: string | null;
  readonly got: string;
  readonly waiting: string | null;
}

/** What a query reads of customers. */
export interface ExperienceRead {
  readonly dimensions: readonly DimensionRead[];
  readonly covariates: readonly {
    readonly column: string;
    readonly isLog: boolean;
    readonly weight: number;
  }[];
}

const delivered = { promised: optionalName, actual: nameSchema };
const schemas = once(() => ({
  time: z.strictObject({ ...delivered, unit: timeUnitSchema, stillWaiting: optionalName }),
  cost: z.strictObject({ ...delivered, currency: z.string() }),
  level: z.strictObject({ expected: optionalName, perceived: nameSchema }),
}));
const mixSchema = once(() =>
  z.strictObject({
    dimensions: recordOf(z.optional(fieldsSchema)),
    covariates: z.optional(recordOf(nameSchema)),
  }),
);

const root = 'options.columns';

/** Reads the names of columns by what a model says of them. */
export function readExperience(given: Fields, compiled: CompiledModel): ExperienceRead {
  const { model } = compiled;
  const mix = kindOf(given) === 'mixed' ? read(mixSchema, given, root) : null;
  const parts = mix
    ? partsOf(mix.dimensions, model, root)
    : [onlyPart(given, model, root, 'model')];
  const utilities = sharedUtilities(compiled, parts, 'model');
  const dimensions = parts.map((part, d) => ({
    ...namesOf(part, model.id),
    of: utilities[d] as DimensionUtility,
  }));
  const others = mix?.covariates ?? {};
  checkCovariateNames(others, model, `${root}.covariates`);
  const covariates = compiled.covariates.map(({ name, isLog, weight }) => ({
    column: others[name] as string,
    isLog,
    weight,
  }));
  return { dimensions, covariates };
}

function namesOf(part: Part, id: string): Omit<DimensionRead, 'of'> {
  const { dimension, at, fields } = part;
  const { kind } = dimension;
  const names = read(schemas()[kind], fields, at.slice(0, -1));
  const isLevel = 'perceived' in names;
  if (!isLevel) checkUnit(part, 'unit' in names ? names.unit : names.currency, id);
  const expected = isLevel ? names.expected : names.promised;
  if (expected === undefined && hasGap(dimension)) {
    const gaps =
      'the name of a column, since gaps count; a form of performance alone asks for none';
    refuse(`${at}${fieldsOf(kind)[0]}`, expected, gaps, 'missing');
  }
  return {
    kind,
    expected: expected ?? null,
    got: isLevel ? names.perceived : names.actual,
    waiting: 'unit' in names ? (names.stillWaiting ?? null) : null,
  };
}
