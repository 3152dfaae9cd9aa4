import { factorCholesky } from '../../numerics/cholesky';
import { type Design, shareBy, type TouchpointPlaces } from './design';
import type { ImportanceFlag, TouchpointWorth } from './importance-types';
import { greatest, type Spreads } from './spreads';
import { levelAt } from './worths';

interface Flagged {
  readonly design: Design;
  readonly worths: readonly TouchpointWorth[];
  readonly spreads: Spreads;
  readonly converged: boolean;
}

/** What to know of a fit before it is used. */
export function importanceFlags({
  design,
  worths,
  spreads,
  converged,
}: Flagged): readonly ImportanceFlag[] {
  const { stages, touchpoints } = design;
  const flags: ImportanceFlag[] = [];
  const add = (code: ImportanceFlag['code'], detail: ImportanceFlag['detail']) =>
    flags.push({ code, detail });
  if (stages.length === 1) add('one-stage', { stage: stages[0] as string });
  const shares = shareBy(design);
  stages.forEach((stage, s) => {
    const rows = design.stage.reduce((sum, one) => sum + (one === s ? 1 : 0), 0);
    if (rows <= touchpoints.length) {
      add('few-rows', { stage, rows, touchpoints: touchpoints.length });
    }
    const share = shares[s] as number;
    if (share === 0 || share === 1) add('one-answer', { stage, satisfied: share === 1 });
    const own = worths.filter((worth) => worth.stage === stage);
    if (own.every(({ importance }) => importance === 0)) add('nothing-worth', { stage });
    for (const { touchpoint, worth } of own) {
      if (worth !== null && worth < 0) add('below-zero', { stage, touchpoint, worth });
    }
  });
  touchpoints.forEach(({ id }, t) => {
    const levels = alikeAt(design, t);
    if (levels.length > 0) add('separated', { touchpoint: id, levels });
    if (worths.some(({ touchpoint, worth }) => touchpoint === id && worth === null)) {
      add('unrated', { touchpoint: id });
    }
  });
  for (const id of madeUp(design)) add('collinear', { touchpoint: id });
  const certain = Object.entries(spreads).filter(([, spread]) => spread === greatest);
  for (const [kind] of certain) add('separated', { spread: kind });
  if (!converged) add('not-converged', {});
  return flags;
}

/** The levels of a touchpoint, null for no rating, at which all rows answered yes, or all no. */
function alikeAt(design: Design, touchpoint: number): readonly (number | null)[] {
  const { touchpoints, below, share, answer, rows } = design;
  const { at, levels } = touchpoints[touchpoint] as TouchpointPlaces;
  const count = new Float64Array(levels.length + 1);
  const sum = new Float64Array(levels.length + 1);
  for (let row = 0; row < rows; row++) {
    const cell = row * touchpoints.length + touchpoint;
    // A rating between two levels tells of neither alone.
    if ((share[cell] as number) > 0) return [];
    const place = (below[cell] as number) - at;
    count[place] = (count[place] as number) + 1;
    sum[place] = (sum[place] as number) + (answer[row] as number);
  }
  return [...levels, null].filter((_, i) => {
    const [n, yes] = [count[i] as number, sum[i] as number];
    return n > 0 && (yes === 0 || yes === n);
  });
}

/** The touchpoints whose levels follow from those before; where there is no rating, their mean stands in. */
function madeUp(design: Design): readonly string[] {
  const columns = design.touchpoints.map(({ at, levels }, t) => {
    const rated = (row: number) =>
      (design.below[row * design.touchpoints.length + t] as number) < at + levels.length;
    const had = [...Array(design.rows).keys()].filter(rated);
    const mean = had.reduce((sum, row) => sum + levelAt(design, row, t) / had.length, 0);
    const x = Float64Array.from({ length: design.rows }, (_, row) =>
      rated(row) ? levelAt(design, row, t) - mean : 0,
    );
    const length = Math.sqrt(x.reduce((sum, one) => sum + one * one, 0));
    // Levels that are all alike, but for rounding.
    return length > 1e-6 ? x.map((one) => one / length) : null;
  });
  const kept: Float64Array[] = [];
  const found: string[] = [];
  columns.forEach((column, t) => {
    if (column === null) return;
    const all = [...kept, column];
    const products = Float64Array.from({ length: all.length ** 2 }, (_, cell) => {
      const [a, b] = [all[Math.floor(cell / all.length)], all[cell % all.length]];
      return (a as Float64Array).reduce((sum, x, i) => sum + x * (b?.[i] as number), 0);
    });
    // Made up by those before it, but for rounding.
    if (factorCholesky(products, all.length, 1e-9) === all.length) kept.push(column);
    else found.push(design.touchpoints[t]?.id as string);
  });
  return found;
}
