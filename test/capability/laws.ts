import { type Capability, isOverdeliverError } from 'overdeliver';

const shares = [0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, 1];
/** Rounding of what was computed. */
const hair = 1e-9;

/**
 * What a capability must do and does not, as text; null where all holds: quantiles and chances are numbers that rise
 * together, and no promise is missed by less than nothing. It may refuse to answer.
 */
export function brokenLaw(capability: Capability): string | null {
  const sign = capability.better === 'lower' ? 1 : -1;
  const mean = answer(() => capability.mean());
  if (mean !== null && !Number.isFinite(mean)) return `the mean is ${mean}`;
  if (!(capability.n >= 0 && capability.n < Infinity)) return `n is ${capability.n}`;
  // Of what remains, what was subtracted was rounded too.
  const { elapsed = 0 } = capability.toJSON() as { readonly elapsed?: number };
  const known = shares.flatMap((p) => {
    const t = answer(() => capability.quantile(p));
    return t === null ? [] : [{ p, t }];
  });
  for (const [i, { p, t }] of known.entries()) {
    if (!Number.isFinite(t)) return `quantile(${p}) is ${t}`;
    const before = known[i - 1];
    const slack = hair * Math.max(Math.abs(t), elapsed);
    if (before && sign * t < sign * before.t - slack) {
      return `quantile(${before.p}) is ${before.t}, quantile(${p}) ${t}`;
    }
    // Of the greatest numbers a hair more is none.
    const hairMore = t + sign * slack;
    if (!Number.isFinite(hairMore)) continue;
    const chance = answer(() => capability.chance(hairMore)) ?? Number.NaN;
    if (!(chance >= p - hair && chance <= 1)) return `chance(quantile(${p}) = ${t}) is ${chance}`;
    const earlier = before ? answer(() => capability.chance(before.t)) : null;
    if (earlier !== null && earlier > chance + hair)
      return `chance falls from ${earlier} to ${chance}`;
    const missed = answer(() => capability.expectedOvershoot(t));
    if (missed !== null && !(missed >= -slack && missed < Infinity)) {
      return `expectedOvershoot(${t}) is ${missed}`;
    }
  }
  return null;
}

/** Null where an answer is refused. */
function answer(ask: () => number): number | null {
  try {
    return ask();
  } catch (error) {
    if (isOverdeliverError(error)) return null;
    throw error;
  }
}
