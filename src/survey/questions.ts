import type { InvalidInputCode } from '../input/errors';
import { type Answers, type Instrument, type SurveyItem, valuesOf } from './instrument';

/** One answer: null where it is missing, undefined where it was not asked for. */
export type Answer = number | string | null | undefined;

/** An instrument with what its answers are looked at by. */
export interface Questions {
  readonly instrument: Instrument;
  /** The place of each item, by its id. */
  readonly places: ReadonlyMap<string, number>;
  /** Whether the item at a place takes a value. */
  readonly takes: readonly ((value: unknown) => boolean)[];
  readonly branches: boolean;
}

export function questionsOf(instrument: Instrument): Questions {
  const { items } = instrument;
  return {
    instrument,
    places: new Map(items.map(({ id }, place) => [id, place])),
    takes: items.map(takerOf),
    branches: items.some(({ onlyIf }) => onlyIf !== undefined),
  };
}

function takerOf(item: SurveyItem): (value: unknown) => boolean {
  if (item.kind === 'text') return (value) => typeof value === 'string';
  if (item.kind === 'choice') {
    const values: ReadonlySet<unknown> = new Set(valuesOf(item));
    return (value) => values.has(value);
  }
  const { min, max } = item.scale;
  const { continuous = false } = item;
  return (value) =>
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    (continuous || Number.isInteger(value));
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
function answerTo(answers: Answers, id: string): number | string | null {
  return (Object.hasOwn(answers, id) ? answers[id] : null) ?? null;
}

/**
 * Puts the answers of one respondent at the end of the columns, one for each item; false where the instrument does not
 * take them, as {@link faultsIn} says.
 */
export function addAnswers(
  { instrument, places, takes, branches }: Questions,
  answers: Answers,
  columns: readonly Answer[][],
): boolean {
  for (const column of columns) column.push(null);
  for (const id of Object.keys(answers)) {
    const value = answers[id];
    const place = places.get(id);
    if (place === undefined) return false;
    if (value === null || value === undefined) continue;
    if (takes[place]?.(value) !== true) return false;
    const column = columns[place] as Answer[];
    column[column.length - 1] = value;
  }
  return branches ? leaveOut(instrument, answers, columns) : true;
}

/** Marks what was not asked for; false where it was answered. */
function leaveOut(instrument: Instrument, answers: Answers, columns: readonly Answer[][]): boolean {
  const open = new Set(asked(instrument, answers));
  return instrument.items.every((item, place) => {
    if (open.has(item)) return true;
    return columns[place]?.pop() === null && columns[place].push(undefined) > 0;
  });
}

/** What is wrong with an answer, in the terms of an error. */
export interface Fault {
  readonly id: string;
  readonly value: unknown;
  readonly expected: string;
  readonly code: InvalidInputCode;
}

/** What is wrong with answers to an instrument; the lack of one is looked at elsewhere. */
export function faultsIn(
  { instrument, places, takes }: Questions,
  answers: Answers,
): readonly Fault[] {
  const open = new Set(asked(instrument, answers));
  return Object.entries(answers).flatMap(([id, value]): Fault[] => {
    const place = places.get(id) ?? -1;
    const item = instrument.items[place];
    const fault = (expected: string, code: InvalidInputCode) => [{ id, value, expected, code }];
    if (!item) return fault(`an item of ${instrument.id}`, 'unknown-name');
    if (value == null) return [];
    if (!takes[place]?.(value)) return fault(wanted(item), faultCode(item, value));
    if (open.has(item)) return [];
    return fault(`no answer, since ${item.onlyIf?.item} leaves it out`, 'ambiguous');
  });
}

/** The required items that were asked and not answered. */
export function lackingIn({ instrument }: Questions, answers: Answers): readonly Fault[] {
  return asked(instrument, answers)
    .filter(({ id, required }) => required && answerTo(answers, id) === null)
    .map((item) => ({ id: item.id, value: null, expected: wanted(item), code: 'missing' }));
}

/** What an item is answered with, in words. */
function wanted(item: SurveyItem): string {
  if (item.kind === 'text') return 'a text';
  if (item.kind === 'choice') return `one of ${valuesOf(item).join(', ')}`;
  const { min, max } = item.scale;
  return `a ${item.continuous ? '' : 'whole '}number from ${min} to ${max}`;
}

function faultCode({ kind }: SurveyItem, value: unknown): InvalidInputCode {
  if (kind === 'choice') return 'unknown-name';
  return kind === 'scale' && typeof value === 'number' ? 'out-of-range' : 'wrong-type';
}
