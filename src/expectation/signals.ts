import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { schemaOf } from '../input/schema-of';
import { levelSchema, recordOf, reliabilitySchema } from '../input/schemas';
import { type Stage, stageSchema } from './stages';

/** What one factor tells a customer to expect. */
export interface Signal {
  /** The level it points to, 0 to 100. */
  readonly level: Level;
  /** How far the customer trusts it, 0 to 1; at 0 it is as if absent. 1 unless given. */
  readonly reliability?: number | undefined;
  /** Its own standard deviation, 0 to 1000 points; the parameter `signalSd` unless given. */
  readonly sd?: number | undefined;
}

/** A price beside what such a thing usually costs, in the same currency. */
export interface PriceSignal {
  readonly amount: number;
  readonly reference: number;
  readonly reliability?: number | undefined;
  readonly sd?: number | undefined;
}

/** The level each of a customer's needs calls for; one need is dominant. */
export interface NeedsSignal {
  /** By name: one of `commonNeeds`, or any other. */
  readonly needs: Readonly<Record<string, Level>>;
  /** The dominant need; the one with the highest level unless given, which must then be the only one. */
  readonly dominant?: string | undefined;
  readonly reliability?: number | undefined;
}

/** A level alone, or a level with its reliability. */
export type LevelSignal = Level | Signal;

/** A level that moves a register other than `predicted`, so that it carries no spread of its own. */
export type ShiftSignal =
  | Level
  | { readonly level: Level; readonly reliability?: number | undefined };

/** What a customer has to go by, factor by factor; leave out what there is not. */
export interface Signals {
  readonly wordOfMouth?: LevelSignal | undefined;
  readonly advertising?: LevelSignal | undefined;
  readonly companyPromise?: LevelSignal | undefined;
  readonly rolePerception?: ShiftSignal | undefined;
  readonly pastExperience?: LevelSignal | undefined;
  readonly competitorOffer?: ShiftSignal | undefined;
  readonly personalNeeds?: NeedsSignal | undefined;
  readonly price?: PriceSignal | undefined;
  readonly ownJudgement?: LevelSignal | undefined;
  readonly firstImpression?: LevelSignal | undefined;
  readonly longTermExperience?: LevelSignal | undefined;
}

/** A customer as {@link formExpectation} takes one. */
export interface ExpectationInput {
  readonly stage: Stage;
  readonly signals: Signals;
}

const reliability = reliabilitySchema;
const sdText = 'a standard deviation from 0 to 1000 points';
const sd = z.optional(z.number().check(z.gte(0, sdText), z.lte(1000, sdText)));
const moneyText = 'an amount of at least 0';

const levelSignal = z.union(
  [levelSchema, z.strictObject({ level: levelSchema, reliability, sd })],
  'a level from 0 to 100, or { level, reliability, sd }',
);
const shiftSignal = z.union(
  [levelSchema, z.strictObject({ level: levelSchema, reliability })],
  'a level from 0 to 100, or { level, reliability }',
);
/** A price beside its reference. */
export const priceShape = {
  amount: z.number().check(z.gte(0, moneyText)),
  reference: z.number().check(z.gt(0, 'a reference price above 0')),
};
const priceSignal = z.strictObject(
  { ...priceShape, reliability, sd },
  'a price as { amount, reference, reliability, sd }',
);
const needsText = 'needs as { needs: { safety: 90 }, dominant, reliability }';
const needsSignal = z.strictObject(
  {
    needs: recordOf(levelSchema, needsText),
    dominant: z.optional(z.string()),
    reliability,
  },
  needsText,
);

/** Validates {@link Signals}; compose it with zod or zod/mini. */
export const signalsSchema = schemaOf<Signals>()(
  z.strictObject({
    wordOfMouth: z.optional(levelSignal),
    advertising: z.optional(levelSignal),
    companyPromise: z.optional(levelSignal),
    rolePerception: z.optional(shiftSignal),
    pastExperience: z.optional(levelSignal),
    competitorOffer: z.optional(shiftSignal),
    personalNeeds: z.optional(needsSignal),
    price: z.optional(priceSignal),
    ownJudgement: z.optional(levelSignal),
    firstImpression: z.optional(levelSignal),
    longTermExperience: z.optional(levelSignal),
  }),
);

/** Validates an {@link ExpectationInput}; compose it with zod or zod/mini. */
export const expectationInputSchema = schemaOf<ExpectationInput>()(
  z.strictObject({ stage: stageSchema, signals: signalsSchema }),
);
