import type { ExpectationFit, ExpectationFitRow } from 'overdeliver/expectation';
import { priceLevel } from 'overdeliver/expectation';
import { expect } from 'vitest';
import { factorCholesky } from '../../../src/numerics/cholesky';

/** The numbers of a fit by name, such as `level` or `first-use.base`, as the arithmetic of a textbook takes them. */
export type Numbers = Readonly<Record<string, number>>;

export function numbersOf({ base, weights }: Pick<ExpectationFit, 'base' | 'weights'>): Numbers {
  return {
    level: base.level,
    ...Object.fromEntries(weights.map((one) => [`${one.stage}.${one.factor}`, one.weight])),
  };
}

interface Had {
  readonly factor: string;
  readonly level: number;
  readonly reliability: number;
}

/** The signals of a row, each with its level and its reliability. */
export const signalsOf = ({ signals }: ExpectationFitRow): readonly Had[] =>
  Object.entries(signals).map(([factor, signal]) => {
    const plain = typeof signal === 'number' ? { level: signal } : signal;
    const level = factor === 'price' ? priceLevel(plain as never) : (plain as Had).level;
    return { factor, level, reliability: (plain as Partial<Had>).reliability ?? 1 };
  });

/** `(w0 b + sum r w x) / (w0 + sum r w)`. */
export function meanOf(row: ExpectationFitRow, at: Numbers): number {
  const base = at[`${row.stage}.base`] as number;
  let [sum, total] = [base * (at.level as number), base];
  for (const { factor, level, reliability } of signalsOf(row)) {
    const weight = reliability * (at[`${row.stage}.${factor}`] as number);
    sum += weight * level;
    total += weight;
  }
  return sum / total;
}

/** How far shares of the whole weight are off the default's ratios, factor by factor. */
export function offDefault(weights: ExpectationFit['weights'], at: Numbers): number[] {
  const stages = [...new Set(weights.map(({ stage }) => stage))];
  return stages.flatMap((stage) => {
    const own = weights.filter((one) => one.stage === stage && one.factor !== 'base');
    const sum = own.reduce((total, { factor }) => total + (at[`${stage}.${factor}`] as number), 0);
    const whole = sum + (at[`${stage}.base`] as number);
    return own.map((one) => ((at[`${stage}.${one.factor}`] as number) - one.ranked * sum) / whole);
  });
}

/** The variance of all signals around the means of their factors. */
export function signalVariance(rows: readonly ExpectationFitRow[]): number {
  const all = rows.flatMap(signalsOf).filter(({ reliability }) => reliability > 0);
  const squares = all.map(({ factor, level }) => {
    const own = all.filter((one) => one.factor === factor);
    return (level - own.reduce((sum, one) => sum + one.level, 0) / own.length) ** 2;
  });
  return squares.reduce((sum, x) => sum + x, 0) / all.length;
}

/** Half the squared errors, and half the squares of what is off the default as often as it counts. */
function penalised(
  rows: readonly ExpectationFitRow[],
  { weights, priorSize }: Pick<ExpectationFit, 'weights' | 'priorSize'>,
  at: Numbers,
): number {
  const errors = rows.reduce((sum, row) => sum + (meanOf(row, at) - row.expected) ** 2, 0);
  const off = offDefault(weights, at).reduce((sum, x) => sum + x * x, 0);
  return (errors + priorSize * signalVariance(rows) * off) / 2;
}

/** The derivatives of some values by the numbers that are free, by central differences. */
export const jacobian = (
  values: (at: Numbers) => readonly number[],
  at: Numbers,
  free: readonly string[],
): readonly (readonly number[])[] =>
  free.map((name) => {
    const h = name === 'level' ? 1e-3 : 1e-6;
    const near = (by: number) => values({ ...at, [name]: (at[name] as number) + by });
    const [less, more] = [near(-h), near(h)];
    return less.map((x, i) => ((more[i] as number) - x) / (2 * h));
  });

/** The sums of products of rows. */
export const products = (rows: readonly (readonly number[])[]): number[][] =>
  rows.map((a) => rows.map((b) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)));

/**
 * What rows and the default bend the penalised squares, taken as straight lines. As all multiples of a stage's weights say the same,
 * their sum is held: what bends it does not show.
 */
export function curvature(
  rows: readonly ExpectationFitRow[],
  fit: Pick<ExpectationFit, 'base' | 'weights' | 'priorSize'>,
  free: readonly string[],
) {
  const at = numbersOf(fit);
  const strength = fit.priorSize * signalVariance(rows);
  const bend = products(jacobian((x) => rows.map((row) => meanOf(row, x)), at, free));
  const prior = products(jacobian((x) => offDefault(fit.weights, x), at, free)).map((row) =>
    row.map((x) => strength * x),
  );
  const stageOf = (name: string) => name.split('.')[0];
  const isHeld = (one: string, other: string) => one !== 'level' && stageOf(one) === stageOf(other);
  const both = bend.map((row, i) =>
    row.map(
      (x, j) =>
        x + (prior[i]?.[j] as number) + (isHeld(free[i] as string, free[j] as string) ? 1000 : 0),
    ),
  );
  return { bend, prior, both };
}

/** The factor of a matrix, row by row. */
export function factorOf(matrix: readonly (readonly number[])[]): Float64Array {
  const factor = Float64Array.from(matrix.flat());
  expect(factorCholesky(factor, matrix.length, 1e-14)).toBe(matrix.length);
  return factor;
}

/** By number, how the penalised squares rise with it, as a share of them. */
function slopes(rows: readonly ExpectationFitRow[], fit: ExpectationFit) {
  const at = numbersOf(fit);
  const squares = penalised(rows, fit, at);
  const free = Object.keys(at);
  const slope = jacobian((x) => [penalised(rows, fit, x) / squares], at, free);
  return free.map((name, i) => [name, at[name] as number, slope[i]?.[0] as number] as const);
}

/** Holds that the penalised squares are least at a fit; gives the numbers that lie at an end of their range. */
export function expectLeast(
  rows: readonly ExpectationFitRow[],
  fit: ExpectationFit,
): readonly string[] {
  expect(fit.parameters.fit?.converged).toBe(true);
  return slopes(rows, fit).flatMap(([name, value, slope]) => {
    const isAtEnd = value === 0 || (name === 'level' && value === 100);
    if (isAtEnd) expect(value === 0 ? slope : -slope, name).toBeGreaterThan(0);
    else expect(Math.abs(slope), name).toBeLessThan(1e-6);
    return isAtEnd ? [name] : [];
  });
}
