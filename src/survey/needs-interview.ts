import { commonNeeds } from '../core/needs';
import type { Instrument, SurveyItem } from './instrument';

const scale = Object.freeze({ min: 1, max: 7 });

const statements: Readonly<Record<(typeof commonNeeds)[number], readonly [string, string]>> = {
  financialBenefit: ['I want value for my money.', 'I compare prices before I buy.'],
  safety: ['I want nothing to go wrong.', 'Guarantees matter to me.'],
  comfort: ['I want no trouble with it.', 'I want to feel at ease.'],
  savingTime: ['I want to have it soon.', 'I do not like to wait.'],
  prestige: ['I want others to look up to what I buy.', 'The name of the brand matters to me.'],
  beautyAndHealth: ['I want it to look good.', 'I want it to be good for my health.'],
  professionalDevelopment: ['I want it to help me in my work.', 'I want to learn from it.'],
  belonging: ['I want what people around me have.', 'I like to be one of a group.'],
};

/**
 * An interview about the eight common needs: two statements for each, on 1 (not at all) to 7 (fully), and at last
 * which matters most. One of your own works the same way: the dimension of a scale item is the need, and the choice
 * is the item `mostImportant`.
 */
export const needsInterview: Instrument = Object.freeze({
  id: 'needs',
  items: Object.freeze([
    ...commonNeeds.flatMap((need): SurveyItem[] =>
      statements[need].map((text, i) =>
        Object.freeze({ kind: 'scale', id: `${need}.${i + 1}`, text, scale, dimension: need }),
      ),
    ),
    Object.freeze({
      kind: 'choice' as const,
      id: 'mostImportant',
      text: 'Which matters most to you here?',
      choices: Object.freeze(
        commonNeeds.map((value) => Object.freeze({ value, text: statements[value][0] })),
      ),
    }),
  ]),
});
