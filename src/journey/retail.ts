import type { Touchpoint } from './touchpoints';

const at = (id: string, ...mayGoWrong: string[]): Touchpoint =>
  Object.freeze({ id, mayGoWrong: Object.freeze(mayGoWrong) });

/**
 * The touchpoints of a shop, from the first advert to the use of what was bought, with what may go wrong
 * at each: a list from practice to start from, to be cut and added to. It says nothing of how much each counts, since studies
 * agree on no order.
 *
 * @example
 * ```ts
 * import { retailTouchpoints, touchpointGaps } from 'overdeliver/journey';
 *
 * const answers = new Map([
 *   ['sign', { expected: 60, perceived: 70 }],
 *   ['staff', { expected: 80, perceived: 65 }],
 * ]);
 * const measured = retailTouchpoints.flatMap((touchpoint) => {
 *   const levels = answers.get(touchpoint.id);
 *   return levels ? [{ ...touchpoint, ...levels }] : [];
 * });
 * touchpointGaps(measured).gaps.map(({ id, worth }) => [id, worth]); // => [['staff', 7.5], ['sign', 0]]
 * ```
 */
export const retailTouchpoints: readonly Touchpoint[] = Object.freeze([
  at('advert', 'promises-too-much', 'reaches-the-wrong-people', 'leaves-out-conditions'),
  at('sign', 'not-seen', 'does-not-say-what-is-sold', 'worn'),
  at('catalogue', 'out-of-date', 'shows-what-is-not-in-stock', 'hard-to-search'),
  at('shop', 'hard-to-find-things', 'untidy', 'queues'),
  at('staff', 'nobody-there', 'does-not-listen', 'presses-to-buy', 'does-not-know'),
  at('priceTags', 'missing', 'not-what-the-till-charges', 'hard-to-read'),
  at('security', 'treats-customers-as-suspects', 'false-alarms'),
  at('handOver', 'late', 'damaged', 'incomplete', 'not-as-ordered'),
  at('advisers', 'hard-to-reach', 'answers-differ', 'slow'),
  at('use', 'does-not-meet-the-need', 'instructions-unclear', 'breaks-early'),
]);
