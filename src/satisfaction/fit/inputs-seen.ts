import { interpolatedQuantile } from '../../numerics/interpolated-quantile';
import type { Layout } from '../layout';
import type { SatisfactionForm, SatisfactionModel } from '../model';
import { inputsIn } from './observations';

/** The middle 99% and the median of each input, by the name that a domain gives it. */
export function inputsSeen(
  layout: Layout,
  { dimensions }: SatisfactionForm,
): Required<Pick<SatisfactionModel, 'domain' | 'typical'>> {
  const isOnly = Object.keys(dimensions).length === 1;
  const inputs = inputsIn(layout, isOnly).map(({ domain: name, numbers }) => ({
    name,
    sorted: numbers.slice().sort(),
  }));
  return {
    // The middle 99%.
    domain: Object.fromEntries(
      inputs.map(({ name, sorted }) => [
        name,
        [interpolatedQuantile(sorted, 0.005), interpolatedQuantile(sorted, 0.995)],
      ]),
    ),
    typical: Object.fromEntries(
      inputs.map(({ name, sorted }) => [name, interpolatedQuantile(sorted, 0.5)]),
    ),
  };
}
