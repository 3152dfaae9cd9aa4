import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import type { FitRow } from './cells';
import type { FitLayout } from './layout';

type Predict = (row: FitRow) => number;

/**
 * An ordinary regression of the levels expected on the signals, stage by stage; means stand in for signals that are missing. NaN
 * at a stage whose rows do not tell its numbers.
 */
export function regressionByStage(rows: readonly FitRow[], layout: FitLayout): Predict {
  const byStage = layout.ofStage.map((group, stage) =>
    group === null
      ? null
      : regression(
          rows.filter((row) => row.stage === stage),
          group.factors,
        ),
  );
  return (row) => byStage[row.stage]?.(row) ?? Number.NaN;
}

function regression(rows: readonly FitRow[], factors: readonly number[]): Predict | null {
  const count = factors.length;
  const meanOf = (numbers: readonly number[]) =>
    numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const levelOf = (row: FitRow, factor: number) => row.levels[row.factors.indexOf(factor)];
  const means = factors.map((factor) => {
    const had = rows.map((row) => levelOf(row, factor)).filter((x) => x !== undefined);
    return meanOf(had);
  });
  const middle = meanOf(rows.map(({ expected }) => expected));
  const centred = (row: FitRow) =>
    factors.map(
      (factor, i) => (levelOf(row, factor) ?? (means[i] as number)) - (means[i] as number),
    );
  const matrix = new Float64Array(count * count);
  const slope = new Float64Array(count);
  for (const row of rows) {
    const x = centred(row);
    x.forEach((a, i) => {
      slope[i] = (slope[i] as number) + a * (row.expected - middle);
      x.forEach((b, j) => {
        matrix[i * count + j] = (matrix[i * count + j] as number) + a * b;
      });
    });
  }
  // What others make up, to rounding, or nobody had, has no slope of its own, nor have more factors than rows.
  if (factorCholesky(matrix, count, 1e-10) < count) return null;
  solveLower(matrix, count, slope);
  solveUpper(matrix, count, slope);
  return (row) => centred(row).reduce((sum, x, i) => sum + x * (slope[i] as number), middle);
}
