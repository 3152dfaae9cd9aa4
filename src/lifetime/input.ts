import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import type { ParameterSet } from '../core/parameters';
import { onceFrozen } from '../input/frozen';
import { knownNames } from '../input/known-names';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { refuse, refuseName, refuseOther } from '../input/refusal';
import { rowOf } from '../input/rows';
import {
  type LifetimeFitReason,
  orderValueReasons,
  purchaseReasons,
  retentionReasons,
} from './fit-reasons';
import type { ModelRead } from './notes';
import { cdnowOrderValues, cdnowPurchases, highEndRetention } from './published';
import {
  type ColumnsOf,
  type CustomerSpending,
  fittedHistoryRules,
  greatest,
  historyRules,
  least,
  type PurchaseHistory,
  type Rule,
  spendingRules,
} from './rows';

/** A model to predict with: a set with the numbers of an example, and no others. */
function modelSchema<Name extends string>(
  example: ParameterSet<Name>,
  reasonsFor: (values: readonly number[]) => readonly LifetimeFitReason[],
) {
  const schema = parametersSchema(example);
  const modelOf = onceFrozen((given: ParameterSet<Name>): ModelRead => {
    const { numbers } = read(schema, given);
    // Models share names: without those that it lacks, BG/NBD would pass for sBG.
    for (const name of Object.keys(given.parameters)) {
      if (Object.hasOwn(numbers, name)) continue;
      refuseName(name, name, knownNames(Object.keys(numbers), name));
    }
    const { id, setting, fit } = given;
    const values = Object.values<number>(numbers);
    const isShaky = fit?.converged === false;
    const codes = isShaky ? ['not-converged' as const, ...reasonsFor(values).map(codeOf)] : [];
    const warnings = codes.map((code) => ({ code, path: 'model' }));
    // Frozen, since they are remembered and every result carries them.
    const notes = {
      model: Object.freeze({ id, setting }),
      warnings: Object.freeze(warnings),
    };
    return { values, notes };
  });
  return readWith((given: ParameterSet<Name>): ModelRead => {
    if (given !== undefined) return modelOf(given);
    return refuse('', given, `a parameter set such as ${example.id}`, 'missing');
  });
}

const codeOf = ({ code }: LifetimeFitReason) => code;

export const bgNbdSchema = once(() => modelSchema(cdnowPurchases, purchaseReasons));
export const gammaGammaSchema = once(() => modelSchema(cdnowOrderValues, orderValueReasons));
export const retentionSchema = once(() => modelSchema(highEndRetention, retentionReasons));

/** A number that its row's rules look at; here it is described. */
function numberIn(description: Readonly<Record<string, unknown>>) {
  const schema = z.number();
  schema._zod.toJSONSchema = () => description;
  return schema;
}

const textOf = <Row>({ expected }: Rule<Row>, row: Row) =>
  typeof expected === 'string' ? expected : expected(row);

/** Adds to the schema of a row what its rules say. */
function following<Row extends object>(rules: readonly Rule<Row>[]) {
  return z.check<Row>(({ value: row, issues }) => {
    const broken = rules.find(({ holds }) => !holds(row));
    if (broken === undefined) return;
    const { at } = broken;
    issues.push({ code: 'custom', input: row[at], path: [at], message: textOf(broken, row) });
  });
}

/** Validates a {@link PurchaseHistory}, a row that may have other columns; compose it with zod or zod/mini. */
export const purchaseHistorySchema = rowOf({
  frequency: numberIn({ type: 'integer', minimum: 0, maximum: greatest }),
  recency: numberIn({ type: 'number', minimum: 0, maximum: greatest }),
  age: numberIn({ type: 'number', minimum: 0, maximum: greatest }),
}).check(following<PurchaseHistory>(historyRules));

/** Null for a new customer. */
export const historyOrNewSchema = once(() => z.nullable(purchaseHistorySchema));

/** Validates a {@link CustomerSpending}, a row that may have other columns; compose it with zod or zod/mini. */
export const customerSpendingSchema = rowOf({
  frequency: numberIn({ type: 'integer', minimum: 1, maximum: greatest }),
  value: numberIn({ type: 'number', minimum: least, maximum: greatest }),
}).check(following<CustomerSpending>(spendingRules));

export const spendingOrNewSchema = once(() => z.nullable(customerSpendingSchema));

/** An array, typed or not; what it holds is looked at by rules of its own. */
const arraySchema = readWith((given: ArrayLike<number>): ArrayLike<number> => {
  if (Array.isArray(given) || (ArrayBuffer.isView(given) && 'length' in given)) return given;
  return refuseOther('', given, 'an array of numbers');
});

/** Columns of one length whose rows follow rules. */
function columnsFollowing<Row extends { readonly [Name in keyof Row]: number }>(
  rules: readonly Rule<Row>[],
) {
  return (columns: ColumnsOf<Row>): { readonly [Name in keyof Row]: Float64Array } => {
    const names = Object.keys(columns) as (keyof Row & string)[];
    const [first = ''] = names;
    const rows = columns[first as keyof Row].length;
    for (const name of names) {
      const { length } = columns[name];
      if (length === rows) continue;
      refuse(name, length, `${rows} rows, as ${first} has`, 'length-mismatch');
    }
    const row = {} as { -readonly [Name in keyof Row]: Row[Name] };
    for (let i = 0; i < rows; i++) {
      for (const name of names) row[name] = columns[name][i] as Row[typeof name];
      for (const rule of rules) {
        if (rule.holds(row)) continue;
        refuse(`${rule.at}[${i}]`, row[rule.at], textOf(rule, row));
      }
    }
    const copies = names.map((name) => [name, new Float64Array(columns[name])]);
    return Object.fromEntries(copies) as { readonly [Name in keyof Row]: Float64Array };
  };
}

export const historyColumnsSchema = once(() =>
  z.pipe(
    z.strictObject({ frequency: arraySchema, recency: arraySchema, age: arraySchema }),
    readWith(columnsFollowing(fittedHistoryRules)),
  ),
);

export const spendingColumnsSchema = once(() =>
  z.pipe(
    z.strictObject({ frequency: arraySchema, value: arraySchema }),
    readWith(columnsFollowing(spendingRules)),
  ),
);

/** Survival tables of cohorts: customers left, in whole numbers that do not rise. */
export const survivalTablesSchema = once(() =>
  readWith((given: readonly ArrayLike<number>[]): readonly (readonly number[])[] =>
    listOf('', given, 'an array of survival tables').map((each, cohort) => {
      const table = Array.from(read(arraySchema, each, `[${cohort}]`));
      table.forEach((active, t) => {
        const before = t === 0 ? greatest : (table[t - 1] as number);
        if (Number.isInteger(active) && active >= 0 && active <= before) return;
        const most = t === 0 ? '1e15' : `the ${before} before it`;
        const expected = `a whole number from 0 to ${most}: give counts, not shares`;
        refuse(`[${cohort}][${t}]`, active, expected);
      });
      return table;
    }),
  ),
);

/** Purchases expected in each period. */
export const purchasesSchema = readWith((given: ArrayLike<number>): readonly number[] => {
  const counts = Array.from(read(arraySchema, given));
  counts.forEach((count, i) => {
    if (typeof count === 'number' && count >= 0 && count <= greatest) return;
    refuse(`[${i}]`, count, 'a number of purchases from 0 to 1e15');
  });
  return counts;
});

const periods = 'a whole number of periods from 1 to 10,000';
/** How many periods to look ahead. */
export const periodsSchema = z.int(periods).check(z.gte(1, periods), z.lte(10_000, periods));

const money = 'an amount from -1e15 to 1e15';
/** Money, gained or lost. */
export const moneySchema = z.number().check(z.gte(-greatest, money), z.lte(greatest, money));

const rate = 'a discount rate above -1 up to 1: a share, such as .1 for 10%';
export const rateSchema = z.number().check(z.gt(-1, rate), z.lte(1, rate));

const words = z.string().check(z.minLength(1, 'a text that is not empty'));
/** What a fitted set is called, and what it says of itself. */
export const fitOptionsSchema = once(() =>
  z.strictObject({
    id: words,
    setting: z.optional(words),
    data: z.optional(words),
    licence: z.optional(words),
  }),
);
