import type { ExpectationFitRow } from 'overdeliver/expectation';
import { fitExpectation, formExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { dealClusters } from '../../../src/numerics/clusters';
import { newcomers, quick, survey } from './survey';
import { fit } from './survey-fit';

const alone = survey.map((_, i) => [i]);
const fold = dealClusters(alone, (i) => survey[i]?.stage as string, quick.folds, 1);
const scoreOf = (form: string, { comparison } = fit) =>
  comparison.find((one) => one.form === form) as (typeof comparison)[number];
const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
const lossesOf = (predict: (row: ExpectationFitRow, i: number) => number) =>
  survey.map((row, i) => (predict(row, i) - row.expected) ** 2);

const inputOf = ({ stage, signals }: ExpectationFitRow) => ({ stage, signals });

const byDefault = lossesOf((row) => formExpectation(inputOf(row)).predicted.mean);
const fits = [0, 1, 2].map((f) =>
  fitExpectation(
    survey.filter((_, i) => fold[i] !== f),
    quick,
  ),
);
const by = (of: 'parameters' | 'pooled') =>
  lossesOf((row, i) => {
    const parameters = fits[fold[i] as number]?.[of];
    return formExpectation(inputOf(row), {
      parameters: parameters as NonNullable<typeof parameters>,
    }).predicted.mean;
  });

describe('the loss', () => {
  it('of the defaults is that of what formExpectation forms', () => {
    expect(scoreOf('default')).toMatchObject({ numbers: 0 });
    expect(scoreOf('default').loss).toBeCloseTo(mean(byDefault), 8);
  });

  it('of weights by stage is that of weights learnt from the other folds', () => {
    expect(scoreOf('by-stage')).toMatchObject({ numbers: 6 });
    expect(scoreOf('by-stage').loss).toBeCloseTo(mean(by('parameters')), 6);
  });

  it('of one weighting for all stages is that of weights learnt from the other folds', () => {
    expect(scoreOf('pooled')).toMatchObject({ numbers: 5 });
    expect(scoreOf('pooled').loss).toBeCloseTo(mean(by('pooled')), 6);
  });
});

describe('beside the best', () => {
  it('each loss stands with how much more it is', () => {
    const best = Math.min(...fit.comparison.map(({ loss }) => loss));
    for (const { loss, aboveBest } of fit.comparison) expect(aboveBest).toBeCloseTo(loss - best, 8);
    expect(scoreOf('regression')).toMatchObject({ aboveBest: 0, standardError: 0 });
  });

  it('the share of the variance that is told is what the loss leaves', () => {
    const level = mean(survey.map(({ expected }) => expected));
    const variance = mean(survey.map(({ expected }) => (expected - level) ** 2));
    for (const { loss, r2 } of fit.comparison) expect(r2).toBeCloseTo(1 - loss / variance, 10);
  });

  it('answers that are all the same have no variance to tell', () => {
    const { comparison } = fitExpectation(
      newcomers.map((row) => ({ ...row, expected: 60 })),
      quick,
    );
    expect(comparison.map(({ r2 }) => r2)).toEqual([null, null, null, null]);
  });

  it('the simplest within a standard error is recommended', () => {
    const near = fit.comparison.find(({ aboveBest, standardError }) => aboveBest <= standardError);
    expect(fit.recommended).toBe(near?.form);
    expect(fit.recommended).toBe('regression');
  });
});

describe('a regression by stage', () => {
  /** Of one signal at each stage: slope and intercept of a straight line, the mean where the signal is missing. */
  const rows = survey.map(
    ({ stage, expected }, i): ExpectationFitRow => ({
      stage,
      signals: i % 7 === 3 ? {} : { wordOfMouth: (i * 41 + 13) % 90 },
      expected,
    }),
  );
  const wordOf = (row: ExpectationFitRow) => row.signals.wordOfMouth as number | undefined;

  it('is a straight line by stage, of the rows of the other folds', () => {
    const losses = rows.map((row, i) => {
      const own = rows.filter((one, k) => one.stage === row.stage && fold[k] !== fold[i]);
      const had = own.map(wordOf).filter((x) => x !== undefined);
      const middle = mean(had);
      const level = mean(own.map(({ expected }) => expected));
      const off = own.map((one) => (wordOf(one) ?? middle) - middle);
      const cross = own.reduce((sum, one, k) => sum + (off[k] as number) * one.expected, 0);
      const slope = cross / off.reduce((sum, x) => sum + x * x, 0);
      return (level + slope * ((wordOf(row) ?? middle) - middle) - row.expected) ** 2;
    });
    const score = scoreOf('regression', fitExpectation(rows, quick));
    expect(score).toMatchObject({ numbers: 4 });
    expect(score.loss).toBeCloseTo(mean(losses), 8);
  });

  it('of several signals solves the normal equations', () => {
    // Answers that are a straight line in both.
    const exact = newcomers.map(({ stage }, i): ExpectationFitRow => {
      const [wordOfMouth, advertising] = [(i * 41 + 13) % 90, (i * 23 + 5) % 71];
      return {
        stage,
        signals: { wordOfMouth, advertising },
        expected: 20 - 0.1 * wordOfMouth + 0.9 * advertising,
      };
    });
    const found = fitExpectation(exact, quick);
    const { comparison, recommended } = found;
    expect(comparison.at(-1)?.form).toBe('regression');
    expect(comparison.at(-1)?.loss).toBeLessThan(1e-18);
    expect(recommended).toBe('regression');
    // The others lose as much more as they lose.
    const losses = exact.map((row) => {
      const { mean: foreseen } = formExpectation(inputOf(row)).predicted;
      return (foreseen - row.expected) ** 2;
    });
    const { aboveBest, standardError } = scoreOf('default', found);
    expect(aboveBest).toBeCloseTo(mean(losses), 8);
    const squares = losses.reduce((sum, x) => sum + (x - mean(losses)) ** 2, 0);
    expect(standardError).toBeCloseTo(Math.sqrt(squares) / 12, 8);
  });

  const unscored = (given: readonly ExpectationFitRow[]) =>
    fitExpectation(given, quick).flags.find(({ code }) => code === 'not-scored')?.detail;

  it('has no answer where signals make each other up', () => {
    const twice = newcomers.map((row) => ({
      ...row,
      signals: { ...row.signals, advertising: row.signals.wordOfMouth as number },
    }));
    expect(unscored(twice)).toEqual({ forms: ['regression'] });
  });

  it('has no answer where rows are no more than numbers', () => {
    // Of three, two are left to learn from; of four at least two.
    const few = (many: number) => [
      ...newcomers,
      ...newcomers.slice(0, many).map(({ signals, expected }) => ({
        stage: 'first-use' as const,
        signals: { firstImpression: signals.advertising as number },
        expected,
      })),
    ];
    expect(unscored(few(2))).toEqual({ forms: ['regression'] });
    expect(unscored(few(3))).toBeUndefined();
  });
});
