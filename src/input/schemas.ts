import * as z from 'zod/mini';

/** The pieces that schemas of several rooms share, with their wording. */

const levelText = 'a level from 0 to 100';
export const levelSchema = z.number().check(z.gte(0, levelText), z.lte(100, levelText));

const reliabilityText = 'a reliability from 0 to 1';
export const reliabilitySchema = z.optional(
  z.number().check(z.gte(0, reliabilityText), z.lte(1, reliabilityText)),
);

const confidenceText = 'a confidence above 0 and below 1, such as .95';
export const confidenceSchema = z.optional(
  z.number(confidenceText).check(z.gt(0, confidenceText), z.lt(1, confidenceText)),
);

export const confidenceOption = () => z._default(confidenceSchema, 0.95);

/** A share that may be none or all, such as one that was seen. */
export const from0to1Schema = (text = 'a share from 0 to 1') =>
  z.number(text).check(z.gte(0, text), z.lte(1, text));

const positiveText = 'a finite number above 0';
/** A cost, a revenue, a distance. */
export const positiveSchema = () => z.number(positiveText).check(z.gt(0, positiveText));

export const wholeFrom = (min: number, max: number, what = 'a whole number') => {
  const text = `${what} from ${min} to ${max}`;
  return z.int(text).check(z.gte(min, text), z.lte(max, text));
};

/** An option in place of a parameter, within its range. */
export function optionFor({
  unit,
  range: [min, max],
}: {
  readonly unit: string;
  readonly range: readonly [min: number, max: number];
}) {
  const text = `${unit} from ${min} to ${max}`;
  return z.optional(z.number(text).check(z.gte(min, text), z.lte(max, text)));
}

/** What to say of records that are told apart by their kind: one of them where there is none, else the kinds. */
export const kindText = (example: string, kinds: string) => ({
  error: ({ code }: z.core.$ZodRawIssue) => (code === 'invalid_type' ? example : kinds),
});

/** A function of the caller's: what it returns is looked at where it is used. */
export const functionOf = <F extends (...args: never[]) => unknown>(
  error: string | ((issue: { readonly input?: unknown }) => string) = 'a function',
) => {
  const isFunction = (value: unknown) => typeof value === 'function';
  const schema = z.custom<F>(isFunction, { error, params: { code: 'wrong-type' } });
  // Functions have no JSON.
  schema._zod.toJSONSchema = () => ({ not: {} });
  return schema;
};

/** A name under which a record is not taken for one: `__proto__`, and a function called `constructor`. */
function unsafeNameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, '__proto__')) return '__proto__';
  const isClass = Object.hasOwn(value, 'constructor') && typeof value.constructor === 'function';
  return isClass ? 'constructor' : undefined;
}

const safeNames = z.transform((value: unknown, { issues }) => {
  const name = unsafeNameIn(value);
  if (name === undefined) return value;
  const params = { code: 'unknown-name' };
  const message = `names other than ${name}`;
  issues.push({ code: 'custom', input: value, path: [name], message, params });
  return z.NEVER;
});

/** A record under names of the caller's own; one that would be dropped without a word, or be misread, is refused. */
export function recordOf<Value extends z.core.$ZodType>(value: Value, error?: string) {
  const record = z.record(z.string(), value, error);
  return z.pipe(safeNames, record as never) as unknown as typeof record;
}

export const numbersText = 'a Float64Array, such as Float64Array.from(numbers)';

/** A typed array, not an object that only poses as one. */
export const typedColumn = <Column extends object>(
  kind: new (n: number) => Column,
  error: string,
) =>
  z.custom<Column>((value) => ArrayBuffer.isView(value) && value instanceof kind, {
    error,
    params: { code: 'wrong-type' },
  });
