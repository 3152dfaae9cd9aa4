import { atLeast, justAbove } from '../numerics/nearly';

/** What one group may take: at most one of its items. */
export type Choices = readonly { readonly cost: number; readonly worth: number }[];

/**
 * The item that each group takes, or -1, so that the worths add up to the most that the budget allows; of several
 * such, one that costs least. Dynamic programming over whole costs for the multiple-choice knapsack: groups times
 * budget cells, each looked at once per item. Costs are whole and above 0, worths above 0.
 */
export function bestChoices(groups: readonly Choices[], budget: number): readonly number[] {
  const width = budget + 1;
  let best = new Float64Array(width);
  const taken = new Int16Array(width * groups.length).fill(-1);
  for (const [g, items] of groups.entries()) {
    // A group's items stand on what the groups before it gave.
    const most = best.slice();
    for (const [i, { cost, worth }] of items.entries()) {
      for (let at = cost; at < width; at++) {
        const value = (best[at - cost] as number) + worth;
        if (value <= justAbove(most[at] as number)) continue;
        most[at] = value;
        taken[g * width + at] = i;
      }
    }
    best = most;
  }
  // The least budget that gives as much.
  let at = best.findIndex((worth) => atLeast(worth, best[budget] as number));
  const chosen: number[] = [];
  for (const items of [...groups].reverse()) {
    const i = taken[(groups.length - 1 - chosen.length) * width + at] as number;
    chosen.push(i);
    at -= items[i]?.cost ?? 0;
  }
  return chosen.reverse();
}

/** The greatest common divisor of whole numbers; 0 of none. */
export function commonDivisor(numbers: readonly number[]): number {
  let divisor = 0;
  for (const number of numbers) {
    let [a, b] = [divisor, number];
    while (b > 0) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor;
}
