import * as z from 'zod/mini';
import type { InvalidInputCode } from '../input/errors';
import { isFrozen, onceFrozen } from '../input/frozen';
import { limits } from '../input/limits';
import { fitShape, parameterShape, rangeSchema } from '../input/parameter-shape';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { refuse, refuseName } from '../input/refusal';
import { schemaOf } from '../input/schema-of';
import { recordOf } from '../input/schemas';
import { checkVersion } from '../input/version';
import { type CompiledModel, compile } from './compile';
import { freezeModel } from './freeze-model';
import { refuseMisplaced } from './misplaced';
import type { SatisfactionDimension, SatisfactionModel } from './model';
import { coefficientNames, optionalNumbers, shapeNames, thresholdNames } from './parameter-names';

type Loose = Pick<SatisfactionDimension, 'kind' | 'unit'> & { readonly terms: readonly string[] };

const rule = (
  holds: (dimension: Loose) => boolean,
  path: string,
  code: InvalidInputCode,
  error: string,
) => z.refine<Loose>(holds, { error, path: [path], params: { code } });

const dimensionSchema = schemaOf<SatisfactionDimension>()(
  z
    .strictObject({
      kind: z.enum(['time', 'cost', 'level']),
      unit: z.string('points of levels, percent of a promise, or the unit of a time or a cost'),
      terms: z.array(z.enum(['performance', 'gap', 'gain', 'loss', 'broken', 'stillWaiting'])),
      value: z.enum(['identity', 'capped', 'two-slopes', 'power']),
      response: z.optional(z.enum(['one-dimensional', 'must-be', 'attractive'])),
    })
    .check(
      rule(
        ({ terms }) => new Set(terms).size === terms.length,
        'terms',
        'duplicate-id',
        'each term once',
      ),
      rule(
        ({ kind, terms }) => kind === 'time' || !terms.includes('stillWaiting'),
        'terms',
        'ambiguous',
        'stillWaiting only for a time',
      ),
      rule(
        ({ unit, terms }) => unit !== 'percent' || !terms.includes('performance'),
        'unit',
        'unit-mismatch',
        'the unit that performance is measured in',
      ),
      rule(
        ({ kind, unit }) => (kind === 'level') === (unit === 'points'),
        'unit',
        'unit-mismatch',
        'points for levels and only for levels',
      ),
    ),
);

/** The answers of a model. */
export const answerScaleSchema = z
  .strictObject({ min: z.number(), max: z.number() })
  .check(
    z.refine(
      ({ min, max }) =>
        Number.isInteger(min) && Number.isInteger(max) && min < max && max - min < limits.answers,
      `whole numbers, the least below the greatest, at most ${limits.answers} of them`,
    ),
  );

const someDimension = z.refine<Readonly<Record<string, unknown>>>(
  (dimensions) => Object.keys(dimensions).length > 0,
  { error: 'a dimension at least', params: { code: 'missing' } },
);

const formShape = {
  answers: answerScaleSchema,
  dimensions: recordOf(dimensionSchema).check(someDimension),
  covariates: z.optional(recordOf(z.enum(['identity', 'log']))),
  partial: z.optional(z.boolean()),
  pooled: z.optional(z.array(z.number())),
};

/** Validates a {@link SatisfactionForm}, among other fields. */
export const satisfactionFormSchema = z.looseObject(formShape, 'the form of a satisfaction model');

export const parameterSchema = z.looseObject(parameterShape());

/** Validates the shape of a {@link SatisfactionModel}, such as one that comes back from storage. */
export const satisfactionModelSchema = z.looseObject(
  {
    version: z.literal(1, 'version 1, as every satisfaction model has it'),
    id: z.string(),
    setting: z.string(),
    ...formShape,
    fit: z.optional(z.looseObject({ ...fitShape(), logLikelihood: z.optional(z.number()) })),
    domain: z.optional(recordOf(rangeSchema())),
    typical: z.optional(recordOf(z.number())),
    separated: z.optional(z.array(z.string())),
    parameters: recordOf(parameterSchema),
  },
  'a satisfaction model',
);

/** A model, ready for the arithmetic; frozen ones are read once. What it lacks, or holds too much, is refused. */
export const modelSchema = readWith((model: SatisfactionModel) => readModel(model));

/** The same for one that comes alone. */
export const readModel = onceFrozen((model: SatisfactionModel): CompiledModel => {
  if (typeof model === 'string' && String(model).startsWith('{')) {
    refuse('', model, 'a satisfaction model, which JSON.parse makes of its text');
  }
  refuseMisplaced('', model, 'a satisfaction model', ['fit', 'recalibration']);
  checkVersion('', model);
  const given: SatisfactionModel = read(satisfactionModelSchema, model);
  checkPooled(given);
  checkParameters(given);
  // As read, so that frozen or not it is answered alike.
  return compile(isFrozen(model) ? freezeModel(given) : given);
});

/** Refuses to pool what is no answer of the scale, one answer twice, or so many that fewer than two are left. */
function checkPooled({ answers: { min, max }, pooled = [] }: SatisfactionModel): void {
  pooled.forEach((answer, i) => {
    if (!Number.isInteger(answer) || answer < min || answer > max) {
      refuse(`pooled[${i}]`, answer, `an answer, a whole number from ${min} to ${max}`);
    }
    if (pooled.indexOf(answer) < i) refuse(`pooled[${i}]`, answer, 'each once', 'duplicate-id');
  });
  if (pooled.length > max - min - 1) refuse('pooled', pooled, 'two answers that are not pooled');
}

/** Refuses numbers that a form does not ask for, the lack of one that it does, and those off their range. */
function checkParameters(model: SatisfactionModel): void {
  const { parameters } = model;
  const thresholds = thresholdNames(model);
  const needed = [...coefficientNames(model), ...shapeNames(model), ...thresholds];
  const named = new Set([...needed, ...Object.keys(optionalNumbers(model))]);
  const asked = 'a number that the form asks for';
  for (const name of needed) {
    if (!Object.hasOwn(parameters, name)) refuse(`parameters.${name}`, undefined, asked, 'missing');
  }
  for (const [name, { value, range, unit }] of Object.entries(parameters)) {
    const path = `parameters.${name}`;
    if (!named.has(name)) refuseName(path, value, asked);
    if (!(value >= range[0] && value <= range[1])) {
      refuse(path, value, `${unit} from ${range[0]} to ${range[1]}`);
    }
  }
  let below = -Infinity;
  for (const name of thresholds) {
    const value = parameters[name]?.value as number;
    if (value <= below) refuse(`parameters.${name}`, value, 'a threshold above the one before it');
    below = value;
  }
}
