import { recencyWeights } from 'overdeliver/capability';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const asOf = new Date('2026-03-30T12:00:00Z');
const options = { asOf, halfLifeDays: 1 };

it('halves with every half-life of exactly 24 hours, over the change of the clocks too', () => {
  const dates = [asOf, new Date('2026-03-29T12:00:00Z'), new Date('2026-03-27T12:00:00Z')];
  expect(Array.from(recencyWeights(dates, options))).toEqual([1, 0.5, 0.125]);
});

it('takes dates in any form, a typed array of milliseconds among them', () => {
  const [earlier, later] = [new Date('2026-03-29T12:00:00Z'), new Date('2026-03-30T00:00:00Z')];
  const told = recencyWeights([earlier, later], options);
  const instants = [earlier, later].map((date) => ({ epochMilliseconds: date.getTime() }));
  const texts = ['2026-03-29T14:00:00+02:00', '2026-03-30T00:00:00Z'];
  const times = Float64Array.of(earlier.getTime(), later.getTime());
  for (const dates of [texts, times, instants]) {
    expect(recencyWeights(dates, { ...options, asOf: asOf.toISOString() })).toEqual(told);
  }
});

it.each([
  [[new Date('2026-03-31')], options, 'date-order', 'dates[0]'],
  [[asOf, new Date(Number.NaN)], options, 'wrong-type', 'dates[1]'],
  [['2026-03-01'], options, 'wrong-type', 'dates[0]'],
  [['2026-03-01T12:00:00'], options, 'wrong-type', 'dates[0]'],
  [[asOf], { asOf, halfLifeDays: 0 }, 'out-of-range', 'options.halfLifeDays'],
  [[asOf], { halfLifeDays: 1 }, 'missing', 'options.asOf'],
])('refuses %j with %j', (dates, given, code, path) => {
  const call = () => recencyWeights(dates as Date[], given as typeof options);
  expect(refusal(call)).toMatchObject({ code, path });
});
