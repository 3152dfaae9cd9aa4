import { freezeSet, type Parameter, type ParameterSet } from '../core/parameters';

/** A number of the BG/NBD model: purchase rates are gamma(r, alpha), chances to go after one beta(a, b). */
export type BgNbdParameter = 'r' | 'alpha' | 'a' | 'b';
/** A number of the gamma-gamma model: order values are gamma(p, nu) with nu from gamma(q, gamma). */
export type GammaGammaParameter = 'p' | 'q' | 'gamma';
/** A number of the sBG model: chances to go at a renewal are beta(a, b). */
export type RetentionParameter = 'a' | 'b';

/** What kind of number each one of a model is, in the order of its kernel. */
export type Kinds<Name extends string> = Readonly<Record<Name, Pick<Parameter, 'unit' | 'range'>>>;

const shape = { unit: 'shape', range: [1e-6, 1e6] } as const;
const scaleOf = (unit: string) => ({ unit, range: [1e-18, 1e18] }) as const;

export const bgNbdKinds: Kinds<BgNbdParameter> = {
  r: shape,
  alpha: scaleOf('time, as age'),
  a: shape,
  b: shape,
};
export const gammaGammaKinds: Kinds<GammaGammaParameter> = {
  p: shape,
  q: shape,
  gamma: scaleOf('money, as value'),
};
export const retentionKinds: Kinds<RetentionParameter> = { a: shape, b: shape };

/** A frozen set of a model's numbers, given in the order of its kinds. */
export function setOf<Name extends string>(
  kinds: Kinds<Name>,
  heading: Pick<ParameterSet, 'id' | 'setting' | 'fit'>,
  numbers: readonly Pick<Parameter, 'value' | 'status' | 'source' | 'standardError'>[],
): ParameterSet<Name> {
  const names = Object.keys(kinds) as Name[];
  const parameters = names.map((name, i) => [name, { ...numbers[i], ...kinds[name] }]);
  return freezeSet({ ...heading, parameters: Object.fromEntries(parameters) });
}
