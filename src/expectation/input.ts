import * as z from 'zod/mini';
import { type NumbersRead, parametersSchema } from '../core/input';
import { recordFor } from '../core/record-for';
import { dateSchema } from '../input/date';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { schemaOf } from '../input/schema-of';
import { functionOf, kindText, levelSchema, recordOf, reliabilitySchema } from '../input/schemas';
import type { ExpectationEvent, Experience } from './events';
import type { Expectation } from './expectation';
import { factorNames, otherFactors, predictedFactors } from './factors';
import { learntWeights } from './learnt-weights';
import { type ExpectationNumbers, expectationDefaults } from './parameters';
import type { ExpectationInput, Signals } from './signals';
import { type FactorOrder, type Stage, stageNames } from './stages';
import type { WeightingMethod } from './weighting';

/** What was given in place of an object, or beside its fields, and what belongs there; else the known names are listed. */
const shapeText = (text: string, hints: Readonly<Record<string, string>>) => ({
  error: (issue: z.core.$ZodRawIssue): string | undefined => {
    if (issue.code === 'invalid_type') return text;
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const found = keys.find((key) => Object.hasOwn(hints, key));
    return found && `${text}; ${hints[found]}`;
  },
});
const aHistory = 'a history goes to classifyStage, which tells the stage';
const ofHistory = { firstPurchase: aHistory, uses: aHistory };

/** Validates a {@link Stage}. */
export const stageSchema = schemaOf<Stage>()(z.enum(stageNames));

const reliability = reliabilitySchema;
const sdText = 'a standard deviation from 0 to 1000 points';
const sd = z.optional(z.number().check(z.gte(0, sdText), z.lte(1000, sdText)));

const signalSchema = z.union(
  [levelSchema, z.strictObject({ level: levelSchema, reliability, sd })],
  'a level from 0 to 100, or { level, reliability, sd }; leave out a signal that there is none of',
);
const shiftSchema = z.union(
  [levelSchema, z.strictObject({ level: levelSchema, reliability })],
  'a level from 0 to 100, or { level, reliability }; leave out a signal that there is none of',
);
const priceShape = {
  amount: z.number().check(z.gte(0, 'an amount of at least 0')),
  reference: z.number().check(z.gt(0, 'a reference price above 0')),
};
const needsText = 'needs as { needs: { safety: 90 }, dominant, reliability }';

/** A price beside its reference. */
export const priceSchema = once(() => z.strictObject(priceShape));

/** Validates {@link Signals}; compose it with zod or zod/mini. */
export const signalsSchema = schemaOf<Signals>()(
  z.strictObject(
    {
      ...recordFor(factorNames, () => z.optional(signalSchema)),
      ...recordFor(otherFactors, () => z.optional(shiftSchema)),
      personalNeeds: z.optional(
        z.strictObject(
          {
            needs: recordOf(levelSchema, needsText),
            dominant: z.optional(z.string()),
            reliability,
          },
          needsText,
        ),
      ),
      price: z.optional(
        z.strictObject(
          { ...priceShape, reliability, sd },
          'a price as { amount, reference, reliability, sd }',
        ),
      ),
    },
    shapeText('signals by factor, such as { wordOfMouth: 80 }', ofHistory),
  ),
);

/** Validates an {@link ExpectationInput}; compose it with zod or zod/mini. */
export const expectationInputSchema = schemaOf<ExpectationInput>()(
  z.strictObject(
    { stage: stageSchema, signals: signalsSchema },
    shapeText("a customer as { stage: 'never-used', signals: { wordOfMouth: 80 } }", ofHistory),
  ),
);

/** Validates an {@link Expectation}, such as one that comes back from storage. */
export const expectationSchema = schemaOf<Expectation>()(
  z
    .strictObject(
      {
        stage: stageSchema,
        predicted: z.strictObject({
          mean: levelSchema,
          variance: z.number().check(z.gte(0, 'a variance of at least 0')),
        }),
        desired: levelSchema,
        adequate: levelSchema,
        promised: z.nullable(levelSchema),
        dominantFactor: z.nullable(z.enum(predictedFactors)),
        dominantNeed: z.nullable(z.string()),
        parameters: z.string(),
      },
      shapeText('an expectation, as formExpectation forms it', {
        signals: 'signals go to formExpectation first',
        ...ofHistory,
      }),
    )
    .check(
      z.refine(
        ({ predicted, desired, adequate }) => adequate <= desired && predicted.mean <= desired,
        'predicted and adequate no higher than desired',
      ),
    ),
);

const experienceShape = { perceived: levelSchema, needMet: z.optional(z.boolean()) };
const eventSdText = 'a standard deviation above 0, up to 1000 points';
const eventSd = z.optional(z.number().check(z.gt(0, eventSdText), z.lte(1000, eventSdText)));

const told = z.literal(['information', 'promise']);

/** Validates an {@link Experience}. */
export const experienceSchema = schemaOf<Experience>()(z.strictObject(experienceShape));

/** Validates an {@link ExpectationEvent}; compose it with zod or zod/mini. */
export const expectationEventSchema = schemaOf<ExpectationEvent>()(
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: told, level: levelSchema, sd: eventSd }),
      z.strictObject({ kind: z.literal('experience'), ...experienceShape, sd: eventSd }),
      z.strictObject({ kind: z.literal('purchase') }),
      z.strictObject({ kind: z.literal('competitorOffer'), level: levelSchema, reliability }),
      z.strictObject({ kind: z.literal('need'), need: z.string(), level: levelSchema }),
    ],
    kindText(
      "an event such as { kind: 'experience', perceived: 80 }",
      'one of information, promise, purchase, experience, competitorOffer, need',
    ),
  ),
);

/** What is known of a customer. */
export const customerHistorySchema = rowOf(
  { firstPurchase: z.nullable(dateSchema), uses: z.array(dateSchema) },
  'a history as { firstPurchase, uses }; for someone who has not bought, { firstPurchase: null, uses: [] }',
);

/** The numbers of the model, those of the defaults unless others are given, with the weights that a set may hold. */
const parameters = z.pipe(
  parametersSchema(expectationDefaults),
  readWith((given: NumbersRead<keyof ExpectationNumbers>) => ({
    ...given,
    learnt: reading('', given.set, () => learntWeights(given.set)),
  })),
);

/** Options of which only the parameters can be set. */
export const parametersOnlySchema = z.strictObject({ parameters });

/** A weighting method; what it returns is looked at where it is used. */
export const methodSchema = functionOf<WeightingMethod>();

const orderSchema = z.pipe(
  z.array(z.union([z.string(), z.array(z.string())])),
  readWith(readOrder),
);

/** How ranks become weights, with the order of factors as groups that tie. */
export const weightingSchema = z.strictObject({
  method: z.optional(methodSchema),
  order: z.optional(orderSchema),
  parameters,
});

function readOrder(order: (string | string[])[]): FactorOrder {
  const groups = order.map((entry) => (typeof entry === 'string' ? [entry] : entry));
  const seen = new Set<string>();
  const read = (name: string) => {
    const factor = predictedFactors.find((known) => known === name);
    if (factor === undefined) {
      const expected = `factors that inform the predicted level: ${predictedFactors.join(', ')}`;
      return refuse('', name, expected, 'unknown-name');
    }
    if (seen.has(factor)) refuse('', factor, 'each factor once', 'ambiguous');
    seen.add(factor);
    return factor;
  };
  const factors = groups.map((group) => group.map(read));
  if (seen.size === 0 || groups.some((group) => group.length === 0)) {
    refuse('', groups, 'at least one factor at every place', 'missing');
  }
  return factors;
}
