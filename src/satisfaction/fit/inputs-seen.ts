import { quantileOf } from '../../numerics/quantile-of';
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
    domain: Object.fromEntries(
      inputs.map(({ name, sorted }) => [
        name,
        [quantileOf(sorted, 0.005), quantileOf(sorted, 0.995)],
      ]),
    ),
    typical: Object.fromEntries(inputs.map(({ name, sorted }) => [name, quantileOf(sorted, 0.5)])),
  };
}
