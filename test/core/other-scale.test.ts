import { fitSatisfaction, formExpectation, netPromoterScore } from 'overdeliver';
import type { ScaleWarning } from 'overdeliver/core';
import { fitExpectation, fitUpdating, formExpectations } from 'overdeliver/expectation';
import { touchpointImportance } from 'overdeliver/journey';
import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  predictIntentions,
} from 'overdeliver/loyalty';
import {
  predictSatisfactions,
  scoreSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
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

  it.each<[string, Float64Array, number, number]>([
    ['means of two answers from 1 to 7', column((i) => 1 + (i % 13) / 2, 13), 1, 7],
    ['means of three answers from 1 to 10', column((i) => 1 + (i % 28) / 3, 28), 1, 10],
    ['answers from 0 to 10, of thirty', column((i) => i % 11, 30), 0, 10],
    ['means of answers from 0 to 10', column((i) => (i % 21) / 2, 30), 0, 10],
  ])('%s', (_, satisfaction, least, most) => {
    const { warnings } = predictIntentions({ satisfaction, outcome: 'met', stage: 'long-term' });
    const detail = { path: 'satisfaction', least, most: expect.closeTo(most, 12) };
    expect(warnings).toEqual([{ code: 'another-scale', detail }]);
  });

  it.each<[string, Float64Array]>([
    ['fewer than ten', column(() => 5, 9)],
    ['ten, of which one is no number', column((i) => (i === 3 ? Number.NaN : 5), 10)],
    ['one above 10', column((i) => (i === 11 ? 11 : 5))],
    ['one above 10 and one between', column((i) => (i === 11 ? 10.5 : 5.5))],
    ['0 among few', column((i) => i % 8, 29)],
    ['0 among many that are all low', column((i) => (i % 11) / 2, 90)],
    ['numbers below 1 among few', column((i) => 0.5 + i / 2)],
    ['none but 0', column(() => 0)],
    ['percentages', levels],
  ])('but not %s', (_, satisfaction) => {
    const { warnings } = predictIntentions({ satisfaction, outcome: 'met', stage: 'long-term' });
    expect(warnings).toEqual([]);
  });
});

describe('a model of satisfaction', () => {
  const answers = Array.from({ length: 60 }, (_, i) => 1 + ((i * 7) % 5));
  const perceived = (scale: (answer: number) => number) =>
    Float64Array.from(answers, (answer, i) => scale(1 + ((answer + (i % 3)) % 7)));
  const expected = new Float64Array(60).fill(6);

  it('fitted on answers from 1 to 7 says so, of what was expected, too', () => {
    const fitted = (columns: Parameters<typeof fitSatisfaction>[0]) =>
      fitSatisfaction(columns, answers, {
        form: {
          answers: { min: 1, max: 5 },
          dimensions: {
            service: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
          },
        },
        id: 'ours/visits',
        setting: 'visits',
        data: 'made up',
        licence: 'internal',
      }).flags;
    const raw = { expected, perceived: perceived((answer) => answer) };
    expect(fitted(raw)).toEqual([
      { code: 'another-scale', detail: { path: 'columns.expected', least: 6, most: 6 } },
      { code: 'another-scale', detail: { path: 'columns.perceived', least: 1, most: 7 } },
    ]);
    expect(fitted({ perceived: perceived((answer) => (100 * (answer - 1)) / 6) })).toEqual([]);
  });

  it('scored on them says so', () => {
    const columns = { expected: levels, perceived: sevens };
    const score = scoreSatisfaction(columns, answers.slice(0, 12), { model: surveySatisfaction });
    expect(paths(score.warnings)).toEqual(['columns.perceived']);
  });
});

describe('fits to rows tell of answers taken for levels', () => {
  const named = { id: 'ours/fit', setting: 'made up', data: 'made up', licence: 'internal' };
  /** Answers from 1 to 7, each time other ones. */
  const answer = (i: number, by: number) => 1 + ((i * by + (i >> 3)) % 7);
  const ninety = Array.from({ length: 90 }, (_, i) => i);
  const customers = ninety.map((i) => ({
    outcome: (['below', 'met', 'exceeded'] as const)[i % 3] ?? ('met' as const),
    stage: i % 2 === 0 ? ('first-use' as const) : ('long-term' as const),
  }));

  it('of intentions', () => {
    const rows = customers.map((one, i) => {
      const satisfaction = answer(i, 3);
      return { ...one, satisfaction, repurchase: satisfaction + (i % 5) > 5 ? 1 : 0 };
    });
    expect(paths(fitIntentions(rows, named).flags)).toEqual(['rows[].satisfaction']);
    const fine = rows.map((row) => ({ ...row, satisfaction: 10 * row.satisfaction }));
    expect(paths(fitIntentions(fine, named).flags)).toEqual([]);
  });

  it('of switching', () => {
    const rows = customers.map((one, i) => ({
      ...one,
      expected: answer(i, 3),
      promised: answer(i, 5),
      credibility: (i % 4) / 4,
      market: 50 + (i % 3),
      left: (i * 7) % 11 < 4,
    }));
    expect(paths(fitSwitching(rows, named).flags)).toEqual(['rows[].expected', 'rows[].promised']);
  });

  it('of word of mouth', () => {
    const rows = customers.map(({ outcome }, i) => ({
      outcome,
      satisfaction: answer(i, 3),
      positive: (i * 7) % 4,
      negative: (i * 5) % 3,
    }));
    expect(paths(fitWordOfMouth(rows, named).flags)).toEqual(['rows[].satisfaction']);
  });

  it('of recoveries, shares in place of percentages as well', () => {
    const rows = ninety.map((i) => ({
      before: 80,
      failed: 30 + (i % 7),
      recovered: 40 + ((i * 7) % 30),
      distributive: (i % 5) / 4,
      interactional: 20 * (i % 6),
      procedural: 0,
    }));
    expect(paths(fitRecovery(rows, named).flags)).toEqual(['rows[].distributive']);
  });

  it('of expectations', () => {
    const rows = ninety.map((i) => ({
      stage: 'never-used' as const,
      signals: { wordOfMouth: answer(i, 3), advertising: 50 + ((i * 29) % 50) },
      expected: answer(i, 5),
    }));
    const { flags } = fitExpectation(rows, { ...named, register: 'predicted', resamples: 100 });
    expect(paths(flags)).toEqual(['rows[].expected', 'rows[].signals.wordOfMouth']);
  });

  it('of how expectations move', () => {
    const histories = ninety.map((i) => ({
      start: formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } }),
      from: Date.UTC(2026, 0, 1),
      path: [
        {
          at: Date.UTC(2026, 0, 9),
          event: { kind: 'experience', perceived: 50 + (i % 40) } as const,
          reported: { predicted: answer(i, 3), desired: 60 + (i % 30) },
        },
      ],
    }));
    expect(paths(fitUpdating(histories, named).flags)).toEqual([
      'histories[].path[].reported.predicted',
    ]);
  });

  it('of touchpoints', () => {
    const rows = ninety.map((i) => ({
      ratings: { desk: answer(i, 3), room: i % 9 === 0 ? null : 10 * answer(i, 5) },
      satisfied: answer(i, 5) + (i % 3) > 4,
    }));
    expect(paths(touchpointImportance(rows, named).flags)).toEqual(['rows[].ratings.desk']);
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

  it('of yes and no, 1 and 0, says so', () => {
    const answers = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? 0 : 1));
    const detail = { path: 'answers', least: 0, most: 1 };
    expect(netPromoterScore(answers).warnings).toEqual([{ code: 'another-scale', detail }]);
  });

  it('of people of whom none would recommend says nothing', () => {
    const answers = Array.from({ length: 30 }, (_, i) => (i === 4 ? 1 : 0));
    expect(netPromoterScore(answers).warnings).toEqual([]);
  });

  it('of people who dislike it says nothing', () => {
    for (const longest of [8, 9]) {
      const answers = Array.from({ length: 30 }, (_, i) => i % longest);
      expect(netPromoterScore(answers).warnings).toEqual([]);
    }
  });
});
