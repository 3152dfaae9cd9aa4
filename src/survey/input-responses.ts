import * as z from 'zod/mini';
import { listOf } from '../input/list-of';
import { reading } from '../input/reading';
import { Refusal, refuse, refuseOther } from '../input/refusal';
import { misspeltAmong } from '../input/rows';
import type { Answers } from './instrument';
import { type Answer, addAnswers, faultsIn, type Questions } from './questions';
import { type CustomerRole, customerRoles, type SurveyResponse } from './responses';

/** Responses to an instrument, read. */
export interface ReadResponses {
  readonly people: readonly { readonly respondent: string; readonly role: CustomerRole | null }[];
  readonly roles: Readonly<Record<CustomerRole | 'unknown', number>>;
  /** The answers to an item, one for each person. */
  readonly answersTo: (item: string) => readonly Answer[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Of any realm: no list, no Map. Naming zod's own test of it would keep all of zod in a bundle. */
function isPlainObject(value: unknown): value is object {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return !isObject(prototype) || Object.hasOwn(prototype, 'isPrototypeOf');
}

/** What any answers are before an instrument says which it takes. */
export const answersByItem = z.custom<Answers>(isPlainObject, {
  error: 'answers by item',
  params: { code: 'wrong-type' },
});

/** Reads the rows of a list; a path is made where one is refused, not for each of them. */
export function readRows<Row, Read>(
  path: string,
  rows: readonly Row[],
  readRow: (row: Row) => Read,
): readonly Read[] {
  return listOf(path, rows).map((row, i) => {
    try {
      return readRow(row);
    } catch (error) {
      const at = `${path}[${i}]`;
      if (error instanceof Refusal) throw error.within(at);
      return reading(at, row, () => {
        throw error;
      });
    }
  });
}

/** Refuses the name of a column that was probably meant to be a known one. */
export function columnsAmong(names: readonly string[]): (row: object) => void {
  const misspelt = misspeltAmong(names);
  return (row) => {
    const name = misspelt(row);
    if (name === undefined) return;
    const value = new Map<string, unknown>(Object.entries(row)).get(name);
    refuse(name, value, `one of ${names.join(', ')}`, 'unknown-name');
  };
}

export function checkRole(role: unknown): void {
  if (role !== null && role !== undefined) checkName('role', role, customerRoles);
}

/** The roles of responses that are the caller's own. */
export function readRoles(
  responses: readonly { readonly role?: CustomerRole | null | undefined }[],
): readonly (CustomerRole | null)[] {
  return readRows('responses', responses, (one) => {
    if (!isObject(one)) refuseOther('', one, 'a response');
    const { role } = one;
    checkRole(role);
    return role ?? null;
  });
}

/** Refuses a value that is none of the names. */
export function checkName(path: string, value: unknown, names: readonly string[]): void {
  if (names.some((name) => name === value)) return;
  refuse(path, value, `one of ${names.join(', ')}`, 'unknown-name');
}

/** Refuses what is no text, or an empty one. */
export function checkText(
  path: string,
  value: unknown,
  expected = 'a name',
): asserts value is string {
  if (typeof value !== 'string' || value === '') refuseOther(path, value, expected);
}

/** Reads responses: refuses what the instrument does not take, and a respondent who comes twice. */
export function readResponses(
  questions: Questions,
  responses: readonly SurveyResponse[],
): ReadResponses {
  const columns = columnsFor(questions);
  const checkColumns = columnsAmong(['respondent', 'role', 'answers']);
  const roles = { user: 0, buyer: 0, channel: 0, decider: 0, unknown: 0 };
  const seen = new Map<string, number>();
  const people = readRows('responses', responses, (response) => {
    const row: Partial<SurveyResponse> = Object(response);
    checkColumns(row);
    const { respondent, role, answers } = row;
    checkText('respondent', respondent, 'a name for who answered');
    const before = seen.get(respondent);
    if (before !== undefined) {
      const expected = `a respondent once; responses[${before}] has it, too`;
      refuse('respondent', respondent, expected, 'duplicate-id');
    }
    seen.set(respondent, seen.size);
    checkRole(role);
    roles[role ?? 'unknown']++;
    readInto(columns, questions, answers);
    return { respondent, role: role ?? null };
  });
  return { people, roles, answersTo: answersIn(questions, columns) };
}

/** Reads the answers of one respondent. */
export function readAnswers(questions: Questions, answers: Answers): ReadResponses['answersTo'] {
  const columns = columnsFor(questions);
  readInto(columns, questions, answers);
  return answersIn(questions, columns);
}

const columnsFor = ({ instrument }: Questions): Answer[][] => instrument.items.map(() => []);

const answersIn =
  ({ places }: Questions, columns: readonly Answer[][]) =>
  (item: string) =>
    columns[places.get(item) ?? -1] ?? [];

function readInto(
  columns: readonly Answer[][],
  questions: Questions,
  answers: Answers | undefined,
): void {
  const path = 'answers';
  reading(path, answers, () => {
    if (!isPlainObject(answers)) refuseOther(path, answers, 'answers by item');
    if (addAnswers(questions, answers, columns)) return;
    for (const { id, value, expected, code } of faultsIn(questions, answers)) {
      refuse(`${path}.${id}`, value, expected, code);
    }
  });
}
