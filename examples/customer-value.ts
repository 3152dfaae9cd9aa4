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
  type PurchaseRow,
  purchaseHistories,
} from 'overdeliver/lifetime';
import Papa from 'papaparse';
import { show } from './lib/show.ts';

const csv = readFileSync(new URL('data/purchases.csv', import.meta.url), 'utf8').trim();
// Numbers are told by column: a customer's number may be long, and is a text.
const columns = { header: true, dynamicTyping: { value: true } };
const { data: log } = Papa.parse<PurchaseRow>(csv, columns);
const made = purchaseHistories(log, { asOf: '2026-01-05T00:00:00Z', unit: 'days' });
const { customers, histories, merged } = made;
console.log(`${customers.length} customers, ${log.length} rows, ${merged} a second one of the day`);
const buying = fitBgNbd(histories, { id: 'tea/buying-2025' });
const orders = fitGammaGamma(made.spending, { id: 'tea/spending-2025' });
console.log(`converged: ${buying.fit?.converged}, ${orders.fit?.converged}`);

const discountRate = 1.08 ** (1 / 12) - 1;
const worth = customers.map(({ customer, history, spending }) => {
  const order = expectedOrderValue(orders, spending).value ?? 0;
  const { purchases } = forecastPurchases(buying, history, { periods: 12, length: 365 / 12 });
  const { value } = lifetimeValue(purchases, { margin: 0.4 * order, discountRate });
  const [notIn30Days] = chancesOfPurchases(buying, history, 30).chances;
  return { customer, ...history, order, value, notIn30Days };
});
worth.sort((a, b) => b.value - a.value);
const ends = [...worth.slice(0, 5), ...worth.slice(-3)];
show('best and last', ends, 'customer frequency recency age order value notIn30Days');
console.log(`\nmargin of the year: ${worth.reduce((sum, { value }) => sum + value, 0).toFixed(0)}`);
