import * as z from 'zod/mini';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { atLeast } from '../numerics/nearly';
import type { Better } from './capability';
import { amountsSchema, checkArray, isFiniteNumber } from './input';
import { evenWeights } from './sample-weights';

/** Weights, each at least 0, with a finite sum. */
const weightsSchema = readWith((given: ArrayLike<number>): Float64Array => {
  checkArray('', given);
  const { length } = given;
  const weights = new Float64Array(length);
  reading('', given, () => {
    for (let i = 0; i < length; i++) {
      const weight = given[i];
      if (!(isFiniteNumber(weight) && weight >= 0 && weight * length < Infinity)) {
        refuse(`[${i}]`, weight, 'a weight of at least 0, all with a finite sum');
      }
      weights[i] = weight as number;
    }
  });
  return weights;
});

/** Flags, as ones and zeros. */
const flagsSchema = readWith((given: ArrayLike<boolean | number>): Uint8Array => {
  checkArray('', given, undefined, 'flags');
  const { length } = given;
  const flags = new Uint8Array(length);
  reading('', given, () => {
    for (let i = 0; i < length; i++) {
      const flag = given[i];
      if (!(typeof flag === 'boolean' || flag === 0 || flag === 1)) {
        refuse(`[${i}]`, flag, 'true or false (1 or 0)', 'wrong-type');
      }
      flags[i] = Number(flag);
    }
  });
  return flags;
});

/** The fields of a schema of options that say which samples have finished, and how much each counts. */
export const censoredShape = {
  weights: z.optional(weightsSchema),
  finished: z.optional(flagsSchema),
  lost: z.optional(flagsSchema),
  entered: z.optional(amountsSchema),
};

/** The same as read. */
export interface ReadCensoring {
  readonly weights?: Float64Array | undefined;
  readonly finished?: Uint8Array | undefined;
  readonly lost?: Uint8Array | undefined;
  readonly entered?: Float64Array | undefined;
}

/** What is known of samples, null where it says nothing. */
export interface Known {
  readonly weights: Float64Array | null;
  readonly finished: Uint8Array | null;
  readonly lost: Uint8Array | null;
  readonly entered: Float64Array | null;
}

export function checkLengths(options: ReadCensoring, length: number, path: string): void {
  for (const name of ['weights', 'finished', 'lost', 'entered'] as const) {
    const column = options[name];
    if (column === undefined || column.length === length) continue;
    refuse(`${path}.${name}`, column, `a length of ${length}`, 'length-mismatch');
  }
}

/** What was read, looked at beside the samples it is of. */
export function checkCensoring(
  values: Float64Array,
  options: ReadCensoring & { readonly better?: Better | undefined },
  path: string,
): Known {
  checkLengths(options, values.length, path);
  const lost = options.lost?.includes(1) ? options.lost : null;
  const given = options.finished ?? lost?.map((is) => 1 - is);
  const finished = given?.includes(0) ? given : null;
  const entered = options.entered?.some((x) => x > 0) ? options.entered : null;
  if (options.better === 'higher') {
    const expected = 'finished levels; a level is not under way';
    for (const name of ['finished', 'lost', 'entered'] as const) {
      const known = { finished, lost, entered }[name];
      if (known !== null) refuse(`${path}.${name}`, known, expected, 'out-of-range');
    }
  }
  const both = lost?.findIndex((is, i) => is === 1 && finished?.[i] !== 0) ?? -1;
  if (both >= 0) {
    refuse(
      `${path}.lost[${both}]`,
      true,
      'a sample that is finished or lost, not both',
      'ambiguous',
    );
  }
  if (lost && entered) {
    const expected = 'lost ones or late entries, not both; leave out the lost ones';
    refuse(`${path}.lost`, lost, expected, 'ambiguous');
  }
  entered?.forEach((from, i) => {
    if (from === 0 || !atLeast(from, values[i] as number)) return;
    const expected = `less than ${values[i]}, the time it has taken in all`;
    refuse(`${path}.entered[${i}]`, from, expected, 'out-of-range');
  });
  return {
    weights: evenWeights(options.weights) ? null : options.weights,
    finished,
    lost,
    entered,
  };
}
