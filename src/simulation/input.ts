import * as z from 'zod/mini';
import { capabilitySchema } from '../capability/input';
import { parametersSchema } from '../core/input';
import { parametersOnlySchema, signalsSchema } from '../expectation/input';
import { seedSchema } from '../input/fit-options';
import { once } from '../input/once';
import { read } from '../input/read';
import { functionOf, positiveSchema, recordOf, wholeFrom } from '../input/schemas';
import { shareSchema } from '../input/share';
import { surveyIntentions } from '../loyalty/intention-model';
import { wordOfMouthDefaults } from '../loyalty/word-of-mouth-model';
import { attractionSchema } from '../promise/input';
import { modelSchema, readModel } from '../satisfaction/input-model';
import { marketplaceSatisfaction } from '../satisfaction/marketplace';
import { mixedSatisfaction } from '../satisfaction/mixed';
import { outcomeDefaults } from '../satisfaction/noticeable';
import { compileWorld, type WorldRead } from './compile-world';
import { simulationDefaults } from './parameters';
import type { Policy } from './policy';
import type { SimulationProgress } from './progress';

const amountText = 'an amount from 0 to 1e12';
const amount = z.number(amountText).check(z.gte(0, amountText), z.lte(1e12, amountText));
const positive = z.optional(positiveSchema());

/** All that is known of customers is held in memory, and each day looks at them. */
const mostCustomers = 1_000_000;
const count = z.optional(wholeFrom(0, mostCustomers));
const customersText =
  'a number of customers from 1 to 1,000,000, or how many there are at each stage';
const customersSchema = z
  .union(
    [
      wholeFrom(1, mostCustomers),
      z.strictObject({ 'never-used': count, 'first-use': count, 'long-term': count }),
    ],
    customersText,
  )
  .check(
    z.refine((customers) => {
      if (typeof customers === 'number') return true;
      const all = Object.values(customers).reduce<number>((sum, n) => sum + (n ?? 0), 0);
      return all >= 1 && all <= mostCustomers;
    }, customersText),
  );

/** What speaks to the predicted level, but for word of mouth, which arises in the world, and the policy's promise. */
const heardSchema = z.pick(signalsSchema, {
  advertising: true,
  pastExperience: true,
  price: true,
  ownJudgement: true,
  firstImpression: true,
  longTermExperience: true,
});

const modelsSchema = z.strictObject({
  expectation: parametersOnlySchema.shape.parameters,
  satisfaction: z.optional(modelSchema),
  outcome: parametersSchema(outcomeDefaults),
  intention: parametersSchema(surveyIntentions),
  wordOfMouth: parametersSchema(wordOfMouthDefaults),
});

const worldSchema = once(() =>
  z.strictObject({
    capability: capabilitySchema,
    attraction: attractionSchema,
    order: z.strictObject({
      revenue: amount,
      cost: amount,
      perUnitLate: z.optional(amount),
      perBroken: z.optional(amount),
    }),
    customers: customersSchema,
    days: wholeFrom(1, 3650),
    seed: seedSchema(),
    replications: z.optional(wholeFrom(2, 1000)),
    signals: z.optional(heardSchema),
    usual: positive,
    daysPerUnit: positive,
    parameters: parametersSchema(simulationDefaults),
    models: z.optional(modelsSchema),
  }),
);

/** Reads a world, and takes its models to where they are used. */
export function readWorld(world: unknown): WorldRead {
  const given = read(worldSchema, world, 'world');
  const models = given.models ?? read(modelsSchema, {}, 'world.models');
  const standard = given.capability.unit === 'days' ? marketplaceSatisfaction : mixedSatisfaction;
  return compileWorld(given, {
    ...models,
    satisfaction: models.satisfaction ?? readModel(standard),
  });
}

const batchSchema = z.optional(wholeFrom(1, mostCustomers));

/** What all that takes long has. */
const longShape = { batch: batchSchema };
const confidenceShape = { confidence: z.optional(shareSchema) };
const progressShape = {
  onProgress: z.optional(functionOf<(progress: SimulationProgress) => void>()),
};

const policiesText = 'policies by name, such as { margin: planFor(0.9) }';
const policyShape = {
  policies: recordOf(functionOf<Policy>('a policy, such as planFor(0.9)'), policiesText),
};

export const stepsSchema = once(() =>
  z.strictObject({ ...longShape, ...confidenceShape, ...policyShape }),
);
export const policiesSchema = once(() => z.extend(stepsSchema(), progressShape));

const ratesText = 'from 3 to 101 keep rates, each above the one before it';
const ratesShape = {
  keepRates: z.optional(
    z.array(shareSchema, ratesText).check(
      z.minLength(3, ratesText),
      z.maxLength(101, ratesText),
      z.refine(
        (rates) => rates.every((rate, i) => i === 0 || rate > (rates[i - 1] as number)),
        ratesText,
      ),
    ),
  ),
};

export const sweepStepsSchema = once(() => z.strictObject({ ...longShape, ...ratesShape }));
export const sweepSchema = once(() => z.extend(sweepStepsSchema(), progressShape));

export const searchStepsSchema = once(() => z.extend(sweepStepsSchema(), confidenceShape));
export const searchSchema = once(() => z.extend(searchStepsSchema(), progressShape));
