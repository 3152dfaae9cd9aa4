import type { LogLinear, NumberEffect } from '../capability/estimator/estimator-model';
import type { Dialect } from './dialects';
import { type Layer, v } from './nested';

/** A logarithm as a query makes it: two layers, what they add up to, and where a value was not fitted on. */
export interface LogSum {
  readonly layers: readonly [scaled: Layer, terms: Layer];
  readonly total: string;
  /** The terms of numbers, by column. */
  readonly terms: Readonly<Record<string, string>>;
  readonly unseen: readonly string[];
}

/** The names that columns go by in the layers below. */
export type ColumnNames = Readonly<Record<string, string>>;

/** A sum of effects; `holds`: beyond the range that it was fitted on a number stays as at its end, as spreads do. */
export function logSum(
  at: string,
  { intercept, numeric, categorical, interactions = {} }: LogLinear,
  columns: ColumnNames,
  holds: boolean,
  dialect: Dialect,
): LogSum {
  const { number } = dialect;
  const numbers = Object.entries(numeric).map(([name, effect], k) => {
    const x = columns[name] as string;
    const u = v(`${at}_u${k}`);
    return {
      name,
      scaled: [`${at}_u${k}`, scaleOf(x, effect, holds, dialect)] as const,
      term: [`${at}_t${k}`, termOf(u, effect, dialect)] as const,
      seen: `${x} >= ${number(effect.range[0])} AND ${x} <= ${number(effect.range[1])}`,
    };
  });
  const cases = [
    ...Object.entries(categorical).map(([name, effects]) =>
      Object.entries(effects).map(([category, { value }]) => ({
        when: isCategory(columns[name] as string, category, dialect),
        value,
      })),
    ),
    ...Object.values(interactions).map(({ columns: [first, second], effects }) =>
      Object.entries(effects).flatMap(([category, byOther]) =>
        Object.entries(byOther).map(([other, { value }]) => ({
          when: `${isCategory(columns[first] as string, category, dialect)} AND ${isCategory(columns[second] as string, other, dialect)}`,
          value,
        })),
      ),
    ),
  ];
  const effects = cases.map((known) => {
    const whens = known.map(({ when, value }) => `WHEN ${when} THEN ${number(value)}`);
    return `CASE ${['WHEN 1 = 0 THEN NULL', ...whens].join(' ')} ELSE ${number(0)} END`;
  });
  return {
    layers: [
      Object.fromEntries(numbers.map(({ scaled }) => scaled)),
      Object.fromEntries(numbers.map(({ term }) => term)),
    ],
    total: [number(intercept.value), ...numbers.map(({ term }) => v(term[0])), ...effects].join(
      ' + ',
    ),
    terms: Object.fromEntries(numbers.map(({ name, term }) => [name, v(term[0])])),
    unseen: [
      ...numbers.map(({ seen }) => `CASE WHEN ${seen} THEN 0 ELSE 1 END`),
      ...cases.map((known) => {
        const seen = ['1 = 0', ...known.map(({ when }) => when)].join(' OR ');
        return `CASE WHEN ${seen} THEN 0 ELSE 1 END`;
      }),
    ],
  };
}

const isCategory = (column: string, category: string, { text }: Dialect) =>
  `${column} = ${text(category)}`;

/** A number on the scale on which it counts: below the least that was seen, the logarithm goes on along its tangent. */
function scaleOf(
  column: string,
  { scale = 'linear', range: [low, high] }: Partial<NumberEffect> & Pick<NumberEffect, 'range'>,
  holds: boolean,
  { number, least, greatest }: Dialect,
): string {
  const x = holds ? least(greatest(column, number(low)), number(high)) : column;
  if (scale === 'linear') return x;
  const tangent = `${number(Math.log(low))} + (${x} - ${number(low)}) / ${number(low)}`;
  return `CASE WHEN ${x} >= ${number(low)} THEN ln(${greatest(x, number(low))}) ELSE ${tangent} END`;
}

function termOf(
  u: string,
  { value, mean, bends = [] }: Partial<NumberEffect> & Pick<NumberEffect, 'value' | 'mean'>,
  { number, greatest }: Dialect,
): string {
  const line = `${number(value)} * (${u} - ${number(mean)})`;
  const bent = bends.map((bend) => {
    const above = greatest(number(0), `${u} - ${number(bend.at)}`);
    return `${number(bend.value)} * (${above} - ${number(bend.mean)})`;
  });
  return [line, ...bent].join(' + ');
}
