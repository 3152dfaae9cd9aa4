import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { Capability } from './capability';
import { capabilityOf } from './capability-of';
import { signOf } from './distribution';
import { jsonShape, numbersSchema, quantityShape, readSamples } from './input';
import { censoredShape, checkCensoring, type ReadCensoring } from './input-censoring';
import type { QuantityOptions } from './quantity';
import { fromValues } from './samples';
import type { CapabilitySource } from './source';
import { survivalDistribution, survivalOf } from './survival';
import { checkWatched, finishedSize, longestUnderWay, watchedOf } from './watched';

/** What is known of samples besides their values. */
export interface CensoredOptions extends QuantityOptions {
  /**
   * Whether each has finished; false (or 0) for one that is still under way after that time and will take
   * longer; in `business-days`, which are whole, for one under way on that day, which may end on it. All have unless given.
   */
  readonly finished?: ArrayLike<boolean | number> | undefined;
  /**
   * Whether each was lost after that time and will never finish, so that none of it counts as slow: what is learnt
   * holds for those that do finish. None was unless given.
   */
  readonly lost?: ArrayLike<boolean | number> | undefined;
  /**
   * How long each had been under way when watching it began, below the sample: orders that were older than that and had
   * ended already are not in the record (left truncation). 0 for all unless given.
   */
  readonly entered?: ArrayLike<number> | undefined;
  /** How much each sample counts, at least 0, such as {@link recencyWeights} gives; all alike unless given. */
  readonly weights?: ArrayLike<number> | undefined;
}

const kind = 'censored';
export const censoredOptionsSchema = once(() =>
  z.strictObject({ ...quantityShape, ...censoredShape }),
);
const jsonSchema = once(() =>
  z.strictObject({
    ...jsonShape,
    ...censoredShape,
    samples: numbersSchema,
    deviations: z.boolean(),
  }),
);

/**
 * What can be delivered, learnt from observations of which some are not over, or count more than others.
 * Those under way count as longer than they have taken so far, by the estimator of Kaplan and Meier (1958):
 * leaving them out would make quotes too short, since the slow ones are the last to finish.
 *
 * Quantiles beyond the longest finished time are not identified while something longer is under way. There
 * are no ranks, hence no finite-sample guarantee, unless all have finished and count alike; `n` is the
 * effective size of the finished ones, `(sum w)^2 / sum w^2` (Kish 1965).
 *
 * A plan on them says how sure the chance is by Greenwood's variance (Kalbfleisch and Prentice 1980). What hides a quantile
 * stands in `stillUnderWay`: how many are under way for longer than any took that finished, and how old the oldest is.
 * With lost ones, quantiles are of those that finish (Aalen and Johansen 1978). Those under way for longer than all that
 * ended count as if they will, and the interval of a chance reaches up to what holds if none does. With late entries,
 * of those that take longer than the earliest (Tsai, Jewell and Wang 1987).
 *
 * From dates, {@link capabilityAsOf} makes the samples, the flags and the weights.
 *
 * @param samples observations in one unit, such as durations, in any order; at least one finished, none below 0 unless they are
 *   deviations. They are copied.
 * @throws InvalidInputError `out-of-range` for a sample or a weight that is not finite or below 0, with its
 *   place in the path, and for a level that is under way, `length-mismatch` for weights or `finished` of
 *   another length, `ambiguous` for a sample that is both finished and lost, and for lost ones beside late entries;
 *   NotEnoughDataError when no sample has finished with a weight above 0, or all that were watched ended before others
 *   entered
 * @example
 * ```ts
 * import { capabilityFromCensored } from 'overdeliver';
 *
 * const finished = [true, false, true, true, true];
 * const now = capabilityFromCensored([38, 52, 41, 45, 47], { unit: 'minutes', finished });
 * now.quantile(0.8); // => 47
 * now.identified; // => 0.8
 * now.quantile(0.9); // => throws not-identified
 * ```
 */
export function capabilityFromCensored(
  samples: ArrayLike<number>,
  options: CensoredOptions,
): Capability {
  return door('capabilityFromCensored', () =>
    fromCensored(samples, read(censoredOptionsSchema, options, 'options'), 'samples', 'options'),
  );
}

/** Revives what {@link capabilityFromCensored} made. */
export const censoredSource = Object.freeze<CapabilitySource>({
  kind,
  revive: (json, _, path) =>
    door('reviveCapability', () => {
      const { samples, ...censored } = read(jsonSchema, json, path);
      return fromCensored(samples, censored, `${path}.samples`, path);
    }),
});

/** Samples that are still to be read, of options that were and stand at `optionsPath`. */
export function fromCensored(
  samples: ArrayLike<number>,
  options: QuantityOptions & ReadCensoring,
  samplesPath: string,
  optionsPath: string,
): Capability {
  const { unit, better = 'lower', deviations = false } = options;
  const sign = signOf(better);
  const values = readSamples(samplesPath, samples, deviations, sign);
  const known = checkCensoring(values, options, optionsPath);
  if (Object.values(known).every((column) => column === null)) {
    return fromValues(kind, values, options);
  }
  const n = finishedSize(samplesPath, values, known);
  const watched = watchedOf(values, known, unit);
  const curve = survivalOf(watched);
  checkWatched(samplesPath, curve);
  const atMost = known.lost ? watchedOf(values, known, unit, 0) : null;
  return capabilityOf({
    kind,
    unit,
    better,
    n,
    deviations,
    stillUnderWay: curve.identified < 1 ? longestUnderWay(values, watched, curve) : undefined,
    distribution: survivalDistribution(curve, watched, atMost),
    data: () => ({
      samples: Array.from(values, (x) => sign * x + 0),
      deviations,
      ...Object.fromEntries(
        Object.entries(known).flatMap(([name, column]) =>
          column ? [[name, Array.from(column)]] : [],
        ),
      ),
    }),
  });
}
