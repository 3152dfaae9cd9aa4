import * as z from 'zod/mini';
import { door } from '../input/door';
import { inside } from '../input/inside';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { type Cases, casesFor } from './cases';
import type { CompiledModel } from './compile';
import { average, type SatisfactionContribution } from './contributions';
import type { SatisfactionExperience } from './experience';
import { experienceSchema, fieldsSchema, kindOf, modelFor } from './input';
import { type ReadExperience, readExperience } from './input-experience';
import { expectedScore } from './ordinal';
import { contributionsOf } from './points';
import {
  predictionOf,
  predictionShape,
  type SatisfactionOptions,
  type SatisfactionPrediction,
} from './predict';
import { keptOf, typicalOf } from './reference';

/** A prediction with its reasons: log odds, which add up to the utility, and points, which add up to the score. */
export interface SatisfactionExplanation {
  readonly prediction: SatisfactionPrediction;
  /** On the scale of log odds; higher answers grow likelier with it. The mean where something is uncertain. */
  readonly utility: number;
  /** What points are counted from. */
  readonly reference: {
    readonly name: 'kept' | 'typical' | 'given';
    /** Its own score, 0 to 100: with all points it makes the score that is explained. */
    readonly score: number;
    readonly utility: number;
  };
  readonly contributions: readonly SatisfactionContribution[];
}

/** What predicts, and what it is held against. */
export interface ExplanationOptions extends SatisfactionOptions {
  /**
   * What the points are counted from: `kept`, the promise just kept or the level just as expected, nobody waiting and
   * all else alike; `typical`, the customer in the middle of the data that the model was fitted on; or what another
   * customer went through, on the same dimensions. `kept` unless given.
   */
  readonly reference?: 'kept' | 'typical' | SatisfactionExperience | undefined;
}

/**
 * Explains a prediction of {@link predictSatisfaction}: how many points of the score each term adds to, or takes from,
 * that of a reference, and what it adds to the utility in log odds. Points add up to the difference of the two scores.
 * A term has the share of them that it has in the difference of the utilities, which is its value after Aumann and
 * Shapley (1974, Values of Non-Atomic Games; for predictions Sundararajan et al. 2017, doi:10.48550/arXiv.1703.01365).
 *
 * @param experience what {@link predictSatisfaction} takes
 * @throws what {@link predictSatisfaction} throws; `unknown-name` for a typical customer whom the model does not
 *   know, `ambiguous` for a reference on other dimensions
 * @example
 * ```ts
 * import { explainSatisfaction } from 'overdeliver';
 *
 * const late = { promised: 10, actual: 12, unit: 'days' } as const;
 * const { prediction, reference, contributions } = explainSatisfaction(late);
 * [reference.score, prediction.score]; // => [76.0, 59.9]
 * contributions.map(({ term, points }) => [term, points]);
 * // => [['time.performance', -1.48], ['time.gain', 0], ['time.loss', -14.56], ['time.stillWaiting', 0]]
 * contributions.map(({ utility }) => utility); // => [-1.092, 0, -0.787, 0]
 * ```
 */
export function explainSatisfaction(
  experience: SatisfactionExperience,
  options: ExplanationOptions = {},
): SatisfactionExplanation {
  return door('explainSatisfaction', () => {
    const fields = read(experienceSchema, experience);
    const { model, parameters, reference = 'kept' } = read(optionsSchema, options, 'options');
    const compiled = modelFor(fields, model);
    const given = readExperience(fields, compiled.model);
    const { prediction, cases } = predictionOf(given, compiled, parameters.numbers);
    const from = inside('options.reference', () => referenceCases(reference, given, compiled));
    const { thresholds } = compiled;
    const contributions = contributionsOf(cases, from, thresholds);
    if (!contributions.every(({ points }) => Number.isFinite(points))) {
      refuse('options.reference', reference, 'a reference within finite points of the experience');
    }
    return {
      prediction,
      utility: contributions.reduce((sum, part) => sum + part.utility, 0),
      reference: {
        name: typeof reference === 'string' ? reference : 'given',
        score: average(from.utility.map((u) => expectedScore(u, thresholds))),
        utility: average(from.utility),
      },
      contributions,
    };
  });
}

const optionsSchema = once(() =>
  z.strictObject({
    ...predictionShape,
    reference: z.optional(
      z.union([z.enum(['kept', 'typical'], 'kept, typical, or an experience'), fieldsSchema]),
    ),
  }),
);

function referenceCases(
  reference: z.output<ReturnType<typeof optionsSchema>>['reference'] & {},
  given: ReadExperience,
  compiled: CompiledModel,
): Cases {
  const { model } = compiled;
  if (reference === 'kept') {
    const open = given.judged.find(({ expected }) => expected === undefined);
    if (open === undefined) return casesFor(keptOf(given), compiled);
    const expected = `typical, or an experience: nothing was expected of ${open.name} that could just be kept`;
    refuse('', reference, expected, 'unknown-name');
  }
  if (reference === 'typical') {
    const typical = typicalOf(given, model);
    if (typical !== null) return casesFor(typical, compiled);
    const expected = `kept, or an experience: ${model.id} does not say who is typical`;
    refuse('', reference, expected, 'unknown-name');
  }
  const kind = kindOf(reference);
  if (kind !== 'mixed' && !given.judged.every(({ dimension }) => dimension.kind === kind)) {
    refuse('', reference, 'what happened on the dimensions of the experience', 'ambiguous');
  }
  const other = readExperience(reference, model);
  const names = ({ judged }: ReadExperience) => judged.map(({ name }) => name).join(', ');
  if (names(other) !== names(given)) {
    refuse('dimensions', names(other), `those of the experience: ${names(given)}`, 'ambiguous');
  }
  return casesFor(other, compiled);
}
