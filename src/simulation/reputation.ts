import { halved } from '../expectation/local-level';
import type { SimulationNumbers } from './parameters';

/** What people say of the company: the mean satisfaction told of, by how many hear of it and how lately. */
export interface Reputation {
  /** The level that word of mouth points to, 0 to 100. */
  readonly level: number;
  /** How many have heard, so far as it is remembered. */
  readonly heard: number;
}

/** What is said on the first day. */
export const reputationOf = (
  customers: number,
  { reputation, reputationWeight }: SimulationNumbers,
): Reputation => ({ level: reputation, heard: reputationWeight * customers });

/** A period passes: part of what was said is forgotten, and what was told in it is added, `levels` being their sum. */
export function passed(
  { level, heard }: Reputation,
  told: { readonly heard: number; readonly levels: number },
  { periodDays, talkHalfLifeDays }: SimulationNumbers,
): Reputation {
  const remembered = halved(periodDays, talkHalfLifeDays) * heard;
  const total = remembered + told.heard;
  if (told.heard === 0) return { level, heard: remembered };
  const mean = told.levels / told.heard;
  // Rounding alone may lead off the scale.
  const moved = level + (told.heard / total) * (mean - level);
  return { level: Math.min(100, Math.max(0, moved)), heard: total };
}
