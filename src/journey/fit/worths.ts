import type { Interval } from '../../core/interval';
import { logistic } from '../../numerics/logistic';
import { normalQuantile } from '../../numerics/normal';
import { addTo, type Design, sumAt, type TouchpointPlaces } from './design';
import type { ErrorOf } from './errors';
import type { TouchpointWorth } from './importance-types';
import { addSlopes, effectsOf, type Layout } from './layout';

/** A number of a fit, and how it changes with the numbers that are fitted. */
interface Estimated {
  readonly value: number;
  readonly by: Float64Array;
}

/** Worth and importance of every touchpoint for some of the stages, together; `name` is what they are called. */
export function worthsOf(
  design: Design,
  fit: { readonly layout: Layout; readonly at: Float64Array; readonly errorOf: ErrorOf },
  stages: readonly number[],
  name: string,
  confidence: number,
): readonly TouchpointWorth[] {
  const { layout, at, errorOf } = fit;
  const rows = [...Array(design.rows).keys()].filter((row) =>
    stages.includes(design.stage[row] as number),
  );
  const bend = bendAt(design, rows, layout, at);
  const worths = design.touchpoints.map((touchpoint, t) => {
    const line = lineOf(design, rows, t) ?? lineOf(design, [...Array(design.rows).keys()], t);
    return line && worthOf(line, touchpoint, bend, stages[0] as number, { layout, at });
  });
  const counted = worths.filter((worth) => worth !== null && worth.value > 0) as Estimated[];
  const z = normalQuantile((1 + confidence) / 2);
  return design.touchpoints.map(({ id }, t) => {
    const worth = worths[t] ?? null;
    const error = worth && errorOf(worth.by);
    return {
      stage: name,
      touchpoint: id,
      worth: worth?.value ?? null,
      standardError: error,
      interval: worth === null || error === null ? null : between(worth.value, z * error),
      ...importanceOf(worth, counted, errorOf, z),
      rows: ratedIn(design, rows, t).length,
    };
  });
}

/** The part of all that is worth something. */
function importanceOf(
  worth: Estimated | null,
  counted: readonly Estimated[],
  errorOf: ErrorOf,
  z: number,
): Pick<TouchpointWorth, 'importance' | 'importanceError' | 'importanceInterval'> {
  const total = counted.reduce((sum, { value }) => sum + value, 0);
  const isCounted = worth !== null && counted.includes(worth);
  const importance = isCounted ? (100 * worth.value) / total : 0;
  // What has no level, and what alone is worth something, have their part whatever the rows are.
  if (worth === null || total === 0 || (isCounted && counted.length === 1)) {
    return { importance, importanceError: null, importanceInterval: null };
  }
  const part = (100 * worth.value) / total;
  const error = errorOf(
    worth.by.map((own, i) => {
      const all = counted.reduce((sum, { by }) => sum + (by[i] as number), 0);
      return (100 * own - part * all) / total;
    }),
  );
  const importanceInterval = between(part, z * error, 0, 100);
  return { importance, importanceError: isCounted ? error : null, importanceInterval };
}

function between(value: number, half: number, min = -Infinity, max = Infinity): Interval {
  const cut = (x: number) => Math.min(max, Math.max(min, x));
  return { low: cut(value - half), high: cut(value + half) };
}

/** The mean of p (1 - p) over rows: what a log odds more adds to their share. */
function bendAt(
  design: Design,
  rows: readonly number[],
  layout: Layout,
  at: Float64Array,
): Estimated {
  const effects = effectsOf(layout, at);
  const sums = effects.map(() => new Float64Array(design.columns));
  let value = 0;
  for (const row of rows) {
    const s = design.stage[row] as number;
    const p = logistic(sumAt(design, row, effects[s] as Float64Array));
    value += (p * (1 - p)) / rows.length;
    addTo(design, row, (p * (1 - p) * (1 - 2 * p)) / rows.length, sums[s] as Float64Array);
  }
  const by = new Float64Array(layout.size);
  sums.forEach((own, s) => {
    addSlopes(layout, s, own, by);
  });
  return { value, by };
}

/** What an effect at each column is multiplied with to give the least-squares slope of effects on levels; null without any. */
function lineOf(design: Design, rows: readonly number[], touchpoint: number): Float64Array | null {
  const rated = ratedIn(design, rows, touchpoint);
  const levels = rated.map((row) => levelAt(design, row, touchpoint));
  const mean = levels.reduce((sum, x) => sum + x / levels.length, 0);
  const squares = levels.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  if (!(squares > 1e-9 * levels.length)) return null;
  const by = new Float64Array(design.columns);
  const count = design.touchpoints.length;
  rated.forEach((row, i) => {
    const cell = row * count + touchpoint;
    const [from, to] = [design.below[cell] as number, design.above[cell] as number];
    const part = design.share[cell] as number;
    const times = ((levels[i] as number) - mean) / squares;
    by[from] = (by[from] as number) + times * (1 - part);
    by[to] = (by[to] as number) + times * part;
  });
  return by;
}

/** Points of the share satisfied for one of level: 100 times the slope times what a log odds more adds. */
function worthOf(
  line: Float64Array,
  { at: first, levels }: TouchpointPlaces,
  bend: Estimated,
  stage: number,
  { layout, at }: { readonly layout: Layout; readonly at: Float64Array },
): Estimated {
  const own = new Float64Array(layout.size);
  addSlopes(layout, stage, line, own);
  const effects = effectsOf(layout, at)[stage] as Float64Array;
  let slope = 0;
  for (let i = first; i < first + levels.length; i++) {
    slope += (line[i] as number) * (effects[i] as number);
  }
  return {
    value: 100 * slope * bend.value,
    by: own.map((x, i) => 100 * (x * bend.value + slope * (bend.by[i] as number))),
  };
}

/** The rows with a rating of a touchpoint. */
function ratedIn(design: Design, rows: readonly number[], touchpoint: number): readonly number[] {
  const { touchpoints, below } = design;
  const { at, levels } = touchpoints[touchpoint] as TouchpointPlaces;
  return rows.filter(
    (row) => (below[row * touchpoints.length + touchpoint] as number) < at + levels.length,
  );
}

/** The level that a row gives a touchpoint that it rates. */
export function levelAt(design: Design, row: number, touchpoint: number): number {
  const { touchpoints, below, above, share } = design;
  const { at, levels } = touchpoints[touchpoint] as TouchpointPlaces;
  const cell = row * touchpoints.length + touchpoint;
  const [from, to] = [below[cell] as number, above[cell] as number].map(
    (column) => levels[column - at] as number,
  ) as [number, number];
  return from + (share[cell] as number) * (to - from);
}
