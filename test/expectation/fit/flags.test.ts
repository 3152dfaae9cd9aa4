import type { ExpectationFitRow } from 'overdeliver/expectation';
import { fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { fit, newcomers, quick, survey } from './survey';

const flagsOf = (rows: readonly ExpectationFitRow[], more = {}) =>
  fitExpectation(rows, { ...quick, ...more }).flags;
const others = ['companyPromise', 'pastExperience', 'price', 'ownJudgement'];

describe('flags', () => {
  it('name stages and factors without rows, and nothing else of a plain survey', () => {
    expect(fit.flags).toEqual([
      { code: 'unseen-factors', detail: { stage: 'never-used', factors: others } },
      {
        code: 'unseen-factors',
        detail: {
          stage: 'first-use',
          factors: [
            'advertising',
            'companyPromise',
            'pastExperience',
            'ownJudgement',
            'longTermExperience',
          ],
        },
      },
      { code: 'unseen-stage', detail: { stage: 'long-term' } },
    ]);
  });

  it('name the only stage', () => {
    expect(flagsOf(newcomers, { register: 'desired' })).toEqual([
      { code: 'register', detail: { register: 'desired' } },
      { code: 'one-stage', detail: { stage: 'never-used' } },
      { code: 'unseen-factors', detail: { stage: 'never-used', factors: others } },
      { code: 'unseen-stage', detail: { stage: 'first-use' } },
      { code: 'unseen-stage', detail: { stage: 'long-term' } },
    ]);
    const later = newcomers.map((row) => ({ ...row, stage: 'long-term' as const }));
    expect(flagsOf(later)).toContainEqual({ code: 'one-stage', detail: { stage: 'long-term' } });
  });

  it('do not miss factors where all were had', () => {
    const all = newcomers.map((row, i) => ({
      ...row,
      signals: {
        wordOfMouth: (i * 37) % 97,
        advertising: (i * 53) % 89,
        companyPromise: (i * 29) % 83,
        pastExperience: (i * 31) % 79,
        price: { amount: 20 + ((i * 23) % 71), reference: 50 },
        ownJudgement: (i * 19) % 67,
      },
    }));
    expect(flagsOf(all).map(({ code }) => code)).not.toContain('unseen-factors');
  });

  it('name what the rows leave open, though the default decides it', () => {
    const twice = newcomers.map((row, i) => {
      const level = (i * 37 + 5) % 97;
      return { ...row, signals: { wordOfMouth: level, advertising: level } };
    });
    const codes = flagsOf(twice).filter(({ code }) => code === 'not-told-apart');
    expect(codes).toEqual([
      { code: 'not-told-apart', detail: { stage: 'never-used', factor: 'advertising' } },
    ]);
  });

  it.each([2, 3, 4])('count %d rows of a stage beside its numbers', (many) => {
    let seen = 0;
    const few = survey.filter(({ stage }) => stage === 'never-used' || seen++ < many);
    const factors = new Set(
      few
        .filter(({ stage }) => stage === 'first-use')
        .flatMap(({ signals }) => Object.keys(signals)),
    );
    const numbers = factors.size + 1;
    const flag = flagsOf(few).find(({ code }) => code === 'few-rows');
    expect(flag?.detail).toEqual(
      many <= numbers ? { stage: 'first-use', rows: many, numbers } : undefined,
    );
  });

  it('name a base without weight', () => {
    const steep = newcomers.map((row, i) => {
      const [wordOfMouth, advertising] = [30 + ((i * 37) % 40), 30 + ((i * 17) % 40)];
      const expected = 50 + 1.3 * (0.6 * wordOfMouth + 0.4 * advertising - 50);
      return { ...row, signals: { wordOfMouth, advertising }, expected };
    });
    const codes = flagsOf(steep).filter(({ code }) => !code.startsWith('unseen'));
    expect(codes).toEqual([
      { code: 'one-stage', detail: { stage: 'never-used' } },
      { code: 'at-boundary', detail: { stage: 'never-used', factor: 'base' } },
      { code: 'base-open', detail: {} },
    ]);
  });

  it('name levels that seem to be of another scale', () => {
    const seven = newcomers.map((row, i) => ({
      ...row,
      signals: { wordOfMouth: 1 + ((i * 3) % 7), advertising: 40 + i },
      expected: 1 + ((i * 5) % 7),
    }));
    expect(flagsOf(seven).filter(({ code }) => code === 'another-scale')).toEqual([
      { code: 'another-scale', detail: { path: 'rows[].expected', least: 1, most: 7 } },
      {
        code: 'another-scale',
        detail: { path: 'rows[].signals.wordOfMouth', least: 1, most: 7 },
      },
    ]);
  });
});
