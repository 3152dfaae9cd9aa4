import { checkArray, isFiniteNumber } from '../capability/checks';
import { refuse } from '../core/refuse';

/**
 * Refuses what is not built like an example: the same fields, values of the same type, numbers finite. In the
 * example null stands for a number or null, an array of one for a column as long as the ones beside it, a
 * longer array for one of that length.
 */
export function checkShape(fn: string, path: string, value: unknown, example: unknown): void {
  if (Array.isArray(example)) {
    checkArray(fn, path, value, example.length > 1 ? example.length : undefined, 'values');
    const items = value as readonly unknown[];
    for (let i = 0; i < items.length; i++) {
      // Looked at first, so that the path is built for a bad one alone.
      if (!isLike(items[i], example[0])) checkShape(fn, `${path}[${i}]`, items[i], example[0]);
    }
  } else if (typeof example === 'object' && example !== null) {
    checkRecord(fn, path, value, example as Fields);
  } else if (!isLike(value, example)) {
    const expected = typeof example === 'string' ? 'a string' : 'a finite number';
    refuse(fn, path, value, expected, value === undefined ? 'missing' : 'wrong-type');
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isLike(value: unknown, example: unknown): boolean {
  if (typeof example === 'string') return typeof value === 'string';
  return isFiniteNumber(value) || (value === null && example === null);
}

function checkRecord(fn: string, path: string, value: unknown, example: Fields): void {
  if (typeof value !== 'object' || value === null) {
    refuse(fn, path, value, 'an object', value === undefined ? 'missing' : 'wrong-type');
  }
  const names = Object.keys(example);
  const stranger = Object.keys(value).find((name) => !names.includes(name));
  if (stranger !== undefined) {
    const expected = `one of ${names.join(', ')}`;
    refuse(fn, `${path}.${stranger}`, (value as Fields)[stranger], expected, 'unknown-name');
  }
  let length: number | undefined;
  for (const name of names) {
    const [field, like] = [(value as Fields)[name], example[name]];
    checkShape(fn, `${path}.${name}`, field, like);
    if (!Array.isArray(like) || like.length !== 1) continue;
    length ??= (field as readonly unknown[]).length;
    checkArray(fn, `${path}.${name}`, field, length);
  }
}
