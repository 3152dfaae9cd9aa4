import { door } from '../../input/door';
import { read } from '../../input/read';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { placesThat, take } from '../../numerics/places-that';
import type { SatisfactionColumns } from '../experience';
import { fieldsSchema } from '../input';
import { formIn, readColumns } from '../input-columns';
import { answersSchema } from './input';
import { lackingIn } from './observations';

/** Rows in which nothing is lacking. */
export interface CompleteRows<Columns extends SatisfactionColumns> {
  /** In the shape of those that were given. */
  readonly columns: Columns;
  /** Their answers. */
  readonly answers: Float64Array;
  /** The places of these rows among those that were given. */
  readonly rows: Uint32Array;
  /** How many rows were left out. */
  readonly leftOut: number;
}

/**
 * Keeps the rows that a fit can use, and says how many it leaves out: those in which a number or the answer is missing,
 * or in which the customer still waits within the promise, so that there is nothing to judge. What is missing is left
 * out, never taken for 0; look at who did not answer before you trust what the others say.
 *
 * @param columns what customers went through, NaN where a number is missing
 * @param answers their answers, null or NaN where there is none
 * @throws InvalidInputError `length-mismatch` for columns of different lengths; `out-of-range` for a number off its
 *   range, by row; `wrong-type` or `missing` for what are no columns
 * @example
 * ```ts
 * import { completeRows } from 'overdeliver/satisfaction';
 *
 * const levels = {
 *   expected: Float64Array.of(70, 80, 60, 90),
 *   perceived: Float64Array.of(75, Number.NaN, 50, 90),
 * };
 * const { columns, answers, leftOut } = completeRows(levels, [6, 5, null, 7]);
 * columns.perceived; // => Float64Array.of(75, 90)
 * [[...answers], leftOut]; // => [[6, 7], 2]
 * ```
 */
export function completeRows<Columns extends SatisfactionColumns>(
  columns: Columns,
  answers: ArrayLike<number | null>,
): CompleteRows<Columns> {
  return door('completeRows', () => {
    const given = read(fieldsSchema, columns, 'columns');
    const layout = readColumns(given, formIn(given, 'columns'), 'columns');
    const answered = reading('answers', answers, () => {
      const { length } = read(answersSchema, answers, 'answers');
      if (length !== layout.rows) {
        refuse('answers', length, `${layout.rows} rows, as columns has`, 'length-mismatch');
      }
      const told = new Uint8Array(length);
      for (let row = 0; row < length; row++)
        told[row] = Number.isNaN(numberAt(answers, row)) ? 0 : 1;
      return told;
    });
    const lacking = lackingIn(layout);
    const rows = placesThat(layout.rows, (row) => answered[row] === 1 && lacking[row] === 0);
    return {
      columns: taken(columns, rows),
      answers: reading('answers', answers, () => {
        const kept = new Float64Array(rows.length);
        for (let i = 0; i < kept.length; i++) kept[i] = numberAt(answers, rows[i] as number);
        return kept;
      }),
      rows,
      leftOut: layout.rows - rows.length,
    };
  });
}

function numberAt(answers: ArrayLike<number | null>, row: number): number {
  const answer = answers[row];
  if (answer === null) return Number.NaN;
  if (typeof answer === 'number' && Math.abs(answer) !== Infinity) return answer;
  return refuse(`answers[${row}]`, answer, 'a finite number, or null for none', 'wrong-type');
}

/** The same columns with the rows named, however deep they stand. */
function taken<Part>(part: Part, rows: Uint32Array): Part {
  if (part instanceof Float64Array || part instanceof Uint8Array) return take(part, rows) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, inner]) => [name, taken(inner, rows)]);
  return Object.fromEntries(entries) as Part;
}
