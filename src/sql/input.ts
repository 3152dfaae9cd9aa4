import * as z from 'zod/mini';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseOther } from '../input/refusal';
import { dialects } from './dialects';
import { checkName } from './names';
import type { SqlDialect, SqlRows } from './query';

/** The name of a column; those of the layers between begin with od_. */
export const nameSchema = readWith(
  (name: string): string => {
    const checked = checkName('', name);
    if (!/^od_/i.test(checked)) return checked;
    const expected = 'a name that does not begin with od_; rename it in a view';
    return refuse('', name, expected, 'ambiguous');
  },
  { type: 'string' },
);

export const optionalName = z.optional(nameSchema);

const names = Object.keys(dialects) as SqlDialect[];

/** A query, or a function that reads files; as a name it would be quoted, and no engine would find it. */
const queryLike = /^\s*(select\s|from\s|with\s.*\bas\s*\(|\w+\(\s*['[].*\)\s*$)/is;
const queryText =
  "a table's name; a query goes in as { text: 'SELECT ...' }, a table of such a name as ['schema', 'name']";

const fromSchema = readWith((from: SqlRows['from']): SqlRows['from'] => {
  if (typeof from === 'string') {
    if (queryLike.test(from)) refuse('', from, queryText, 'ambiguous');
    return checkName('', from);
  }
  if (Array.isArray(from)) {
    if (from.length === 2 || from.length === 3) {
      return from.map((part: unknown, i) => checkName(`[${i}]`, part));
    }
    return refuse('', from, "a table's name, or ['schema', 'name']");
  }
  const expected = "a table's name, ['schema', 'name'] or a query as { text: 'SELECT ...' }";
  return reading('', from, () => {
    // One of ours is told by the statement beside it.
    const { text, dialect, offenders }: Partial<Record<'text' | 'dialect' | 'offenders', unknown>> =
      Object(from);
    if (typeof text !== 'string') {
      return refuseOther('', from, expected);
    }
    if (text.trim() === '' || text.trimEnd().endsWith(';')) {
      refuse('text', text, 'one SELECT without a semicolon', 'out-of-range');
    }
    if (dialect !== undefined && typeof dialect !== 'string') {
      return refuse('dialect', dialect, 'the name of an engine', 'wrong-type');
    }
    return typeof offenders === 'string' ? { text, dialect, offenders } : { text, dialect };
  });
});

/** One of some names for all rows, or a column that holds one. */
export const nameOrColumn = <const Names extends readonly string[]>(names: Names) =>
  z.union([
    z.enum(
      names,
      `one of ${names.join(', ')} for all rows, or { column }, which holds one of them`,
    ),
    z.strictObject({ column: nameSchema }),
  ]);

/** The options that say where the rows lie. */
export const rowsShape = {
  dialect: z.enum(names),
  from: fromSchema,
  keep: z.optional(z.array(nameSchema)),
};

/** Refuses the lack of a parameter set: no default stands in for one that was left out. */
export function needSet(path: string, set: unknown, example: string): void {
  if (set === undefined) refuse(path, set, `a parameter set such as ${example}`, 'missing');
}
