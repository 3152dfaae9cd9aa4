import { expect, it } from 'vitest';
import { expectLeast } from './plain';
import { survey } from './survey';
import { surveyFit } from './survey-fit';

it('weights of two stages are where the penalised squares are least', () => {
  expect(expectLeast(survey, surveyFit())).toEqual([]);
});

it('flags name stages and factors without rows, and nothing else of a plain survey', () => {
  expect(surveyFit().flags).toEqual([
    {
      code: 'unseen-factors',
      detail: {
        stage: 'never-used',
        factors: ['companyPromise', 'pastExperience', 'price', 'ownJudgement'],
      },
    },
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

// Shares were computed once by this very code.
it('orders name the factors of which rows had signals, stage by stage', () => {
  expect(surveyFit().orders).toEqual([
    { stage: 'never-used', order: ['wordOfMouth', 'advertising'], holds: true, share: 0.98 },
    { stage: 'first-use', order: ['firstImpression', 'wordOfMouth'], holds: true, share: 0.99 },
  ]);
});
