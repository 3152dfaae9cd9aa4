import * as z from 'zod/mini';
import { recordFor } from '../core/record-for';
import { once } from '../input/once';
import { schemaOf } from '../input/schema-of';
import { numbersText, typedColumn } from '../input/schemas';
import { factorNames, otherFactors } from './factors';
import type { ExpectationColumns } from './signal-columns';
import { stageNames } from './stages';

const numbers = typedColumn<Float64Array>(Float64Array, numbersText);
const stageText = `one of ${stageNames.join(', ')} for all rows, or a Uint8Array of places in stageNames`;
const stageColumn = z.union([
  z.enum(stageNames, stageText),
  typedColumn<Uint8Array>(Uint8Array, stageText),
]);
const reliability = z.optional(numbers);
const sd = z.optional(numbers);

const signalColumn = z.optional(
  z.union([numbers, z.strictObject({ level: numbers, reliability, sd })]),
);
const shiftColumn = z.optional(z.union([numbers, z.strictObject({ level: numbers, reliability })]));

/** Looks at the shape of columns; what they hold is looked at row by row, as they are used. */
export const expectationColumnsSchema = once(() =>
  schemaOf<ExpectationColumns>()(
    z.strictObject({
      stage: stageColumn,
      signals: z.strictObject({
        ...recordFor(factorNames, () => signalColumn),
        ...recordFor(otherFactors, () => shiftColumn),
        price: z.optional(z.strictObject({ amount: numbers, reference: numbers, reliability, sd })),
      }),
    }),
  ),
);
