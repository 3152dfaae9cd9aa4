import { byMonth } from 'overdeliver';
import { backtestPromises, promisesAsMade } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const told = (estimate: unknown) => {
  const order = { id: 'o-1', started: '2026-03-02T00:00:00Z', estimate };
  const policies = { yours: promisesAsMade() };
  const by = byMonth('UTC');
  return refusal(() =>
    backtestPromises([order as never], { unit: 'days', keepRate: 0.9, by, policies }),
  ).message;
};

const inItsUnit = 'write it in the unit of the backtest';

describe('what to do about an estimate in words', () => {
  it.each([
    '45 min',
    '45min',
    '+45 min',
    '-3 h',
    "1'200 min",
    '1.5 h',
    '1 200 Tage',
    '6-8',
    '6 – 8 days',
    '6—8',
  ])('the unit of the backtest for %s', (text) => expect(told(text)).toContain(inItsUnit));

  it.each([
    ['about 45 min', 'null'],
    ['45', 'it is text'],
    ['3,5', 'it has a comma'],
    ['45 %', 'take off its unit'],
    ['', 'an empty cell is not 0'],
    ['1e5', 'null'],
  ])('something else for %s', (text, hint) => {
    expect(told(text)).not.toContain(inItsUnit);
    expect(told(text)).toContain(hint);
  });
});
