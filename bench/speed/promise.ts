import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
import { planByKeepRate } from '../../src/promise/plan';
import { timePairs } from '../pairs';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';

/** Minutes like a kitchen's: gamma-like with a long tail, none alike. */
function minutes(n: number, seed = 11): number[] {
  const next = uniforms(seed);
  return Array.from({ length: n }, () => 20 - 12 * Math.log((1 - next()) * (1 - next())));
}

/** An order as a shop's API sends it, of 1 kB. */
const order = JSON.stringify({
  id: 'ord-2026-000431',
  placed: '2026-03-08T18:42:11Z',
  status: 'paid',
  currency: 'EUR',
  customer: { id: 'c-88213', name: 'Maria Oliveira', email: 'maria@example.com', orders: 4 },
  items: [
    {
      sku: 'PZ-014',
      name: 'Margherita',
      size: 'large',
      quantity: 1,
      price: 12.9,
      extras: ['basil'],
    },
    {
      sku: 'PZ-022',
      name: 'Quattro formaggi',
      size: 'medium',
      quantity: 2,
      price: 13.5,
      extras: [],
    },
    { sku: 'DR-003', name: 'Sparkling water 500 ml', quantity: 3, price: 2.5, extras: ['cold'] },
  ],
  address: {
    street: 'Rua das Laranjeiras',
    number: '245',
    floor: 2,
    city: 'Lisboa',
    postcode: '1200-100',
    country: 'PT',
    location: { lat: 38.7169, lon: -9.1399 },
  },
  payment: { method: 'card', brand: 'visa', last4: '4242', captured: true, instalments: 1 },
  delivery: { mode: 'courier', promised: '2026-03-08T19:40:00Z', fee: 2.9, distanceKm: 3.4 },
  notes:
    'Ring twice, the bell of the second floor is broken; leave it with the neighbour if nobody opens',
  total: 50.3,
  tags: ['first-order', 'app'],
  coupon: null,
});

const batch = 10_000;
const options = { keepRate: 0.9, round: toMultipleOf(5) };

/** Plans from one capability: each call is looked at, so that none may be skipped. */
function plans(n: number, plan = planPromise, times = batch) {
  const kitchen = capabilityFromSamples(minutes(n), { unit: 'minutes' });
  return () => {
    let sum = 0;
    for (let i = 0; i < times; i++) sum += plan(kitchen, options).promise;
    return sum;
  };
}

/** What it costs that a plan reads its arguments, beside the plan itself. */
function doorOf(n: number): Row {
  // Few at a time, so that most are timed without the machine turning to something else.
  const times = 500;
  const [behind, without] = [plans(n, planPromise, times), plans(n, planByKeepRate, times)];
  const { subject, yardstick } = timePairs(behind, without, 2001);
  const name = 'a plan behind its door against the same body without';
  return row('promise', name, 'nanoseconds more', (1e6 * (subject - yardstick)) / times);
}

function parses() {
  let sum = 0;
  for (let i = 0; i < batch; i++) sum += (JSON.parse(order) as { total: number }).total;
  return sum;
}

export const promise: Bench = {
  room: 'promise',
  run() {
    const rows: Row[] = [];
    for (const n of [24, 1000, 100_000]) {
      const { ratio, subject } = timePairs(plans(n), parses);
      const one = `a plan from a capability of ${n} samples`;
      rows.push(
        row('promise', one, `ratio to JSON.parse of an order of ${order.length} bytes`, ratio),
        row('promise', one, 'nanoseconds', (1e6 * subject) / batch),
      );
    }
    rows.push(doorOf(24));
    return rows;
  },
};
