import { isHandle, mutated } from './mutations';
import type { Random } from './random';

/** Arguments of which one value, somewhere within, is another; all else is shared with what was given. */
export function withOneMutated(args: readonly unknown[], r: Random): readonly unknown[] {
  const place = r.pick(placesIn(args).slice(1));
  return replaced(args, place, r) as readonly unknown[];
}

type Place = readonly string[];

/** Every place of a value, the value itself first. Of a long list the ends are enough. */
function placesIn(value: unknown): Place[] {
  const keys = isOpen(value) ? Object.keys(value) : [];
  const looked = keys.length > 12 && 'length' in (value as object) ? ends(keys) : keys;
  return [
    [],
    ...looked.flatMap((key) =>
      placesIn((value as Record<string, unknown>)[key]).map((place) => [key, ...place]),
    ),
  ];
}

const ends = (keys: string[]) => [...keys.slice(0, 4), ...keys.slice(-4)];

/** Plain data; what holds functions is one value, for its maker is fuzzed itself. */
function isOpen(value: unknown): value is object {
  if (Object(value) !== value || typeof value === 'function' || value instanceof Date) return false;
  if (ArrayBuffer.isView(value)) return true;
  const all = Object.values(value as object);
  return (
    all.length > 0 &&
    !(all.some((inner) => typeof inner === 'function') && isHandle(value as object))
  );
}

function replaced(value: unknown, [key, ...rest]: Place, r: Random): unknown {
  if (key === undefined) return mutated(value, r);
  const inner = replaced((value as Record<string, unknown>)[key], rest, r);
  if (ArrayBuffer.isView(value)) {
    const copy = (value as Float64Array).slice();
    copy[Number(key)] = typeof inner === 'number' ? inner : Number.NaN;
    return copy;
  }
  if (!Array.isArray(value)) return { ...(value as object), [key]: inner };
  return value.map((one, i) => (String(i) === key ? inner : one));
}
