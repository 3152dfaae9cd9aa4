import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { reading } from '../input/reading';
import { notEnough, refuse } from '../input/refusal';
import { rowReader } from '../input/rows';
import { type Answers, answerTo, asked, faultsIn } from './answers';
import type { Instrument } from './instrument';

/** Who counts as a customer (D40): the end user, the direct buyer, the sales channel, whoever decides. */
export const customerRoles = Object.freeze(['user', 'buyer', 'channel', 'decider'] as const);

/** One of {@link customerRoles}. */
export type CustomerRole = (typeof customerRoles)[number];

/** What one person answered. */
export interface SurveyResponse {
  /** Who answered; each only once. */
  readonly respondent: string;
  /** In which part; left out where it is not known. */
  readonly role?: CustomerRole | undefined;
  readonly answers: Answers;
}

/** How many answered in each part. */
export type RoleCounts = Readonly<Record<CustomerRole | 'unknown', number>>;

/** Responses to an instrument, all in order. */
export interface Checked {
  readonly roles: RoleCounts;
  readonly rows: readonly Row[];
}

/** The answers of one respondent: null for a missing one, undefined for one that was not asked for. */
export type Row = (id: string) => number | string | null | undefined;

/**
 * Splits responses by the part in which people answered, so that users are not averaged with buyers (D40).
 *
 * @returns one entry for each part that occurs, in the order of {@link customerRoles}; null is last: not known
 * @throws InvalidInputError `unknown-name` for another part
 * @example
 * ```ts
 * import { byRole } from 'overdeliver/survey';
 *
 * const groups = byRole([
 *   { respondent: 'Ann', role: 'buyer', answers: { ease: 2 } },
 *   { respondent: 'Bo', role: 'user', answers: { ease: 5 } },
 *   { respondent: 'Cy', role: 'user', answers: { ease: 4 } },
 * ]);
 * groups.map(({ role, responses }) => [role, responses.length]); // => [['user', 2], ['buyer', 1]]
 * ```
 */
export function byRole<One extends { readonly role?: CustomerRole | null | undefined }>(
  responses: readonly One[],
): readonly { readonly role: CustomerRole | null; readonly responses: readonly One[] }[] {
  return door('byRole', () => {
    const list = listOf('responses', responses);
    list.forEach((one, i) => {
      const at = `responses[${i}]`;
      if (typeof one !== 'object' || one === null) refuse(at, one, 'a response', nameCode(one));
      checkRole(
        `${at}.role`,
        reading(at, one, () => one.role),
      );
    });
    return [...customerRoles, null].flatMap((role) => {
      const some = list.filter((one) => (one.role ?? null) === role);
      return some.length === 0 ? [] : [{ role, responses: some }];
    });
  });
}

export function checkRole(path: string, role: unknown): void {
  if (role != null) checkName(path, role, customerRoles);
}

/** Refuses a value that is, or goes by, none of the names. */
export function checkName(
  path: string,
  value: unknown,
  names: readonly string[],
  name = value,
): void {
  if (names.includes(name as string)) return;
  refuse(path, value, `one of ${names.join(', ')}`, 'unknown-name');
}

/** Refuses what is no text, or an empty one. */
export function checkText(
  path: string,
  value: unknown,
  expected = 'a name',
): asserts value is string {
  if (typeof value !== 'string' || value === '') refuse(path, value, expected, nameCode(value));
}

/** Reads the known fields of rows by hand. */
export function fieldReader<One extends object>(names: readonly (string & keyof One)[]) {
  const checkRow = rowReader(names);
  return (path: string, row: One): Partial<One> => {
    const one = Object(row) as One;
    checkRow(path, one);
    const given = names.filter((name) => name in one).map((name) => [name, one[name]]);
    return Object.fromEntries(given) as Partial<One>;
  };
}

/** Refuses a number of answers too small for a figure. */
export function enough(path: string, available: number, needed: number): void {
  if (available >= needed) return;
  notEnough(path, { needed, available }, 'an interval');
}

/** One pass over responses: refuses what the instrument does not take, and a respondent who comes twice. */
export function checkResponses(
  instrument: Instrument,
  responses: readonly SurveyResponse[],
): Checked {
  const list = listOf('responses', responses);
  const fields = fieldReader<SurveyResponse>(['respondent', 'role', 'answers']);
  const roles = { user: 0, buyer: 0, channel: 0, decider: 0, unknown: 0 };
  const seen = new Set<string>();
  const rows = list.map((response, i) => {
    const at = `responses[${i}]`;
    const { respondent, role, answers } = reading(at, response, () => fields(at, response));
    checkText(`${at}.respondent`, respondent, 'a name for who answered');
    if (seen.has(respondent)) {
      refuse(`${at}.respondent`, respondent, 'a respondent once', 'duplicate-id');
    }
    seen.add(respondent);
    checkRole(`${at}.role`, role);
    roles[role ?? 'unknown']++;
    return checkAnswers(instrument, answers, `${at}.answers`);
  });
  return { roles, rows };
}

/** The code for what is no name. */
const nameCode = (value: unknown) => (value === undefined ? 'missing' : 'wrong-type');

/** The answers of one respondent, refused if the instrument does not take them. */
export function checkAnswers(
  instrument: Instrument,
  answers: Answers | undefined,
  path: string,
): Row {
  if (typeof answers !== 'object' || answers === null) {
    refuse(path, answers, 'answers by item', nameCode(answers));
  }
  const [fault] = reading(path, answers, () => faultsIn(instrument, answers));
  if (fault) refuse(`${path}.${fault.id}`, fault.value, fault.expected, fault.code);
  const open = new Set(asked(instrument, answers).map(({ id }) => id));
  return (id) => (open.has(id) ? answerTo(answers, id) : undefined);
}
