import { netPromoterScore } from 'overdeliver';
import type { ScaleWarning } from 'overdeliver/core';
import { formExpectations } from 'overdeliver/expectation';
import { predictIntentions } from 'overdeliver/loyalty';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';

const column = (of: (i: number) => number, rows = 12) =>
  Float64Array.from({ length: rows }, (_, i) => of(i));
const sevens = column((i) => 1 + (i % 7));
const shares = column((i) => 0.5 + 0.04 * i);
const levels = column((i) => 40 + 5 * i);

const paths = (warnings: readonly { readonly code: string; readonly detail: object }[]) =>
  warnings.flatMap(({ code, detail }) =>
    code === 'another-scale' ? [(detail as ScaleWarning['detail']).path] : [],
  );

describe('levels that seem to be no percentages are told', () => {
  it.each([
    ['answers from 1 to 7', sevens, 1, 7],
    ['shares', shares, 0.5, 0.94],
  ])('%s, and predicted from as they are', (_, given, least, most) => {
    const path = 'satisfaction';
    const customers = { satisfaction: given, outcome: 'met', stage: 'long-term' } as const;
    const table = predictIntentions(customers);
    const detail = { path, least, most: expect.closeTo(most, 12) };
    expect(table.warnings).toEqual([{ code: 'another-scale', detail }]);
    expect(table.status.every((status) => status === 0)).toBe(true);
  });

  it('by the place of each column', () => {
    const both = predictSatisfactions({ expected: sevens, perceived: levels });
    expect(paths(both.warnings)).toEqual(['expected']);
    const mixed = predictSatisfactions({
      dimensions: {
        service: { expected: shares, perceived: shares },
        time: { promised: column(() => 3), actual: column(() => 4), unit: 'days' },
      },
    });
    expect(paths(mixed.warnings)).toEqual([
      'dimensions.service.expected',
      'dimensions.service.perceived',
    ]);
    const { warnings } = formExpectations({
      stage: 'long-term',
      signals: {
        wordOfMouth: { level: sevens, reliability: column(() => 0.5) },
        longTermExperience: levels,
        personalNeeds: shares,
      },
    });
    expect(paths(warnings)).toEqual(['signals.wordOfMouth', 'signals.personalNeeds']);
  });

  it('answers from 1 to 10 are told as well', () => {
    const satisfaction = column((i) => 1 + (i % 10));
    const { warnings } = predictIntentions({ satisfaction, outcome: 'met', stage: 'long-term' });
    const detail = { path: 'satisfaction', least: 1, most: 10 };
    expect(warnings).toEqual([{ code: 'another-scale', detail }]);
  });

  it.each<[string, Float64Array]>([
    ['fewer than ten', column(() => 5, 9)],
    ['ten, of which one is no number', column((i) => (i === 3 ? Number.NaN : 5), 10)],
    ['one above 10', column((i) => (i === 11 ? 11 : 5))],
    ['numbers between the whole ones', column((i) => 1 + i / 2)],
    ['0 among whole numbers', column((i) => i % 6)],
    ['none but 0', column(() => 0)],
    ['percentages', levels],
  ])('but not %s', (_, satisfaction) => {
    const { warnings } = predictIntentions({ satisfaction, outcome: 'met', stage: 'long-term' });
    expect(warnings).toEqual([]);
  });
});

describe('a net promoter score', () => {
  it('of answers from 1 to 5 says so, and is what it is', () => {
    const answers = Array.from({ length: 30 }, (_, i) => (i === 4 ? null : 1 + (i % 5)));
    const { score, warnings } = netPromoterScore(answers);
    expect(score).toBe(-1);
    const detail = { path: 'answers', least: 1, most: 5 };
    expect(warnings).toEqual([{ code: 'another-scale', detail }]);
  });

  it('of people of whom none would recommend says nothing', () => {
    const answers = Array.from({ length: 30 }, (_, i) => (i === 4 ? 1 : 0));
    expect(netPromoterScore(answers).warnings).toEqual([]);
  });

  it('of people who dislike it says nothing', () => {
    const answers = Array.from({ length: 30 }, (_, i) => i % 9);
    expect(netPromoterScore(answers).warnings).toEqual([]);
  });
});
