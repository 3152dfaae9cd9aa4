import { limits } from './limits';
import { reading } from './reading';
import { refuse, refuseOther } from './refusal';

/** So many rows tell what columns a table has, and what they hold. */
export const rowsLookedAt = 1000;

/** The names of the columns of rows, of which any may lack some, as JSON leaves out what is not known. */
export function namesIn(rows: readonly unknown[]): readonly string[] {
  const names = new Set<string>();
  for (const row of rows.slice(0, rowsLookedAt)) {
    if (typeof row === 'object' && row !== null)
      for (const name of Object.keys(row)) names.add(name);
  }
  return [...names];
}

const tableText = 'an array of rows by column, as the data of Papa Parse with header: true';

/** The rows of a table that a program read. */
export const tableOf = <Row>(rows: readonly Row[]) => listOf('rows', rows, tableText);

/** A list as an array of our own, that can be read: the caller's may be too long, have holes or throw. */
export function listOf<Item>(
  path: string,
  value: readonly Item[],
  expected = 'an array',
): readonly Item[] {
  return reading(path, value, () => {
    if (!Array.isArray(value)) {
      refuseOther(path, value, expected);
    }
    if (value.length > limits.column) {
      refuse(path, value, `a length of at most ${limits.column}`, 'out-of-range');
    }
    const list: Item[] = [];
    for (let i = 0; i < value.length; i++) {
      // A hole would be passed over by an array's own loops.
      if (value[i] === undefined && !(i in value)) {
        refuse(`${path}[${i}]`, undefined, 'a value, not a hole', 'missing');
      }
      list.push(value[i] as Item);
    }
    return list;
  });
}
