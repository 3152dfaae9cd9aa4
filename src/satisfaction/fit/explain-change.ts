import * as z from 'zod/mini';
import type { Interval } from '../../core/interval';
import { door } from '../../input/door';
import { seedSchema } from '../../input/fit-options';
import { limits } from '../../input/limits';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { interpolatedQuantile } from '../../numerics/interpolated-quantile';
import { compare } from '../../numerics/nearly';
import { uniforms } from '../../numerics/uniforms';
import type { CompiledModel } from '../compile';
import type { SatisfactionColumns } from '../experience';
import { fieldsSchema } from '../input';
import { readColumns } from '../input-columns';
import { modelSchema } from '../input-model';
import type { SatisfactionModel } from '../model';
import { type Parts, type Rows, resampled, split, spreadOut } from './change-parts';
import { answersSchema, countSchema, readObservations } from './input';
import { refuseLacking } from './observations';

/**
 * What part of a change is due to something, in points of the score, with its interval of 95%.
 *
 * @inline
 */
interface ChangePart extends Interval {
  readonly points: number;
  /** Whether the interval leaves out 0. */
  readonly moved: boolean;
}

/** Why satisfaction changed from one period to another; the first two add up to the third. */
export interface SatisfactionChange {
  /** What the change of expectations did. */
  readonly expectation: ChangePart;
  /** What the change of performance did. */
  readonly performance: ChangePart;
  /** The change that the model foresees from both. */
  readonly foreseen: ChangePart;
  /** The change of the answers; null without them. */
  readonly observed: ChangePart | null;
  /** What neither explains: another response to the same experience, or other customers; null without answers. */
  readonly unexplained: ChangePart | null;
  /** The model, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
}

/** One period: what customers went through, and what they answered if they were asked. */
export interface Period {
  readonly columns: SatisfactionColumns;
  /** The answers given, a column beside the others. */
  readonly answers?: ArrayLike<number> | undefined;
}

/**
 * Tells apart what moved when satisfaction changed between two periods: what customers expected, or what they got.
 * An Oaxaca-Blinder decomposition through the model (Oaxaca 1973, Blinder 1973): the first period is scored
 * with its expectations moved, rank by rank, to those of the second, with its performance so moved, and with neither,
 * and what both do together is shared equally (Shorrocks 2013). Rows that share a number are spread over its ranks, whatever their
 * order. Covariates stay with performance. Intervals are 95%
 * percentiles of a seeded bootstrap over the rows of both periods (Efron & Tibshirani 1993).
 *
 * @param before the first period, a row to a customer
 * @param after the second one; need not have as many rows
 * @param options the model; a `seed` for the bootstrap, a whole number; `draws`, 400 unless given, from 100 to 100,000
 *   and, times the rows of both periods, up to 100 million, which take a minute or two
 * @throws NotEnoughDataError for a period of fewer than 10 rows
 * @throws InvalidInputError `missing` where one period has dimensions or answers that the other lacks; otherwise what
 *   {@link fitSatisfaction} throws for columns and answers
 * @example
 * ```ts
 * import { explainChange, surveySatisfaction } from 'overdeliver/satisfaction';
 *
 * const wave = (expected: number, perceived: number) => ({
 *   columns: {
 *     expected: Float64Array.from({ length: 40 }, (_, i) => expected + (i % 7)),
 *     perceived: Float64Array.from({ length: 40 }, (_, i) => perceived + (i % 5)),
 *   },
 * });
 * const change = explainChange(wave(70, 75), wave(70, 65), { model: surveySatisfaction, seed: 1 });
 * change.performance.points; // => -7.28
 * [change.expectation.moved, change.performance.moved]; // => [false, true]
 * ```
 */
export function explainChange(
  before: Period,
  after: Period,
  options: {
    readonly model: SatisfactionModel;
    readonly seed: number;
    readonly draws?: number | undefined;
  },
): SatisfactionChange {
  return door('explainChange', () => {
    const { model, seed, draws = 400 } = read(optionsSchema, options, 'options');
    const [first, second] = [periodOf(before, 'before', model), periodOf(after, 'after', model)];
    refuseUnlike(first, second, 'after');
    refuseUnlike(second, first, 'before');
    const most = Math.floor(limits.sums / (first.layout.rows + second.layout.rows));
    if (draws > most) refuse('options.draws', draws, `at most ${most} draws of so many rows`);
    const whole = split(first, second, model);
    const next = uniforms(seed);
    const drawn = Array.from({ length: draws }, () =>
      split(resampled(first, next), resampled(second, next), model),
    );
    const part = (of: (parts: Parts) => number): ChangePart => {
      const sorted = Float64Array.from(drawn, of).sort();
      // The middle 95%.
      const [low, high] = [
        interpolatedQuantile(sorted, 0.025),
        interpolatedQuantile(sorted, 0.975),
      ];
      return {
        points: of(whole),
        low,
        high,
        moved: compare(low, 0, 100) > 0 || compare(high, 0, 100) < 0,
      };
    };
    const { observed } = whole;
    const asked = (of: (observed: number, parts: Parts) => number) =>
      observed === null ? null : part((parts) => of(parts.observed as number, parts));
    return {
      expectation: part(({ expectation }) => expectation),
      performance: part(({ performance }) => performance),
      foreseen: part(({ expectation, performance }) => expectation + performance),
      observed: asked((seen) => seen),
      unexplained: asked((seen, { expectation, performance }) => seen - expectation - performance),
      model: { id: model.model.id, setting: model.model.setting },
    };
  });
}

const optionsSchema = once(() =>
  z.strictObject({ model: modelSchema, seed: seedSchema(), draws: countSchema('draws', 100) }),
);
const periodSchema = once(() =>
  z.strictObject({ columns: fieldsSchema, answers: z.optional(answersSchema) }),
);
/** So few rows drawn again are the same few. */
const leastRows = 10;

function periodOf(period: Period, path: string, { model }: CompiledModel): Rows {
  const { columns, answers } = read(periodSchema, period, path);
  const { min, max } = model.answers;
  const seen = answers && readObservations(columns, answers, model, `${path}.`);
  const layout = seen?.layout ?? readColumns(columns, model, `${path}.columns`);
  if (seen === undefined) refuseLacking(layout, `${path}.`);
  if (layout.rows < leastRows) {
    const counts = { needed: leastRows, available: layout.rows };
    notEnough(`${path}.columns`, counts, 'a period');
  }
  const answered = seen ? Float64Array.from(seen.answer, (k) => (100 * k) / (max - min)) : null;
  return spreadOut({ layout, answered });
}

/** Refuses a period that lacks what the other one has. */
function refuseUnlike(one: Rows, other: Rows, path: string): void {
  const names = new Set(other.layout.dimensions.map(({ name }) => name));
  const lacking = one.layout.dimensions.find(({ name }) => !names.has(name));
  const expected = 'what the other period has';
  if (lacking !== undefined) {
    refuse(`${path}.columns.dimensions.${lacking.name}`, undefined, expected, 'missing');
  }
  if (one.answered !== null && other.answered === null) {
    refuse(`${path}.answers`, undefined, expected, 'missing');
  }
}
