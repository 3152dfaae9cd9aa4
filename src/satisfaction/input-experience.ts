import * as z from 'zod/mini';
import { unitNames } from '../calendar/units';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { schemaOf } from '../input/schema-of';
import { levelSchema, recordOf } from '../input/schemas';
import { fieldsOf } from './dimensions';
import type { CostExperience, LevelExperience, PromiseExperience, Uncertain } from './experience';
import {
  checkCovariateNames,
  checkUnit,
  type Fields,
  fieldsSchema,
  kindOf,
  onlyPart,
  type Part,
  partsOf,
} from './input';
import { refuseMisplaced } from './misplaced';
import type { SatisfactionDimension, SatisfactionModel } from './model';

type Quantiles = Extract<Uncertain, { readonly quantile: unknown }>;

// Functions have no JSON.
const distribution = readWith(
  (value: Quantiles): Quantiles =>
    typeof (value as { quantile?: unknown } | null)?.quantile === 'function'
      ? value
      : refuse('', value, 'an amount that may vary', 'wrong-type'),
  { not: {} },
);

const uncertain = [
  z.strictObject({
    mean: z.number(),
    sd: z.number().check(z.gt(0, 'a standard deviation above 0')),
  }),
  distribution,
] as const;
const timeText = 'a time above 0 since the order: 0.3 days, say, where it came on the same day';
const time = z.number().check(z.gt(0, timeText));
/** The unit of a time; whether a model speaks of it is seen where both are known. */
export const timeUnitSchema = z.enum(unitNames);
const amount = z.number().check(z.gte(0, 'an amount of at least 0'));

const promiseOf = <Actual extends z.core.$ZodType>(actual: Actual) =>
  z.strictObject({
    promised: time,
    actual,
    unit: timeUnitSchema,
    stillWaiting: z.optional(z.boolean()),
  });
const costOf = <Actual extends z.core.$ZodType>(actual: Actual) =>
  z.strictObject({
    promised: z.number().check(z.gt(0, 'an amount above 0')),
    actual,
    currency: z.string(),
  });
const levelOf = <Perceived extends z.core.$ZodType>(perceived: Perceived) =>
  z.strictObject({ expected: levelSchema, perceived });

/** Validates a {@link PromiseExperience}. */
export const promiseExperienceSchema = schemaOf<PromiseExperience>()(
  promiseOf(z.union([time, ...uncertain])),
);

/** Validates a {@link CostExperience}. */
export const costExperienceSchema = schemaOf<CostExperience>()(
  costOf(z.union([amount, ...uncertain])),
);

/** Validates a {@link LevelExperience}. */
export const levelExperienceSchema = schemaOf<LevelExperience>()(
  levelOf(z.union([levelSchema, ...uncertain])),
);

/** What is over, read by schemas that say more precisely what is wrong with a number. */
const known = { time: promiseOf(time), cost: costOf(amount), level: levelOf(levelSchema) };
const uncertainOnes = {
  time: promiseExperienceSchema,
  cost: costExperienceSchema,
  level: levelExperienceSchema,
};

const mixSchema = once(() =>
  z.strictObject({
    dimensions: recordOf(z.optional(fieldsSchema)),
    covariates: z.optional(
      recordOf(
        readWith((x: number | undefined) =>
          typeof x === 'number' || x === undefined
            ? x
            : refuse('', x, 'a finite number', 'wrong-type'),
        ),
      ),
    ),
  }),
);

/** What happened on one dimension of a model. */
export interface Judged {
  readonly name: string;
  readonly dimension: SatisfactionDimension;
  /** Where in the input it stands, with a full stop behind; empty where it is the input. */
  readonly at: string;
  readonly expected: number;
  readonly got: number | Uncertain;
  readonly waits: boolean;
}

/** An experience as a model takes it. */
export interface ReadExperience {
  readonly judged: readonly Judged[];
  /** Those that the model knows, all of them. */
  readonly covariates: Readonly<Record<string, number | undefined>>;
}

/** Reads an experience by what a model says of it. */
export function readExperience(given: Fields, model: SatisfactionModel): ReadExperience {
  const mix = kindOf(given) === 'mixed' ? read(mixSchema, given) : null;
  const parts = mix
    ? partsOf(mix.dimensions, model, '')
    : [onlyPart(given, model, '', 'options.model')];
  const covariates = mix?.covariates ?? {};
  checkCovariateNames(covariates, model, 'covariates');
  return { judged: parts.map((part) => judgedOf(part, model.id)), covariates };
}

function judgedOf(part: Part, id: string): Judged {
  const { name, dimension, at, fields } = part;
  const { kind } = dimension;
  const after = fieldsOf(kind)[1];
  const amount = fields[after];
  const path = `${at}${after}`;
  reading(path, amount, () =>
    refuseMisplaced(path, amount, 'an amount, or how it may turn out', ['json']),
  );
  const schema = (Object(amount) === amount ? uncertainOnes : known)[kind];
  const given = read(schema, fields, at.slice(0, -1));
  if ('perceived' in given) {
    const { expected, perceived } = given;
    return { name, dimension, at, expected, got: perceived, waits: false };
  }
  const { promised, actual } = given;
  const unit = 'unit' in given ? given.unit : given.currency;
  checkUnit(part, unit, id);
  if (typeof actual === 'object' && 'unit' in actual && actual.unit !== unit) {
    refuse(`${at}${after}.unit`, actual.unit, unit, 'unit-mismatch');
  }
  const waits = 'unit' in given && given.stillWaiting === true;
  return { name, dimension, at, expected: promised, got: actual, waits };
}
