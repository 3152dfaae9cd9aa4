import { fieldsOf } from '../satisfaction/judged';
import type { Layout } from '../satisfaction/layout';

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

/** The .005 and .995 quantiles, with straight lines between order statistics (type 7 of Hyndman & Fan 1996). */
function middle(numbers: Float64Array): readonly [number, number] {
  const sorted = numbers.slice().sort();
  const at = (p: number) => {
    const place = p * (sorted.length - 1);
    const below = sorted[Math.floor(place)] as number;
    return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
  };
  return [at(0.005), at(0.995)];
}
