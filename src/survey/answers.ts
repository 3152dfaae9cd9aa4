import * as z from 'zod/mini';
import { door } from '../input/door';
import type { InvalidInputCode } from '../input/errors';
import { read } from '../input/read';
import { objectSchema } from '../input/schemas';
import { checkInstrument, type Instrument, type SurveyItem, valuesOf } from './instrument';

/** Answers by item: null, or nothing at all, where there is no answer. */
export type Answers = Readonly<Record<string, number | string | null | undefined>>;

/**
 * The items to ask, given the answers so far: those without a condition, and those whose condition holds.
 *
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
    checkInstrument(instrument);
    read(objectSchema, answers, 'answers');
    return asked(instrument, answers);
  });
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

/** What is wrong with an answer, in the terms of an error. */
export interface Fault {
  readonly id: string;
  readonly value: unknown;
  readonly expected: string;
  readonly code: InvalidInputCode;
}

/** What is wrong with answers to an instrument; the lack of one is looked at elsewhere. */
export function faultsIn(instrument: Instrument, answers: Answers): readonly Fault[] {
  const known = new Map(instrument.items.map((item) => [item.id, item]));
  const open = new Set(asked(instrument, answers));
  return Object.entries(answers).flatMap(([id, value]): Fault[] => {
    const item = known.get(id);
    const fault = (expected: string, code: InvalidInputCode) => [{ id, value, expected, code }];
    if (!item) return fault(`an item of ${instrument.id}`, 'unknown-name');
    if (value == null) return [];
    if (!takes(item, value)) return fault(wanted(item), faultCode(item, value));
    if (open.has(item)) return [];
    return fault(`no answer, since ${item.onlyIf?.item} leaves it out`, 'ambiguous');
  });
}

function wanted(item: SurveyItem): string {
  if (item.kind === 'text') return 'a text';
  if (item.kind === 'choice') return `one of ${valuesOf(item).join(', ')}`;
  const { min, max } = item.scale;
  return `a ${item.continuous ? '' : 'whole '}number from ${min} to ${max}`;
}

function takes(item: SurveyItem, value: unknown): boolean {
  if (item.kind === 'text') return typeof value === 'string';
  if (item.kind === 'choice') return valuesOf(item).includes(value as string);
  const { min, max } = item.scale;
  const number = item.continuous ? typeof value === 'number' : Number.isInteger(value);
  return number && (value as number) >= min && (value as number) <= max;
}

function faultCode({ kind }: SurveyItem, value: unknown): InvalidInputCode {
  if (kind === 'choice') return 'unknown-name';
  return kind === 'scale' && typeof value === 'number' ? 'out-of-range' : 'wrong-type';
}

/**
 * The schema of the answers to a questionnaire, made from the same data as the form: hand it to your form
 * library, or compose it with zod or zod/mini.
 *
 * An answer off its scale, to an unknown item, or to an item that was not to be asked is refused, and so is the
 * lack of a required one; the path of an issue is the item.
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
    checkInstrument(instrument);
    const schema = z.record(z.string(), z.unknown()).check(({ value, issues }) => {
      const answers = value as Answers;
      const lacking = asked(instrument, answers)
        .filter(({ id, required }) => required && answerTo(answers, id) === null)
        .map(
          (item): Fault => ({ id: item.id, value: null, expected: wanted(item), code: 'missing' }),
        );
      for (const { id, expected: message, code } of [
        ...faultsIn(instrument, answers),
        ...lacking,
      ]) {
        issues.push({ code: 'custom', input: value, path: [id], message, params: { code } });
      }
    });
    return schema as unknown as z.ZodMiniType<Answers, Answers>;
  });
}
