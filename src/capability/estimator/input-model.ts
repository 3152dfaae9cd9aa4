import * as z from 'zod/mini';
import { onceFrozen } from '../../input/frozen';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { readWith } from '../../input/read-with';
import { refuse } from '../../input/refusal';
import { checkVersion } from '../../input/version';
import { isFiniteNumber, unitShape } from '../input';
import type { EstimatorModel } from './estimator-model';
import { readRecord } from './input';

/** What one column does to an estimate. */
export interface Term {
  readonly name: string;
  /** What a value adds to the logarithm; refuses what is no value of the column. */
  readonly adds: (value: unknown, path: () => string) => number;
  /** Whether such a value was fitted on. */
  readonly seen: (value: unknown) => boolean;
}

/** A model as estimates need it. */
export interface ReadModel {
  readonly unit: string;
  readonly intercept: number;
  readonly terms: readonly Term[];
}

type Slope = EstimatorModel['numeric'][string];
type Effects = EstimatorModel['categorical'][string];

/** e to a greater power is no number. */
const farthest = 700;

const modelSchema = once(() =>
  z.looseObject({
    kind: z.literal('log-linear'),
    version: z.number(),
    unit: unitShape.unit,
    intercept: z.looseObject({ value: z.number() }),
    numeric: readWith((slopes: EstimatorModel['numeric']) =>
      Object.entries(readRecord('', slopes)).map(([name, slope]) => slopeTerm(name, slope)),
    ),
    categorical: readWith((columns: EstimatorModel['categorical']) =>
      Object.entries(readRecord('', columns)).map(([name, effects]) => effectTerm(name, effects)),
    ),
  }),
);

/** Reads a model, which may come from storage: once where it is frozen. */
export const readModel = onceFrozen((model: EstimatorModel): ReadModel => {
  checkVersion('model', model);
  const { unit, intercept, numeric, categorical } = read(modelSchema, model, 'model');
  return { unit, intercept: intercept.value, terms: [...numeric, ...categorical] };
});

function slopeTerm(name: string, slope: Slope): Term {
  const { value, mean, range }: Partial<Slope> = Object(slope);
  const [low, high] = [range?.[0], range?.[1]];
  // By hand: a schema for each column would take longer than the estimate.
  if (![value, mean, low, high].every(isFiniteNumber)) {
    refuse(name, slope, 'an object of finite numbers: value, mean, range', 'wrong-type');
  }
  return {
    name,
    adds(x, path) {
      const added = isFiniteNumber(x) ? slope.value * (x - slope.mean) : Number.NaN;
      if (Math.abs(added) < farthest) return added;
      const far = ` not so far from ${slope.mean}, the mean it was fitted on`;
      const near = Number.isNaN(added) ? '' : far;
      return refuse(path(), x, `a finite number${near}`, missing(x));
    },
    seen: (x) => isFiniteNumber(x) && x >= slope.range[0] && x <= slope.range[1],
  };
}

/** A category's effect is looked at when it occurs: there may be thousands. */
function effectTerm(name: string, given: Effects): Term {
  const effects: Readonly<Record<string, Partial<Effects[string]> | null>> = given;
  if (typeof effects !== 'object' || effects === null) {
    refuse(name, effects, 'an object', 'wrong-type');
  }
  return {
    name,
    adds(x, path) {
      if (typeof x !== 'string') refuse(path(), x, 'a string', missing(x) ?? 'wrong-type');
      if (!Object.hasOwn(effects, x)) return 0;
      const value = effects[x]?.value;
      if (isFiniteNumber(value)) return value;
      const at = `model.categorical.${name}.${x}.value`;
      return refuse(at, value, 'a finite number', missing(value));
    },
    seen: (x) => typeof x === 'string' && Object.hasOwn(effects, x),
  };
}

const missing = (value: unknown) => (value === undefined ? 'missing' : undefined);
