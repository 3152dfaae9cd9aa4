/**
 * A tea shop has a log of who bought when and for how much, and asks what each customer is worth in the year to come, and who
 * will probably not be seen within 30 days. Made-up numbers; run it with `npx tsx examples/customer-value.ts`.
 */

import { readFileSync } from 'node:fs';
import { fitBgNbd, lifetimeValue } from 'overdeliver';
import {
  chancesOfPurchases,
  expectedOrderValue,
  fitGammaGamma,
  forecastPurchases,
  purchaseHistories,
} from 'overdeliver/lifetime';
import Papa from 'papaparse';
import { percent, table } from './lib/table.ts';

const csv = readFileSync(new URL('data/purchases.csv', import.meta.url), 'utf8').trim();
// Numbers are told by column: a customer's number may be long, and is a text.
const { data } = Papa.parse<{ customer: string; at: string; euros: number }>(csv, {
  header: true,
  dynamicTyping: { euros: true },
});
const log = data.map(({ customer, at, euros }) => ({ customer, at, value: euros }));

const asOf = '2026-01-05T00:00:00Z';
const { customers, histories, spending, merged } = purchaseHistories(log, { asOf, unit: 'days' });
const buying = fitBgNbd(histories, { id: 'tea/buying-2025' });
const orders = fitGammaGamma(spending, { id: 'tea/spending-2025' });
console.log(
  `${log.length} rows, ${merged} of them a second one of the day; ${customers.length} customers`,
);
console.log(`converged: ${buying.fit?.converged}, ${orders.fit?.converged}`);

const year = { periods: 12, length: 365 / 12 };
const discountRate = 1.08 ** (1 / 12) - 1;
const worth = customers.map(({ customer, history, spending }) => {
  const order = expectedOrderValue(orders, spending).value ?? 0;
  const { purchases } = forecastPurchases(buying, history, year);
  const { value } = lifetimeValue(purchases, { margin: 0.4 * order, discountRate });
  const [none = 1] = chancesOfPurchases(buying, history, 30).chances;
  return { customer, ...history, order, value, none };
});

worth.sort((a, b) => b.value - a.value);
console.log(
  table([
    ['customer', 'came back', 'last seen', 'next order', 'year, margin', 'not in 30 days'],
    ...[...worth.slice(0, 5), ...worth.slice(-3)].map((one) => [
      one.customer,
      `${one.frequency} times`,
      `${one.age - one.recency} days ago`,
      one.order.toFixed(2),
      one.value.toFixed(2),
      percent(one.none),
    ]),
  ]),
);
const total = worth.reduce((sum, { value }) => sum + value, 0);
console.log(`all ${worth.length}: ${total.toFixed(0)} euros of margin in the year to come`);
