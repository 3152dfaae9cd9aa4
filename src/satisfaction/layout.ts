import { refuse } from '../input/refusal';
import { covariateText, fieldsOf } from './dimensions';
import type { SatisfactionDimension } from './model';
import { addCovariate, addDimension, type DimensionUtility } from './utility';

/** One dimension's columns. */
export interface DimensionLayout {
  readonly name: string;
  readonly dimension: SatisfactionDimension;
  /** Where its columns stand, with a full stop behind. */
  readonly at: string;
  readonly expected: Float64Array;
  /** Whether expectations were given; else, as no gap counts, they are as if all had been met. */
  readonly isExpected: boolean;
  readonly got: Float64Array;
  readonly waiting: Uint8Array | null;
}

/** Columns as a model takes them. */
export interface Layout {
  readonly rows: number;
  readonly dimensions: readonly DimensionLayout[];
  readonly covariates: readonly {
    readonly name: string;
    readonly isLog: boolean;
    readonly numbers: Float64Array;
  }[];
}

/** Adds a dimension's utilities to rows from start up to end, and refuses numbers that are not allowed. */
export function addLaidOut(
  { dimension, at, expected, isExpected, got, waiting }: DimensionLayout,
  of: DimensionUtility,
  utility: Float64Array,
  status: Uint8Array,
  start: number,
  end: number,
): void {
  const row = addDimension(of, expected, got, waiting, utility, status, start, end);
  if (row === -1) return;
  const [before, after] = fieldsOf(dimension.kind);
  const e = expected[row] as number;
  const isBefore = isExpected && (e < of.leastExpected || e > of.most);
  const path = `${at}${isBefore ? before : after}[${row}]`;
  const above = (isBefore ? of.leastExpected : of.leastGot) > 0;
  const text =
    dimension.kind === 'level'
      ? 'a level from 0 to 100'
      : `an amount ${above ? 'above' : 'of at least'} 0 with a finite effect`;
  refuse(path, isBefore ? e : got[row], `${text}, or NaN for none`);
}

/** Adds a covariate's, likewise. */
export function addLaidOutCovariate(
  { name, isLog, numbers }: Layout['covariates'][number],
  weight: number,
  utility: Float64Array,
  status: Uint8Array,
  start: number,
  end: number,
  root = '',
): void {
  const row = addCovariate(weight, isLog, numbers, utility, status, start, end);
  if (row === -1) return;
  const path = `${root}covariates.${name}[${row}]`;
  refuse(path, numbers[row], `${covariateText(isLog)}, or NaN for none`);
}
