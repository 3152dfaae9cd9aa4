import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import type { FitRow } from './cells';
import type { FitLayout } from './layout';

/** Predictions of one regression; null where the rows do not tell its numbers. */
type Predict = ((row: FitRow) => number) | null;

/** An ordinary regression of the levels expected on the signals, stage by stage; means stand in for signals that are missing. */
export function regressionByStage(rows: readonly FitRow[], layout: FitLayout): Predict {
  const byStage = layout.ofStage.map((group, stage) =>
    group === null
      ? null
      : regression(
          rows.filter((row) => row.stage === stage),
          group.factors,
        ),
  );
  if (byStage.some((predict, stage) => predict === null && layout.ofStage[stage] !== null)) {
    return null;
  }
  return (row) => byStage[row.stage]?.(row) ?? Number.NaN;
}

function regression(rows: readonly FitRow[], factors: readonly number[]): Predict {
  const count = factors.length;
  if (rows.length <= count) return null;
  const meanOf = (numbers: readonly number[]) =>
    numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const levelOf = (row: FitRow, factor: number) => row.levels[row.factors.indexOf(factor)];
  const means = factors.map((factor) => {
    const had = rows.map((row) => levelOf(row, factor)).filter((x) => x !== undefined);
    return had.length === 0 ? 0 : meanOf(had);
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
  // What others make up, to rounding, has no slope of its own.
  if (factorCholesky(matrix, count, 1e-10) < count) return null;
  solveLower(matrix, count, slope);
  solveUpper(matrix, count, slope);
  return (row) => centred(row).reduce((sum, x, i) => sum + x * (slope[i] as number), middle);
}
