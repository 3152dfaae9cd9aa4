import * as z from 'zod/mini';
import { check } from '../core/check';
import { anySchema } from '../core/schemas';
import { jsonShape } from './quantity';
import { type SampleOptions, sampleShape, samplesCapability } from './samples-capability';
import type { CapabilitySource } from './source';

const jsonSchema = z.strictObject({
  ...jsonShape,
  ...sampleShape,
  samples: anySchema,
  deviations: z.boolean(),
});

/** Revives what {@link capabilityFromSamples} made. */
export const samplesSource: CapabilitySource = {
  kind: 'samples',
  revive(json, _, path) {
    const fn = 'reviveCapability';
    const { samples, ...options } = check(fn, jsonSchema, json, path);
    return samplesCapability(
      fn,
      samples as number[],
      options as SampleOptions,
      `${path}.samples`,
      path,
    );
  },
};
