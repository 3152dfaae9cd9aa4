import fc from 'fast-check';
import { type Capability, reviveCapability } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { allSources, amounts, everySource } from './any-capability';

/** A probability between those that a capability identifies. */
const known = (capability: Capability, u: number) =>
  capability.identifiedFrom + u * (capability.identified - capability.identifiedFrom);
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const better = fc.constantFrom('lower' as const, 'higher' as const);
const anyTime = fc.double({ min: -50, max: 120, noNaN: true });
// What a continuous chance of a continuous quantile loses.
const slack = 1e-9;

describe.each(everySource)('$name', ({ make, mirrors }) => {
  it('delivers a quantile with its probability', () => {
    holds(
      fc.property(amounts, better, inside, (given, way, u) => {
        const capability = make(given, way, 1);
        const p = known(capability, u);
        expect(capability.chance(capability.quantile(p))).toBeGreaterThanOrEqual(p - slack);
      }),
      100,
    );
  });

  it('has no smaller quantile with that probability', () => {
    holds(
      fc.property(amounts, better, inside, (given, way, u) => {
        const capability = make(given, way, 1);
        const p = known(capability, u);
        const harder = capability.quantile(p) + (capability.better === 'lower' ? -1e-4 : 1e-4);
        expect(capability.chance(harder)).toBeLessThan(p + slack);
      }),
      100,
    );
  });

  it('asks for more where more is promised', () => {
    holds(
      fc.property(amounts, better, inside, inside, anyTime, anyTime, (given, way, u, v, s, t) => {
        const capability = make(given, way, 1);
        const sign = capability.better === 'lower' ? 1 : -1;
        const [low, high] = [Math.min(u, v), Math.max(u, v)].map((w) => known(capability, w));
        expect(sign * capability.quantile(low as number)).toBeLessThanOrEqual(
          sign * capability.quantile(high as number),
        );
        const chances = [sign * Math.min(sign * s, sign * t), sign * Math.max(sign * s, sign * t)];
        const [hard, easy] = chances.map((at) => capability.chance(at)) as [number, number];
        expect(hard).toBeLessThanOrEqual(easy + 1e-15);
        expect(hard).toBeGreaterThanOrEqual(0);
        expect(easy).toBeLessThanOrEqual(1);
      }),
      100,
    );
  });

  it('has draws with its mean and its misses', () => {
    holds(
      fc.property(amounts, better, anyTime, (given, way, t) => {
        const capability = make(given, way, 1);
        if (capability.identified < 1 || capability.identifiedFrom > 0) return;
        const n = 1000;
        const draws = Array.from({ length: n }, (_, i) => capability.quantile((i + 0.5) / n));
        const sign = capability.better === 'lower' ? 1 : -1;
        const mean = draws.reduce((sum, x) => sum + x, 0) / n;
        const miss = draws.reduce((sum, x) => sum + Math.max(0, sign * (x - t)), 0) / n;
        // The midpoint rule leaves out some of a long right end.
        const tolerance = 0.05 + 0.02 * Math.abs(mean);
        expect(Math.abs(mean - capability.mean())).toBeLessThan(tolerance);
        expect(Math.abs(miss - capability.expectedOvershoot(t))).toBeLessThan(tolerance);
      }),
      15,
    );
  });

  it('gives no number for what is not identified', () => {
    holds(
      fc.property(amounts, better, inside, anyTime, (given, way, u, t) => {
        const capability = make(given, way, 1);
        const { identified, identifiedFrom, quantile, mean, expectedOvershoot } = capability;
        const unknown = [
          identified + (1 - identified) * u + 1e-12,
          identifiedFrom - identifiedFrom * u - 1e-12,
        ].filter((p) => p >= 0 && p <= 1);
        for (const p of unknown) {
          expect(attempt(() => quantile(p))).toBe('not-identified');
        }
        // But for one up to the very last that is.
        if (identified < 1) expect(typeof attempt(() => quantile(identified))).toBe('number');
        if (identifiedFrom > 0)
          expect(typeof attempt(() => quantile(identifiedFrom))).toBe('number');
        const whole = identified === 1 && identifiedFrom === 0;
        expect(typeof attempt(mean)).toBe(whole ? 'number' : 'string');
        if (!whole) expect(attempt(mean)).toBe('not-identified');
        if (identified < 1) expect(attempt(() => expectedOvershoot(t))).toBe('not-identified');
        expect(capability.chance(t)).toBeLessThanOrEqual(identified);
        // What remains knows no more.
        const left = attempt(() => capability.remaining(Math.abs(t)).identified);
        if (typeof left === 'number' && identified < 1) expect(left).toBeLessThan(1);
      }),
      60,
    );
  });

  it('survives JSON to the last bit', () => {
    holds(
      fc.property(amounts, better, inside, anyTime, (given, way, u, t) => {
        const capability = make(given, way, 1);
        const json = JSON.parse(JSON.stringify(capability));
        const revived = reviveCapability(json, allSources);
        const answers = (c: Capability) => ({
          json: JSON.stringify(c),
          still: [c.kind, c.unit, c.better, c.n, c.identified, c.identifiedFrom, c.warnings],
          quantile: c.quantile(known(c, u)),
          chance: c.chance(t),
          mean: attempt(() => c.mean()),
          miss: attempt(() => c.expectedOvershoot(t)),
          remaining: attempt(() => c.remaining(Math.abs(t)).chance(3)),
          ranks: c.ranks && [c.ranks.n, c.ranks.byRank(1), c.ranks.kept(t)],
        });
        expect(answers(revived)).toStrictEqual(answers(capability));
        // Asked in another order, after the many questions above.
        expect(answers(revived)).toStrictEqual(answers(capability));
      }),
      40,
    );
  });

  it.runIf(mirrors)('is mirrored by levels', () => {
    holds(
      fc.property(amounts, inside, anyTime, (given, u, t) => {
        const lower = make(given, 'lower', 1);
        const higher = make(given, 'higher', -1);
        const p = known(lower, u);
        expect(higher.quantile(p)).toBeCloseTo(-lower.quantile(p), 9);
        expect(higher.chance(-t)).toBeCloseTo(lower.chance(t), 9);
        if (lower.identified < 1 || lower.identifiedFrom > 0) return;
        expect(higher.mean()).toBeCloseTo(-lower.mean(), 9);
        expect(higher.expectedOvershoot(-t)).toBeCloseTo(lower.expectedOvershoot(t), 9);
      }),
      60,
    );
  });

  it('remains as its longer outcomes do', () => {
    holds(
      fc.property(amounts, inside, inside, (given, u, v) => {
        const capability = make(given, 'lower', 1);
        const elapsed = Math.max(0, capability.quantile(known(capability, u / 2)));
        const gone = capability.chance(elapsed);
        if (gone >= capability.identified || gone < capability.identifiedFrom) return;
        const left = capability.remaining(elapsed);
        const t = left.quantile(v * left.identified);
        expect(t).toBeGreaterThanOrEqual(0);
        const brute = (capability.chance(elapsed + t) - gone) / (1 - gone);
        expect(left.chance(t)).toBeCloseTo(brute, 12);
        expect(left.chance(t)).toBeGreaterThanOrEqual(v * left.identified - slack);
      }),
      60,
    );
  });
});

/** The answer, or the code of the refusal. */
function attempt(answer: () => number): number | string {
  try {
    return answer();
  } catch (error) {
    return (error as { code: string }).code;
  }
}
