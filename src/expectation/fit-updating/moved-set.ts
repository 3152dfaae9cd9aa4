import { type Fit, freezeSet, type Parameter, withUsualRange } from '../../core/parameters';
import { recordFor } from '../../core/record-for';
import { learntNames } from '../learnt-weights';
import { expectationDefaults } from '../parameters';
import type { UpdatingFitOptions, UpdatingNumber } from './updating-types';

type Set = typeof expectationDefaults;
const usual = expectationDefaults.parameters;

/** What a set is made of. */
export interface Moved {
  /** What was learnt. */
  readonly numbers: readonly UpdatingNumber[];
  readonly customers: number;
  readonly reports: number;
  readonly fit: Pick<Fit, 'logLikelihood' | 'converged'>;
}

/** A set with the numbers that were learnt in place of those it started from; weights that it brings along stay. */
export function movedSet(
  { numbers, customers, reports, fit }: Moved,
  { id, setting, data, licence }: Omit<UpdatingFitOptions, 'parameters'>,
  from: Set,
): Set {
  const source = `fitted on ${data} (${licence}): ${reports} reports of ${customers} customers, errors robust by customer`;
  const learnt = new Map<string, Parameter>();
  for (const { name, value, standardError } of numbers) {
    const { unit, range } = usual[name];
    const known = standardError === null ? {} : { standardError };
    learnt.set(name, { value, unit, range, status: 'fitted', source, ...known });
  }
  const given: Readonly<Record<string, Parameter | undefined>> = from.parameters;
  const weights = learntNames().flatMap((name) => {
    const weight = given[name];
    return weight === undefined ? [] : [[name, weight] as const];
  });
  return freezeSet({
    id,
    setting,
    fit: { data, licence, n: reports, ...fit },
    parameters: {
      ...recordFor(
        Object.keys(usual) as (keyof typeof usual)[],
        (name) => learnt.get(name) ?? withUsualRange(from.parameters[name], usual[name]),
      ),
      ...Object.fromEntries(weights),
    },
  });
}
