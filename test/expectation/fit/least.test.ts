import type { ExpectationFitRow } from 'overdeliver/expectation';
import { fitExpectation } from 'overdeliver/expectation';
import { expect, it } from 'vitest';
import { expectLeast } from './plain';
import { newcomers, quick } from './survey';

it.each([
  ['that the default hardly draws', newcomers, { priorSize: 0.1 }],
  ['that the default holds', newcomers, { priorSize: 1e5 }],
  ['drawn to an order of their own', newcomers, { order: ['advertising', 'wordOfMouth'] }],
  [
    'with answers from people who know nothing',
    newcomers.map((row, i) => (i % 5 === 0 ? { ...row, signals: {}, expected: 64 + i / 5 } : row)),
    {},
  ],
] as const)('weights %s are where the penalised squares are least', (_, rows, more) => {
  expect(expectLeast(rows, fitExpectation(rows, { ...quick, ...more }))).toEqual([]);
});

const answered = (expected: (row: ExpectationFitRow, i: number) => number) =>
  newcomers.map((row, i) => ({ ...row, expected: expected(row, i) }));
const levelOf = (row: ExpectationFitRow, factor: 'wordOfMouth' | 'advertising') => {
  const signal = row.signals[factor] ?? 50;
  return typeof signal === 'number' ? signal : signal.level;
};

/** What is left of answers that begin 10 points beyond the scale. */
const beyond = (wordOfMouth: number, advertising: number) =>
  Math.max(0, 0.2 * wordOfMouth + 0.4 * advertising - 10);

it.each([
  [
    // One step puts all weight on the base, where nothing bends the squares but its level.
    'a weight at 0',
    answered((row, i) => 60 - 0.2 * levelOf(row, 'wordOfMouth') + ((i * 5) % 7)),
    ['never-used.wordOfMouth'],
  ],
  [
    'a base level at 0',
    answered((row) => beyond(levelOf(row, 'wordOfMouth'), levelOf(row, 'advertising'))),
    ['level'],
  ],
  [
    'a base level at 100',
    answered(
      (row) => 100 - beyond(100 - levelOf(row, 'wordOfMouth'), 100 - levelOf(row, 'advertising')),
    ),
    ['level'],
  ],
])('what would go beyond ends at the bound: %s', (_, rows, ends) => {
  expect(expectLeast(rows, fitExpectation(rows, quick))).toEqual(ends);
});

it.each([0, 1e-3])('answers that differ by %d at most, whatever was heard, are the base', (by) => {
  const rows = newcomers.map((row, i) => ({ ...row, expected: 60 + by * ((i * 0.3) % 1) }));
  const { base, parameters, weights } = fitExpectation(rows, quick);
  expect(parameters.fit?.converged).toBe(true);
  expect(Math.abs(base.level - 60 - by / 2)).toBeLessThan(by / 4 + 1e-6);
  for (const { factor, weight } of weights)
    if (factor === 'base') expect(weight).toBeGreaterThan(0.98);
});

it('nine answers of three stages that would have the base below 0 are least at 0', () => {
  const factors = {
    'never-used': 'wordOfMouth',
    'first-use': 'firstImpression',
    'long-term': 'longTermExperience',
  } as const;
  const rows = (
    [
      ['never-used', 77, 46.03],
      ['first-use', 67, 36.84],
      ['long-term', 99, 66.25],
      ['never-used', 99, 66.25],
      ['first-use', 94, 59.65],
      ['long-term', 85, 53.38],
      ['never-used', 62, 32.24],
      ['first-use', 67, 36.84],
      ['long-term', 94, 61.65],
    ] as const
  ).map(([stage, level, expected], i): ExpectationFitRow => {
    const reliability = i === 4 ? 0.5 : 1;
    return { stage, signals: { [factors[stage]]: { level, reliability } }, expected };
  });
  expect(expectLeast(rows, fitExpectation(rows, { ...quick, priorSize: 1 }))).toEqual(['level']);
});

it('a base of which only those who know nothing want any is what they answer', () => {
  const stages = ['never-used', 'first-use', 'long-term'] as const;
  // Levels heard; null for nothing. Whoever heard anything answers far below it, or above.
  const heard = [null, null, 36, null, 39, null, 26, 18, 78, 35, 64, 40, 50, 12, 1, 79, null, 62];
  const rows = heard.map((level, i): ExpectationFitRow => {
    const factor = (['wordOfMouth', 'firstImpression', 'longTermExperience'] as const)[i % 3];
    return {
      stage: stages[i % 3] as (typeof stages)[number],
      signals: level === null ? {} : { [factor as string]: level },
      expected: level === null ? (i === 5 ? 94.75 : 100) : level === 64 || level === 50 ? 100 : 0,
    };
  });
  const { base, weights, parameters } = fitExpectation(rows, quick);
  expect(parameters.fit?.converged).toBe(true);
  for (const { factor, weight } of weights)
    if (factor === 'base') expect(weight).toBeLessThan(1e-4);
  // Four at 100, and one at 94.75.
  expect(base.level).toBeCloseTo((4 * 100 + 94.75) / 5, 2);
});
