import type { Reason } from '../core/reason';
import { recordFor } from '../core/record-for';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { WorldRead } from './compile-world';
import { policiesSchema, readWorld, stepsSchema } from './input';
import { openNumbers, type SimulationNumber } from './numbers';
import { playAll, usualBatch, workOf } from './play-all';
import type { NamedPolicy, Policy } from './policy';
import { metricsOf, type PolicyMetrics, saturatedIn } from './policy-result';
import { atOnce, inSteps, type Planned, type SimulationProgress, type Work } from './progress';
import { type TimelinePoint, timelineOf } from './timeline';
import type { World } from './world';

/** What came of a policy, and its customers over time. */
export interface PolicyResult extends PolicyMetrics {
  /** At most 52 points of time, evenly spaced, the last one at the end. */
  readonly timeline: readonly TimelinePoint[];
  /**
   * `saturated`: so large a `share` of the asked would have ordered more than once, since attraction times the chance of ordering is
   * above 1 there; attraction is 1, not 100, where the chance of ordering is as given.
   */
  readonly why: readonly Reason<'saturated', { readonly share: number }>[];
}

/** What policies would come to. */
export interface Simulation<Name extends string = string> {
  /** What each policy led to. */
  readonly policies: Readonly<Record<Name, PolicyResult>>;
  /**
   * Each policy less the first one, in the same replications: customers and chances are the same under all policies, so
   * that differences are far surer than what is compared.
   */
  readonly differences: Readonly<Record<Name, PolicyMetrics>>;
  /** Every number that the world did not give itself, with its provenance: defaults, and parameter sets of your own. */
  readonly numbers: readonly SimulationNumber[];
}

/** Which policies meet the customers, and how. */
export interface SimulationOptions<Name extends string = string> {
  /** Policies by name; the others are compared with the first. */
  readonly policies: Readonly<Record<Name, Policy>>;
  /** The confidence of the intervals, above 0 and below 1; .95 unless given. */
  readonly confidence?: number | undefined;
  /** Customers to look at between two yields or calls of `onProgress`; 16,384 unless given. Results do not depend on it. */
  readonly batch?: number | undefined;
}

/**
 * Simulates what promises would do to customers, day by day, by the library's own models: a need arises; the customer
 * expects what signals and their own experience say; the quote attracts or not (attraction times the chance of ordering,
 * its odds moved by what is expected); the capability draws a time; satisfaction, outcome and intention follow;
 * expectation and stage move on, the customer returns or is gone, and what they tell is what the next ones hear.
 *
 * Each policy meets the same customers with the same chances (common random numbers, by customer and need), so that
 * differences say what the promise did. Whoever ordered in time is followed to the delivery. The numbers are assumed
 * unless you give them: ask {@link whichAssumptionDecides} before you rely on a result.
 *
 * @param world the market; see {@link World}
 * @param options `policies` by name; `confidence`; `batch` and `onProgress` for long work
 * @throws InvalidInputError for a bad world, `ambiguous` for policies of which one is named as a whole number (objects have
 *   it first), `unit-mismatch` for a level or for units that do not fit, `out-of-range` for a quote that is not above 0, in
 *   the policy's name, `wrong-type` for one that is a promise; NotIdentifiedError for a capability of which some quantile is
 *   not identified; PolicyFailedError for a policy that throws, with what it threw
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { fisherAttraction } from 'overdeliver/promise';
 * import { planFor, simulatePolicies } from 'overdeliver/simulation';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'business-days' }),
 *   attraction: fisherAttraction,
 *   order: { revenue: 30, cost: 18 },
 *   customers: 1000,
 *   days: 180,
 *   seed: 7,
 * };
 * const policies = { bold: planFor(0.6), margin: planFor(0.9) };
 * const { differences } = simulatePolicies(world, { policies });
 * differences.margin.kept; // => { estimate: 0.294, low: 0.281, high: 0.308 }
 * ```
 */
export function simulatePolicies<Name extends string>(
  world: World,
  options: SimulationOptions<Name> & {
    /** Is told after each batch how far the work has got. What it throws ends the work. */
    readonly onProgress?: ((progress: SimulationProgress) => void) | undefined;
  },
): Simulation<Name> {
  return door('simulatePolicies', () => {
    const { onProgress, ...given } = read(policiesSchema, options, 'options');
    return atOnce(planned<Name>(readWorld(world), given), onProgress);
  });
}

/**
 * The same as {@link simulatePolicies} as a generator, which yields after each batch how far it has got and returns the
 * result: for a page or a server that must answer meanwhile, or may stop it.
 *
 * @throws what {@link simulatePolicies} throws; of a world and options at once, of policies as they are asked
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { planFor, simulationSteps } from 'overdeliver/simulation';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: () => 1,
 *   order: { revenue: 30, cost: 18 },
 *   customers: 1000,
 *   days: 28,
 *   seed: 7,
 * };
 * const steps = simulationSteps(world, { policies: { margin: planFor(0.9) } });
 * steps.next().value; // => { done: 1000, of: 40000 }
 * ```
 */
export function simulationSteps<Name extends string>(
  world: World,
  options: SimulationOptions<Name>,
): Generator<SimulationProgress, Simulation<Name>, void> {
  return door('simulationSteps', () => {
    const given = read(stepsSchema, options, 'options');
    return inSteps(planned<Name>(readWorld(world), given), (next) => door('simulationSteps', next));
  });
}

/** Whether it is a whole number as an array has them, which an object has before all other names. */
const isIndex = (name: string) => name === String(Number(name) >>> 0) && Number(name) < 2 ** 32 - 1;

function planned<Name extends string>(
  world: WorldRead,
  { policies, confidence = 0.95, batch = usualBatch }: SimulationOptions,
): Planned<Simulation<Name>> {
  const named = Object.entries(policies).map(([name, policy]): NamedPolicy => {
    return { name, path: `options.policies.${name}`, policy };
  });
  if (named.length === 0) refuse('options.policies', policies, 'one policy at least', 'missing');
  const [{ name, path }] = named as [NamedPolicy];
  if (named.length > 1 && isIndex(name)) {
    const text = `a name such as rate${name}: an object has whole numbers first, and the others would be compared with this one`;
    refuse(path, name, text, 'ambiguous');
  }
  return { work: work(), of: workOf(world, named.length) };

  function* work(): Work<Simulation<Name>> {
    const played = yield* playAll(world, named, batch);
    const byName = <Result>(resultOf: (all: (typeof played)[number]) => Result) =>
      recordFor(Object.keys(policies) as Name[], (_, i) => resultOf(played[i] ?? []));
    return {
      policies: byName((all) => ({
        ...metricsOf(all, confidence),
        timeline: timelineOf(
          world,
          all.map(({ timeline }) => timeline),
          confidence,
        ),
        why: saturatedIn(all),
      })),
      differences: byName((all) => metricsOf(all, confidence, played[0])),
      numbers: openNumbers(world).map(({ number }) => number),
    };
  }
}
