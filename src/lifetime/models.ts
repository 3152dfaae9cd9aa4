import { type Parameter, type ParameterSet, parameterSet } from '../core/parameters';
import type { Height } from '../numerics/maximise';
import { bgNbdLikelihood } from './bg-nbd-likelihood';
import {
  type LifetimeFitReason,
  orderValueReasons,
  purchaseReasons,
  retentionReasons,
} from './fit-reasons';
import { gammaGammaLikelihood, type Spending } from './gamma-gamma';
import type { Histories } from './histories';
import { type Renewals, retentionLikelihood } from './shifted-beta-geometric';

/** What a lifetime model is. */
export interface LifetimeModel<Name extends string, Data> {
  readonly id: string;
  /** Its numbers in the order of the likelihood, and the ranges they lie in. */
  readonly parameters: Readonly<Record<Name, Pick<Parameter, 'unit' | 'range'>>>;
  /** The log likelihood of data at such numbers. */
  readonly likelihood: (data: Data) => (values: readonly number[]) => Height;
  /** Why a fit that did not converge stopped at such numbers. */
  readonly reasons: (values: readonly number[]) => readonly LifetimeFitReason[];
}

/** No fit ends on a bound: its wall lies inside. */
const shape = { unit: 'shape', range: [1e-6, 1e6] } as const;
/** Times and money are counted in any unit. */
const scaleOf = (unit: string) => ({ unit, range: [1e-18, 1e18] }) as const;

/** Purchase rates are gamma(r, alpha), chances to go after a repeat purchase beta(a, b). */
export const bgNbd: LifetimeModel<'r' | 'alpha' | 'a' | 'b', Histories> = {
  id: 'BG/NBD',
  parameters: { r: shape, alpha: scaleOf('time, as age'), a: shape, b: shape },
  likelihood: bgNbdLikelihood,
  reasons: purchaseReasons,
};

/** Order values are gamma(p, nu) with nu from gamma(q, gamma). */
export const gammaGamma: LifetimeModel<'p' | 'q' | 'gamma', readonly Spending[]> = {
  id: 'gamma-gamma',
  parameters: { p: shape, q: shape, gamma: scaleOf('money, as value') },
  likelihood: gammaGammaLikelihood,
  reasons: orderValueReasons,
};

/** Chances to go at a renewal are beta(a, b). */
export const shiftedBetaGeometric: LifetimeModel<'a' | 'b', Renewals> = {
  id: 'sBG',
  parameters: { a: shape, b: shape },
  likelihood: retentionLikelihood,
  reasons: retentionReasons,
};

/** A frozen set of a model's numbers, given in their order. */
export function setOf<Name extends string>(
  { parameters }: Pick<LifetimeModel<Name, never>, 'parameters'>,
  heading: Pick<ParameterSet, 'id' | 'setting' | 'fit'>,
  numbers: readonly Pick<Parameter, 'value' | 'status' | 'source' | 'standardError'>[],
): ParameterSet<Name> {
  const named = {} as Record<Name, Parameter>;
  (Object.keys(parameters) as Name[]).forEach((name, i) => {
    named[name] = { ...(numbers[i] as (typeof numbers)[number]), ...parameters[name] };
  });
  return parameterSet({ ...heading, parameters: named });
}
