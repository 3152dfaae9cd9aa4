import { adjustParameters, fitEstimator } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { cdnowOrderValues, cdnowPurchases } from 'overdeliver/lifetime';
import { surveyIntentions } from 'overdeliver/loyalty';
import {
  marketplaceSatisfaction,
  mixedSatisfaction,
  type SatisfactionModel,
} from 'overdeliver/satisfaction';
import {
  estimatesSql,
  expectationSql,
  intentionsSql,
  lifetimeSql,
  type SatisfactionRows,
  satisfactionSql,
} from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const where = { dialect: 'duckdb', from: 'orders' } as const;
const columns = { promised: 'promised', actual: 'took', unit: 'days' } as const;
const scored = (options: object) => () =>
  satisfactionSql(marketplaceSatisfaction, {
    ...where,
    columns,
    ...options,
  } as unknown as SatisfactionRows);
const { model } = fitEstimator(
  { actuals: [20, 30, 45, 20, 30, 45], columns: { km: [1, 2, 3, 1, 2, 3] } },
  { unit: 'minutes', fitShare: 1 },
);
const estimated =
  (options: object, of = model) =>
  () =>
    estimatesSql(of, { ...where, columns: { km: 'km' }, ...options });
const valued = (options: object) => () =>
  lifetimeSql(cdnowPurchases, {
    ...where,
    columns: { frequency: 'x', recency: 'last', age: 'age' },
    periods: 3,
    ...options,
  });

describe('names', () => {
  it.each([
    ['a double quote', 'a"b'],
    ['a backtick', 'a`b'],
    ['a backslash', 'a\\b'],
    ['NUL', 'a\0b'],
    ['a line break', 'a\nb'],
    ['half a character', 'a\ud83d'],
    ['64 bytes', 'x'.repeat(64)],
    ['64 bytes in 21 characters', `${'€'.repeat(21)}x`],
    ['66 bytes in 22 characters, the first of three bytes', '\u0800'.repeat(22)],
    ['64 bytes in 16 characters', '😀'.repeat(16)],
    ['64 bytes in 16 characters, the first of four bytes', '\u{10000}'.repeat(16)],
    ['a truth', 'True'],
    ['an untruth', 'false'],
    ['nothing', ''],
  ])('are refused with %s, wherever they stand', (_, name) => {
    for (const [path, options] of [
      ['options.columns.actual', { columns: { ...columns, actual: name } }],
      ['options.keep[1]', { keep: ['id', name] }],
      ['options.from', { from: name }],
      ['options.from[0]', { from: [name, 'orders'] }],
    ] as const) {
      expect(refusal(scored(options))).toMatchObject({ code: 'out-of-range', path });
    }
  });

  it.each([
    "it's",
    '😀',
    'ünï',
    '1; DROP TABLE orders --',
    'a?b',
    '$1',
    ':x',
    'x'.repeat(63),
    'é'.repeat(31),
    '€'.repeat(21),
    'select',
    'untrue',
    'falsehood',
    'period_od_days',
  ])('such as %s are quoted', (name) => {
    expect(scored({ keep: [name] })().reads[0]).toBe(name);
  });

  it('are refused where the answer has them, or the layers between', () => {
    for (const keep of [['score'], ['STATUS'], ['id', 'ID'], ['od_x'], ['OD_X']]) {
      const path = `options.keep[${keep.length - 1}]`;
      expect(refusal(scored({ keep }))).toMatchObject({ code: 'ambiguous', path });
    }
    expect(refusal(scored({ keep: ['Score'] })).expected).toBe(
      'a name other than score, utility, status, input; rename it in a view',
    );
  });

  it('that are none are refused', () => {
    expect(refusal(scored({ columns: { ...columns, actual: 5 } }))).toMatchObject({
      code: 'wrong-type',
      path: 'options.columns.actual',
      expected: "a name; a number that all rows share is a column of from: { text: 'SELECT ...' }",
    });
    expect(refusal(scored({ columns: { ...columns, actual: true } }))).toMatchObject({
      code: 'wrong-type',
      expected: 'a name',
    });
    expect(refusal(scored({ columns: { promised: 'promised', unit: 'days' } }))).toMatchObject({
      code: 'missing',
      path: 'options.columns.actual',
    });
  });
});

describe('where rows lie', () => {
  it.each<[string, object, string, string]>([
    ['another dialect', { dialect: 'mysql' }, 'unknown-name', 'options.dialect'],
    ['no table', { from: undefined }, 'missing', 'options.from'],
    ['a list of one', { from: ['orders'] }, 'wrong-type', 'options.from'],
    ['an object without text', { from: {} }, 'wrong-type', 'options.from'],
    ['a number', { from: 5 }, 'wrong-type', 'options.from'],
    ['a semicolon', { from: { text: 'SELECT 1; ' } }, 'out-of-range', 'options.from.text'],
    ['an empty query', { from: { text: ' ' } }, 'out-of-range', 'options.from.text'],
    [
      'a query for another engine',
      { from: scored({ dialect: 'sqlite' })() },
      'ambiguous',
      'options.from.dialect',
    ],
    [
      'an engine that is no name',
      { from: { text: 'SELECT 1', dialect: 5 } },
      'wrong-type',
      'options.from.dialect',
    ],
    ['a misspelt option', { form: 'orders' }, 'unknown-name', 'options.form'],
    ['a query as a name', { from: 'SELECT * FROM orders' }, 'ambiguous', 'options.from'],
    ['one with a prelude', { from: 'with a as (select 1) from a' }, 'ambiguous', 'options.from'],
    ['one without spaces', { from: 'with a as(select 1) select 1' }, 'ambiguous', 'options.from'],
    ['one on a line of its own', { from: '\n  SELECT 1' }, 'ambiguous', 'options.from'],
    ['one from its rows on', { from: 'FROM orders' }, 'ambiguous', 'options.from'],
    ['a reader of files', { from: "read_csv('orders.csv')" }, 'ambiguous', 'options.from'],
    ['one with spaces', { from: "read_csv( 'orders.csv') " }, 'ambiguous', 'options.from'],
    ['one of many', { from: "read_csv(['a.csv', 'b.csv'])" }, 'ambiguous', 'options.from'],
  ])('is refused with %s', (_, options, code, path) => {
    expect(refusal(scored(options))).toMatchObject({ code, path, function: 'satisfactionSql' });
  });

  it('may be a table whose name begins as a query does', () => {
    for (const from of [
      'select',
      'orders to select from',
      'orders (1).csv',
      "orders('a') of old",
      'With love',
      ['main', 'SELECT * FROM x'],
    ]) {
      expect(scored({ from })().text).toContain(`"${typeof from === 'string' ? from : from[1]}"`);
    }
    expect(refusal(scored({ from: 'SELECT * FROM orders' })).expected).toContain("{ text: 'SELECT");
  });
});

describe('models', () => {
  const models: Readonly<Record<string, (given: never) => unknown>> = {
    satisfactionSql: (given) => satisfactionSql(given, { ...where, columns }),
    expectationSql: (given) =>
      expectationSql(given, {
        ...where,
        columns: { stage: 'first-use', signals: { wordOfMouth: 'word' } },
      }),
    intentionsSql: (given) =>
      intentionsSql(given, {
        ...where,
        columns: { satisfaction: 'score', outcome: 'met', stage: 'long-term' },
      }),
    estimatesSql: (given) => estimatesSql(given, { ...where, columns: { km: 'km' } }),
    lifetimeSql: (given) =>
      lifetimeSql(given, {
        ...where,
        columns: { frequency: 'x', recency: 'last', age: 'age' },
        periods: 1,
      }),
  };
  it.each(Object.entries(models))('are no default of %s', (name, call) => {
    expect(refusal(() => call(undefined as never))).toMatchObject({
      code: 'missing',
      function: name,
    });
  });

  it('that give the only dimension no importance are refused', () => {
    const idle = adjustParameters(mixedSatisfaction, 'test/idle', { 'time.importance': 0 });
    expect(refusal(() => satisfactionSql(idle, { ...where, columns }))).toMatchObject({
      code: 'out-of-range',
      path: 'model.parameters.time.importance',
    });
  });

  it('of another version are refused', () => {
    const newer = { ...marketplaceSatisfaction, version: 2 } as unknown as SatisfactionModel;
    expect(refusal(() => satisfactionSql(newer, { ...where, columns })).code).toBe(
      'unknown-version',
    );
    const later = { ...model, version: 3 } as unknown as typeof model;
    expect(refusal(estimated({}, later)).code).toBe('unknown-version');
  });

  it('with numbers that could end a query are refused', () => {
    const value = {
      ...marketplaceSatisfaction.parameters['time.loss'],
      value: 1e60,
      range: [0, 1e70],
    };
    const huge = {
      ...marketplaceSatisfaction,
      parameters: { ...marketplaceSatisfaction.parameters, 'time.loss': value },
    } as unknown as SatisfactionModel;
    expect(refusal(() => satisfactionSql(huge, { ...where, columns }))).toMatchObject({
      code: 'out-of-range',
      path: 'model.parameters.time.loss',
    });
  });
});

describe('columns', () => {
  it('that a model needs and nobody names are refused', () => {
    expect(refusal(scored({ columns: { actual: 'took', unit: 'days' } }))).toMatchObject({
      code: 'missing',
      path: 'options.columns.promised',
    });
    expect(refusal(estimated({ columns: {} }))).toMatchObject({
      code: 'missing',
      path: 'options.columns.km',
    });
    expect(refusal(estimated({ columns: { km: 'km', day: 'day' } }))).toMatchObject({
      code: 'unknown-name',
      path: 'options.columns.day',
    });
    for (const signals of [{}, { wordOfMouth: undefined }]) {
      const none = { stage: 'first-use', signals } as const;
      expect(
        refusal(() => expectationSql(expectationDefaults, { ...where, columns: none })),
      ).toMatchObject({ code: 'missing', path: 'options.columns.signals' });
    }
  });

  it('of another unit are refused', () => {
    expect(refusal(scored({ columns: { ...columns, unit: 'hours' } }))).toMatchObject({
      code: 'unit-mismatch',
      path: 'options.columns.unit',
    });
  });

  it('of a kind that the model does not judge are refused at the model', () => {
    expect(refusal(scored({ columns: { expected: 'hoped', perceived: 'felt' } }))).toMatchObject({
      code: 'unit-mismatch',
      path: 'model.dimensions',
    });
  });

  it('of stages are told from a stage', () => {
    const columns = { satisfaction: 'score', outcome: 'met', stage: 'stage' } as never;
    expect(
      refusal(() => intentionsSql(surveyIntentions, { ...where, columns })).expected,
    ).toContain('{ column }');
  });
});

describe('estimates', () => {
  it('name a category that no engine can hold', () => {
    const effects = { 'a\0b': { value: 1, standardError: 1, n: 1 } };
    const odd = { ...model, categorical: { day: effects } };
    const columns = { km: 'km', day: 'day' };
    expect(refusal(estimated({ columns }, odd)).path).toBe('model.categorical.day.a\0b');
    const lost = { ...model, categorical: { day: { a: {} } } } as never;
    expect(refusal(estimated({ columns }, lost)).code).toBe('missing');
  });

  it.each<[string, object, string, string]>([
    ['a range that is no list', { range: { 0: 1, 1: 3, length: 2 } }, 'wrong-type', 'numeric.km'],
    ['an effect as text', { value: '1' }, 'wrong-type', 'numeric.km'],
  ])('refuse %s', (_, change, code, path) => {
    const { km } = model.numeric;
    const odd = { ...model, numeric: { km: { ...km, ...change } } } as typeof model;
    expect(refusal(estimated({}, odd))).toMatchObject({ code, path: `model.${path}` });
  });

  const categories = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'];
  const columns = { day: 'day', shop: 'shop' };
  const { model: paired } = fitEstimator(
    {
      actuals: [1, 2, 3, 4, 5, 6, 7, 8],
      columns: { day: categories, shop: [...categories].sort() },
    },
    { unit: 'minutes', fitShare: 1, interactions: { both: ['day', 'shop'] } },
  );
  it.each<[string, object, string, string]>([
    ['a column that is not there', { columns: ['day', 'hour'] }, 'unknown-name', 'columns[1]'],
    ['no effects', { effects: { a: null } }, 'wrong-type', 'effects.a'],
    ['effects left out', { effects: { a: undefined } }, 'missing', 'effects.a'],
    [
      'an effect as text',
      { effects: { a: { b: { value: '1' } } } },
      'wrong-type',
      'effects.a.b.value',
    ],
  ])('refuse pairs with %s', (_, change, code, path) => {
    const both = { ...paired.interactions.both, ...change };
    const odd = { ...paired, interactions: { both } } as unknown as typeof paired;
    const error = refusal(estimated({ columns }, odd));
    expect(error).toMatchObject({ code, path: `model.interactions.both.${path}` });
  });
});

describe('lifetimes', () => {
  it('take engines with recursive queries', () => {
    expect(refusal(valued({ dialect: 'clickhouse' }))).toMatchObject({
      code: 'unknown-name',
      path: 'options.dialect',
    });
  });

  it('take periods and rates on their range', () => {
    expect(refusal(valued({ periods: 0 })).path).toBe('options.periods');
    expect(refusal(valued({ length: 0 })).path).toBe('options.length');
    const orders = { model: cdnowOrderValues, column: 'mean', marginRate: 0.3 };
    const steep = { periods: 100, orders: { ...orders, discountRate: -0.99 } };
    expect(refusal(valued(steep)).path).toBe('options.orders.discountRate');
  });
});
