import { refuse } from './refuse';

/** Throws for a field of an element of a list that is none of those known; the elements are too many for a schema. */
export function checkNames(
  fn: string,
  path: string,
  value: object,
  names: readonly string[],
): void {
  for (const name of Object.keys(value)) {
    if (names.includes(name)) continue;
    const given = (value as Readonly<Record<string, unknown>>)[name];
    refuse(fn, `${path}.${name}`, given, `one of ${names.join(', ')}`, 'unknown-name');
  }
}
