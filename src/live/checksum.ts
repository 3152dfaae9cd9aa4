import { refuse } from '../input/refusal';

/**
 * A checksum of plain JSON, the same whatever the order of its keys: stores such as PostgreSQL's jsonb sort them.
 * Two 32-bit hashes (FNV-1a, Fowler, Noll & Vo 1991, with different starts, one mixed by a multiplier of MurmurHash3 too)
 * over the numbers' bits and the texts' characters.
 */
export function checksumOf(json: object): string {
  const state = new Uint32Array([0x811c9dc5, 0x01234567]);
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  const mix = (word: number) => {
    state[0] = Math.imul((state[0] as number) ^ word, 0x01000193);
    state[1] = Math.imul((state[1] as number) ^ (word + (word << 7)), 0x85ebca6b) ^ (word >>> 13);
  };
  // What holds itself would be gone through again and again.
  const around = new Set<object>();
  const walkInto = (value: object) => {
    if (around.has(value)) refuse('json', json, 'plain data, in which nothing holds itself');
    around.add(value);
    if (Array.isArray(value)) {
      mix(~value.length);
      for (const item of value) walk(item);
    } else {
      const names = Object.keys(value).sort();
      mix(3 + names.length);
      for (const name of names) {
        walk(name);
        walk((value as Readonly<Record<string, unknown>>)[name]);
      }
    }
    around.delete(value);
  };
  const walk = (value: unknown) => {
    if (typeof value === 'number') {
      // JSON knows no negative zero.
      bits[0] = value + 0;
      mix(1);
      mix(words[0] as number);
      mix(words[1] as number);
    } else if (typeof value === 'string') {
      mix(2 + value.length);
      for (let i = 0; i < value.length; i++) mix(value.charCodeAt(i));
    } else if (typeof value === 'object' && value !== null) {
      walkInto(value);
    } else mix(value === null ? 5 : value === true ? 7 : value === false ? 11 : 13);
  };
  walkInto(json);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}
