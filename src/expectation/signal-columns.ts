import * as z from 'zod/mini';
import { schemaOf } from '../input/schema-of';
import { typedColumn } from '../input/schemas';
import { type Stage, stageSchema } from './stages';

/** Levels 0 to 100 with NaN where a row has none, alone or with reliabilities and spreads. */
export type LevelColumn =
  | Float64Array
  | {
      readonly level: Float64Array;
      /** 0 to 1 in each row that has a level. */
      readonly reliability?: Float64Array | undefined;
      /** At least 0, in points, in each row that has a level. */
      readonly sd?: Float64Array | undefined;
    };

/** Levels that move a register other than `predicted`, so that they carry no spread of their own. */
export type ShiftColumn =
  | Float64Array
  | { readonly level: Float64Array; readonly reliability?: Float64Array | undefined };

/** Amounts beside reference prices, NaN where a row has none. */
export interface PriceColumn {
  readonly amount: Float64Array;
  readonly reference: Float64Array;
  readonly reliability?: Float64Array | undefined;
  readonly sd?: Float64Array | undefined;
}

/** Signals by column, all of one length. */
export interface SignalColumns {
  readonly wordOfMouth?: LevelColumn | undefined;
  readonly advertising?: LevelColumn | undefined;
  readonly companyPromise?: LevelColumn | undefined;
  readonly rolePerception?: ShiftColumn | undefined;
  readonly pastExperience?: LevelColumn | undefined;
  readonly competitorOffer?: ShiftColumn | undefined;
  /** The level that each customer's dominant need calls for. */
  readonly personalNeeds?: ShiftColumn | undefined;
  readonly price?: PriceColumn | undefined;
  readonly ownJudgement?: LevelColumn | undefined;
  readonly firstImpression?: LevelColumn | undefined;
  readonly longTermExperience?: LevelColumn | undefined;
}

/** Customers as `formExpectations` takes them. */
export interface ExpectationColumns {
  /** One stage for all rows, or each row's place in `stageNames`. */
  readonly stage: Stage | Uint8Array;
  readonly signals: SignalColumns;
}

const numbers = typedColumn<Float64Array>(Float64Array, 'a Float64Array');
const codes = typedColumn<Uint8Array>(
  Uint8Array,
  'a stage, or a Uint8Array of places in stageNames',
);
const trust = { reliability: z.optional(numbers) };
const trustAndSpread = { ...trust, sd: z.optional(numbers) };
const levelColumn = z.optional(
  z.union([numbers, z.strictObject({ level: numbers, ...trustAndSpread })]),
);
const shiftColumn = z.optional(z.union([numbers, z.strictObject({ level: numbers, ...trust })]));
const priceColumn = z.optional(
  z.strictObject({ amount: numbers, reference: numbers, ...trustAndSpread }),
);

/** Looks at the shape of columns; what they hold is looked at row by row. */
export const expectationColumnsSchema = schemaOf<ExpectationColumns>()(
  z.strictObject({
    stage: z.union([stageSchema, codes]),
    signals: z.strictObject({
      wordOfMouth: levelColumn,
      advertising: levelColumn,
      companyPromise: levelColumn,
      rolePerception: shiftColumn,
      pastExperience: levelColumn,
      competitorOffer: shiftColumn,
      personalNeeds: shiftColumn,
      price: priceColumn,
      ownJudgement: levelColumn,
      firstImpression: levelColumn,
      longTermExperience: levelColumn,
    }),
  }),
);
