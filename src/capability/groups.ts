import { door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import type { Capability, CapabilityWarning } from './capability';
import {
  type GroupOptions,
  type GroupRow,
  groupOptionsSchema,
  readPath,
  readRows,
} from './input-groups';
import { similarGroup } from './input-similar-group';
import { leastWeight, mixture } from './mixture';
import { capabilityDefaults } from './parameters';
import { fromSamples } from './samples';
import { warned } from './warned';

/** The capability of a group and what it was blended from. */
export interface GroupCapability extends Capability {
  /** What each level brings, from narrow to wide. */
  readonly shares: readonly {
    /** The name of the level; `all` for the last one. */
    readonly level: string;
    /** The group at that level; null for all. */
    readonly group: string | null;
    /** How many observations the group has. */
    readonly n: number;
    /** Its share in the capability, 0 to 1; the shares add up to 1. */
    readonly weight: number;
  }[];
}

type Shares = GroupCapability['shares'];

/** A group: its observations, and the narrower groups inside it. */
interface Group {
  readonly values: number[];
  readonly inner: Map<string, Group>;
  own?: Capability;
}

/**
 * What each group can deliver, where a group with few observations borrows from the wider ones around it: its
 * own distribution with weight `n / (n + shrinkage)`, and the rest from its parent, blended likewise, up to
 * all; so an unseen group, or a mistyped one, is answered by its parent, and the warning `unseen-group`
 * says by which level, and in `similar` which group was probably meant, if any is written much alike. (The mean of a
 * Dirichlet process around the parent's distribution: Ferguson 1973.)
 *
 * A blend has no ranks; its `n` is the effective size of its weighted observations (Kish 1965). A group that
 * answers for itself alone, with a shrinkage of 0, keeps its ranks and so the finite-sample guarantee.
 *
 * The observations are of finished orders, all of the same weight: give the recent ones. A row whose `finished` is false or null is
 * refused. Where orders are still under way, or the recent ones should count more, give {@link calibrateEstimates} all
 * orders with their groups, and as the estimate of each 1 or the median of its group.
 *
 * @param rows observations in one unit with their groups. A narrow group is told apart by all the wider ones
 *   around it: `['Springfield', 'Ohio']` is not `['Springfield', 'Oregon']`.
 * @returns a function from a path, one group for each level, to its capability
 * @throws InvalidInputError `out-of-range` for a value that is not finite or below 0 or more than 50 levels, `length-mismatch` for
 *   a path without one group for each level, `wrong-type` for a row under way; NotEnoughDataError for no rows
 * @example
 * ```ts
 * import { capabilityByGroup } from 'overdeliver';
 *
 * const rows = [
 *   { value: 9, path: ['SP', 'south-east'] },
 *   { value: 11, path: ['SP', 'south-east'] },
 *   { value: 15, path: ['RJ', 'south-east'] },
 *   { value: 24, path: ['BA', 'north-east'] },
 * ];
 * const capability = capabilityByGroup(rows, { unit: 'days', levels: ['state', 'region'], shrinkage: 2 });
 * const weights = capability(['SP', 'south-east']).shares.map(({ level, n, weight }) => [level, n, weight]);
 * weights; // => [['state', 2, 0.5], ['region', 3, 0.3], ['all', 4, 0.2]]
 * const unseen = capability(['MG', 'south-east']);
 * unseen.warnings[0]?.code; // => 'unseen-group'
 * unseen.warnings[0]?.detail; // => { level: 'state', group: 'MG', answeredBy: 'region' }
 * ```
 */
export function capabilityByGroup(
  rows: readonly GroupRow[],
  options: GroupOptions,
): (path: readonly string[]) => GroupCapability {
  return door('capabilityByGroup', () => {
    const { levels, shrinkage, ...quantity } = read(groupOptionsSchema, options, 'options');
    const strength = shrinkage ?? capabilityDefaults.parameters.shrinkage.value;
    const all = grouped(readRows(rows, levels.length, quantity.deviations ?? false));
    return (given) =>
      door('capabilityByGroup', () => {
        const path = reading('path', given, () => readPath(() => 'path', given, levels.length));
        const found = new Array<{ n: number; own: number; capability: Capability | undefined }>(
          levels.length + 1,
        );
        let group: Group | undefined = all;
        // How much one observation of the group just seen weighs, and the sum of the squares of all weights.
        let density = 0;
        let squares = 0;
        for (let level = levels.length; level >= 0; level--) {
          const name = path[level];
          if (name !== undefined) group = group?.inner.get(name);
          const n: number = group?.values.length ?? 0;
          const own = level === levels.length ? 1 : n === 0 ? 0 : n / (n + strength);
          if (group !== undefined && own > 0) {
            squares = own ** 2 / n + (1 - own) * (2 * own * density + (1 - own) * squares);
            density = own / n + (1 - own) * density;
            group.own ??= fromSamples(group.values, quantity, 'rows');
          }
          found[level] = { n, own, capability: group?.own };
        }
        let left = 1;
        const shares = found.map(({ n, own }, level): Shares[number] => {
          const weight = own * left;
          left *= 1 - own;
          return { level: levels[level] ?? 'all', group: path[level] ?? null, n, weight };
        });
        const unseen = unseenIn(all, shares);
        const alone = found[0]?.capability;
        if (alone !== undefined && shares[0]?.weight === 1) return { shares, ...alone };
        const parts = found.flatMap(({ capability }, level) => {
          const { weight } = shares[level] as Shares[number];
          return capability !== undefined && weight >= leastWeight ? [{ capability, weight }] : [];
        });
        const blend = mixture(parts, 1 / squares);
        return { shares, ...warned(blend, unseen) };
      });
  });
}

function grouped(rows: readonly GroupRow[]): Group {
  const all: Group = { values: [], inner: new Map() };
  for (const { value, path } of rows) {
    let group = all;
    group.values.push(value);
    for (let level = path.length - 1; level >= 0; level--) {
      const name = path[level] as string;
      let inner = group.inner.get(name);
      if (inner === undefined) {
        inner = { values: [], inner: new Map() };
        group.inner.set(name, inner);
      }
      inner.values.push(value);
      group = inner;
    }
  }
  return all;
}

/** Says so where nothing was seen of a group that was asked for, the widest one, and which name may be meant. */
function unseenIn(all: Group, shares: Shares): readonly CapabilityWarning[] {
  let around = all;
  for (let at = shares.length - 2; at >= 0; at--) {
    const { level, group } = shares[at] as Shares[number];
    const inner = around.inner.get(group ?? '');
    if (inner === undefined) {
      const answeredBy = shares[at + 1]?.level ?? 'all';
      const similar = similarGroup(group ?? '', around.inner.keys());
      const detail = { level, group: group ?? '', answeredBy, ...(similar && { similar }) };
      return [{ code: 'unseen-group', detail }];
    }
    around = inner;
  }
  return [];
}
