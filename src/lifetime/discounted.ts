import { refuse } from '../input/refusal';

/** The purchases of each period, counted for what money then is worth now. */
export function discounted(purchases: readonly number[], discountRate: number): number[] {
  return purchases.map((count, i) => {
    const counted = count / (1 + discountRate) ** (i + 1);
    // So that sums of them are numbers.
    if (counted <= 1e200) return counted;
    return refuse('options.discountRate', discountRate, 'what keeps purchases below 1e200');
  });
}
