import * as z from 'zod/mini';
import { onceFrozen } from '../../input/frozen';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { readWith } from '../../input/read-with';
import { refuse, refuseNumber, refuseOther } from '../../input/refusal';
import { checkVersion } from '../../input/version';
import { isFiniteNumber, jsonShape } from '../input';
import type { CategoryEffects, EstimatorModel, LogLinear, NumberEffect } from './estimator-model';
import { readRecord } from './input';
import { isWithin, type NumberLine, onLine } from './number-line';

/** What a column, or a pair of them, does to a logarithm. */
export interface Term {
  readonly name: string;
  /** The columns it goes by; two for an interaction. */
  readonly columns: readonly [first: string] | readonly [first: string, second: string];
  /** What values add to the logarithm; refuses what is no value of the column. */
  readonly adds: (value: unknown, path: () => string, second?: unknown) => number;
  /** Whether such values were fitted on. */
  readonly seen: (value: unknown, second?: unknown) => boolean;
  /** A number's; it has no second column. */
  readonly line?: NumberLine;
}

/** A logarithm as estimates need it. */
export interface ReadSum {
  readonly intercept: number;
  readonly terms: readonly Term[];
}

/** A model as estimates need it. */
export interface ReadModel extends ReadSum {
  readonly unit: string;
  /** Null for a model that has none. */
  readonly spread: ReadSum | null;
}

/** e to a greater power is no number. */
export const farthest = 700;

const sumShape = {
  intercept: z.looseObject({ value: z.number() }),
  numeric: readWith((numbers: LogLinear['numeric']) => Object.entries(readRecord('', numbers))),
  categorical: readWith((columns: LogLinear['categorical']) =>
    Object.entries(readRecord('', columns)).map(([name, effects]) => effectTerm(name, effects)),
  ),
  interactions: z.optional(
    readWith((pairs: LogLinear['interactions']) =>
      Object.entries(readRecord('', pairs)).map(([name, pair]) => pairTerm(name, pair)),
    ),
  ),
};
const modelSchema = once(() =>
  z.looseObject({
    kind: z.literal('log-linear', 'log-linear, as the model that fitEstimator gives has it'),
    version: z.number(),
    unit: jsonShape.unit,
    ...sumShape,
    // Models of version 1 have none.
    spread: z.optional(z.looseObject(sumShape)),
  }),
);

/** Reads a model, which may come from storage: once where it is frozen. */
export const readModel = onceFrozen((model: EstimatorModel): ReadModel => {
  checkVersion('model', model, 2, 1);
  const { unit, spread, ...level } = read(modelSchema, model, 'model');
  return {
    unit,
    ...sumOfTerms(level, 'model', false),
    spread: spread ? sumOfTerms(spread, 'model.spread', true) : null,
  };
});

interface GivenSum {
  readonly intercept: { readonly value: number };
  readonly numeric: readonly (readonly [name: string, effect: NumberEffect])[];
  readonly categorical: readonly Term[];
  readonly interactions?: readonly Term[] | undefined;
}

function sumOfTerms(given: GivenSum, path: string, holds: boolean): ReadSum {
  const { intercept, numeric, categorical, interactions = [] } = given;
  const names = categorical.map(({ name }) => name);
  for (const { name, columns } of interactions) {
    const place = columns.findIndex((column) => !names.includes(column));
    if (place === -1) continue;
    const expected = `a column of categories: ${names.join(', ') || 'there is none'}`;
    refuse(
      `${path}.interactions.${name}.columns[${place}]`,
      columns[place],
      expected,
      'unknown-name',
    );
  }
  const lines = numeric.map(([name, effect]) => numberTerm(name, effect, path, holds));
  return { intercept: intercept.value, terms: [...lines, ...categorical, ...interactions] };
}

/** A number's; `holds`: beyond the range it was fitted on it stays as at its end. */
function numberTerm(name: string, given: NumberEffect, path: string, holds: boolean): Term {
  const { value, mean, range, scale = 'linear', bends = [] }: Partial<NumberEffect> = Object(given);
  const [low, high] = [range?.[0], range?.[1]];
  const ofBends = Array.isArray(bends)
    ? bends.flatMap((bend) => [Object(bend).value, Object(bend).at, Object(bend).mean])
    : [undefined];
  // By hand: a schema for each column would take longer than the estimate.
  if (
    !Array.isArray(range) ||
    !isFiniteNumber(low) ||
    ![value, mean, high, ...ofBends].every(isFiniteNumber) ||
    !(scale === 'linear' || (scale === 'log' && low > 0))
  ) {
    const expected = 'an object of finite numbers: value, mean, range, and those of its bends';
    refuse(`${path}.numeric.${name}`, given, expected, 'wrong-type');
  }
  const line: NumberLine = {
    low,
    high: high as number,
    isLog: scale === 'log',
    holds,
    slope: value as number,
    mean: mean as number,
    kinks: bends.map((bend) => ({ ...bend })),
  };
  return {
    name,
    columns: [name],
    line,
    adds(x, path) {
      const added = isFiniteNumber(x) ? onLine(line, x) : Number.NaN;
      if (Math.abs(added) < farthest) return added;
      const far = ` nearer to ${low} to ${high}, the range it was fitted on`;
      const near = Number.isNaN(added) ? '' : far;
      return refuseNumber(path(), x, `a finite number${near}`);
    },
    seen: (x) => isFiniteNumber(x) && isWithin(line, x),
  };
}

/** A category's effect is looked at when it occurs: there may be thousands. */
function effectTerm(name: string, given: CategoryEffects): Term {
  const effects = readRecord(name, given);
  return {
    name,
    columns: [name],
    adds: (x, path) => {
      if (typeof x !== 'string') refuseOther(path(), x, 'a string');
      return effectOf(effects, x, () => `model.categorical.${name}.${x}`);
    },
    seen: (x) => Object.hasOwn(effects, String(x)),
  };
}

/** The effect of two categories that were crossed, whose columns have effects of their own. */
function pairTerm(name: string, given: LogLinear['interactions'][string]): Term {
  const { columns, effects } = readRecord(name, given);
  if (!Array.isArray(columns) || columns.length !== 2) {
    refuse(`${name}.columns`, columns, 'the names of two columns', 'wrong-type');
  }
  const [first, second] = columns as [string, string];
  const byFirst = readRecord(`${name}.effects`, effects);
  // Its columns' own terms refuse what is no string.
  const within = (x: unknown): CategoryEffects =>
    Object.hasOwn(byFirst, String(x)) ? Object(byFirst[String(x)]) : {};
  return {
    name,
    columns: [first, second],
    adds: (x, _, y) =>
      effectOf(within(x), String(y), () => `model.interactions.${name}.effects.${x}.${y}`),
    seen: (x, y) => Object.hasOwn(within(x), String(y)),
  };
}

function effectOf(effects: CategoryEffects, category: string, path: () => string): number {
  if (!Object.hasOwn(effects, category)) return 0;
  const value: unknown = Object(effects[category]).value;
  if (isFiniteNumber(value)) return value;
  return refuseNumber(`${path()}.value`, value, 'a finite number');
}
