import * as z from 'zod/mini';
import { type ErrorCode, InvalidInputError } from './errors';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/**
 * Validates what a public function was given and returns it as parsed; throws this library's own
 * error at the first fault. Messages are made here from the issue's code, since zod's own follow the
 * host's locale.
 */
export function check<Schema extends z.core.$ZodType>(
  functionName: string,
  schema: Schema,
  input: unknown,
  root = '',
): z.core.output<Schema> {
  const result = z.safeParse(schema, input, { error: expectation });
  if (result.success) return result.data;
  const issue = mostTelling(result.error.issues);
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const keys = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  const value = valueAt(input, keys);
  throw new InvalidInputError(
    value === undefined && issue.code !== 'custom' ? 'missing' : codeOf(issue),
    { function: functionName, path: pathText(root, keys), value },
    issue.message,
  );
}

/** What an issue asks for, in words that do not depend on a locale. */
function expectation(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected);
    case 'too_small':
      return `${noun(issue.origin)}${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `${noun(issue.origin)}${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `one of ${knownNames(issue.inst).join(', ')}`;
    default:
      return 'another value';
  }
}

function knownNames(schema: unknown): string[] {
  const def = (schema as z.core.$ZodObject | undefined)?._zod.def;
  return Object.keys(def?.shape ?? {});
}

function noun(origin: string): string {
  return origin === 'array' || origin === 'string' ? 'a length of ' : '';
}

function article(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/** Of a union's failures, the one that got furthest: a wrong level, say, rather than `not an object`. */
function mostTelling(issues: readonly Issue[]): Issue {
  const issue = issues[0] as Issue;
  if (issue.code !== 'invalid_union') return issue;
  const branches = issue.errors.filter((branch) => branch.length > 0).map(mostTelling);
  const best = branches.find((inner) => inner.path.length > 0 || inner.code !== 'invalid_type');
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

function codeOf(issue: Issue): Exclude<ErrorCode, 'not-enough-data' | 'not-identified'> {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return 'out-of-range';
    case 'invalid_value':
    case 'unrecognized_keys':
      return 'unknown-name';
    case 'custom':
      return (issue.params?.code as 'out-of-range' | undefined) ?? 'out-of-range';
    default:
      return 'wrong-type';
  }
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
