import { readFileSync } from 'node:fs';
import { fitBgNbd } from 'overdeliver';
import { chancesOfPurchases, purchaseHistories } from 'overdeliver/lifetime';
import { expect, it } from 'vitest';

const rows = readFileSync(new URL('../../examples/data/purchases.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string]);
const log = rows.map(([customer, at, value]) => ({ customer, at, value: Number(value) }));
const day = 86_400_000;

it('histories are those counted by the text of the dates', () => {
  const { customers } = purchaseHistories(log, { asOf: '2026-01-05T00:00:00Z', unit: 'days' });
  for (const { customer, history, spending } of customers) {
    const own = rows.filter(([name]) => name === customer);
    const days = [...new Set(own.map(([, at]) => at.slice(0, 10)))].sort();
    const [first = '', last = first] = [days[0], days.at(-1)];
    const later = own.filter(([, at]) => !at.startsWith(first));
    const paid = later.reduce((sum, [, , value]) => sum + Number(value), 0);
    expect(history).toEqual({
      frequency: days.length - 1,
      recency: (Date.parse(last) - Date.parse(first)) / day,
      age: (Date.parse('2026-01-05') - Date.parse(first)) / day,
    });
    if (later.length === 0) expect(spending).toBeNull();
    else expect(spending?.value).toBeCloseTo(paid / (days.length - 1), 10);
  }
});

it('nobody is seen within 30 days who is gone, or alive and has no purchase', () => {
  const { histories } = purchaseHistories(log, { asOf: '2026-01-05T00:00:00Z', unit: 'days' });
  const model = fitBgNbd(histories, { id: 'tea/test' });
  const { r, alpha, a, b } = model.parameters;
  const [x, recency, age] = [14, 300, 325];
  const since = (alpha.value + age) / (alpha.value + recency);
  const alive = 1 / (1 + (a.value / (b.value + x - 1)) * since ** (r.value + x));
  const quiet = (1 + 30 / (alpha.value + age)) ** -(r.value + x);
  const customer = { frequency: x, recency, age };
  const [none] = chancesOfPurchases(model, customer, 30).chances;
  expect(none).toBeCloseTo(1 - alive + alive * quiet, 12);
});
