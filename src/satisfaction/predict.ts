import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import type { Outcome } from '../core/outcome';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { type Cases, casesFor } from './cases';
import type { CompiledModel } from './compile';
import { average } from './contributions';
import { fieldsOf } from './dimensions';
import type { SatisfactionExperience } from './experience';
import { experienceSchema, modelFor } from './input';
import { type ReadExperience, readExperience } from './input-experience';
import { modelSchema } from './input-model';
import type { SatisfactionModel } from './model';
import { outcomeDefaults } from './noticeable';
import { answerChances, expectedScore } from './ordinal';
import { outcomeChances } from './outcome-chances';
import { leadOf } from './utility';
import { type SatisfactionWarning, unexpected, warningsOf } from './warnings';

/** How a customer will feel. */
export interface SatisfactionPrediction {
  /** The expected answer on 0 (worst) to 100 (best). */
  readonly score: number;
  /** The chance of each answer, from worst to best; they add up to 1. */
  readonly answers: readonly number[];
  /**
   * The chance of each outcome, 0 or 1 where all is known: below as soon as one dimension is, exceeded when one is
   * and none is below.
   */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** The likeliest outcome. */
  readonly outcome: Outcome;
  /**
   * By dimension: better than promised or expected above 0, in `unit`; the mean where it is uncertain. Only where
   * something was expected.
   */
  readonly gaps: Readonly<Record<string, { readonly gap: number; readonly unit: string }>>;
  /** The model, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
  readonly warnings: readonly SatisfactionWarning[];
}

/** Which numbers predict. */
export interface SatisfactionOptions {
  /**
   * `marketplaceSatisfaction` for a time promised in days and `surveySatisfaction` for levels, which were fitted;
   * `mixedSatisfaction`, which is assumed, for other times, for a cost and for several dimensions, unless given.
   */
  readonly model?: SatisfactionModel | undefined;
  /** The differences that are noticed; `outcomeDefaults` unless given. */
  readonly parameters?: typeof outcomeDefaults | undefined;
}

/**
 * Predicts how satisfied a customer will be, from what was promised and delivered, or from the levels
 * expected and perceived, or from several of these at once: the chance of every answer by an ordinal logit
 * (McCullagh 1980), and their expectation as a score. What is not known yet may be given as a mean and a
 * standard deviation, or as a capability; 1,000 cases then stand for what may happen.
 *
 * A model that counts performance alone needs no promise and no expectation. Without them there is no gap, and what was not
 * expected counts as `met`, as `no-expectation` in `warnings` says.
 *
 * Days are judged by how many they are, by a model fitted to parcels; other times by their share of the promise, by a
 * model whose numbers are assumed, which `warnings` say.
 *
 * @param experience `{ promised, actual, unit, stillWaiting }`, `{ promised, actual, currency }`,
 *   `{ expected, perceived }`, or `{ dimensions, covariates }` with several of them by name
 * @throws InvalidInputError `out-of-range`, `wrong-type`, `missing` or `unknown-name` for a bad
 *   experience or model, `unit-mismatch` for another unit or a model of other dimensions, `ambiguous` for
 *   one experience beside a model of several alike, `unknown-version` for a model of a later version
 * @example
 * ```ts
 * import { predictSatisfaction } from 'overdeliver';
 *
 * predictSatisfaction({ promised: 10, actual: 8, unit: 'days' }).score; // => 83.0
 * predictSatisfaction({ promised: 10, actual: 12, unit: 'days', stillWaiting: true }).score; // => 23.7
 * predictSatisfaction({ expected: 70, perceived: 80 }).score; // => 76.1
 *
 * const evening = {
 *   dimensions: {
 *     time: { promised: 60, actual: { mean: 50, sd: 8 }, unit: 'minutes' },
 *     service: { expected: 70, perceived: 85 },
 *   },
 * } as const;
 * predictSatisfaction(evening).outcomes; // => { below: 0.106, met: 0, exceeded: 0.894 }
 * ```
 */
export function predictSatisfaction(
  experience: SatisfactionExperience,
  options: SatisfactionOptions = {},
): SatisfactionPrediction {
  return door('predictSatisfaction', () => {
    const given = read(experienceSchema, experience);
    const { model, parameters } = read(optionsSchema, options, 'options');
    const compiled = modelFor(given, model);
    return predictionOf(readExperience(given, compiled.model), compiled, parameters.numbers)
      .prediction;
  });
}

/** The options of a prediction. */
export const predictionShape = {
  model: z.optional(modelSchema),
  parameters: parametersSchema(outcomeDefaults),
};
const optionsSchema = once(() => z.strictObject(predictionShape));

/** A prediction, and the cases that it is the mean of. */
export function predictionOf(
  given: ReadExperience,
  compiled: CompiledModel,
  noticed: Parameters<typeof outcomeChances>[1],
): { readonly prediction: SatisfactionPrediction; readonly cases: Cases } {
  const { model, thresholds } = compiled;
  const cases = casesFor(given, compiled);
  const answers = new Array<number>(thresholds.length + 1).fill(0);
  for (const u of cases.utility) answerChances(u, thresholds, cases.count, answers);
  const outcomes = outcomeChances(cases, noticed);
  const { below, met, exceeded } = outcomes;
  const gaps = gapsOf(cases);
  const prediction: SatisfactionPrediction = {
    score: average(cases.utility.map((u) => expectedScore(u, thresholds))),
    answers,
    outcomes,
    outcome: exceeded > Math.max(below, met) ? 'exceeded' : met > below ? 'met' : 'below',
    gaps,
    model: { id: model.id, setting: model.setting },
    warnings: [
      ...warningsOf(inputsOf(cases, model), gaps, model),
      ...cases.dimensions.flatMap((one) => (isExpected(one) ? [] : unexpected(one.judged.name))),
    ],
  };
  return { prediction, cases };
}

const isExpected = ({ judged }: Cases['dimensions'][number]) => judged.expected !== undefined;

function gapsOf({ dimensions }: Cases): SatisfactionPrediction['gaps'] {
  return Object.fromEntries(
    dimensions.filter(isExpected).map(({ judged: { name, dimension }, of, expected, got }) => {
      const gap = leadOf(of.sign, expected[0] as number, average(got));
      const { unit } = dimension;
      return [
        name,
        { gap: unit === 'percent' ? (100 * gap) / (expected[0] as number) : gap, unit },
      ];
    }),
  );
}

/** What went in, by the names that a domain uses: those of one dimension stand alone, those of several after its own. */
function inputsOf(
  { dimensions, covariates }: Cases,
  model: SatisfactionModel,
): Readonly<Record<string, number>> {
  const isOnly = Object.keys(model.dimensions).length === 1;
  return Object.fromEntries([
    ...dimensions.flatMap((one) => {
      const { name, dimension } = one.judged;
      const [before, after] = fieldsOf(dimension.kind);
      const prefix = isOnly ? '' : `${name}.`;
      const came = [`${prefix}${after}`, average(one.got)];
      return isExpected(one) ? [[`${prefix}${before}`, one.expected[0]], came] : [came];
    }),
    ...covariates.map(({ name, x }) => [`covariates.${name}`, x]),
  ]);
}
