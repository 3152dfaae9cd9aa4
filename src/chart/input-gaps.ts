import * as z from 'zod/mini';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { numbersText, typedColumn } from '../input/schemas';
import { mostRows } from './input';

const columnSchema = typedColumn(Float64Array, numbersText);
const maybeColumn = z.optional(columnSchema);
const columnsSchema = once(() =>
  z.object({
    promised: maybeColumn,
    actual: maybeColumn,
    expected: maybeColumn,
    perceived: maybeColumn,
    unit: z.optional(z.string()),
    currency: z.optional(z.string()),
    stillWaiting: z.optional(typedColumn(Uint8Array, 'a Uint8Array of 0 and 1')),
    dimensions: z.optional(z.unknown()),
  }),
);
const scoredSchema = once(() =>
  z.object({ score: columnSchema }, 'what predictSatisfactions returns'),
);

/** How much better than promised or expected each row was. */
export interface GapsRead {
  readonly gaps: readonly number[];
  /** 1 for those who were still waiting when asked. */
  readonly waiting: ArrayLike<number>;
  /** Whether the same was promised, or expected, in all rows. */
  readonly isSame: boolean;
  readonly unit: string;
  readonly kind: 'time' | 'cost' | 'level';
}

/** The gaps of columns of one dimension. */
export function readGaps(columns: unknown): GapsRead {
  const given = read(columnsSchema, columns, 'columns');
  if (given.dimensions !== undefined) {
    refuse('columns.dimensions', given.dimensions, 'the columns of one dimension', 'ambiguous');
  }
  const isLevel = given.perceived !== undefined;
  const [before, after] = isLevel
    ? (['expected', 'perceived'] as const)
    : (['promised', 'actual'] as const);
  const column = (name: typeof before | typeof after) =>
    given[name] ?? refuse(`columns.${name}`, undefined, numbersText, 'missing');
  const [held, got] = [column(before), column(after)];
  const { length } = held;
  const waiting = given.stillWaiting ?? new Uint8Array(length);
  checkLength(`columns.${after}`, got.length, length);
  checkLength('columns.stillWaiting', waiting.length, length);
  if (length === 0 || length > mostRows) {
    refuse(
      'columns',
      length,
      `columns of 1 to ${mostRows} rows: draw a sample of them`,
      'out-of-range',
    );
  }
  const sign = isLevel ? -1 : 1;
  return {
    gaps: Array.from(held, (one, i) => sign * (one - (got[i] as number)) + 0),
    waiting,
    isSame: held.every((one) => one === held[0]),
    unit: isLevel
      ? 'points'
      : (given.unit ??
        given.currency ??
        refuse('columns.unit', undefined, 'a unit, or a currency', 'missing')),
    kind: isLevel ? 'level' : given.unit === undefined ? 'cost' : 'time',
  };
}

/** The score of each row; null where it has none. */
export function readScores(scored: unknown, length: number): readonly (number | null)[] {
  const { score } = read(scoredSchema, scored, 'scored');
  checkLength('scored.score', score.length, length);
  return Array.from(score, (one) => (Number.isFinite(one) ? one : null));
}

function checkLength(path: string, given: number, wanted: number): void {
  if (given !== wanted)
    refuse(path, given, `a length of ${wanted}, as the others`, 'length-mismatch');
}
