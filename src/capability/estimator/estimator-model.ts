import * as z from 'zod/mini';
import { read } from '../../input/read';
import { refuse } from '../../input/refusal';
import { anySchema } from '../../input/schemas';
import { checkVersion } from '../../input/version';
import { isFiniteNumber } from '../checks';
import { quantityShape } from '../input';

/** A fitted number on the scale of the logarithm, with its standard error. */
export interface Coefficient {
  readonly value: number;
  readonly standardError: number;
}

/** What one more of a numeric column adds to the logarithm. */
export interface Slope extends Coefficient {
  /** The mean of the column, from which it counts. */
  readonly mean: number;
  /** The least and the greatest value it was fitted on. */
  readonly range: readonly [low: number, high: number];
}

/** What a category adds to the logarithm; the effects of a column add up to 0. */
export interface CategoryEffect extends Coefficient {
  /** How many rows it was fitted on. */
  readonly n: number;
}

/**
 * What `fitEstimator` learnt, plain JSON: the logarithm of an estimate is `intercept`, plus
 * `value * (x - mean)` for each numeric column, plus the effect of the category of each other one.
 */
export interface EstimatorModel {
  readonly kind: 'log-linear';
  /** The version of the format. */
  readonly version: 1;
  readonly unit: string;
  /** How many rows it was fitted on, held-out ones not counted. */
  readonly n: number;
  /** How many rows of its own a category needed to move half as far from the average as they say. */
  readonly shrinkage: number;
  /** The logarithm of what is typical for an average order. */
  readonly intercept: Coefficient;
  readonly numeric: Readonly<Record<string, Slope>>;
  readonly categorical: Readonly<Record<string, Readonly<Record<string, CategoryEffect>>>>;
  /** The standard deviation of the logarithm about its estimate. */
  readonly residualSd: number;
  /** The share of the logarithm's variance that it explains; null when nothing varied. */
  readonly r2: number | null;
}

/** What one column does to an estimate. */
export interface Term {
  readonly name: string;
  /** What a value adds to the logarithm; refuses what is no value of the column. */
  readonly adds: (value: unknown, path: () => string) => number;
  /** Whether such a value was fitted on. */
  readonly seen: (value: unknown) => boolean;
}

/** e to a greater power is no number. */
const farthest = 700;

const number = z.number();
const record = z.looseObject({});
const modelSchema = z.looseObject({
  kind: z.literal('log-linear'),
  version: z.number(),
  unit: quantityShape.unit,
  intercept: z.looseObject({ value: number }),
  numeric: anySchema,
  categorical: anySchema,
});

/**
 * The terms of a model that may come from storage, looked at column by column; a category is looked at when
 * it occurs, so that a quote does not pay for thousands of stores.
 */
export function termsOf(model: EstimatorModel): readonly Term[] {
  checkVersion('model', model);
  const { numeric, categorical } = read(modelSchema, model, 'model');
  return [
    ...entries('model.numeric', numeric).map(([name, slope]) => slopeTerm(name, slope)),
    ...entries('model.categorical', categorical).map(([name, effects]) =>
      effectTerm(name, effects),
    ),
  ];
}

function entries(path: string, value: unknown): [string, unknown][] {
  read(record, value, path);
  return Object.entries(value as object);
}

function slopeTerm(name: string, slope: unknown): Term {
  const { value, mean, range } = Object(slope) as Slope;
  // By hand: a schema for each column would take longer than the estimate.
  if (![value, mean, range?.[0], range?.[1]].every(isFiniteNumber)) {
    const expected = 'an object of finite numbers: value, mean, range';
    refuse(`model.numeric.${name}`, slope, expected, 'wrong-type');
  }
  return {
    name,
    adds(x, path) {
      const added = isFiniteNumber(x) ? value * (x - mean) : Number.NaN;
      if (Math.abs(added) < farthest) return added;
      const near = Number.isNaN(added) ? '' : ` not so far from ${mean}, the mean it was fitted on`;
      return refuse(path(), x, `a finite number${near}`, missing(x));
    },
    seen: (x) => (x as number) >= range[0] && (x as number) <= range[1],
  };
}

function effectTerm(name: string, effects: unknown): Term {
  const at = `model.categorical.${name}`;
  if (typeof effects !== 'object' || effects === null) {
    refuse(at, effects, 'an object', 'wrong-type');
  }
  const known = effects as Readonly<Record<string, Partial<CategoryEffect> | null>>;
  return {
    name,
    adds(x, path) {
      if (typeof x !== 'string') refuse(path(), x, 'a string', missing(x) ?? 'wrong-type');
      if (!Object.hasOwn(known, x)) return 0;
      const value = known[x]?.value;
      return isFiniteNumber(value)
        ? value
        : refuse(`${at}.${x}.value`, value, 'a finite number', missing(value));
    },
    seen: (x) => Object.hasOwn(known, x as string),
  };
}

const missing = (value: unknown) => (value === undefined ? 'missing' : undefined);
