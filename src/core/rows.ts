import * as z from 'zod/mini';
import { nearMiss } from './near-miss';
import { refuse } from './refuse';

/** A name in a row that probably means a known one. */
function misspelt(row: object, names: readonly string[]) {
  const given = Object.keys(row);
  return given.find((name) => !names.includes(name) && nearMiss(name, names, given) !== undefined);
}

const oneOf = (names: readonly string[]) => `one of ${names.join(', ')}`;

/**
 * The schema of a row of data: other columns pass, since tables have them, unless the name of one is a near miss of
 * a known one. Options are strict instead. What it gives back holds the other columns too.
 */
export function rowOf<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  error?: string,
): z.ZodMiniObject<Shape, z.core.$strip> {
  const names = Object.keys(shape);
  const text = oneOf(names);
  // Looked at even where a column is missing: the misspelt one may be it.
  const near = z.check<object>(
    ({ value, issues }) => {
      const name = misspelt(Object(value), names);
      if (name === undefined) return;
      const params = { code: 'unknown-name' };
      issues.push({ code: 'custom', input: value, path: [name], message: text, params });
    },
    { when: () => true },
  );
  return z.looseObject(shape, error).check(near) as unknown as z.ZodMiniObject<
    Shape,
    z.core.$strip
  >;
}

/** The same for rows that are read by hand, since they are many. */
export function rowReader(fn: string, names: readonly string[]) {
  const others = new Set(names);
  return (path: string, row: object): void => {
    for (const name of Object.keys(row)) {
      if (others.has(name)) continue;
      const found = misspelt(row, names);
      if (found !== undefined) {
        const given = (row as Readonly<Record<string, unknown>>)[found];
        refuse(fn, `${path}.${found}`, given, oneOf(names), 'unknown-name');
      }
      if (nearMiss(name, names, []) === undefined) others.add(name);
    }
  };
}
