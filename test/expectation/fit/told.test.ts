import {
  expectationDefaults,
  expectationFitRowSchema,
  fitExpectation,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { everySignal } from './survey';
import { answers, names } from './world';

const rows = answers(5, 60, { missing: 0 });

it('rows may have other columns', () => {
  const more = rows.map((row) => ({ ...row, country: 'ch' }));
  expect(fitExpectation(more, names)).toEqual(fitExpectation(rows, names));
  expect(z.parse(expectationFitRowSchema, more[0])).toEqual(rows[0]);
});

it('numbers of a set that lacks units and ranges are learnt beside with those of the default', () => {
  const bare = Object.fromEntries(
    Object.entries(expectationDefaults.parameters).map(([name, { value, status, source }]) => [
      name,
      { value, status, source },
    ]),
  );
  const parameters = { id: 'ours/bare', setting: 'any', parameters: { ...bare, luck: null } };
  const fit = fitExpectation(rows, { ...names, resamples: 100, parameters: parameters as never });
  expect(fit.parameters.parameters.tolerance).toEqual(expectationDefaults.parameters.tolerance);
  expect(Object.keys(fit.parameters.parameters)).not.toContain('luck');
});

it('a row left without any weight at a bound does not hold a fit up', () => {
  // Who had advertising alone keeps its weight above 0, however little the others want of it.
  const signals = (i: number) =>
    i % 10 === 0
      ? { advertising: 20 + ((i * 7) % 60) }
      : { wordOfMouth: (i * 37) % 100, advertising: (i * 53) % 100 };
  const given = Array.from({ length: 80 }, (_, i) => ({
    stage: 'never-used' as const,
    signals: signals(i),
    expected: i % 10 === 0 ? 20 + ((i * 7) % 60) : (i * 37) % 100,
  }));
  const fit = fitExpectation(given, { ...names, resamples: 100, priorSize: 0.1 });
  expect(fit.parameters.fit?.converged).toBe(true);
  const [wordOfMouth] = fit.weights.filter(({ factor }) => factor === 'wordOfMouth');
  expect(wordOfMouth?.weight).toBeGreaterThan(0.99);
});

describe('what cannot be told is flagged', () => {
  const codes = (given: typeof rows, more = {}) =>
    fitExpectation(given, { ...names, resamples: 100, ...more }).flags.filter(
      ({ code }) => code !== 'unseen-factors',
    );

  it('signals that go together, of which the default decides', () => {
    const together = rows.map((row) => ({
      ...row,
      signals: { ...row.signals, companyPromise: row.signals.wordOfMouth as number },
    }));
    const found = codes(together).filter(({ code }) => code === 'not-told-apart');
    expect(found.map(({ detail }) => detail.stage)).toEqual([
      'never-used',
      'first-use',
      'long-term',
    ]);
  });

  it('but not factors without rows where all were had', () => {
    const all = rows.map(({ stage: _, ...row }, i) => ({
      ...row,
      stage: 'never-used' as const,
      signals: everySignal(i),
    }));
    const { flags } = fitExpectation(all, { ...names, resamples: 100 });
    expect(flags.map(({ code }) => code)).not.toContain('unseen-factors');
  });

  it('another register', () => {
    expect(codes(rows, { register: 'normative' })).toContainEqual({
      code: 'register',
      detail: { register: 'normative' },
    });
  });

  it('a stage with few rows or none', () => {
    const few = rows.filter(({ stage }, i) => stage !== 'long-term' || i < 9);
    expect(codes(few)).toContainEqual({
      code: 'few-rows',
      detail: { stage: 'long-term', rows: 3, numbers: 4 },
    });
    const none = rows.filter(({ stage }) => stage !== 'long-term');
    expect(codes(none)).toContainEqual({ code: 'unseen-stage', detail: { stage: 'long-term' } });
  });

  it('rows without any signal, for which the defaults have no answer', () => {
    const silent = rows.map((row, i) => (i < 6 ? { ...row, signals: {} } : row));
    expect(codes(silent)).toContainEqual({ code: 'not-scored', detail: { forms: ['default'] } });
  });
});
