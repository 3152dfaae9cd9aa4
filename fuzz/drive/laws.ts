import type { Capability } from 'overdeliver';

/** Halves and tenths, and the ends. */
const shares = [0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, 1];
/** Rounding of a chance that was computed. */
const hair = 1e-9;

/** What a capability must do and does not; null where all holds. Any error it throws is looked at elsewhere. */
export function brokenLaw(capability: Capability): string | null {
  const sign = capability.better === 'lower' ? 1 : -1;
  const known = shares.flatMap((p) => {
    const t = attempt(() => capability.quantile(p));
    return t === null ? [] : [{ p, t }];
  });
  for (const [i, { p, t }] of known.entries()) {
    const before = known[i - 1];
    if (before && sign * t < sign * before.t - hair * Math.abs(t)) {
      return `quantile(${p}) is ${t}, quantile(${before.p}) ${before.t}`;
    }
    const chance = attempt(() => capability.chance(t));
    if (chance === null || !(chance >= 0 && chance <= 1)) return `chance(${t}) is ${chance}`;
    if (chance < p - hair) return `chance(quantile(${p})) is ${chance}`;
    const earlier = attempt(() => capability.chance(before?.t ?? t));
    if (before && earlier !== null && earlier > chance + hair)
      return `chance falls from ${earlier} to ${chance}`;
    const missed = attempt(() => capability.expectedOvershoot(t));
    if (missed !== null && !(missed >= -hair * Math.abs(t)))
      return `expectedOvershoot(${t}) is ${missed}`;
  }
  return null;
}

function attempt(ask: () => number): number | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
