import { NotIdentifiedError } from '../core/errors';
import { refuse } from '../core/refuse';
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
  const needs = (name: string, path: string, p: number) => {
    // Where nothing is known not even the least quantile is.
    if (atLeast(p, identifiedFrom) && atLeast(identified, p) && identified > 0) return;
    const at = { function: `capability.${name}`, path };
    throw new NotIdentifiedError(at, p, identified, identifiedFrom);
  };
  const finite = (name: string, path: string, x: number, expected: string, given = x) =>
    Number.isFinite(x) ? x : refuse(`capability.${name}`, path, given, expected);
  const outcome = (name: string, t: number) => {
    checkAsked(`capability.${name}`, 't', t);
    return turn(t);
  };
  const quantile = (name: string, path: string, p: number) => {
    const fn = `capability.${name}`;
    checkProbability(fn, p, path);
    needs(name, path, p);
    const x = outcomes.quantile(Math.min(identified, Math.max(identifiedFrom, p)));
    return turn(finite(name, path, x, 'a probability with a finite quantity', p));
  };
  const capability: Capability = {
    kind,
    unit,
    better,
    n,
    identified,
    identifiedFrom,
    quantile: lasting((p) => quantile('quantile', 'p', p)),
    chance: (t) => outcomes.chance(outcome('chance', t)),
    mean() {
      needs('mean', 'capability', 0);
      needs('mean', 'capability', 1);
      return turn(finite('mean', 'capability', outcomes.mean(), 'a finite mean'));
    },
    expectedOvershoot(t) {
      const x = outcome('expectedOvershoot', t);
      needs('expectedOvershoot', 'capability', 1);
      if (identifiedFrom > 0) needs('expectedOvershoot', 't', outcomes.chance(x));
      return finite(
        'expectedOvershoot',
        't',
        outcomes.excess(x),
        'a quantity with a finite overshoot',
        t,
      );
    },
    draw: (u) => quantile('draw', 'u', u),
    remaining(elapsed) {
      const of = remainingOutcomes(better, outcomes, elapsed);
      const ofWhole = () => ({ elapsed, of: capabilityOf(spec).toJSON() });
      const inside = nestingOf('capability.remaining', 'capability', [capability]);
      return capabilityOf({
        ...spec,
        kind: 'remaining',
        outcomes: of,
        nesting: inside,
        data: ofWhole,
      });
    },
    ranks: ranksOf(outcomes.ranks, turn, (name, t) => outcome(`ranks.${name}`, t)),
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
    ranks: ranksOf(capability.ranks, turn, (_, x) => turn(x)),
  };
}

/** Ranks of outcomes as ranks of quantities, or the other way round. */
function ranksOf(
  ranks: Ranks | null | undefined,
  turn: (x: number) => number,
  asked: (name: string, t: number) => number,
): Ranks | null {
  if (!ranks) return null;
  const { n, kept, byRank } = ranks;
  return {
    n,
    kept: (t) => kept(asked('kept', t)),
    byRank(rank) {
      checkRank('capability.ranks.byRank', rank, n);
      const x = turn(byRank(rank));
      if (Number.isFinite(x)) return x;
      return refuse('capability.ranks.byRank', 'rank', rank, 'a rank with a finite quantity');
    },
  };
}
