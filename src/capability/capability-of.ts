import { door } from '../input/door';
import { notIdentified, refuse } from '../input/refusal';
import { atLeast } from '../numerics/nearly';
import type { Better, Capability, CapabilityWarning, Ranks } from './capability';
import { checkAsked, checkProbability, checkRank } from './checks';
import { lasting } from './draws';
import { type Nesting, nesting, nestingOf } from './nesting';
import type { Outcomes } from './outcomes';
import { remainingOutcomes } from './remaining';

/** A capability but for the answers that follow from its outcomes. */
export interface CapabilitySpec {
  readonly kind: string;
  readonly unit: string;
  readonly better: Better;
  readonly n: number;
  readonly outcomes: Outcomes;
  readonly warnings?: readonly CapabilityWarning[];
  /** Where it is made of others. */
  readonly nesting?: Nesting | undefined;
  /** What its JSON holds besides kind, version, unit and better. */
  readonly data: () => Readonly<Record<string, unknown>>;
}

/** Turns a quantity into an outcome of which lower is better, and back; adding 0 turns -0 into 0. */
const turnOf = (better: Better) => (better === 'lower' ? (x: number) => x : (x: number) => -x + 0);

/** Makes a capability from what its source knows. */
export function capabilityOf(spec: CapabilitySpec): Capability {
  const { kind, unit, better, n, outcomes, warnings = [], data } = spec;
  const { identified, identifiedFrom = 0 } = outcomes;
  const turn = turnOf(better);
  const needs = (path: string, p: number) => {
    // Where nothing is known not even the least quantile is.
    if (atLeast(p, identifiedFrom) && atLeast(identified, p) && identified > 0) return;
    notIdentified(path, p, identified, identifiedFrom);
  };
  const outcome = (t: number) => {
    checkAsked('t', t);
    return turn(t);
  };
  const quantile = (path: string, p: number) => {
    checkProbability(p, path);
    needs(path, p);
    const x = outcomes.quantile(Math.min(identified, Math.max(identifiedFrom, p)));
    return turn(finite(x, path, p, 'a probability with a finite quantity'));
  };
  const capability: Capability = {
    kind,
    unit,
    better,
    n,
    identified,
    identifiedFrom,
    quantile: lasting((p) => door('capability.quantile', () => quantile('p', p))),
    chance: (t) => door('capability.chance', () => outcomes.chance(outcome(t))),
    mean: () =>
      door('capability.mean', () => {
        needs('capability', 0);
        needs('capability', 1);
        const mean = outcomes.mean();
        return turn(finite(mean, 'capability', mean, 'a finite mean'));
      }),
    expectedOvershoot: (t) =>
      door('capability.expectedOvershoot', () => {
        const x = outcome(t);
        needs('capability', 1);
        if (identifiedFrom > 0) needs('t', outcomes.chance(x));
        return finite(outcomes.excess(x), 't', t, 'a quantity with a finite overshoot');
      }),
    draw: (u) => door('capability.draw', () => quantile('u', u)),
    remaining: (elapsed) =>
      door('capability.remaining', () =>
        capabilityOf({
          ...spec,
          kind: 'remaining',
          outcomes: remainingOutcomes(better, outcomes, elapsed),
          nesting: nestingOf('capability', [capability]),
          data: () => ({ elapsed, of: capabilityOf(spec).toJSON() }),
        }),
      ),
    ranks: ranksOf(outcomes.ranks, turn, outcome),
    warnings,
    toJSON: () => ({ kind, version: 1, unit, better, ...data() }),
  };
  return Object.assign(capability, spec.nesting && { [nesting]: spec.nesting });
}

/** The outcomes behind any capability, a caller's own one included. */
export function outcomesOf(capability: Capability): Outcomes {
  const turn = turnOf(capability.better);
  return {
    identified: capability.identified,
    identifiedFrom: capability.identifiedFrom,
    chance: (x) => capability.chance(turn(x)),
    quantile: (p) => turn(capability.quantile(p)),
    mean: () => turn(capability.mean()),
    excess: (x) => capability.expectedOvershoot(turn(x)),
    ranks: ranksOf(capability.ranks, turn, turn),
  };
}

function finite(x: number, path: string, given: number, expected: string): number {
  return Number.isFinite(x) ? x : refuse(path, given, expected);
}

/** Ranks of outcomes as ranks of quantities, or the other way round. */
function ranksOf(
  ranks: Ranks | null | undefined,
  turn: (x: number) => number,
  asked: (t: number) => number,
): Ranks | null {
  if (!ranks) return null;
  const { n, kept, byRank } = ranks;
  return {
    n,
    kept: (t) => door('capability.ranks.kept', () => kept(asked(t))),
    byRank: (rank) =>
      door('capability.ranks.byRank', () => {
        checkRank(rank, n);
        return finite(turn(byRank(rank)), 'rank', rank, 'a rank with a finite quantity');
      }),
  };
}
