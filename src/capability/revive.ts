import * as z from 'zod/mini';
import { door } from '../input/door';
import { limits } from '../input/limits';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import { checkVersion } from '../input/version';
import type { Capability, CapabilityJson } from './capability';
import { checkArray } from './checks';
import { jsonShape } from './input';
import type { CapabilitySource, ReviveInner } from './source';

const headSchema = z.looseObject({ kind: z.string(), version: z.number() });

/**
 * Brings a capability back from the JSON that its `toJSON` gave, with the same answers to the last bit.
 *
 * @param json what `JSON.parse` gave
 * @param sources a reviver for each kind that may occur, inner ones included, so that an app carries only
 *   the ones it uses: `samplesSource`, `censoredSource`, `familySource(lognormal)`, `quantilesSource`,
 *   `mixtureSource`, `scaledSource`, `pipelineSource`
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
    checkArray('sources', sources, undefined, 'sources');
    const known = [...Array.from(sources), remainingSource];
    known.forEach((source, i) => {
      const at = `sources[${i}]`;
      const good = reading(at, source, () => {
        const { kind, revive } = Object(source) as Partial<CapabilitySource>;
        return typeof kind === 'string' && typeof revive === 'function';
      });
      const expected = 'a source, such as samplesSource or familySource(gamma)';
      if (!good) refuse(at, source, expected, 'wrong-type');
    });
    let depth = 0;
    const revive: ReviveInner = (value, path) => {
      if (++depth > limits.nested)
        refuse(path, value, `at most ${limits.nested} inside each other`, 'out-of-range');
      checkVersion(path, value);
      const { kind } = read(headSchema, value, path);
      const source = known.find((candidate) => candidate.kind === kind);
      const kinds = known.map((candidate) => candidate.kind).join(', ');
      if (source === undefined) {
        refuse(`${path}.kind`, kind, `a kind among the sources: ${kinds}`, 'unknown-name');
      }
      const capability = source.revive(value, revive, path);
      // What is made of others takes after them.
      for (const field of ['unit', 'better'] as const) {
        const [said, is] = [(value as CapabilityJson)[field], capability[field]];
        if (said !== is) refuse(`${path}.${field}`, said, `${is} as inside`, 'unit-mismatch');
      }
      depth--;
      return capability;
    };
    return revive(json, 'json');
  });
}

const remainingSchema = z.strictObject({
  ...jsonShape,
  elapsed: z.number().check(z.gte(0, 'a time of at least 0')),
  of: anySchema,
});

/** Always known, since any capability of times can be asked for what remains. */
const remainingSource: CapabilitySource = {
  kind: 'remaining',
  revive(json, revive, path) {
    const { elapsed, of } = read(remainingSchema, json, path);
    return revive(of, `${path}.of`).remaining(elapsed);
  },
};
