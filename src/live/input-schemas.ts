import * as z from 'zod/mini';
import { dateSchema } from '../input/date';
import type { OtherNames } from '../input/known-names';
import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { functionOf, recordOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import type { LivePromiserJson, Stored } from './snapshot';
import type { LiveRounding } from './state';

// `input.ts` reads events by hand, by the same names, texts and bounds.

/** The bounds of a duration in any unit: less than a billionth of one is none, and its quotes would not be numbers. */
export const durationBounds = { least: 1e-9, most: 1e9 };
/** The same of a feature, to either side. */
export const featureBound = 1e9;
export const idText = 'an id of your own';
export const durationText = (most: number) => `a number above 0 and at most ${most}`;
export const featureText = 'a number from -1e9 to 1e9';

const durationIn = durationText(durationBounds.most);
const id = z.string(idText).check(z.minLength(1, idText));
export const durationSchema = z
  .number()
  .check(z.gte(durationBounds.least, durationIn), z.lte(durationBounds.most, durationIn));
const feature = z
  .number()
  .check(z.gte(-featureBound, featureText), z.lte(featureBound, featureText));
const asked = {
  at: dateSchema,
  group: z.optional(z.string()),
  estimate: z.optional(durationSchema),
  features: z.optional(recordOf(feature)),
};
const quoted = { ...asked, keepRate: z.optional(shareSchema) };

/** What people call a group: such a column without one would leave the order in the group of all. */
export const otherNames: OtherNames = {
  words: { priority: 'group', region: 'group', segment: 'group', zone: 'group' },
  // An empty cell says nothing.
  says: (value) => (value ?? '') !== '',
};

/** Validates a {@link LiveStart} as JSON has it; a promiser itself sees whether it may follow. Other columns are dropped. */
export const liveStartSchema = rowOf({ id, ...quoted }, undefined, otherNames);
/** Validates a {@link LiveEnd} as JSON has it. Other columns are dropped. */
export const liveEndSchema = rowOf({ id, at: dateSchema });
/** Validates a {@link QuoteRequest} as JSON has it; the row of an order that is about to start is one. */
export const quoteRequestSchema = z.strictObject({ id: z.optional(id), ...quoted });

/** What each method of a promiser may be given. */
export const names = {
  start: Object.keys(liveStartSchema.shape),
  end: Object.keys(liveEndSchema.shape),
  quote: Object.keys(quoteRequestSchema.shape),
  capability: ['id', ...Object.keys(asked)],
};

/** How what is quoted becomes what is told. */
export const roundSchema = functionOf<LiveRounding>('a function, such as toMultipleOf(5)');

// What the checksum vouches for is what was written.
const dataSchema = readWith(
  (given: Stored): Stored =>
    typeof given === 'object' && given !== null
      ? given
      : refuse('', given, 'an object', 'wrong-type'),
  { type: 'object' },
);

/** The same, of which the parts are known. */
export const snapshotSchema = z.looseObject({
  kind: z.literal('live-promiser'),
  version: z.number(),
  now: z.nullable(z.string()),
  data: dataSchema,
  checksum: z.string(),
});

/** Validates the JSON of a live promiser but for its checksum, which `reviveLivePromiser` looks at. */
export const livePromiserSchema: z.ZodMiniType<LivePromiserJson, unknown> = snapshotSchema as never;
