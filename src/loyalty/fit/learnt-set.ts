import {
  freezeSet,
  type Parameter,
  type ParameterSet,
  withUsualRange,
} from '../../core/parameters';
import { interpolatedQuantile } from '../../numerics/interpolated-quantile';
import type { LoyaltyFit } from './fit-types';
import type { FitOptionsRead, Learnt, LearntNumber } from './learn';

/** What numbers a fit learnt, from how many rows. */
export type LearntPart<Name extends string> = Pick<
  Learnt<Name>,
  'numbers' | 'rows' | 'customers' | 'converged'
>;

/** What the rows are. */
interface About<Name extends string> {
  readonly rows: number;
  /** What is known of each customer, by the name that a domain gives it. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** Numbers that were set beside those learnt. */
  readonly assumed?: ReadonlyMap<Name, Pick<Parameter, 'value' | 'source'>>;
}

/** A set with what was learnt in it, the other numbers as they were; and the intervals of all. */
export function learntSet<Name extends string>(
  parts: readonly LearntPart<Name>[],
  { parameters: usual }: ParameterSet<Name>,
  { id, setting, data, licence, parameters: { set } }: FitOptionsRead<Name>,
  { rows, inputs, assumed }: About<Name>,
): Pick<LoyaltyFit<Name>, 'parameters' | 'intervals'> {
  const learnt = new Map(
    parts.flatMap((part) => [...part.numbers].map(([name, number]) => [name, { ...number, part }])),
  );
  const intervals = {} as Record<Name, LearntNumber['interval']>;
  const parameters = {} as Record<Name, Parameter>;
  for (const name of Object.keys(usual) as Name[]) {
    const { unit, range } = usual[name];
    const known = learnt.get(name);
    intervals[name] = known?.interval ?? null;
    if (known === undefined) {
      const kept = withUsualRange(set.parameters[name], usual[name]);
      const given = assumed?.get(name);
      parameters[name] = given ? { unit, range, status: 'assumed', ...given } : kept;
      continue;
    }
    const { value, standardError, part } = known;
    const source = `fitted on ${data} (${licence}), n = ${part.rows}; ${errorsText(part)}`;
    const error = standardError !== null && { standardError };
    parameters[name] = { value, unit, range, status: 'fitted', source, ...error };
  }
  const converged = parts.every((part) => part.converged);
  return {
    parameters: freezeSet<ParameterSet<Name>>({
      id,
      setting,
      fit: { data, licence, n: rows, converged },
      domain: domainOf(inputs),
      parameters,
    }),
    intervals,
  };
}

const errorsText = ({ customers }: LearntPart<string>) =>
  customers === null ? 'robust standard error' : `standard error by ${customers} customers`;

/** The middle 99% of each input. */
function domainOf(inputs: About<string>['inputs']): NonNullable<ParameterSet['domain']> {
  const middle = (numbers: readonly number[]) => {
    const sorted = Float64Array.from(numbers).sort();
    // Half a percent on either side.
    return [interpolatedQuantile(sorted, 0.005), interpolatedQuantile(sorted, 0.995)] as const;
  };
  return Object.fromEntries(Object.entries(inputs).map(([name, of]) => [name, middle(of)]));
}
