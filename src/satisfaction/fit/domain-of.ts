import type { Layout } from '../layout';
import type { SatisfactionForm } from '../model';
import { inputsIn } from './observations';
import { quantileOf } from './quantile-of';

/** The middle 99% of each input, by the name that a domain gives it. */
export function domainOf(
  layout: Layout,
  { dimensions }: SatisfactionForm,
): Readonly<Record<string, readonly [number, number]>> {
  const isOnly = Object.keys(dimensions).length === 1;
  return Object.fromEntries(
    inputsIn(layout, isOnly).map(({ domain, numbers }) => {
      const sorted = numbers.slice().sort();
      return [domain, [quantileOf(sorted, 0.005), quantileOf(sorted, 0.995)]];
    }),
  );
}
