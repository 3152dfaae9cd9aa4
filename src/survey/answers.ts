import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { questionsSchema } from './input-instrument';
import { answersByItem } from './input-responses';
import type { Answers, Instrument, SurveyItem } from './instrument';
import { answersJsonSchema } from './json-schema';
import { asked, faultsIn, lackingIn } from './questions';

/**
 * The items to ask, given the answers so far: those without a condition, and those whose condition holds.
 *
 * @param answers what was answered until now, by item
 * @throws InvalidInputError what a bad instrument calls for
 * @example
 * ```ts
 * import { askedItems, type Instrument } from 'overdeliver/survey';
 *
 * const visit: Instrument = {
 *   id: 'visit',
 *   items: [
 *     { kind: 'scale', id: 'again', text: 'Would you come again?', scale: { min: 0, max: 10 } },
 *     { kind: 'text', id: 'why', text: 'Why not?', onlyIf: { item: 'again', atMost: 6 } },
 *   ],
 * };
 * askedItems(visit, { again: 9 }).map(({ id }) => id); // => ['again']
 * askedItems(visit, { again: 3 }).map(({ id }) => id); // => ['again', 'why']
 * ```
 */
export function askedItems(instrument: Instrument, answers: Answers): readonly SurveyItem[] {
  return door('askedItems', () => {
    const questions = read(questionsSchema, instrument, 'instrument');
    const given = read(answersByItem, answers, 'answers');
    return reading('answers', answers, () => asked(questions.instrument, given));
  });
}

/**
 * The schema of the answers to a questionnaire, made from the same data as the form: hand it to your form
 * library, compose it with zod or zod/mini, or turn it into JSON Schema with `z.toJSONSchema`.
 *
 * An answer off its scale, to an unknown item, or to an item that was not to be asked is refused, and so is the
 * lack of a required one; the path of an issue is the item. In JSON Schema every item is a property with its text for
 * a title, and a condition stands in the description, where no validator looks at it.
 *
 * @throws InvalidInputError what a bad instrument calls for
 * @example
 * ```ts
 * import { answersSchema, servqualInstrument } from 'overdeliver/survey';
 *
 * const schema = answersSchema(servqualInstrument());
 * schema.safeParse({ 'expected.empathy.1': 7, 'perceived.empathy.1': 5 }).success; // => true
 * const bad = schema.safeParse({ 'expected.empathy.1': 8 });
 * bad.error?.issues[0]?.message; // => 'a whole number from 1 to 7'
 * ```
 */
export function answersSchema(instrument: Instrument): z.ZodMiniType<Answers, Answers> {
  return door('answersSchema', () => {
    const questions = read(questionsSchema, instrument, 'instrument');
    const checked = z.transform((answers: Answers, { issues }): Answers => {
      const faults = [...faultsIn(questions, answers), ...lackingIn(questions, answers)];
      for (const { id, expected: message, code } of faults) {
        issues.push({ code: 'custom', input: answers, path: [id], message, params: { code } });
      }
      return answers;
    });
    const schema = z.pipe(answersByItem, checked);
    schema._zod.toJSONSchema = () => answersJsonSchema(questions.instrument);
    return schema;
  });
}
