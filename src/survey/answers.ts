import * as z from 'zod/mini';
import { check } from '../core/check';
import { checkInstrument, type Instrument, type SurveyItem } from './instrument';

/** Answers by item: null, or nothing at all, where there is no answer. */
export type Answers = Readonly<Record<string, number | string | null | undefined>>;

/**
 * The items to ask, given the answers so far: those without a condition, and those whose condition holds.
 *
 * @throws InvalidInputError what a bad instrument calls for
 * @example
 * ```ts
 * import { askedItems, type Instrument } from 'overdeliver';
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
  const fn = 'askedItems';
  checkInstrument(fn, instrument);
  check(fn, z.looseObject({}), answers, 'answers');
  return asked(instrument, answers);
}

/** The items to ask; an answer to an item that was not asked opens nothing. */
export function asked({ items }: Instrument, answers: Answers): readonly SurveyItem[] {
  const open = new Set<string>();
  return items.filter(({ id, onlyIf }) => {
    if (onlyIf) {
      const answer = open.has(onlyIf.item) ? answerTo(answers, onlyIf.item) : null;
      const { atLeast = -Infinity, atMost = Infinity, is = answer } = onlyIf;
      if (answer === null || answer !== is) return false;
      if (typeof answer === 'number' && !(answer >= atLeast && answer <= atMost)) return false;
    }
    open.add(id);
    return true;
  });
}

/** The answer to an item, null where there is none. */
export function answerTo(answers: Answers, id: string): number | string | null {
  return (Object.hasOwn(answers, id) ? answers[id] : null) ?? null;
}

/** What an item takes for an answer, in words. */
export function wanted(item: SurveyItem): string {
  if (item.kind === 'text') return 'a text';
  if (item.kind === 'choice') return `one of ${item.choices.map(({ value }) => value).join(', ')}`;
  const { min, max } = item.scale;
  return `a ${item.continuous ? '' : 'whole '}number from ${min} to ${max}`;
}

/** Whether an item takes a value for an answer. */
export function takes(item: SurveyItem, value: unknown): boolean {
  if (item.kind === 'text') return typeof value === 'string';
  if (item.kind === 'choice') return item.choices.some((choice) => choice.value === value);
  const { min, max } = item.scale;
  const number = item.continuous ? typeof value === 'number' : Number.isInteger(value);
  return number && (value as number) >= min && (value as number) <= max;
}

/**
 * The schema of the answers to a questionnaire, made from the same data as the form: hand it to your form
 * library, or compose it with zod or zod/mini.
 *
 * An answer off its scale, to an unknown item, or to an item that was not to be asked is refused, and so is the
 * lack of a required one.
 *
 * @throws InvalidInputError what a bad instrument calls for
 * @example
 * ```ts
 * import { answersSchema, servqualInstrument } from 'overdeliver';
 *
 * const schema = answersSchema(servqualInstrument());
 * schema.safeParse({ 'expected.promises': 7, 'perceived.promises': 5 }).success; // => true
 * schema.safeParse({ 'expected.promises': 8 }).success; // => false
 * ```
 */
export function answersSchema(instrument: Instrument): z.ZodMiniType<Answers, Answers> {
  const { items } = checkInstrument('answersSchema', instrument);
  const shape = Object.fromEntries(items.map((item) => [item.id, schemaFor(item)]));
  return z.strictObject(shape).check(({ value, issues }) => {
    const answers = value as Answers;
    const open = new Set(asked(instrument, answers));
    for (const item of items) {
      const { id } = item;
      const given = answerTo(answers, id) !== null;
      const fault = (message: string, code: string) =>
        issues.push({ code: 'custom', input: value, path: [id], message, params: { code } });
      if (given && !open.has(item)) fault(notAsked(item), 'ambiguous');
      if (!given && item.required && open.has(item)) fault(wanted(item), 'missing');
    }
  }) as unknown as z.ZodMiniType<Answers, Answers>;
}

/** What is wanted where an answer was given to an item that was not to be asked. */
export function notAsked({ onlyIf }: SurveyItem): string {
  return `no answer, since ${onlyIf?.item} leaves it out`;
}

function schemaFor(item: SurveyItem) {
  const text = wanted(item);
  const schema =
    item.kind === 'scale'
      ? z
          .number(text)
          .check(
            z.gte(item.scale.min, text),
            z.lte(item.scale.max, text),
            ...(item.continuous ? [] : [z.multipleOf(1, text)]),
          )
      : item.kind === 'choice'
        ? z.enum(item.choices.map(({ value }) => value) as [string, ...string[]], text)
        : z.string(text);
  return item.required && !item.onlyIf ? schema : z.nullish(schema);
}
