import * as z from 'zod/mini';
import { check } from '../core/check';
import { uniforms } from '../numerics/uniforms';
import type { SatisfactionColumns } from '../satisfaction/experience-columns';
import { coefficientNames, numbersOfModel, sharesOf } from '../satisfaction/model-numbers';
import { designOf } from './design';
import type { SatisfactionFitOptions } from './fit-options';
import { fitSatisfaction } from './fit-satisfaction';
import { observe } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { quantileOf } from './quantile-of';
import { joined, shuffled, take } from './resample';

/** A coefficient beside what it comes to when expectations are dealt out among customers by chance. */
export interface PermutedTerm {
  readonly term: string;
  readonly estimate: number;
  /** The mean over shuffles, near 0 where the model has performance in it as it truly counts; and their spread. */
  readonly mean: number;
  readonly sd: number;
  /** The middle 95% of them. */
  readonly low: number;
  readonly high: number;
  /** How often chance strays as far from that mean, (1 + as often) / (1 + shuffles) (Phipson & Smyth 2010). */
  readonly p: number;
}

/**
 * The negative control of a fit: expectations are shuffled among customers and the model is fitted again, many times.
 * What gaps then seem to do is chance, as long as the model has performance in it; an effect of your own data that
 * lies among the shuffled ones is no effect.
 *
 * @param options what {@link fitSatisfaction} takes, a `seed`, and how many `shuffles`, 100 unless given
 * @throws what {@link fitSatisfaction} throws
 * @example
 * ```ts
 * import { permuteExpectations } from 'overdeliver';
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
  const fn = 'permuteExpectations';
  const { seed, shuffles = 100, ...rest } = options;
  check(fn, ownSchema, { seed, shuffles }, 'options');
  const fit = { ...rest, folds: 0 };
  const { model } = fitSatisfaction(columns, answers, fit);
  const seen = observe(fn, columns, answers, model);
  const numbers = numbersOfModel(model);
  const share = sharesOf(fn, seen.layout.dimensions, numbers);
  const names = coefficientNames(model);
  const terms = names.filter((name) => /\.(gap|gain|loss|broken)$/.test(name));
  const all = Uint32Array.from(seen.answer.keys());
  const next = uniforms(seed);
  const drawn = terms.map(() => new Float64Array(shuffles));
  for (let i = 0; i < shuffles; i++) {
    const order = shuffled(next, all.length);
    const dimensions = seen.layout.dimensions.map((one) =>
      joined(one, take(one.expected, order), one.got, one.waiting),
    );
    const layout = { ...seen.layout, dimensions };
    const design = designOf({ ...seen, layout }, model, numbers, share);
    const { at } = fitOrdinal(design, all);
    terms.forEach((term, t) => {
      const place = design.thresholds + names.indexOf(term);
      (drawn[t] as Float64Array)[i] = (at[place] as number) * (design.scale[place] as number);
    });
  }
  return terms.map((term, t) => {
    const sorted = (drawn[t] as Float64Array).sort();
    const estimate = model.parameters[term]?.value as number;
    const mean = sorted.reduce((sum, x) => sum + x, 0) / shuffles;
    const squares = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    const asMuch = sorted.filter((x) => Math.abs(x - mean) >= Math.abs(estimate - mean)).length;
    return {
      term,
      estimate,
      mean,
      sd: Math.sqrt(squares / (shuffles - 1)),
      low: quantileOf(sorted, 0.025),
      high: quantileOf(sorted, 0.975),
      p: (1 + asMuch) / (1 + shuffles),
    };
  });
}

const shufflesText = 'a whole number of shuffles of at least 20';
const seedText = 'a whole number from 0 to 2^53 - 1';
const ownSchema = z.strictObject({
  seed: z.int(seedText).check(z.gte(0, seedText)),
  shuffles: z.int(shufflesText).check(z.gte(20, shufflesText)),
});
