import type { TouchpointImportance, TouchpointRow } from 'overdeliver/journey';

/** A second computation of what touchpointImportance fits: every column written out, matrices inverted, slopes by differences. */

type Kind = keyof TouchpointImportance['spreads'];
interface Column {
  readonly kind: Kind | null;
  readonly stage: string | null;
  readonly touchpoint: string | null;
  readonly of: (rating: number | null) => number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
const dot = (a: readonly number[], b: readonly number[]) =>
  sum(a.map((x, i) => x * (b[i] as number)));
const logistic = (u: number) => 1 / (1 + Math.exp(-u));

/** How much of a level is in a rating: all at the level, none at its neighbours, a straight line between. */
function partOf(levels: readonly number[], place: number, rating: number | null): number {
  if (rating === null) return 0;
  const [level, before, after] = [levels[place], levels[place - 1], levels[place + 1]] as number[];
  if (rating === level) return 1;
  if (rating < (level as number)) return before === undefined ? 0 : up(before, level as number);
  return after === undefined ? 0 : up(after, level as number);
  function up(from: number, to: number): number {
    return Math.max(0, ((rating as number) - from) / (to - from));
  }
}

function columnsOf(rows: readonly TouchpointRow[], levelsOf: LevelsOf, stages: readonly string[]) {
  const columns: Column[] = [{ kind: null, stage: null, touchpoint: null, of: () => 1 }];
  const isStaged = stages.length > 1;
  if (isStaged)
    for (const stage of stages)
      columns.push({ kind: 'stageLines', stage, touchpoint: null, of: () => 1 });
  for (const stage of [null, ...(isStaged ? stages : [])]) {
    const [line, level] = (
      stage === null ? ['lines', 'levels'] : ['stageLines', 'stageLevels']
    ) as [Kind, Kind];
    for (const touchpoint of Object.keys(rows[0]?.ratings ?? {})) {
      const add = (kind: Kind, of: Column['of']) => columns.push({ kind, stage, touchpoint, of });
      const levels = levelsOf(touchpoint);
      add(line, (rating) => (rating === null ? 0 : rating / 50 - 1));
      levels.forEach((_, i) => {
        add(level, (rating) => partOf(levels, i, rating));
      });
      if (rows.some(({ ratings }) => ratings[touchpoint] === null))
        add(level, (rating) => (rating === null ? 1 : 0));
    }
  }
  return columns;
}

type LevelsOf = (touchpoint: string) => readonly number[];

/** The inverse of a matrix, by Gauss and Jordan. */
function inverseOf(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = matrix.length;
  const both = matrix.map((line, i) => [...line, ...line.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    const pivot = both[k] as number[];
    const by = pivot[k] as number;
    for (let j = 0; j < 2 * n; j++) pivot[j] = (pivot[j] as number) / by;
    both.forEach((line, i) => {
      const times = line[k] as number;
      if (i === k || times === 0) return;
      for (let j = 0; j < 2 * n; j++) line[j] = (line[j] as number) - times * (pivot[j] as number);
    });
  }
  return both.map((line) => line.slice(n));
}

export function denseLogit(
  rows: readonly TouchpointRow[],
  stageOf: readonly string[],
  levelsOf: LevelsOf,
  spreads: TouchpointImportance['spreads'],
) {
  const stages = [...new Set(stageOf)];
  const columns = columnsOf(rows, levelsOf, stages);
  const x = rows.map(({ ratings }, i) =>
    columns.map(({ stage, touchpoint, of }) =>
      stage !== null && stage !== stageOf[i]
        ? 0
        : of(touchpoint === null ? null : (ratings[touchpoint] as number | null)),
    ),
  );
  const y = rows.map(({ satisfied }) =>
    typeof satisfied === 'number' ? satisfied / 100 : Number(satisfied),
  );
  const pull = columns.map(({ kind }) => (kind === null ? 0 : (spreads[kind] || 0.01) ** -2));
  const chances = (b: readonly number[]) => x.map((line) => logistic(dot(line, b)));
  let at: readonly number[] = columns.map(() => 0);
  let inverse: readonly (readonly number[])[] = [];
  for (let turn = 0; turn < 12; turn++) {
    const p = chances(at);
    const slope = columns.map(
      (_, j) =>
        sum(x.map((line, i) => ((y[i] as number) - (p[i] as number)) * (line[j] as number))) -
        (pull[j] as number) * (at[j] as number),
    );
    const bend = p.map((one) => one * (1 - one));
    inverse = inverseOf(
      columns.map((_, j) => {
        const weighted = x.map((line, i) => (bend[i] as number) * (line[j] as number));
        return columns.map(
          (__, k) =>
            sum(x.map((line, i) => (weighted[i] as number) * (line[k] as number))) +
            (j === k ? (pull[j] as number) : 0),
        );
      }),
    );
    at = at.map((b, j) => b + dot(inverse[j] as number[], slope));
  }
  const residual = chances(at).map((p, i) => (y[i] as number) - p);

  /** The log odds that a touchpoint's rating adds at a stage, up to a constant. */
  const effect = (b: readonly number[], stage: string, touchpoint: string, rating: number | null) =>
    sum(
      columns.map((column, j) =>
        column.touchpoint === touchpoint && (column.stage === null || column.stage === stage)
          ? column.of(rating) * (b[j] as number)
          : 0,
      ),
    );

  /** 100 times the least-squares slope of effects on levels, times the mean of p (1 - p). */
  const worth = (b: readonly number[], stage: string, touchpoint: string): number => {
    const own = [...rows.keys()].filter((i) => stageOf[i] === stage);
    const p = chances(b);
    const bend = sum(own.map((i) => (p[i] as number) * (1 - (p[i] as number)))) / own.length;
    const levels = own
      .map((i) => rows[i]?.ratings[touchpoint] as number | null)
      .filter((rating) => rating !== null);
    const mean = sum(levels) / levels.length;
    const up = levels.map((rating) => (rating - mean) * effect(b, stage, touchpoint, rating));
    return ((100 * sum(up)) / sum(levels.map((rating) => (rating - mean) ** 2))) * bend;
  };

  /** The standard error of a function of the numbers. */
  const errorOf = (value: (b: readonly number[]) => number, clusterOf: readonly unknown[]) => {
    const slope = at.map((_, j) => {
      const moved = (by: number) => value(at.map((b, k) => (k === j ? b + by : b)));
      return (moved(1e-5) - moved(-1e-5)) / 2e-5;
    });
    const by = inverse.map((line) => dot(line, slope));
    const clusters = [...new Set(clusterOf)];
    const squares = clusters.map(
      (name) =>
        sum(
          x.map((line, i) => (clusterOf[i] === name ? (residual[i] as number) * dot(line, by) : 0)),
        ) ** 2,
    );
    const few = clusters.length / (clusters.length - 1);
    return Math.sqrt(few * sum(squares) + sum(by.map((one, j) => (pull[j] as number) * one * one)));
  };

  /** What Fellner and Schall would take for the spread of a kind, given those there are. */
  const nextSpread = (kind: Kind) => {
    const own = [...columns.keys()].filter((j) => columns[j]?.kind === kind);
    const told = own.map((j) => 1 - (pull[j] as number) * (inverse[j]?.[j] as number));
    return Math.sqrt(sum(own.map((j) => (at[j] as number) ** 2)) / sum(told));
  };
  return { at, effect, worth, errorOf, nextSpread, chance: chances(at) };
}
