import type { NumbersRead } from '../../core/input';
import type { ParameterSet } from '../../core/parameters';
import { notEnough } from '../../input/refusal';
import { clustersOf, dealClusters } from '../../numerics/clusters';
import { compareWithDefault } from './compare-with-default';
import { type Sureness, surenessOf } from './errors';
import { estimate, type Problem, runningAway } from './estimate';
import type { FitComparison, LoyaltyFitFlag, LoyaltyFitOptions } from './fit-types';

/** The options of a fit as they were read. */
export type FitOptionsRead<Name extends string> = Omit<
  LoyaltyFitOptions<ParameterSet<Name>>,
  'parameters'
> & { readonly parameters: NumbersRead<Name> };

/** What is to be learnt. */
export interface Lesson<Name extends string> extends Problem {
  /** In the order in which numbers are given up where others make them up: the last ones first. */
  readonly names: readonly Name[];
  readonly start: Float64Array;
  /** What each fold holds its share of. */
  readonly stratumOf: (row: number) => string;
}

/** One number as it was learnt. */
export interface LearntNumber extends Sureness {
  readonly value: number;
}

/** What was learnt. */
export interface Learnt<Name extends string> {
  readonly numbers: ReadonlyMap<Name, LearntNumber>;
  readonly rows: number;
  /** Where they were named. */
  readonly customers: number | null;
  readonly converged: boolean;
  readonly comparison: FitComparison;
  readonly flags: readonly LoyaltyFitFlag[];
}

/** As is usual (Hastie, Tibshirani & Friedman 2009, 7.10). */
const usualFolds = 5;

type Named = { readonly customer?: string | number | undefined };

/** Learns numbers from rows, how sure they are, and whether they do better than the usual ones. */
export function learn<Name extends string>(
  lesson: Lesson<Name>,
  named: readonly Named[],
  options: FitOptionsRead<string>,
): Learnt<Name> {
  const { folds = usualFolds, seed = 1, confidence = 0.95 } = options;
  const { names } = lesson;
  const clusters = clustersIn(named);
  refuseTooFew(clusters.length, named.length, names.length, options);
  const found = estimate(lesson, clusters, lesson.start);
  const { at, free, bound, converged } = found;
  const separated = lesson.canSeparate ? runningAway(lesson, clusters, found) : [];
  const sureness = surenessOf(lesson, found, clusters, separated, confidence);
  const fold = dealClusters(clusters, lesson.stratumOf, folds, seed);
  const flag = (code: LoyaltyFitFlag['code'], places: readonly number[]): LoyaltyFitFlag[] =>
    places.map((i) => ({ code, detail: { parameter: names[i] as Name } }));
  const numberAt = (i: number) => ({ value: at[i] as number, ...(sureness[i] as Sureness) });
  return {
    numbers: new Map(free.map((i) => [names[i] as Name, numberAt(i)])),
    rows: named.length,
    customers: customersIn(named),
    converged,
    comparison: compareWithDefault(lesson, at, clusters, fold),
    flags: [
      ...flag('unseen', found.unseen),
      ...flag('not-told-apart', found.open),
      ...flag('separated', separated),
      ...flag(
        'at-boundary',
        bound.filter((i) => !separated.includes(i)),
      ),
      ...(converged ? [] : [{ code: 'not-converged', detail: {} } as const]),
    ],
  };
}

const clustersIn = (rows: readonly Named[]) => clustersOf(rows.map(({ customer }) => customer));

/** How many customers there are; null where none is named. */
export function customersIn(rows: readonly Named[]): number | null {
  return rows.every(({ customer }) => customer === undefined) ? null : clustersIn(rows).length;
}

/** How many rows, or customers, it takes at least: more than numbers, and two a fold. */
export function leastRows(
  numbers: number,
  { folds = usualFolds }: Pick<FitOptionsRead<string>, 'folds'>,
): number {
  return Math.max(numbers + 1, 2 * folds);
}

function refuseTooFew(
  clusters: number,
  rows: number,
  numbers: number,
  options: Pick<FitOptionsRead<string>, 'folds'>,
): void {
  const needed = leastRows(numbers, options);
  if (clusters >= needed) return;
  const who = clusters < rows ? 'customers' : 'rows';
  const purpose = `${numbers} numbers and ${options.folds ?? usualFolds} folds`;
  notEnough('rows', { needed, available: clusters }, purpose, `${clusters} ${who}`);
}

/** The usual values and the ranges of some numbers. */
export function usualOf<Name extends string>(
  names: readonly Name[],
  { numbers }: NumbersRead<Name>,
  { parameters }: ParameterSet<Name>,
): Pick<Problem, 'usual' | 'walls'> {
  const ends = (end: 0 | 1) => names.map((name) => parameters[name].range[end]);
  return {
    usual: Float64Array.from(names, (name) => numbers[name]),
    walls: { low: ends(0), high: ends(1) },
  };
}
