import { type LocalLevel, observe } from '../local-level';

const logTwoPi = Math.log(2 * Math.PI);

/** What a report tells us of a level, and how likely it was beforehand. */
export function reportedTo(
  level: LocalLevel,
  reported: number,
  sd: number,
): { readonly level: LocalLevel; readonly logDensity: number } {
  const variance = level.variance + sd * sd;
  const off = reported - level.mean;
  return {
    level: observe(level, reported, sd),
    logDensity: -(logTwoPi + Math.log(variance) + (off * off) / variance) / 2,
  };
}
