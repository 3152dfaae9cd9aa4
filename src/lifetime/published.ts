import { bgNbd, gammaGamma, setOf, shiftedBetaGeometric } from './models';

/**
 * The BG/NBD model of 2,357 customers of an online music shop, from their repeat purchases in the 39 weeks
 * after the first ones bought in early 1997; time in weeks. Purchase rates are gamma(r, alpha) over customers, chances
 * to go after a repeat purchase beta(a, b).
 */
export const cdnowPurchases = setOf(
  bgNbd,
  {
    id: 'lifetime/cdnow-bg-nbd',
    setting: 'customers of an online music shop who first bought in early 1997; weeks',
  },
  published([0.2426, 4.4135, 0.7929, 2.4258], 'Fader, Hardie & Lee 2005, Marketing Science 24(2)'),
);

/**
 * The gamma-gamma model of what customers of the same shop spend in an order, in dollars. Order values are gamma(p, nu),
 * with nu from gamma(q, gamma) over customers.
 */
export const cdnowOrderValues = setOf(
  gammaGamma,
  {
    id: 'lifetime/cdnow-gamma-gamma',
    setting: 'orders of repeat customers of an online music shop in 1997; dollars',
  },
  published(
    [6.25, 3.74, 15.44],
    'Fader, Hardie & Lee 2005, Journal of Marketing Research 42(4); Fader & Hardie 2013',
  ),
);

/**
 * The sBG model of 1,000 subscribers over 7 yearly renewals, the High End segment of the paper. Chances to go at a
 * renewal are beta(a, b) over customers.
 */
export const highEndRetention = setOf(
  shiftedBetaGeometric,
  {
    id: 'lifetime/high-end-sbg',
    setting: 'a cohort of High End subscribers, renewed yearly',
  },
  published([0.668, 3.806], 'Fader & Hardie 2007, Journal of Interactive Marketing 21(1)'),
);

function published(values: readonly number[], source: string) {
  return values.map((value) => ({ value, status: 'published' as const, source }));
}
