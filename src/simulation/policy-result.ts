import type { Reason } from '../core/reason';
import { recordFor } from '../core/record-for';
import { estimateOf, type SimulatedMean } from './estimate';
import type { Played } from './play';
import { tallied } from './tally';

/** What is counted of a policy: a sum of a replication, or one by another. */
const metrics = {
  asked: ['asked'],
  orders: ['orders'],
  saturated: ['full', 'asked'],
  quote: ['quotes', 'orders'],
  kept: ['kept', 'orders'],
  satisfaction: ['satisfaction', 'orders'],
  below: ['below', 'orders'],
  met: ['met', 'orders'],
  exceeded: ['exceeded', 'orders'],
  returning: ['returns', 'orders'],
  heardGood: ['positive'],
  heardBad: ['negative'],
  profit: ['profit'],
} as const;

/** The names of what is counted of a policy. */
export type SimulationMetric = keyof typeof metrics;

/**
 * What came of a policy, each a mean over the replications with its interval: null where there was nothing to count in
 * one of them, or the mean or its spread is beyond numbers. Of a difference, so much more than under the first policy.
 */
export interface PolicyMetrics extends Readonly<Record<SimulationMetric, SimulatedMean | null>> {
  /** How often a need arose and the quote was told. */
  readonly asked: SimulatedMean | null;
  /** How many orders that won. */
  readonly orders: SimulatedMean | null;
  /** The share of the asked to whom attraction would have sold more than one order: `why` says where that is much. */
  readonly saturated: SimulatedMean | null;
  /** The mean quote of the orders, in the capability's unit. */
  readonly quote: SimulatedMean | null;
  /** The share of orders that kept the promise. */
  readonly kept: SimulatedMean | null;
  /** The mean satisfaction with an order, 0 to 100. */
  readonly satisfaction: SimulatedMean | null;
  /** The share of orders that fell below promise or expectation. */
  readonly below: SimulatedMean | null;
  /** The share that met them. */
  readonly met: SimulatedMean | null;
  /** The share that exceeded one of them. */
  readonly exceeded: SimulatedMean | null;
  /** The share of orders after which the customer came back when the next need arose. */
  readonly returning: SimulatedMean | null;
  /** How many people heard good of an order, in all. */
  readonly heardGood: SimulatedMean | null;
  /** How many people heard bad of one. */
  readonly heardBad: SimulatedMean | null;
  /** What all orders left, in the currency of the revenue. */
  readonly profit: SimulatedMean | null;
}

const metricNames = Object.keys(metrics) as readonly SimulationMetric[];

/** Assumed: what one asked in a hundred orders more decides nothing. */
const fewSaturated = 0.01;

/** What to know before relying on what was played. */
export function saturatedIn(
  played: readonly Played[],
): readonly Reason<'saturated', { readonly share: number }>[] {
  // Where nobody was asked there is no share.
  const shares = valuesOf(played, 'saturated').filter(Number.isFinite);
  const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  return share > fewSaturated ? [{ code: 'saturated', detail: { share } }] : [];
}

/** A metric in each replication. */
export function valuesOf(played: readonly Played[], metric: SimulationMetric): readonly number[] {
  const [sum, by] = metrics[metric];
  return played.map(({ tally }) => {
    const value = tally[tallied[sum]] as number;
    return by === undefined ? value : value / (tally[tallied[by]] as number);
  });
}

/** All metrics of what was played, less those of what it is compared with, replication by replication. */
export function metricsOf(
  played: readonly Played[],
  confidence: number,
  first?: readonly Played[],
): PolicyMetrics {
  return recordFor(metricNames, (metric) => {
    const base = first && valuesOf(first, metric);
    const values = valuesOf(played, metric).map((value, r) => value - (base?.[r] ?? 0));
    return estimateOf(values, confidence);
  });
}
