import * as z from 'zod/mini';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { checkArray, isFiniteNumber } from './input';

/** Weights, each at least 0, with a finite sum. */
const weightsSchema = readWith((given: ArrayLike<number>): Float64Array => {
  checkArray('', given);
  const { length } = given;
  return reading('', given, () =>
    Float64Array.from({ length }, (_, i) => {
      const weight = given[i];
      if (isFiniteNumber(weight) && weight >= 0 && weight * length < Infinity) return weight;
      return refuse(`[${i}]`, weight, 'a weight of at least 0, all with a finite sum');
    }),
  );
});

/** Flags, as ones and zeros. */
const flagsSchema = readWith((given: ArrayLike<boolean | number>): Uint8Array => {
  checkArray('', given, undefined, 'flags');
  const { length } = given;
  return reading('', given, () =>
    Uint8Array.from({ length }, (_, i) => {
      const flag = given[i];
      if (typeof flag === 'boolean' || flag === 0 || flag === 1) return Number(flag);
      return refuse(`[${i}]`, flag, 'true or false (1 or 0)', 'wrong-type');
    }),
  );
});

/** The fields of a schema of options that say which samples have finished, and how much each counts. */
export const censoredShape = {
  weights: z.optional(weightsSchema),
  finished: z.optional(flagsSchema),
};

/** The same as read. */
export interface ReadCensoring {
  readonly weights?: Float64Array | undefined;
  readonly finished?: Uint8Array | undefined;
}
