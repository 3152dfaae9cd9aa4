import { notIdentified, refuse } from '../input/refusal';
import { atLeast } from '../numerics/nearly';
import type { Better, Capability, CapabilityWarning, StillUnderWay } from './capability';
import { goneBy, takenAfter } from './days-gone-by';
import type { Distribution, Ranks } from './distribution';
import { lasting } from './draws';
import {
  askedElapsed,
  askedInterval,
  askedNothing,
  askedProbability,
  askedQuantity,
  askedRank,
} from './input-questions';
import { type Nesting, nesting, nestingOf } from './nesting';
import { leftOf, remainingDistribution } from './remaining';
import { waysOut } from './ways-out';

/** A capability but for the answers that follow from its distribution. */
export interface CapabilitySpec {
  readonly kind: string;
  readonly unit: string;
  readonly better: Better;
  readonly n: number;
  readonly distribution: Distribution;
  readonly stillUnderWay?: StillUnderWay | undefined;
  readonly deviations?: boolean | undefined;
  readonly warnings?: readonly CapabilityWarning[];
  /** Where it is made of others. */
  readonly nesting?: Nesting | undefined;
  /** What its JSON holds besides kind, version, unit and better. */
  readonly data: () => Readonly<Record<string, unknown>>;
}

/** Turns a quantity into one of which lower is better, and back; adding 0 turns -0 into 0. */
const turnOf = (better: Better) => (better === 'lower' ? (x: number) => x : (x: number) => -x + 0);

/** Makes a capability from what its source knows. */
export function capabilityOf(spec: CapabilitySpec): Capability {
  const {
    kind,
    unit,
    better,
    n,
    distribution,
    stillUnderWay,
    deviations,
    warnings = [],
    data,
  } = spec;
  const { identified, identifiedFrom = 0, interval, ranks } = distribution;
  const turn = turnOf(better);
  const needs = (path: string, p: number) => {
    // Where nothing is known not even the least quantile is.
    if (atLeast(p, identifiedFrom) && atLeast(identified, p) && identified > 0) return;
    const ways = waysOut({ unit, stillUnderWay }, identified > 0);
    notIdentified(path, p, identified, identifiedFrom, ways);
  };
  const capability: Capability = {
    kind,
    unit,
    better,
    n,
    identified,
    identifiedFrom,
    quantile: lasting(
      askedProbability('capability.quantile', (p) => {
        needs('p', p);
        const x = distribution.quantile(Math.min(identified, Math.max(identifiedFrom, p)));
        return turn(finite(x, 'p', p, 'a probability with a finite quantity'));
      }),
    ),
    chance: askedQuantity('capability.chance', (t) => distribution.chance(turn(t))),
    mean: askedNothing('capability.mean', () => {
      needs('capability', 0);
      needs('capability', 1);
      const mean = distribution.mean();
      return turn(finite(mean, 'capability', mean, 'a finite mean'));
    }),
    expectedOvershoot: askedQuantity('capability.expectedOvershoot', (t) => {
      const x = turn(t);
      needs('capability', 1);
      if (identifiedFrom > 0) needs('t', distribution.chance(x));
      return finite(distribution.excess(x), 't', t, 'a quantity with a finite overshoot');
    }),
    remaining: askedElapsed('capability.remaining', (elapsed) => {
      if (better === 'higher') {
        refuse('elapsed', elapsed, 'times; a level is not under way');
      }
      const past = goneBy(unit, elapsed);
      const left = remainingDistribution(distribution, elapsed, past);
      return capabilityOf({
        ...spec,
        kind: 'remaining',
        n: leftOf(distribution, n, past),
        // It counts from now on.
        deviations: false,
        stillUnderWay:
          stillUnderWay && stillUnderWay.oldest > elapsed
            ? { ...stillUnderWay, oldest: stillUnderWay.oldest - elapsed }
            : undefined,
        distribution: left,
        nesting: nestingOf('capability', [capability]),
        data: () => ({ elapsed, of: capability.toJSON() }),
      });
    }),
    ranks: ranks ? ranksOf(ranks, turn) : null,
    warnings,
    toJSON: () => ({ kind, version: 1, unit, better, ...data() }),
    // Last, since Node 20 takes a microsecond for each property that comes after a spread.
    ...(interval && {
      chanceInterval: askedInterval('capability.chanceInterval', (t, elapsed) =>
        interval(turn(t), elapsed),
      ),
    }),
    ...(stillUnderWay && { stillUnderWay }),
    ...(deviations && { deviations }),
  };
  return Object.assign(capability, spec.nesting && { [nesting]: spec.nesting });
}

/** The ranks of a capability, from those of its distribution. */
function ranksOf({ n, kept, byRank }: Ranks, turn: (x: number) => number): Ranks {
  return {
    n,
    kept: askedQuantity('capability.ranks.kept', (t) => kept(turn(t))),
    byRank: askedRank('capability.ranks.byRank', n, (rank) =>
      finite(turn(byRank(rank)), 'rank', rank, 'a rank with a finite quantity'),
    ),
  };
}

function finite(x: number, path: string, given: number, expected: string): number {
  return Number.isFinite(x) ? x : refuse(path, given, expected);
}

/** The distribution behind any capability, a caller's own one included. */
export function distributionOf(capability: Capability): Distribution {
  const { unit, better, identified, identifiedFrom, chanceInterval, ranks } = capability;
  const turn = turnOf(better);
  return {
    identified,
    identifiedFrom,
    chance: (x) => capability.chance(turn(x)),
    quantile: (p) => turn(capability.quantile(p)),
    mean: () => turn(capability.mean()),
    excess: (x) => capability.expectedOvershoot(turn(x)),
    interval:
      chanceInterval &&
      ((x, past = -1) => (past < 0 ? chanceInterval(turn(x)) : chanceInterval(turn(x), past))),
    finishedAfter:
      better === 'lower' ? (x) => capability.remaining(takenAfter(unit, x)).n : undefined,
    ranks: ranks && {
      n: ranks.n,
      kept: (x) => ranks.kept(turn(x)),
      byRank: (rank) => turn(ranks.byRank(rank)),
    },
  };
}
