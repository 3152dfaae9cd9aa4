import {
  type Capability,
  capabilityFromGuess,
  capabilityFromSamples,
  planPromise,
} from 'overdeliver';
import { mixCapabilities, pipelineCapability, scaleCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

/** Even between 0 and 10, made by a caller. */
const own: Capability = {
  kind: 'even',
  unit: 'minutes',
  better: 'lower',
  n: 0,
  identified: 1,
  identifiedFrom: 0,
  quantile: (p) => 10 * p,
  chance: (t) => Math.min(1, Math.max(0, t / 10)),
  mean: () => 5,
  expectedOvershoot: (t) => (t < 0 ? 5 - t : t > 10 ? 0 : (10 - t) ** 2 / 20),
  remaining: () => own,
  ranks: null,
  warnings: [],
  toJSON: () => ({ kind: 'even', version: 1 }),
};

const takers: Readonly<Record<string, readonly [(one: Capability) => unknown, path: string]>> = {
  mixCapabilities: [
    (capability) => mixCapabilities([{ capability, weight: 1 }]),
    'parts[0].capability',
  ],
  pipelineCapability: [(step) => pipelineCapability([step]), 'steps[0]'],
  scaleCapability: [(capability) => scaleCapability(capability, 2), 'capability'],
  capabilityFromGuess: [
    (guess) => capabilityFromGuess(guess, { priorSize: 1, samples: [] }),
    'guess',
  ],
};

describe("a caller's own capability", () => {
  it('is as good as any', () => {
    const seen = capabilityFromSamples([10], { unit: 'minutes' });
    const mixed = mixCapabilities([
      { capability: own, weight: 1 },
      { capability: seen, weight: 1 },
    ]);
    expect(mixed.chance(5)).toBe(0.25);
    expect(scaleCapability(own, 2).quantile(0.5)).toBe(10);
    expect(pipelineCapability([own, own]).mean()).toBeCloseTo(10, 12);
    expect(capabilityFromGuess(own, { priorSize: 3, samples: [10] }).chance(5)).toBe(0.375);
    expect(planPromise(own, { keepRate: 0.9 }).promise).toBe(9);
  });

  it('mixes with what remains of it', () => {
    const seen = capabilityFromSamples([4, 8], { unit: 'minutes' });
    const mixed = mixCapabilities([
      { capability: scaleCapability(own, 1), weight: 1 },
      { capability: seen, weight: 1 },
    ]).remaining(5);
    // One half of each is left: evenly 0 to 5, and 3.
    expect(mixed.chance(2)).toBeCloseTo(0.2, 12);
    expect(mixed.chance(3)).toBeCloseTo(0.8, 12);
  });

  const lacking = Object.keys(own).flatMap((field) =>
    Object.keys(takers).map((name) => [name, field] as const),
  );
  it.each(lacking)('%s refuses one without %s', (name, field) => {
    const [take, path] = takers[name] as (typeof takers)[string];
    const call = () => take({ ...own, [field]: undefined });
    expect(refusal(call)).toMatchObject({ code: 'wrong-type', path, function: name });
  });

  it.each([null, 5, 'kitchen', [], {}])('takes no %j for one', (other) => {
    for (const [name, [take, path]] of Object.entries(takers)) {
      const call = () => take(other as never);
      expect(refusal(call)).toMatchObject({ code: 'wrong-type', path, function: name });
    }
  });
});
