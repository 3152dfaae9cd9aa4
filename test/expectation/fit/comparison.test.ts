import type { ExpectationFit, ExpectationFitRow } from 'overdeliver/expectation';
import { fitExpectation, formExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { dealClusters } from '../../../src/numerics/clusters';
import { newcomers, quick, survey } from './survey';
import { newcomersFit, surveyFit } from './survey-fit';

const foldsOf = (rows: readonly ExpectationFitRow[]) => {
  const alone = rows.map((_, i) => [i]);
  return dealClusters(alone, (i) => rows[i]?.stage as string, quick.folds, quick.seed);
};
const scoreOf = (form: string, { comparison }: ExpectationFit) =>
  comparison.find((one) => one.form === form) as (typeof comparison)[number];
const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
const inputOf = ({ stage, signals }: ExpectationFitRow) => ({ stage, signals });

describe('the loss', () => {
  const lossesOf = (foresee: (row: ExpectationFitRow, i: number) => number) =>
    newcomers.map((row, i) => (foresee(row, i) - row.expected) ** 2);

  it('of the defaults is that of what formExpectation forms', () => {
    const score = scoreOf('default', newcomersFit());
    const losses = lossesOf((row) => formExpectation(inputOf(row)).predicted.mean);
    expect(score).toMatchObject({ numbers: 0 });
    expect(score.loss).toBeCloseTo(mean(losses), 8);
  });

  it('of weights by stage, and of one weighting, is that of weights learnt from the other folds', () => {
    const fold = foldsOf(newcomers);
    const fits = [0, 1, 2].map((f) =>
      fitExpectation(
        newcomers.filter((_, i) => fold[i] !== f),
        quick,
      ),
    );
    const losses = lossesOf((row, i) => {
      const { parameters } = fits[fold[i] as number] as ExpectationFit;
      return formExpectation(inputOf(row), { parameters }).predicted.mean;
    });
    // There is but one stage.
    for (const form of ['by-stage', 'pooled']) {
      const score = scoreOf(form, newcomersFit());
      expect(score).toMatchObject({ numbers: 3 });
      expect(score.loss, form).toBeCloseTo(mean(losses), 6);
    }
  });

  it('counts the numbers of every stage', () => {
    const { comparison } = surveyFit();
    expect(comparison.map(({ form, numbers }) => [form, numbers])).toEqual([
      ['default', 0],
      ['pooled', 5],
      ['by-stage', 6],
      ['regression', 7],
    ]);
    // Computed once by this very code, whose held-out weights of one stage are those of the test above.
    expect(comparison[2]?.loss).toBeCloseTo(77.773597, 5);
    expect(comparison[1]?.loss).toBeCloseTo(98.819015, 5);
  });
});

describe('beside the best', () => {
  it('each loss stands with how much more it is', () => {
    const fit = surveyFit();
    const best = Math.min(...fit.comparison.map(({ loss }) => loss));
    for (const { loss, aboveBest } of fit.comparison) expect(aboveBest).toBeCloseTo(loss - best, 8);
    expect(scoreOf('regression', fit)).toMatchObject({ aboveBest: 0, standardError: 0 });
  });

  it('the defaults are where answers follow them, and stand 0 above it', () => {
    const obedient = newcomers.map((row, i) => {
      const { mean: formed } = formExpectation(inputOf(row)).predicted;
      return { ...row, expected: formed + (i % 4 < 2 ? 1 : -1) };
    });
    const fit = fitExpectation(obedient, quick);
    const best = Math.min(...fit.comparison.map(({ loss }) => loss));
    expect(scoreOf('default', fit)).toMatchObject({ loss: best, aboveBest: 0, standardError: 0 });
    for (const { loss, aboveBest } of fit.comparison) expect(aboveBest).toBeCloseTo(loss - best, 8);
    expect(fit.recommended).toBe('default');
  });

  it('the share of the variance that is told is what the loss leaves', () => {
    const level = mean(survey.map(({ expected }) => expected));
    const variance = mean(survey.map(({ expected }) => (expected - level) ** 2));
    for (const { loss, r2 } of surveyFit().comparison)
      expect(r2).toBeCloseTo(1 - loss / variance, 10);
  });

  it('answers that are all the same have no variance to tell', () => {
    const { comparison } = fitExpectation(
      newcomers.map((row) => ({ ...row, expected: 60 })),
      quick,
    );
    expect(comparison.map(({ r2 }) => r2)).toEqual([null, null, null, null]);
  });

  it('the simplest within a standard error is recommended', () => {
    const fit = surveyFit();
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
  const fold = foldsOf(rows);
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
