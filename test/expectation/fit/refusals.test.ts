import { fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { answers, names } from './world';

const rows = answers(5, 60, { missing: 0 });
const changed = (i: number, more: object) =>
  rows.map((row, k) => (k === i ? { ...row, ...more } : row));

describe('rows', () => {
  it.each([
    ['a level off the scale', changed(3, { expected: 101 }), 'out-of-range', 'rows[3].expected'],
    [
      'a level of a signal off it',
      changed(3, { signals: { wordOfMouth: -1 } }),
      'out-of-range',
      'rows[3].signals.wordOfMouth',
    ],
    ['no number', changed(3, { expected: Number.NaN }), 'out-of-range', 'rows[3].expected'],
    [
      'a factor that does not exist',
      changed(3, { signals: { luck: 5 } }),
      'unknown-name',
      'rows[3].signals.luck',
    ],
    ['a stage that does not exist', changed(3, { stage: 'gone' }), 'unknown-name', 'rows[3].stage'],
    ['a misspelt column', changed(3, { expectd: 4 }), 'unknown-name', 'rows[3].expectd'],
    [
      'what takes a use of who has had none',
      changed(3, { stage: 'never-used', signals: { firstImpression: 5 } }),
      'stage-mismatch',
      'rows[3].signals.firstImpression',
    ],
    ['a hole', Object.assign(rows.slice(), { length: 61 }), 'missing', 'rows[60]'],
    ['no list', 'rows', 'wrong-type', 'rows'],
    [
      'signals that never differ',
      rows.map((row) => ({ ...row, signals: { wordOfMouth: 50 } })),
      'ambiguous',
      'rows',
    ],
    ['fewer than numbers', rows.slice(0, 10), 'not-enough-data', 'rows'],
    ['none', [], 'not-enough-data', 'rows'],
    [
      'fewer respondents than numbers',
      rows.map((row, i) => ({ ...row, respondent: i % 5 })),
      'not-enough-data',
      'rows',
    ],
  ])('with %s are refused', (_, given, code, path) => {
    expect(() => fitExpectation(given as never, names)).toThrow(
      expect.objectContaining({ code, path, function: 'fitExpectation' }),
    );
  });
});

it.each([
  // Three factors at each of three stages, and the base's level.
  [rows.slice(0, 10), 5, { needed: 11, available: 10 }, '10 rows'],
  [
    rows.map((row, i) => ({ ...row, respondent: i % 5 })),
    5,
    { needed: 11, available: 5 },
    '5 respondents',
  ],
  [rows.slice(0, 13), 7, { needed: 14, available: 13 }, '13 rows'],
])('too few rows are counted beside how many are needed (%#)', (given, folds, counts, who) => {
  const call = () => fitExpectation(given, { ...names, folds });
  expect(call).toThrow(expect.objectContaining(counts));
  expect(call).toThrow(who);
});

describe('options', () => {
  it.each([
    ['without a register', { register: undefined }, 'missing', 'options.register'],
    ['of another register', { register: 'will' }, 'unknown-name', 'options.register'],
    ['without a name', { id: '' }, 'out-of-range', 'options.id'],
    ['misspelt', { prior: 3 }, 'unknown-name', 'options.prior'],
    ['with a prior of no rows', { priorSize: 0 }, 'out-of-range', 'options.priorSize'],
    ['with two folds', { folds: 2 }, 'out-of-range', 'options.folds'],
    ['with few resamples', { resamples: 10 }, 'out-of-range', 'options.resamples'],
    ['with a seed that is none', { seed: -1 }, 'out-of-range', 'options.seed'],
  ])('%s are refused', (_, more, code, path) => {
    expect(() => fitExpectation(rows, { ...names, ...more } as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
