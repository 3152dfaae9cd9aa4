import { commonNeeds } from '../core/needs';
import type { Instrument, SurveyItem } from './instrument';

const scale = Object.freeze({ min: 1, max: 7 });

const statements: Readonly<Record<(typeof commonNeeds)[number], string>> = {
  financialBenefit: 'I want value for my money;I compare prices',
  safety: 'Nothing may go wrong;Guarantees matter to me',
  comfort: 'I want no trouble;I want to feel at ease',
  savingTime: 'I want it soon;I do not like to wait',
  prestige: 'Others should look up to it;The name on it matters to me',
  beautyAndHealth: 'It should look good;It should be good for me',
  professionalDevelopment: 'It should help me in my work;I want to learn from it',
  belonging: 'I want what people around me have;I like to be one of a group',
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
      statements[need]
        .split(';')
        .map((text, i) =>
          Object.freeze({ kind: 'scale', id: `${need}.${i + 1}`, text, scale, dimension: need }),
        ),
    ),
    Object.freeze({
      kind: 'choice' as const,
      id: 'mostImportant',
      text: 'Which matters most to you here?',
      choices: Object.freeze(
        commonNeeds.map((value) =>
          Object.freeze({ value, text: statements[value].split(';')[0] as string }),
        ),
      ),
    }),
  ]),
});
