import { predictIntention } from 'overdeliver';
import { explainIntention, surveyIntentions } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const good = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
const level = 'a level from 0 to 100';
const outcome = 'one of below, met, exceeded';
const stage = 'one of first-use, long-term';

describe('predictIntention refuses', () => {
  it.each([
    [{ ...good, satisfaction: 100.1 }, 'out-of-range', 'satisfaction', 100.1, level],
    [{ ...good, satisfaction: -1 }, 'out-of-range', 'satisfaction', -1, level],
    [{ ...good, satisfaction: Number.NaN }, 'out-of-range', 'satisfaction', Number.NaN, 'a finite'],
    [{ ...good, satisfaction: '80' }, 'wrong-type', 'satisfaction', '80', 'a finite number'],
    [{ ...good, satisfaction: undefined }, 'missing', 'satisfaction', undefined, 'a finite number'],
    [{ ...good, outcome: 'fine' }, 'unknown-name', 'outcome', 'fine', outcome],
    [{ ...good, outcome: undefined }, 'missing', 'outcome', undefined, outcome],
    [{ ...good, stage: 'never-used' }, 'unknown-name', 'stage', 'never-used', stage],
    [{ ...good, stage: undefined }, 'missing', 'stage', undefined, stage],
    [{ ...good, mood: 1 }, 'unknown-name', 'mood', 1, 'one of satisfaction, outcome, stage'],
    [null, 'wrong-type', '', null, 'an object'],
    [80, 'wrong-type', '', 80, 'an object'],
  ])('%o', (input, code, path, value, expected) => {
    const refused = refusal(() => predictIntention(input as never));
    expect(refused).toMatchObject({
      name: 'InvalidInputError',
      function: 'predictIntention',
      code,
      path,
      value,
    });
    expect(refused.expected).toContain(expected);
    expect(refusal(() => explainIntention(input as never))).toMatchObject({
      function: 'explainIntention',
      code,
      path,
    });
  });

  const { parameters } = surveyIntentions;
  const { 'recommend.below': _, ...lacking } = parameters;
  const off = { ...parameters, 'repurchase.base': { ...parameters['repurchase.base'], value: 21 } };

  it.each([
    [{ parametres: surveyIntentions }, 'unknown-name', 'options.parametres'],
    [null, 'wrong-type', 'options'],
    [{ parameters: 'loyalty/index-survey-1' }, 'wrong-type', 'options.parameters'],
    [{ parameters: null }, 'wrong-type', 'options.parameters'],
    [
      { parameters: { ...surveyIntentions, parameters: lacking } },
      'missing',
      'options.parameters.recommend.below',
    ],
    [
      { parameters: { ...surveyIntentions, parameters: off } },
      'out-of-range',
      'options.parameters.repurchase.base',
    ],
  ])('the options %o', (options, code, path) => {
    expect(refusal(() => predictIntention(good, options as never))).toMatchObject({
      function: 'predictIntention',
      code,
      path,
    });
  });
});
