import * as z from 'zod/mini';
import { door } from '../input/door';
import { limits } from '../input/limits';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { recordOf } from '../input/schemas';
import { checkVersion } from '../input/version';
import type { Capability, CapabilityWarning } from './capability';
import { innerJsonSchema, jsonShape, readCapability } from './input';
import type { CapabilitySource } from './source';
import { warned } from './warned';

/**
 * Brings a capability back from the JSON that its `toJSON` gave, with the same answers to the last bit.
 *
 * @param json what `JSON.parse` gave
 * @param sources a reviver for each kind that may occur, inner ones included, so that an app carries only
 *   the ones it uses: `samplesSource`, `censoredSource`, `familySource(lognormal)`, `quantilesSource`,
 *   `mixtureSource`, `scaledSource`, `poweredSource`, `pipelineSource`, and `liveSource` of `overdeliver/live`
 * @throws InvalidInputError `unknown-name` for a kind that no source revives, `unknown-version` for JSON
 *   that a newer release wrote, another code with the path of the damage for damaged JSON
 * @example
 * ```ts
 * import { capabilityFromSamples, reviveCapability } from 'overdeliver';
 * import { samplesSource } from 'overdeliver/capability';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * const stored = JSON.stringify(kitchen);
 * const revived = reviveCapability(JSON.parse(stored), [samplesSource]);
 * revived.quantile(0.8); // => 47
 * ```
 */
export function reviveCapability(json: unknown, sources: readonly CapabilitySource[]): Capability {
  return door('reviveCapability', () => {
    const known = [...read(sourcesSchema, sources, 'sources'), remainingSource];
    const kinds = known.map((candidate) => candidate.kind).join(', ');
    const revive = (value: unknown, path: string, depth: number): Capability => {
      if (depth > limits.nested) {
        refuse(path, value, `at most ${limits.nested} inside each other`, 'out-of-range');
      }
      checkVersion(path, value);
      const { kind, warned: more, ...said } = read(innerJsonSchema, value, path);
      const source = known.find((candidate) => candidate.kind === kind);
      if (source === undefined) {
        refuse(`${path}.kind`, kind, `a kind among the sources: ${kinds}`, 'unknown-name');
      }
      // A source of the caller's own may catch what is refused inside.
      const inner = (json: unknown, at: string) =>
        door('reviveCapability', () => revive(json, at, depth + 1));
      const bare = more === undefined ? value : { kind, ...said };
      const capability = readCapability(path, source.revive(bare, inner, path));
      // What is made of others takes after them.
      for (const field of ['unit', 'better'] as const) {
        const is = capability[field];
        if (said[field] !== is) {
          refuse(`${path}.${field}`, said[field], `${is} as inside`, 'unit-mismatch');
        }
      }
      if (more === undefined) return capability;
      const warnings = read(warningsSchema, more, `${path}.warned`);
      return warned(capability, warnings as readonly CapabilityWarning[]);
    };
    return revive(json, 'json', 1);
  });
}

const sourcesSchema = once(() =>
  z.array(
    readWith((source: CapabilitySource): CapabilitySource => {
      const { kind, revive } = Object(source) as Partial<CapabilitySource>;
      if (typeof kind === 'string' && typeof revive === 'function') return source;
      const expected = 'a source, such as samplesSource or familySource(gamma)';
      return refuse('', source, expected, 'wrong-type');
    }),
    'an array of sources',
  ),
);

const warningsSchema = once(() =>
  z.array(
    z.strictObject({ code: z.string(), detail: recordOf(z.union([z.number(), z.string()])) }),
  ),
);

const remainingSchema = once(() =>
  z.strictObject({
    ...jsonShape,
    elapsed: z.number().check(z.gte(0, 'a time of at least 0')),
    of: innerJsonSchema,
  }),
);

/** Always known, since any capability of times can be asked for what remains. */
const remainingSource: CapabilitySource = {
  kind: 'remaining',
  revive(json, inner, path) {
    const { elapsed, of } = read(remainingSchema, json, path);
    return inner(of, `${path}.of`).remaining(elapsed);
  },
};
