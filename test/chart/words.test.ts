import { expect, it } from 'vitest';
import { between, figure, listed, percent, quantity, signed } from '../../src/chart/words';

it('writes numbers short, and none as what it is not', () => {
  expect([0, -0, 1 / 3, -2.345, 99.96, 1234.5, -1e6].map(figure)).toEqual([
    '0',
    '0',
    '0.333',
    '−2.35',
    '100',
    '1235',
    '−1000000',
  ]);
  expect([2, 0, -2].map(signed)).toEqual(['+2', '0', '−2']);
  expect([0, 0.0012, 0.5, 0.99987, 1].map(percent)).toEqual([
    '0%',
    '0.12%',
    '50%',
    'over 99.9%',
    '100%',
  ]);
  expect(quantity(3, 'business-days')).toBe('3 business days');
  // One of a kind, as it is written.
  expect(quantity(1, 'business-days')).toBe('1 business day');
  expect(quantity(-1, 'minutes')).toBe('−1 minute');
  expect([0.9999, 1.001, 1.01].map((x) => quantity(x, 'days'))).toEqual([
    '1 day',
    '1 day',
    '1.01 days',
  ]);
  expect([quantity(1, 'm'), quantity(1, 'euro')]).toEqual(['1 m', '1 euro']);
  // Words that end in s by themselves stay.
  expect(['batteries', 'bus', 'gross'].map((unit) => quantity(1, unit))).toEqual([
    '1 battery',
    '1 bus',
    '1 gross',
  ]);
});

it('lists words', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

it('writes numbers beyond a trillion in three digits', () => {
  expect([999.4, 1234567, 1.23456e12, -1.23456e12].map(figure)).toEqual([
    '999',
    '1234567',
    '1230000000000',
    '−1230000000000',
  ]);
});

it('writes an interval in brackets, and none of which an end is not known', () => {
  const [low, high] = [0.25, 0.5];
  expect(between({ low, high }, percent)).toBe(' (25% to 50%)');
  expect(between({ low: null, high }, percent)).toBe('');
  expect(between({ low, high: null }, percent)).toBe('');
});
