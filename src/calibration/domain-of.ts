import type { Layout } from '../satisfaction/layout';
import { inputsIn } from './observations';
import { quantileOf } from './quantile-of';

/** The middle 99% of each input, by the name that a domain gives it. */
export function domainOf(layout: Layout): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(
    inputsIn(layout).map(({ domain, numbers }) => {
      const sorted = numbers.slice().sort();
      return [domain, [quantileOf(sorted, 0.005), quantileOf(sorted, 0.995)]];
    }),
  );
}
