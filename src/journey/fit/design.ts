import type { Level } from '../../core/level';
import type { TouchpointRow } from './importance-types';
import { placesOf } from './touchpoint-model';

/** Distinct levels of a touchpoint up to which each has an effect of its own; of more, every ten points have one. */
const mostLevels = 13;

/** The places that ratings of a touchpoint may have: its levels, and none. */
export interface TouchpointPlaces {
  readonly id: string;
  /** The column of the first level; that of no rating follows the last one. */
  readonly at: number;
  /** From 0 to 100, ascending. */
  readonly levels: readonly Level[];
  /** Whether some row has no rating. */
  readonly isOptional: boolean;
}

/** Rows as the arithmetic takes them: each is 1 in column 0 and has two shares, adding up to 1, a touchpoint. */
export interface Design {
  readonly stages: readonly string[];
  readonly touchpoints: readonly TouchpointPlaces[];
  readonly columns: number;
  readonly rows: number;
  /** By row: the place of the stage, and the answer, 0 to 1. */
  readonly stage: Uint32Array;
  readonly answer: Float64Array;
  readonly isYesNo: boolean;
  /** By row and touchpoint: the columns it lies between, and the share of the second. */
  readonly below: Uint32Array;
  readonly above: Uint32Array;
  readonly share: Float64Array;
}

/** Rows and the stages they are at. */
export function designOf(rows: readonly TouchpointRow[], stageOf: readonly string[]): Design {
  const stages = [...new Set(stageOf)];
  const ids = Object.keys((rows[0] as TouchpointRow).ratings);
  let columns = 1;
  const touchpoints = ids.map((id): TouchpointPlaces => {
    const given = new Set(rows.map(({ ratings }) => ratings[id] as Level | null));
    const isOptional = given.delete(null);
    const at = columns;
    const levels = levelsOf(given as ReadonlySet<Level>);
    columns += levels.length + 1;
    return { id, at, levels, isOptional };
  });
  const cells = rows.length * ids.length;
  const [below, above] = [new Uint32Array(cells), new Uint32Array(cells)];
  const share = new Float64Array(cells);
  rows.forEach(({ ratings }, row) => {
    touchpoints.forEach(({ id, at, levels }, t) => {
      const [from, to, part] = placesOf(levels, ratings[id] as Level | null);
      const cell = row * ids.length + t;
      below[cell] = at + from;
      above[cell] = at + to;
      share[cell] = part;
    });
  });
  return {
    stages,
    touchpoints,
    columns,
    rows: rows.length,
    stage: Uint32Array.from(stageOf, (name) => stages.indexOf(name)),
    answer: Float64Array.from(rows, ({ satisfied }) =>
      typeof satisfied === 'number' ? satisfied / 100 : Number(satisfied),
    ),
    isYesNo: typeof rows[0]?.satisfied === 'boolean',
    below,
    above,
    share,
  };
}

/** The ends of the scale are always there, so that any rating lies between two places. */
function levelsOf(given: ReadonlySet<Level>): readonly Level[] {
  // Every ten points, where they are many.
  const levels = new Set(
    given.size > mostLevels ? Array.from({ length: 11 }, (_, i) => 10 * i) : [0, ...given, 100],
  );
  return [...levels].sort((a, b) => a - b);
}

/** The share of satisfied answers among rows, by stage; NaN for a stage without one of them. */
export function shareBy({ stages, stage, answer }: Design): readonly number[] {
  return stages.map((_, s) => {
    const own = answer.filter((__, row) => stage[row] === s);
    return own.reduce((sum, y) => sum + y, 0) / own.length;
  });
}

/** The sum of a row's columns, by what each is multiplied with. */
export function sumAt(
  { touchpoints, below, above, share }: Design,
  row: number,
  by: Float64Array,
): number {
  let sum = by[0] as number;
  const count = touchpoints.length;
  for (let cell = row * count; cell < (row + 1) * count; cell++) {
    const from = by[below[cell] as number] as number;
    sum += from + (share[cell] as number) * ((by[above[cell] as number] as number) - from);
  }
  return sum;
}

/** Adds a multiple of a row's columns to sums. */
export function addTo(
  { touchpoints, below, above, share }: Design,
  row: number,
  times: number,
  sums: Float64Array,
): void {
  sums[0] = (sums[0] as number) + times;
  const count = touchpoints.length;
  for (let cell = row * count; cell < (row + 1) * count; cell++) {
    const [from, to] = [below[cell] as number, above[cell] as number];
    const part = share[cell] as number;
    sums[from] = (sums[from] as number) + times * (1 - part);
    if (part > 0) sums[to] = (sums[to] as number) + times * part;
  }
}

/** What adds a multiple of the products of a row's columns to a lower triangle. */
export function productsOf({ touchpoints, below, above, share, columns }: Design) {
  const count = touchpoints.length;
  const lines = new Uint32Array(2 * count + 1);
  const parts = new Float64Array(2 * count + 1);
  return (row: number, times: number, sums: Float64Array): void => {
    let length = 0;
    const push = (place: number, part: number) => {
      lines[length] = place;
      parts[length] = part;
      length++;
    };
    push(0, 1);
    for (let cell = row * count; cell < (row + 1) * count; cell++) {
      const part = share[cell] as number;
      push(below[cell] as number, 1 - part);
      if (part > 0) push(above[cell] as number, part);
    }
    // Columns of a row ascend, so that each product falls into the lower triangle.
    for (let i = 0; i < length; i++) {
      const line = (lines[i] as number) * columns;
      const by = times * (parts[i] as number);
      for (let j = 0; j <= i; j++) {
        const cell = line + (lines[j] as number);
        sums[cell] = (sums[cell] as number) + by * (parts[j] as number);
      }
    }
  };
}
