import * as z from 'zod/mini';
import type { Interval } from '../../core/interval';
import { door } from '../../input/door';
import { seedSchema } from '../../input/fit-options';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { refuse } from '../../input/refusal';
import { interpolatedQuantile } from '../../numerics/interpolated-quantile';
import { atLeast } from '../../numerics/nearly';
import { placesBelow, take } from '../../numerics/places-that';
import { uniforms } from '../../numerics/uniforms';
import { average } from '../contributions';
import { fieldsOf } from '../dimensions';
import type { SatisfactionColumns } from '../experience';
import { fieldsSchema } from '../input';
import { coefficientNames } from '../parameter-names';
import { designOf } from './design';
import { fitModel } from './fit-model';
import type { SatisfactionFitOptions } from './fit-options';
import { answersSchema, countSchema, fitShape, readObservations } from './input';
import { bareModel } from './input-form';
import { fitOrdinal } from './ordinal-fit';
import { pooled } from './pool';
import { joined, shuffled } from './resample';

/**
 * A coefficient beside what it comes to when expectations are dealt out among customers by chance; `low` and `high` hold
 * the middle 95% of that.
 *
 * @inline
 */
export interface PermutedTerm extends Interval<number | null> {
  readonly term: string;
  readonly estimate: number;
  /**
   * The mean over shuffles, near 0 where the model has performance in it as it truly counts; and their spread. Null,
   * with what follows, where fewer than 20 shuffles could be fitted.
   */
  readonly mean: number | null;
  readonly sd: number | null;
  /**
   * How often chance strays as far from that mean, (1 + as often) / (1 + shuffles) (Phipson & Smyth 2010); a shuffle
   * that could not be fitted counts as one that does.
   */
  readonly p: number | null;
  /** How many shuffles could not be fitted, since they leave a term without rows or separate answers perfectly. */
  readonly unfitted: number;
}

/**
 * The negative control of a fit: expectations are shuffled among customers and the model is fitted again, many times.
 * What gaps then seem to do is chance, as long as the model has performance in it; an effect of your own data that
 * lies among the shuffled ones is no effect.
 *
 * @param options what {@link fitSatisfaction} takes, a `seed`, and how many `shuffles`, 100 unless given
 * @param answers the answers given, one a row, on the model's scale
 * @throws InvalidInputError `ambiguous` where all expectations of a dimension with gaps are equal, so that shuffling
 *   them changes nothing; otherwise what {@link fitSatisfaction} throws
 * @example
 * ```ts
 * import { permuteExpectations } from 'overdeliver/satisfaction';
 *
 * const expected = Float64Array.from({ length: 90 }, (_, i) => 50 + ((i * 37) % 41));
 * const perceived = Float64Array.from({ length: 90 }, (_, i) => 40 + ((i * 17) % 53));
 * const answers = Array.from(perceived, (level, i) => Math.min(3, Math.floor(level / 25 + (i % 3) / 2)));
 * const [gap] = permuteExpectations({ expected, perceived }, answers, {
 *   form: {
 *     answers: { min: 1, max: 3 },
 *     dimensions: {
 *       level: { kind: 'level', unit: 'points', terms: ['performance', 'gap'], value: 'identity' },
 *     },
 *   },
 *   id: 'ours/control',
 *   setting: 'our customers',
 *   data: 'our survey',
 *   licence: 'internal',
 *   seed: 1,
 * });
 * gap?.p; // => 0.87
 * ```
 */
export function permuteExpectations(
  columns: SatisfactionColumns,
  answers: ArrayLike<number>,
  options: SatisfactionFitOptions & {
    readonly seed: number;
    readonly shuffles?: number | undefined;
  },
): readonly PermutedTerm[] {
  return door('permuteExpectations', () => {
    const { seed, shuffles = 100, ...given } = read(optionsSchema, options, 'options');
    const bare = bareModel(given);
    const observed = readObservations(
      read(fieldsSchema, columns, 'columns'),
      read(answersSchema, answers, 'answers'),
      { ...bare.model, partial: false },
      '',
      'options.form',
    );
    const { seen, form } = pooled(observed, given);
    const { model } = fitModel(seen, form, { ...given, folds: 0 });
    const names = coefficientNames(model);
    const terms = names.filter((name) => /\.(gap|gain|loss|broken)$/.test(name));
    const all = placesBelow(seen.answer.length);
    const next = uniforms(seed);
    for (const { name, at, dimension, expected } of seen.layout.dimensions) {
      if (!terms.some((term) => term.startsWith(`${name}.`))) continue;
      if (expected.some((x) => x !== expected[0])) continue;
      const path = `${at}${fieldsOf(dimension.kind)[0]}`;
      refuse(path, expected, 'expectations that differ among customers', 'ambiguous');
    }
    const drawn: Float64Array[] = [];
    for (let i = 0; i < shuffles; i++) {
      const order = shuffled(next, all.length);
      const dimensions = seen.layout.dimensions.map((one) =>
        joined(one, take(one.expected, order), one.got, one.waiting),
      );
      const layout = { ...seen.layout, dimensions };
      const design = designOf({ ...seen, layout }, model, form);
      if (design.redundant !== null) continue;
      const { at, converged } = fitOrdinal(design, all);
      if (converged) {
        drawn.push(
          at
            .subarray(design.thresholds)
            .map((x, j) => x * (design.scale[design.thresholds + j] as number)),
        );
      }
    }
    const unfitted = shuffles - drawn.length;
    return terms.map((term) => {
      const place = names.indexOf(term);
      const sorted = Float64Array.from(drawn, (at) => at[place] as number).sort();
      const estimate = model.parameters[term]?.value as number;
      if (sorted.length < leastShuffles) {
        return { term, estimate, mean: null, sd: null, low: null, high: null, p: null, unfitted };
      }
      const mean = average(sorted);
      const strays = sorted.map((x) => Math.abs(x - mean));
      const asMuch = strays.filter((stray) => atLeast(stray, Math.abs(estimate - mean))).length;
      return {
        term,
        estimate,
        mean,
        sd: Math.sqrt(strays.reduce((sum, x) => sum + x * x, 0) / (sorted.length - 1)),
        // The middle 95%.
        low: interpolatedQuantile(sorted, 0.025),
        high: interpolatedQuantile(sorted, 0.975),
        p: (1 + asMuch + unfitted) / (1 + shuffles),
        unfitted,
      };
    });
  });
}

/** Of fewer, p could not come below .05: it is at least 1 in one more than there are. */
const leastShuffles = 20;
const optionsSchema = once(() =>
  z.strictObject({
    ...fitShape,
    seed: seedSchema(),
    shuffles: countSchema('shuffles', leastShuffles),
  }),
);
