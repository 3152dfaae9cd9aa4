import * as z from 'zod/mini';
import type { InvalidInputCode } from './errors';
import { knownNames } from './known-names';
import { reading } from './reading';
import { Refusal, refuse, refuseName } from './refusal';
import { unfitIn } from './unfit';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/**
 * Validates what a public function was given and returns it as parsed; throws this library's own
 * error at the first fault. Messages are made here from the issue's code, since zod's own follow the
 * host's locale.
 *
 * @param schema what it must be, or what makes it {@link once}
 */
export function read<Schema extends z.core.$ZodType>(
  schema: Schema | (() => Schema),
  input: unknown,
  root = '',
): z.core.output<Schema> {
  return reading(root, input, () => {
    const unfit = unfitIn(input);
    if (unfit) {
      const value = valueAt(input, unfit.path);
      const kind = value instanceof Map ? 'wrong-type' : 'out-of-range';
      const code = value === undefined ? 'missing' : kind;
      refuse(pathText(root, unfit.path), value, unfit.expected, code);
    }
    return parsed(typeof schema === 'function' ? schema() : schema, input, root);
  });
}

function parsed<Schema extends z.core.$ZodType>(
  schema: Schema,
  input: unknown,
  root: string,
): z.core.output<Schema> {
  const result = z.safeParse(schema, input, { error: expectation });
  if (result.success) return result.data;
  const { issues } = result.error;
  const issue = mostTelling(issues);
  const refusal = refusalOf(issue);
  if (refusal) throw refusal.at(pathText(root, issue.path));
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const keys = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const value = valueAt(input, keys);
  const path = pathText(root, keys);
  if (isAboutName(issue)) return refuseName(path, value, issue.message);
  return refuse(path, value, issue.message, value === undefined ? 'missing' : codeOf(issue, value));
}

/** What a reader refused, where a schema read with one. */
function refusalOf(issue: Issue): Refusal | undefined {
  const refusal: unknown = issue.code === 'custom' ? issue.params?.refusal : undefined;
  return refusal instanceof Refusal ? refusal : undefined;
}

/** Whether the name at the path is at fault, not what stands there; the places of a column are no names. */
const isAboutName = (issue: Issue) =>
  (issue.code === 'unrecognized_keys' && !/^\d+$/.test(String(issue.keys[0]))) ||
  (issue.code === 'custom' && issue.params?.code === 'unknown-name');

/** What an issue asks for, in words that do not depend on a locale. */
function expectation(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'object' ? objectWith(issue.inst) : article(issue.expected);
    // Ranges have words of their own; these are of whole numbers too far out to be told apart.
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return knownNames(namesOf(issue.inst), `${issue.keys[0]}`, Object.keys(Object(issue.input)));
    case 'invalid_union':
      // Where a name tells the branches apart, and it is none of theirs, there are no faults of theirs.
      if (Array.isArray(issue.options)) return `one of ${issue.options.map(String).join(', ')}`;
      return issue.errors.map(([inner]) => inner?.message).join(', or ');
    case 'invalid_key':
      return 'names that are text';
    default:
      return 'another value';
  }
}

const shapeOf = (schema: unknown): z.core.$ZodShape => (schema as z.core.$ZodObject)._zod.def.shape;

const namesOf = (schema: unknown): string[] => Object.keys(shapeOf(schema));

/** In place of an object that is not there: what it needs to have, as far as its schema says. */
function objectWith(schema: unknown): string {
  const needed = Object.entries(shapeOf(schema))
    .filter(([, { _zod }]) => _zod.optin !== 'optional')
    .map(([name]) => name);
  return needed.length === 0 ? 'an object' : `an object with ${needed.join(', ')}`;
}

function article(expected: string): string {
  if (expected === 'number') return 'a finite number';
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/**
 * A name that nobody knows before all else: it is what is missing, perhaps, misspelt, and its message lists the known ones.
 * Of a union's failures, the one that got furthest: a wrong level, say, rather than `not an object`.
 */
function mostTelling(issues: readonly Issue[]): Issue {
  const issue = issues.find(isAboutName) ?? (issues[0] as Issue);
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.map(mostTelling);
  const best =
    branches.find((inner) => inner.path.length > 0 || isAboutName(inner)) ??
    branches.find((inner) => inner.code !== 'invalid_type');
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

function codeOf(issue: Issue, value: unknown): InvalidInputCode {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return 'out-of-range';
    case 'invalid_value':
      return 'unknown-name';
    case 'invalid_union':
      // Without faults of its branches, the name that tells them apart is none of theirs.
      if (issue.errors.length === 0) return 'unknown-name';
      return issue.errors.some(([inner]) => isNoFinite(inner, value))
        ? 'out-of-range'
        : 'wrong-type';
    case 'custom':
      return (issue.params?.code as InvalidInputCode | undefined) ?? 'out-of-range';
    default:
      return isNoFinite(issue, value) ? 'out-of-range' : 'wrong-type';
  }
}

/** NaN and the infinities are numbers, though none that a schema takes. */
function isNoFinite(issue: Issue | undefined, value: unknown): boolean {
  const wanted = issue?.code === 'invalid_type' && issue.expected === 'number';
  return wanted && typeof value === 'number';
}

function valueAt(input: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  );
}

function pathText(root: string, keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, root);
}
