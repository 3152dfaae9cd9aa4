import * as z from 'zod/mini';
import { knownNames, type OtherNames, wordFor } from './known-names';
import { limits } from './limits';
import { listOf } from './list-of';
import { nearMiss } from './near-miss';
import { readWith } from './read-with';
import { refuseName } from './refusal';

/**
 * Finds the name in a row that probably means a known one. The names of a table are the same in every row: those that
 * mean nothing known, and words that mean one, are looked up once, as far as there are not too many to remember. `other`
 * are words that mean a known name where that is not given itself.
 */
export function misspeltAmong(
  names: readonly string[],
  other?: OtherNames,
): (row: object) => string | undefined {
  const fine = new Set(names);
  const most = fine.size + limits.otherNames;
  const words = new Map<string, string>();
  return (row) => {
    let given: readonly string[] | undefined;
    for (const name in row) {
      if (fine.has(name)) continue;
      // No rows at all, whose places are no names.
      if (Array.isArray(row) || ArrayBuffer.isView(row)) return undefined;
      const meant = words.get(name) ?? wordFor(other, name);
      if (meant !== undefined) {
        if (words.size < limits.otherNames) words.set(name, meant);
        if (isMissed(row, name, meant, other)) return name;
        continue;
      }
      // A row may have thousands of names, each of which is held against these.
      given ??= Object.keys(row).filter((known) => names.includes(known));
      if (nearMiss(name, names, given) !== undefined) return name;
      if (fine.size < most && nearMiss(name, names, []) === undefined) fine.add(name);
    }
    return undefined;
  };
}

/** Whether a word says what the row says nowhere else. */
function isMissed(row: object, name: string, meant: string, other?: OtherNames): boolean {
  const given = row as Readonly<Record<string, unknown>>;
  if (meant in row || other?.says?.(given[name]) === false) return false;
  return !other?.beside?.some((known) => given[known] !== null && given[known] !== undefined);
}

/**
 * The schema of a row of data: other columns pass, since tables have them, unless the name of one is a near miss of
 * a known one. Options are strict instead. What it gives back holds the known columns alone.
 */
export function rowOf<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  error?: string,
  other?: OtherNames,
): z.ZodMiniObject<Shape, z.core.$strip> {
  const names = Object.keys(shape);
  const misspelt = misspeltAmong(names, other);
  const near = z.check<object>(
    (row) => {
      if (typeof row.value !== 'object' || row.value === null) return;
      const path = misspelt(row.value);
      if (path !== undefined) {
        const params = { code: 'unknown-name' };
        row.issues.push({
          code: 'custom',
          input: row.value,
          path: [path],
          message: knownNames(names, path, Object.keys(row.value), other),
          params,
        });
      }
      const known = Object.entries(row.value).filter(([name]) => names.includes(name));
      row.value = Object.fromEntries(known);
    },
    // Looked at even where a column is missing: the misspelt one may be it.
    { when: () => true },
  );
  return z.looseObject(shape, error).check(near) as unknown as z.ZodMiniObject<
    Shape,
    z.core.$strip
  >;
}

/** The same for rows that are read by hand, since they are many. */
export function rowReader(names: readonly string[], other?: OtherNames) {
  const misspelt = misspeltAmong(names, other);
  return (path: string, row: object): void => {
    const found = misspelt(row);
    if (found === undefined) return;
    const given = (row as Readonly<Record<string, unknown>>)[found];
    const expected = knownNames(names, found, Object.keys(row), other);
    refuseName(path === '' ? found : `${path}.${found}`, given, expected);
  };
}

/** A list of rows, which may be long or hostile; `expected` says what it is a list of. */
export const listSchema = <Row extends z.core.$ZodType>(row: Row, expected: string) =>
  z.pipe(
    readWith((rows: readonly unknown[]) => [...listOf('', rows, expected)]),
    z.array(row),
  );
