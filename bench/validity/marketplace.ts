import { readTable } from './data';

const day = 86_400_000;
const at = (text: string) =>
  Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : 'T00:00Z'}`);

/**
 * Delivered and reviewed orders in order of time, as bench/fit/fit.py reads them: days run from the purchase, and a
 * promised date and the day of asking last to their end. `actual` is the time until the customer had the order or,
 * if they were asked before, had waited; `delivered` the time until it came in the end.
 */
export function marketplaceOrders() {
  const table = readTable('marketplace-orders.csv');
  if (table === null) return null;
  const orders = table
    .filter(
      (row) => row.status === 'delivered' && row.delivered_at !== '' && row.review_score !== '',
    )
    .map((row, i) => ({ row, i, bought: at(row.purchased_at as string) }))
    .sort((one, other) => one.bought - other.bought || one.i - other.i)
    .map(({ row, bought }) => {
      const came = at(row.delivered_at as string);
      const asked = at(row.review_asked_on as string);
      const waits = asked < Math.floor(came / day) * day;
      const promised = (at(row.promised_date as string) + day - bought) / day;
      const actual = ((waits ? asked + day : came) - bought) / day;
      return {
        promised,
        actual,
        delivered: (came - bought) / day,
        stillWaiting: waits && actual > promised ? 1 : 0,
        items: Number(row.items),
        sellers: Number(row.sellers),
        price: Number(row.price),
        freight: Number(row.freight),
        stars: Number(row.review_score),
      };
    });
  const column = (name: keyof (typeof orders)[number]) =>
    Float64Array.from(orders, (order) => order[name]);
  return {
    time: {
      promised: column('promised'),
      actual: column('actual'),
      stillWaiting: Uint8Array.from(orders, (order) => order.stillWaiting),
      unit: 'days' as const,
    },
    /** Lateness and duration alone, as they turned out in the end. */
    hindsight: { promised: column('promised'), actual: column('delivered'), unit: 'days' as const },
    covariates: {
      items: column('items'),
      sellers: column('sellers'),
      price: column('price'),
      freight: column('freight'),
    },
    stars: column('stars'),
  };
}
