import { predictedFactors } from '../factors';
import { refuseNotYet } from '../formation';
import type { ExpectationNumbers } from '../parameters';
import { predictedSignals } from '../plain-signals';
import { stageNames } from '../stages';
import type { ExpectationFitRow } from './fit-types';

/** A row as the arithmetic takes it: signals of reliability above 0, by place in `predictedFactors`. */
export interface FitRow {
  /** Place in `stageNames`. */
  readonly stage: number;
  readonly factors: readonly number[];
  readonly levels: readonly number[];
  readonly reliabilities: readonly number[];
  readonly expected: number;
}

/**
 * Rows of one stage with the same signals and reliabilities. Their prediction is linear in their levels, with the same
 * coefficients, so that sums of products say all about them, however many they are.
 */
export interface Cell extends Pick<FitRow, 'stage' | 'factors' | 'reliabilities'> {
  readonly rows: number;
  /** Sums of products of (1, levels, expected), whole. */
  readonly sums: Float64Array;
}

/** Rows as plain signals; a price becomes its level. */
export function fitRowsOf(
  rows: readonly ExpectationFitRow[],
  numbers: ExpectationNumbers,
): readonly FitRow[] {
  return rows.map(({ stage, signals, expected }, i) => {
    const had = predictedSignals(signals, numbers).filter(({ reliability }) => reliability > 0);
    refuseNotYet(stage, had, signals, `rows[${i}].signals`);
    return {
      stage: stageNames.indexOf(stage),
      factors: had.map(({ factor }) => predictedFactors.indexOf(factor)),
      levels: had.map(({ level }) => level),
      reliabilities: had.map(({ reliability }) => reliability),
      expected,
    };
  });
}

/** Makes the cells of rows, each counted as often as it is asked for. */
export function cellsOf(rows: readonly FitRow[]): (counts: ArrayLike<number>) => readonly Cell[] {
  const places = new Map<string, number>();
  const models: FitRow[] = [];
  const placeOf = Uint32Array.from(rows, (row) => {
    const key = `${row.stage}|${row.factors}|${row.reliabilities}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, models.length);
    return models.push(row) - 1;
  });
  const points = rows.map(({ levels, expected }) => Float64Array.of(1, ...levels, expected));
  return (counts) => {
    const cells = models.map(({ stage, factors, reliabilities, levels }) => ({
      stage,
      factors,
      reliabilities,
      rows: 0,
      sums: new Float64Array((levels.length + 2) ** 2),
    }));
    for (let i = 0; i < points.length; i++) {
      const times = counts[i] as number;
      if (times === 0) continue;
      const cell = cells[placeOf[i] as number] as (typeof cells)[number];
      const point = points[i] as Float64Array;
      const { sums } = cell;
      const size = point.length;
      cell.rows += times;
      for (let a = 0; a < size; a++) {
        const x = times * (point[a] as number);
        for (let b = 0; b <= a; b++) {
          sums[a * size + b] = (sums[a * size + b] as number) + x * (point[b] as number);
        }
      }
    }
    for (const { sums, factors } of cells) {
      const size = factors.length + 2;
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < a; b++) sums[b * size + a] = sums[a * size + b] as number;
      }
    }
    return cells.filter(({ rows: n }) => n > 0);
  };
}

/** Cells of several parts, added up. */
export function joined(parts: readonly (readonly Cell[])[]): readonly Cell[] {
  const whole = new Map<string, Cell>();
  for (const cell of parts.flat()) {
    const key = `${cell.stage}|${cell.factors}|${cell.reliabilities}`;
    const known = whole.get(key);
    const sums = cell.sums.map((sum, i) => sum + (known?.sums[i] ?? 0));
    whole.set(key, { ...cell, rows: cell.rows + (known?.rows ?? 0), sums });
  }
  return [...whole.values()];
}

/** The variance of the signals around their own means, all together: what a row tells of a weight. */
export function signalVariance(cells: readonly Cell[]): number {
  const byFactor = new Map<number, [n: number, sum: number, squares: number]>();
  for (const { factors, rows, sums } of cells) {
    const size = factors.length + 2;
    factors.forEach((factor, i) => {
      const [n, sum, squares] = byFactor.get(factor) ?? [0, 0, 0];
      const at = i + 1;
      byFactor.set(factor, [
        n + rows,
        sum + (sums[at] as number),
        squares + (sums[at * size + at] as number),
      ]);
    });
  }
  let n = 0;
  let spread = 0;
  for (const [count, sum, squares] of byFactor.values()) {
    n += count;
    // What rounding leaves of equal levels is no spread.
    const around = squares - (sum * sum) / count;
    if (around > 1e-9 * squares) spread += around;
  }
  return n === 0 ? 0 : spread / n;
}
