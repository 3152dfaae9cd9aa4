import type { IndexPath } from './index-types';

/**
 * The paths of the European customer satisfaction index: what image, expectation, quality and value do to satisfaction, and
 * satisfaction and how complaints were handled to loyalty (Tenenhaus et al. 2005, 10.1016/j.csda.2004.03.005).
 *
 * @example
 * ```ts
 * import { europeanIndexPaths } from 'overdeliver/survey';
 *
 * europeanIndexPaths.filter(([, to]) => to === 'satisfaction').map(([from]) => from);
 * // => ['image', 'expectation', 'quality', 'value']
 * ```
 */
export const europeanIndexPaths: readonly IndexPath[] = Object.freeze(
  (
    [
      ['image', 'expectation'],
      ['expectation', 'quality'],
      ['expectation', 'value'],
      ['quality', 'value'],
      ['image', 'satisfaction'],
      ['expectation', 'satisfaction'],
      ['quality', 'satisfaction'],
      ['value', 'satisfaction'],
      ['satisfaction', 'complaints'],
      ['image', 'loyalty'],
      ['satisfaction', 'loyalty'],
      ['complaints', 'loyalty'],
    ] as const
  ).map((path) => Object.freeze(path)),
);
