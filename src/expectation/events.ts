import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { schemaOf } from '../input/schema-of';
import { levelSchema, reliabilitySchema } from '../input/schemas';

/** Something learnt before or between uses: it moves the predicted level, usually down (D16). */
export interface InformationEvent {
  readonly kind: 'information';
  /** The level it points to. */
  readonly level: Level;
  /** How far it may be off, in points, above 0 and up to 1000; the parameter `informationSd` unless
   * given. */
  readonly sd?: number | undefined;
}

/** A promise the company makes: information that the next experience will be held to (D3). */
export interface PromiseEvent {
  readonly kind: 'promise';
  readonly level: Level;
  /** How far it may be off, in points, above 0 and up to 1000; the parameter `informationSd` unless
   * given. */
  readonly sd?: number | undefined;
}

/** A use as it is judged. */
export interface Experience {
  /** The level perceived; not the satisfaction felt. */
  readonly perceived: Level;
  /** Whether the product met the customer's need; at first use this decides (D13). */
  readonly needMet?: boolean | undefined;
}

/** A use: it moves the predicted and the adequate level, may lift the desired one, and is compared with what was expected. */
export interface ExperienceEvent extends Experience {
  readonly kind: 'experience';
  /** How far one use may stray from the usual, in points, above 0 and up to 1000; the parameter `experienceSd`
   * unless given. */
  readonly sd?: number | undefined;
}

/** A competitor's offer that became known: it may lift the desired level (D6). */
export interface OfferEvent {
  readonly kind: 'competitorOffer';
  readonly level: Level;
  /** How far it is believed, 0 to 1; 1 unless given. */
  readonly reliability?: number | undefined;
}

/** A need that changed: it may lift the desired level, and becomes the dominant one (D7, D17). */
export interface NeedEvent {
  readonly kind: 'need';
  readonly need: string;
  /** The level it calls for. */
  readonly level: Level;
}

/** What moves an expectation (D17). */
export type ExpectationEvent =
  | InformationEvent
  | PromiseEvent
  | ExperienceEvent
  | OfferEvent
  | NeedEvent;

const level = levelSchema;
const reliability = reliabilitySchema;
const sdText = 'a standard deviation above 0, up to 1000 points';
const sd = z.optional(z.number().check(z.gt(0, sdText), z.lte(1000, sdText)));

const experience = { perceived: level, needMet: z.optional(z.boolean()) };

/** Validates an {@link Experience}. */
export const experienceSchema = schemaOf<Experience>()(z.strictObject(experience));

/** Validates an {@link ExpectationEvent}; compose it with zod or zod/mini. */
export const expectationEventSchema = schemaOf<ExpectationEvent>()(
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('information'), level, sd }),
      z.strictObject({ kind: z.literal('promise'), level, sd }),
      z.strictObject({ kind: z.literal('experience'), ...experience, sd }),
      z.strictObject({ kind: z.literal('competitorOffer'), level, reliability }),
      z.strictObject({ kind: z.literal('need'), need: z.string(), level }),
    ],
    'one of information, promise, experience, competitorOffer, need',
  ),
);
