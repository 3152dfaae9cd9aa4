import type { ExpectationFitRow } from 'overdeliver/expectation';
import { fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { everySignal, newcomers, quick } from './survey';

const flagsOf = (rows: readonly ExpectationFitRow[], more = {}) =>
  fitExpectation(rows, { ...quick, ...more }).flags;
const others = ['companyPromise', 'pastExperience', 'price', 'ownJudgement'];

describe('flags', () => {
  it('name the only stage', () => {
    const later = newcomers.map((row) => ({ ...row, stage: 'long-term' as const }));
    expect(flagsOf(later, { register: 'desired' })).toEqual([
      { code: 'register', detail: { register: 'desired' } },
      { code: 'one-stage', detail: { stage: 'long-term' } },
      { code: 'unseen-stage', detail: { stage: 'never-used' } },
      { code: 'unseen-stage', detail: { stage: 'first-use' } },
      {
        code: 'unseen-factors',
        detail: {
          stage: 'long-term',
          factors: [...others, 'firstImpression', 'longTermExperience'],
        },
      },
    ]);
  });

  it('name no factor where all were had', () => {
    const all = [...newcomers, ...newcomers].map((row, i) => ({
      ...row,
      signals: everySignal(i),
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

  it('count the rows of a stage beside its numbers', () => {
    const few = (many: number) =>
      flagsOf([
        ...newcomers,
        ...newcomers.slice(0, many).map(({ signals, expected }) => ({
          stage: 'first-use' as const,
          signals: { firstImpression: signals.advertising as number },
          expected,
        })),
      ]).find(({ code }) => code === 'few-rows')?.detail;
    expect(few(2)).toEqual({ stage: 'first-use', rows: 2, numbers: 2 });
    expect(few(3)).toBeUndefined();
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
