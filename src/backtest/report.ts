import { recordFor } from '../core/record-for';
import type { LiveUnit } from '../live/units';
import { differenceOf, type PolicyDifference } from './differences';
import { type PolicyReport, policyReport } from './score';
import type { Scores } from './scores';

/** What would have become of promises, as plain JSON. */
export interface BacktestReport<Name extends string = string> {
  readonly unit: LiveUnit;
  /** The share of promises to keep, 0 to 1, that the policies were asked for. */
  readonly keepRate: number;
  /** From when on orders are scored, as ISO 8601 text; null for all. */
  readonly from: string | null;
  /** When the data end, as ISO 8601 text. */
  readonly asOf: string;
  /** How many orders started from `from` on. */
  readonly orders: number;
  /** By name. */
  readonly policies: Readonly<Record<Name, PolicyReport>>;
  /** The name of the policy that all are compared with. */
  readonly against: Name;
  /** What is more or less than with that policy, by name; its own are 0. */
  readonly differences: Readonly<Record<Name, PolicyDifference>>;
}

interface Given {
  readonly unit: LiveUnit;
  readonly keepRate: number;
  readonly from: Date | undefined;
  readonly asOf: number;
  readonly against: string;
  readonly confidence: number | undefined;
  readonly seed: number;
  readonly draws: number;
  readonly leastInPeriod: number;
}

export function reportOf<Name extends string>(
  names: readonly Name[],
  scores: Scores,
  given: Given,
): BacktestReport<Name> {
  const { unit, keepRate, from, asOf, confidence = 0.95, seed, draws, leastInPeriod } = given;
  const byName = <One>(make: (tallies: Scores['entrants'][number]) => One) =>
    recordFor(names, (_, i) => make(scores.entrants[i] as Scores['entrants'][number]));
  return {
    unit,
    keepRate,
    from: from?.toISOString() ?? null,
    asOf: new Date(asOf).toISOString(),
    orders: scores.orders,
    policies: byName((tallies) => policyReport(tallies, { confidence, leastInPeriod })),
    against: given.against as Name,
    differences: byName(({ pairs }) => differenceOf(pairs, { confidence, draws, seed })),
  };
}
