import { refuse } from '../input/refusal';
import { notNothing } from '../numerics/not-nothing';
import { take } from '../numerics/places-that';
import type { Capability, CapabilityWarning } from './capability';
import { fromCensored } from './censored';
import { type Counting, countingOf, counts } from './counting';
import type { ReadHistory } from './input-estimates';
import { similarGroup } from './input-similar-group';
import { leastWeight, mixture } from './mixture';
import { exponents } from './powered';
import { warned } from './warned';

/** The ratios of actuals to estimates, each to the power that makes them spread alike. */
export interface Ratios {
  /** The spread at which a ratio counts as it is. */
  readonly usual: number;
  /** The ratios of a group, those of all where it is null. */
  readonly of: (group: string | null) => Capability;
}

/** Ratios of rows that were read; a group with few of them borrows from all. */
export function ratiosOf(history: ReadHistory, counting: Counting, shrinkage: number): Ratios {
  const { estimates, actuals, spreads, groups } = history;
  const usual = spreads === undefined ? 1 : usualOf(spreads);
  const alike = (amount: number, i: number) => {
    const ratio = amount / (estimates[i] as number);
    const made = spreads === undefined ? ratio : ratio ** (usual / (spreads[i] as number));
    return notNothing(made, amount);
  };
  const ratios = actuals.map(alike);
  spreads?.forEach((spread, i) => {
    checkSpread(`history.spreads[${i}]`, spread, usual);
    if (ratios[i] === Infinity) {
      const expected = 'a greater spread, for its estimate is so far off';
      refuse(`history.spreads[${i}]`, spread, expected);
    }
  });
  const entered = counting.entered?.map(alike);
  const all = fromCensored(ratios, { ...counting, entered }, 'history.actuals', 'options');
  if (groups === undefined) return { usual, of: () => all };
  if (counting.entered?.some((from) => from > 0)) {
    const expected = 'late entries or groups, not both; leave out the groups';
    refuse('options.entered', counting.entered, expected, 'ambiguous');
  }
  return { usual, of: byGroup(ratios, groups, counting, all, shrinkage) };
}

/** Throws for a spread of which the usual one is no power that can be computed with. */
export function checkSpread(path: string, spread: number, usual: number): void {
  const power = spread / usual;
  if (power >= exponents.least && power <= exponents.most) return;
  refuse(path, spread, `a spread within a thousandth and a thousand times ${usual}, the usual one`);
}

/** The geometric mean. */
function usualOf(spreads: Float64Array): number {
  // Of spreads all alike theirs to the last bit, so that nothing is taken to a power.
  if (spreads.every((spread) => spread === spreads[0])) return spreads[0] as number;
  let mean = 0;
  spreads.forEach((spread, i) => {
    mean += (Math.log(spread) - mean) / (i + 1);
  });
  return Math.exp(mean);
}

function byGroup(
  ratios: Float64Array,
  groups: readonly string[],
  counting: Counting,
  all: Capability,
  shrinkage: number,
) {
  const rowsOf = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const rows = rowsOf.get(group);
    if (rows) rows.push(i);
    else rowsOf.set(group, [i]);
  });
  const known = new Map<string, Capability>();
  return (group: string | null): Capability => {
    const name = group ?? '';
    const rows = rowsOf.get(name);
    if (rows === undefined) return warned(all, [unseen(name, rowsOf)]);
    const found = known.get(name) ?? blended(ratios, rows, counting, all, shrinkage);
    known.set(name, found);
    return found;
  };
}

function unseen(group: string, known: ReadonlyMap<string, unknown>): CapabilityWarning {
  const similar = similarGroup(group, known.keys());
  const detail = { level: 'group', group, answeredBy: 'all', ...(similar && { similar }) };
  return { code: 'unseen-group', detail };
}

/** A group's own ratios and, the fewer they are, those of all (as `capabilityByGroup` does). */
function blended(
  ratios: Float64Array,
  rows: readonly number[],
  counting: Counting,
  all: Capability,
  shrinkage: number,
): Capability {
  if (!rows.some((row) => counts(counting, row))) return all;
  const own = fromCensored(
    take(ratios, rows),
    countingOf(counting, rows),
    'history.actuals',
    'options',
  );
  const weight = own.n / (own.n + shrinkage);
  if (weight === 1) return own;
  if (weight < leastWeight) return all;
  const rest = 1 - weight;
  const parts = [
    { capability: own, weight },
    { capability: all, weight: rest },
  ];
  // The rows of the group stand in both.
  const squares = weight ** 2 / own.n + (rest * (2 * weight + rest)) / all.n;
  return mixture(parts, 1 / squares);
}
