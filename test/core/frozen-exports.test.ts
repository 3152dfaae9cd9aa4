import { readdirSync } from 'node:fs';
import { capabilityFromFamily, fitCapability, gamma } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';

/** The paths within a value that somebody could write to. */
function writable(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || '_zod' in value) return [];
  const inner = Object.entries(value).flatMap(([name, part]) => writable(part, `${path}.${name}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

const rooms = readdirSync(new URL('../../src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('what a module shares with all who import it', () => {
  it.each(rooms.filter((room) => !['input', 'numerics'].includes(room)))(
    'cannot be changed: %s',
    async (room) => {
      const exported = await import(`../../src/${room}/index.ts`);
      expect(Object.entries(exported).flatMap(([name, value]) => writable(value, name))).toEqual(
        [],
      );
    },
  );
});

describe('a capability', () => {
  it('of a family stores what it answers by', () => {
    for (const fitted of [
      fitCapability(gamma, [41, 38, 47, 52, 44, 36], { unit: 'minutes' }),
      capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit: 'minutes' }),
    ]) {
      expect(() => {
        (fitted.parameters as { shape: number }).shape = 1;
      }).toThrow(TypeError);
      expect(writable(fitted.parameters, '')).toEqual([]);
      expect(writable(fitted.fit, '')).toEqual([]);
    }
  });
});
