import { fieldsOf } from '../satisfaction/judged';
import type { Layout } from '../satisfaction/layout';
import { quantileOf } from './quantile-of';

/** The middle 99% of each input, by the name that a domain gives it. */
export function domainOf({
  dimensions,
  covariates,
}: Layout): Readonly<Record<string, readonly [number, number]>> {
  const isOnly = dimensions.length === 1;
  return Object.fromEntries([
    ...dimensions.flatMap(({ name, dimension, expected, got }) => {
      const [before, after] = fieldsOf(dimension.kind);
      const prefix = isOnly ? '' : `${name}.`;
      return [
        [`${prefix}${before}`, middle(expected)],
        [`${prefix}${after}`, middle(got)],
      ] as const;
    }),
    ...covariates.map(({ name, numbers }) => [`covariates.${name}`, middle(numbers)] as const),
  ]);
}

function middle(numbers: Float64Array): readonly [number, number] {
  const sorted = numbers.slice().sort();
  return [quantileOf(sorted, 0.005), quantileOf(sorted, 0.995)];
}
