import type { Design } from './design';
import type { ImportanceFormScore } from './importance-types';

/** What spreads together: numbers of one kind are shrunk alike. */
export const kinds = ['lines', 'levels', 'stageLines', 'stageLevels'] as const;
export type Kind = (typeof kinds)[number];

/**
 * The numbers of a form, and what each adds to the columns. A column's effect at a stage is the sum of numbers times
 * factors: the line of its touchpoint, its level's distance from the line, and the same for the stage.
 */
export interface Layout {
  readonly size: number;
  /** By number; null for the one that is not shrunk, the intercept. */
  readonly kind: readonly (Kind | null)[];
  /** By stage and column: the numbers that make it up, and their factors. */
  readonly parts: readonly (readonly (readonly (readonly [number: number, factor: number])[])[])[];
}

/** Which numbers a form has. */
export function layoutOf(design: Design, form: ImportanceFormScore['form']): Layout {
  const { stages, touchpoints, columns } = design;
  const kind: (Kind | null)[] = [];
  const parts = stages.map(() => Array.from({ length: columns }, () => [] as [number, number][]));
  const number = (of: Kind | null) => kind.push(of) - 1;
  const add = (stage: number, column: number, place: number, factor = 1) =>
    parts[stage]?.[column]?.push([place, factor]);
  const everywhere = [...stages.keys()];
  /** The numbers of all touchpoints, for some stages at once. */
  const addTouchpoints = (at: readonly number[], [line, level]: readonly [Kind, Kind]) => {
    for (const { at: first, levels, isOptional } of touchpoints) {
      const slope = number(line);
      for (const [i, x] of levels.entries()) {
        // Half the scale is 1.
        for (const s of at) add(s, first + i, slope, (x - 50) / 50);
      }
      const own = form === 'linear' ? [] : levels.map((_, i) => first + i);
      if (isOptional) own.push(first + levels.length);
      for (const column of own) {
        const place = number(level);
        for (const s of at) add(s, column, place);
      }
    }
  };
  const intercept = number(null);
  for (const s of everywhere) add(s, 0, intercept);
  if (stages.length > 1) for (const s of everywhere) add(s, 0, number('stageLines'));
  if (form !== 'share') addTouchpoints(everywhere, ['lines', 'levels']);
  if (form === 'by-stage')
    for (const s of everywhere) addTouchpoints([s], ['stageLines', 'stageLevels']);
  return { size: kind.length, kind, parts };
}

/** The effect of each column at each stage. */
export function effectsOf({ parts }: Layout, at: Float64Array): readonly Float64Array[] {
  return parts.map((columns) => {
    const effects = new Float64Array(columns.length);
    for (let i = 0; i < effects.length; i++) {
      let sum = 0;
      for (const part of columns[i] as (typeof columns)[number])
        sum += part[1] * (at[part[0]] as number);
      effects[i] = sum;
    }
    return effects;
  });
}

/** Adds slopes by column of a stage to slopes by number. */
export function addSlopes(
  { parts }: Layout,
  stage: number,
  byColumn: Float64Array,
  slope: Float64Array,
): void {
  parts[stage]?.forEach((own, column) => {
    const by = byColumn[column] as number;
    if (by === 0) return;
    for (const [place, factor] of own) slope[place] = (slope[place] as number) + factor * by;
  });
}

/** Adds products by column of a stage, a lower triangle, to the lower triangle by number. */
export function addCurvature(
  { parts, size }: Layout,
  stage: number,
  byColumn: Float64Array,
  curvature: Float64Array,
): void {
  const own = parts[stage] as Layout['parts'][number];
  const columns = own.length;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      const by = byColumn[i * columns + j] as number;
      if (by === 0) continue;
      for (const one of own[i] as (typeof own)[number]) {
        const a = one[0];
        const withOne = by * one[1];
        for (const other of own[j] as (typeof own)[number]) {
          const b = other[0];
          // Of a column with itself both orders come, of which one is the lower triangle's.
          if (i === j && b > a) continue;
          const product = withOne * other[1];
          const cell = a >= b ? a * size + b : b * size + a;
          // Of two columns one order comes, and both count where they meet in one number.
          curvature[cell] = (curvature[cell] as number) + (i !== j && a === b ? 2 : 1) * product;
        }
      }
    }
  }
}
