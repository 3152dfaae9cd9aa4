import type { ExpectationFitRow } from 'overdeliver/expectation';
import { fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { invertCholesky } from '../../../src/numerics/cholesky';
import { curvature, factorOf, jacobian, meanOf, numbersOf, products, signalsOf } from './plain';
import { newcomers, quick, survey } from './survey';
import { surveyFit } from './survey-fit';

/** Errors of the numbers that are free, by the sandwich of squared slopes by cluster, and the default's own bend. */
function plainErrors(
  rows: readonly ExpectationFitRow[],
  fit: ReturnType<typeof fitExpectation>,
  free: readonly string[],
): Readonly<Record<string, number>> {
  const at = numbersOf(fit);
  const off = rows.map((row) => meanOf(row, at) - row.expected);
  const variance = off.reduce((sum, x) => sum + x * x, 0) / (rows.length - free.length);
  const byRow = jacobian((x) => rows.map((row) => meanOf(row, x)), at, free);
  const who = [...new Set(rows.map(({ respondent }, i) => respondent ?? `alone ${i}`))];
  const slopes = byRow.map((line) =>
    who.map((name) =>
      rows.reduce((sum, { respondent }, i) => {
        const isTheirs = (respondent ?? `alone ${i}`) === name;
        return isTheirs ? sum + (off[i] as number) * (line[i] as number) : sum;
      }, 0),
    ),
  );
  const few = who.length / (who.length - 1);
  const { prior, both } = curvature(rows, fit, free);
  const middle = products(slopes).map((row, i) =>
    row.map((x, j) => few * x + variance * (prior[i]?.[j] as number)),
  );
  const inverse = invertCholesky(factorOf(both), free.length);
  return Object.fromEntries(
    free.map((name, i) => {
      const line = inverse.slice(i * free.length, (i + 1) * free.length);
      const squares = middle.reduce(
        (sum, row, a) =>
          sum + row.reduce((part, x, b) => part + (line[a] as number) * x * (line[b] as number), 0),
        0,
      );
      return [name, Math.sqrt(squares)];
    }),
  );
}

function expectErrors(rows: readonly ExpectationFitRow[], fit: ReturnType<typeof fitExpectation>) {
  const plain = plainErrors(rows, fit, Object.keys(numbersOf(fit)));
  expect(fit.base.standardError).toBeCloseTo(plain.level as number, 4);
  for (const { stage, factor, standardError } of fit.weights)
    expect(standardError, factor).toBeCloseTo(plain[`${stage}.${factor}`] as number, 6);
  return fit;
}

describe('standard errors', () => {
  it('are the sandwich by row', () => {
    const { weights, base, parameters } = expectErrors(survey, surveyFit());
    const { level, standardError, interval } = base;
    // 1.959964, from a table of the normal distribution.
    const half = 1.959964 * (standardError as number);
    expect(interval?.low).toBeCloseTo(level - half, 4);
    expect(interval?.high).toBeCloseTo(level + half, 4);
    const price = weights.find(({ factor }) => factor === 'price');
    expect(price?.interval?.low).toBe(0);
    expect(price?.interval?.high).toBeCloseTo(
      (price?.weight as number) + 1.959964 * (price?.standardError as number),
      6,
    );
    expect(parameters.parameters['first-use.price'].standardError).toBe(price?.standardError);
    expect(parameters.parameters['base.level'].standardError).toBe(standardError);
  });

  it('are by respondent where some answered more than once', () => {
    const twice = newcomers.map((row, i) => ({ ...row, respondent: `of ${Math.floor(i / 2)}` }));
    const { respondents } = expectErrors(twice, fitExpectation(twice, quick));
    expect(respondents).toBe(6);
  });

  it('count rows without a respondent as one each', () => {
    const once = newcomers.map((row, i) => (i < 2 ? { ...row, respondent: 'both' } : row));
    expect(expectErrors(once, fitExpectation(once, quick)).respondents).toBe(11);
    expect(fitExpectation(newcomers, quick).respondents).toBeNull();
  });

  it('have intervals as sure as asked for', () => {
    const { base } = fitExpectation(newcomers, { ...quick, confidence: 0.5 });
    // .67449, from the same table.
    expect(
      ((base.interval?.high as number) - base.level) / (base.standardError as number),
    ).toBeCloseTo(0.67449, 5);
  });
});

describe('at a boundary', () => {
  const levelOf = (row: ExpectationFitRow, factor: string) =>
    signalsOf(row).find((one) => one.factor === factor)?.level ?? 50;
  const fitted = (rows: readonly ExpectationFitRow[]) => fitExpectation(rows, quick);

  it('a weight has no error, and an interval to what it might reach were it free; the others are held beside it', () => {
    const rows = newcomers.map((row, i) => {
      return { ...row, expected: 60 - 0.2 * levelOf(row, 'wordOfMouth') + ((i * 5) % 7) };
    });
    const found = fitted(rows);
    const all = Object.keys(numbersOf(found));
    const held = plainErrors(
      rows,
      found,
      all.filter((name) => name !== 'never-used.wordOfMouth'),
    );
    const free = plainErrors(rows, found, all);
    const [base, word, advertising] = found.weights;
    expect(word).toMatchObject({ weight: 0, standardError: null, interval: { low: 0 } });
    expect(word?.interval?.high).toBeCloseTo(
      1.959964 * (free['never-used.wordOfMouth'] as number),
      5,
    );
    expect(base?.standardError).toBeCloseTo(held['never-used.base'] as number, 6);
    expect(advertising?.standardError).toBeCloseTo(held['never-used.advertising'] as number, 6);
    expect(found.base.standardError).toBeCloseTo(held.level as number, 4);
    expect(found.parameters.parameters['never-used.wordOfMouth']).not.toHaveProperty(
      'standardError',
    );
  });

  it('a base level has none, and no interval', () => {
    const found = fitted(
      newcomers.map((row) => {
        const heard = 0.2 * levelOf(row, 'wordOfMouth') + 0.4 * levelOf(row, 'advertising');
        return { ...row, expected: Math.max(0, heard - 10) };
      }),
    );
    expect(found.base).toEqual({ level: 0, standardError: null, interval: null });
  });

  it('a base without weight at one stage leaves its level to the other', () => {
    const steep = newcomers.map((row, i) => {
      const [wordOfMouth, advertising] = [30 + ((i * 37) % 40), 30 + ((i * 17) % 40)];
      const expected = 50 + 1.3 * (0.6 * wordOfMouth + 0.4 * advertising - 50);
      return { ...row, signals: { wordOfMouth, advertising }, expected };
    });
    const rows = [...steep, ...survey.slice(newcomers.length)];
    const found = fitted(rows);
    expect(found.weights[0]).toMatchObject({ stage: 'never-used', factor: 'base', weight: 0 });
    expect(found.flags.map(({ code }) => code)).not.toContain('base-open');
    const free = Object.keys(numbersOf(found)).filter((name) => name !== 'never-used.base');
    const plain = plainErrors(rows, found, free);
    expect(found.base.standardError).toBeCloseTo(plain.level as number, 4);
    for (const { stage, factor, weight, standardError } of found.weights)
      if (weight > 0)
        expect(standardError, factor).toBeCloseTo(plain[`${stage}.${factor}`] as number, 6);
  });

  it('a base without weight leaves its level open', () => {
    // Answers beyond what is heard, on either side, of which a base would take away.
    const rows = newcomers.map((row, i) => ({
      ...row,
      signals: { wordOfMouth: 30 + ((i * 37) % 40), advertising: 30 + ((i * 17) % 40) },
      expected: 50 + 1.3 * (((i * 37) % 40) * 0.6 + ((i * 17) % 40) * 0.4 - 20),
    }));
    const found = fitted(rows);
    expect(found.weights[0]).toMatchObject({ factor: 'base', weight: 0, standardError: null });
    expect(found.base).toMatchObject({ standardError: null, interval: null });
    const plain = plainErrors(rows, found, ['never-used.wordOfMouth', 'never-used.advertising']);
    expect(found.weights[1]?.standardError).toBeCloseTo(
      plain['never-used.wordOfMouth'] as number,
      6,
    );
    expect(found.weights[0]?.interval).not.toBeNull();
    expect(found.flags.map(({ code }) => code)).toContain('base-open');
  });
});
