import type { Reason } from '../core/reason';

/**
 * Why a fit of a lifetime model did not converge, by the model's numbers that are behind it. `nobody-goes`, `all-go`: the chance
 * to go is 0, or 1, as far as the data show. `chances-alike`, `rates-alike`, `orders-alike`, `values-alike`: chances to go,
 * purchase rates, the orders of a customer or what customers spend do not differ more than by chance. `numbers-open`:
 * too little is known to settle the numbers. Codes may be added.
 */
export type LifetimeFitReason = Reason<
  | 'nobody-goes'
  | 'all-go'
  | 'chances-alike'
  | 'rates-alike'
  | 'orders-alike'
  | 'values-alike'
  | 'numbers-open',
  { readonly numbers: readonly string[] }
>;

type Code = LifetimeFitReason['code'];

/** Fits stop at about a million and a millionth, where a likelihood has long levelled off. */
const endless = 1e5;

/** Chances to go that are beta(a, b): one that is the same for all, or sure, has no such numbers. */
function chancesTo(a: number, b: number): LifetimeFitReason[] {
  const share = a / (a + b);
  const of = (code: Code) => [{ code, detail: { numbers: ['a', 'b'] } }];
  if (share < 1 / endless) return of('nobody-goes');
  if (share > 1 - 1 / endless) return of('all-go');
  return a + b > endless ? of('chances-alike') : [];
}

const alike = (x: number, code: Code, numbers: readonly string[]): LifetimeFitReason[] =>
  x > endless ? [{ code, detail: { numbers } }] : [];

export const purchaseReasons = ([r, , a, b]: readonly number[]): LifetimeFitReason[] => [
  ...alike(r as number, 'rates-alike', ['r', 'alpha']),
  ...chancesTo(a as number, b as number),
];

export const orderValueReasons = ([p, q]: readonly number[]): LifetimeFitReason[] => [
  ...alike(p as number, 'orders-alike', ['p', 'gamma']),
  ...alike(q as number, 'values-alike', ['q', 'gamma']),
];

export const retentionReasons = ([a, b]: readonly number[]): LifetimeFitReason[] =>
  chancesTo(a as number, b as number);
