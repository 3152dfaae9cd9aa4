import type { ReadPurchase } from './input-purchases';

/** The days on which a customer bought. */
export interface DailyPurchases {
  readonly customer: string;
  /** How many they are, and the numbers of the first and the last. */
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** What was paid on all but the first. */
  readonly repeatValue: number;
}

/** Adds up what each customer bought on a day, in the order in which customers first appear. */
export function dailyPurchases(
  purchases: readonly ReadPurchase[],
  dayOf: (at: number) => number,
): readonly DailyPurchases[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, at, value } of purchases) {
    let days = byCustomer.get(customer);
    if (days === undefined) {
      days = new Map();
      byCustomer.set(customer, days);
    }
    const day = dayOf(at);
    days.set(day, (days.get(day) ?? 0) + (value ?? 0));
  }
  return Array.from(byCustomer, ([customer, days]) => {
    let [first, last] = [Infinity, -Infinity];
    for (const day of days.keys()) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    let repeatValue = 0;
    for (const [day, value] of days) if (day !== first) repeatValue += value;
    return { customer, count: days.size, first, last, repeatValue };
  });
}
