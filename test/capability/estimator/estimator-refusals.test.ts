import { estimateWith, fitEstimator } from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';

const unit = 'minutes';
const km = [1, 2, 4, 7, 3];
const store = ['a', 'b', 'a', 'a', 'b'];
const history = { actuals: [20, 25, 31, 50, 30], columns: { km, store } };
const all = { unit, fitShare: 1 };

it('rows, the whole fit and a list of interactions are told what is taken instead', () => {
  const rows = [{ actual: 20, km: 1 }] as never;
  expect(refusal(() => fitEstimator(rows, all)).expected).toBe(
    'columns of the same length, as { actuals: [20, 25], columns: { km: [1, 2] } }',
  );
  const list = { ...all, interactions: ['store', 'km'] } as never;
  expect(refusal(() => fitEstimator(history, list)).expected).toBe(
    "pairs of columns by a name of their own, as { season: ['state', 'month'] }",
  );
  const fitted = fitEstimator(history, all) as never;
  expect(refusal(() => estimateWith(fitted, { km: 1, store: 'a' }))).toMatchObject({
    code: 'missing',
    path: 'model.kind',
    expected: 'log-linear, as the model that fitEstimator gives has it',
  });
});

it('categories of two columns, of which the fewer are more than 2,000, are refused before they are solved for', () => {
  const names = (count: number) => Array.from({ length: 3000 }, (_, i) => `n${i % count}`);
  const actuals = Array.from({ length: 3000 }, (_, i) => 20 + (i % 7));
  const refused = refusal(() =>
    fitEstimator({ actuals, columns: { shop: names(2500), street: names(2000) } }, all),
  );
  expect(refused).toMatchObject({ code: 'out-of-range', path: 'history.columns', value: 2001 });
  expect(refused.expected).toBe(
    'at most 2000 lines and categories beside those of the widest column, and these make 2001; put rare categories together, or leave a column out',
  );
});

it.each([
  [{ actuals: [20, 25, 0, 50, 30] }, 'out-of-range', 'history.actuals[2]'],
  [{ actuals: [20, -25, 31, 50, 30] }, 'out-of-range', 'history.actuals[1]'],
  [{ actuals: [20, 25, 31, 50, Number.NaN] }, 'out-of-range', 'history.actuals[4]'],
  [{ actuals: 'none' }, 'wrong-type', 'history.actuals'],
  [{ actuals: [20, 25] }, 'length-mismatch', 'history.columns.km'],
  [{ columns: { km, store: ['a'] } }, 'length-mismatch', 'history.columns.store'],
  [{ columns: { km: [1, 2, Number.NaN, 7, 3] } }, 'out-of-range', 'history.columns.km[2]'],
  [{ columns: { km: [1, 2, 4, 'far', 3] } }, 'wrong-type', 'history.columns.km[3]'],
  [{ columns: { km: [1, 2, undefined, 7, 3] } }, 'wrong-type', 'history.columns.km[2]'],
  [{ columns: { store: ['a', 'b', 7, 'a', 'b'] } }, 'wrong-type', 'history.columns.store[2]'],
  [{ columns: { km: ['1', '2.5', '4', '7', '3'] } }, 'wrong-type', 'history.columns.km[1]'],
  [{ columns: { km: ['1.5', '2', '4', '7', '3'] } }, 'wrong-type', 'history.columns.km[0]'],
  [{ columns: { km: ['1', '', ' 4 ', '-7', '3e1'] } }, 'wrong-type', 'history.columns.km[3]'],
  [
    { columns: { express: [true, true, false, true, false] } },
    'wrong-type',
    'history.columns.express[0]',
  ],
  [{ columns: { km, zone: [0.1, 0.1, 0.1, 0.1, 0.1] } }, 'out-of-range', 'history.columns.zone'],
  // But for rounding.
  [
    { columns: { km, zone: [0.3, 0.1 + 0.2, 0.3, 0.3, 0.3] } },
    'out-of-range',
    'history.columns.zone',
  ],
  [{ columns: { km: [1, 2, 4, 7, 1e200] } }, 'out-of-range', 'history.columns.km'],
  [{ columns: {} }, 'missing', 'history.columns'],
  [{ columns: null }, 'wrong-type', 'history.columns'],
  [{ colums: {} }, 'unknown-name', 'history.colums'],
])('refuses %j', (part, code, path) => {
  const call = () => fitEstimator({ ...history, ...part } as never, all);
  expect(refusal(call)).toMatchObject({ code, path, function: 'fitEstimator' });
});

it('takes text of digits for names, and says how to do without a number', () => {
  const postcode = ['80331', '10115', '80331', '', '10115'];
  const { model, flags } = fitEstimator({ ...history, columns: { postcode } }, all);
  const detail = { column: 'postcode', categories: 3 };
  expect(flags).toEqual([{ code: 'digits-as-names', detail }]);
  expect(Object.keys(model.categorical.postcode ?? {})).toHaveLength(3);
  // Numbers among names are names.
  const size = ['7.5', '8', 'XL', '8', '7.5'];
  const sized = fitEstimator({ ...history, columns: { size } }, all);
  expect([sized.model.numeric, sized.flags]).toEqual([{}, []]);
  const gap = () => fitEstimator({ ...history, columns: { km: [1, 2, null, 7, 3] as never } }, all);
  expect(refusal(gap).message).toBe(
    'fitEstimator: history.columns.km[2] is null; expected a finite number; leave out rows without one, or fill it in',
  );
});

describe('what categories may not be meant as', () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const actuals = rows.map((i) => 20 + ((i * 7) % 11));
  const flagsOf = (column: (i: number) => string, options: object = all) =>
    fitEstimator({ actuals, columns: { column: rows.map(column) } }, { ...all, ...options }).flags;

  it.each([
    ['kilometres', (i: number) => `${i % 9} km`, 'km'],
    ['degrees', (i: number) => `${i % 9}.5°C`, '°C'],
    ['money', (i: number) => `€ ${i % 9},50`, '€'],
    ['thousands', (i: number) => `1'${200 + (i % 9)} m²`, 'm²'],
  ])('numbers with their unit: %s', (_, column, written) => {
    const detail = { column: 'column', categories: 9, unit: written };
    expect(flagsOf(column)).toEqual([{ code: 'numbers-as-names', detail }]);
  });

  it.each([
    ['numbers with units that differ', (i: number) => `${i % 9} ${i % 2 ? 'km' : 'm'}`],
    ['numbered names', (i: number) => `shop ${i % 9}`],
    ['hours', (i: number) => `${10 + (i % 9)}:00`],
    ['dates', (i: number) => `2026-03-${10 + (i % 9)}`],
    ['one number', () => '5 km'],
    ['numbers with a unit, but for one', (i: number) => (i % 9 ? `${i % 9} km` : 'far')],
  ])('but not %s', (_, column) => {
    expect(flagsOf(column)).toEqual([]);
  });

  it('ids, of which nearly every row has its own', () => {
    const detail = { column: 'column', categories: 60, rows: 60 };
    expect(flagsOf((i) => `order-${i}`)).toEqual([{ code: 'nearly-unique', detail }]);
    // By the rows that are fitted on.
    const fitted = { column: 'column', categories: 42, rows: 42 };
    expect(flagsOf((i) => `order-${i}`, { fitShare: 0.7 })).toEqual([
      { code: 'nearly-unique', detail: fitted },
    ]);
    expect(flagsOf((i) => `customer-${i % 31}`).map(({ code }) => code)).toEqual(['nearly-unique']);
    expect(flagsOf((i) => `customer-${i % 30}`)).toEqual([]);
    expect(flagsOf((i) => `${1e6 + i}`).map(({ code }) => code)).toEqual([
      'digits-as-names',
      'nearly-unique',
    ]);
  });
});

it.each([
  [{ fitShare: 0 }, 'out-of-range', 'options.fitShare'],
  [{ fitShare: 1.1 }, 'out-of-range', 'options.fitShare'],
  [{ shrinkage: 0 }, 'out-of-range', 'options.shrinkage'],
  [{ shrinkage: 2e6 }, 'out-of-range', 'options.shrinkage'],
  [{ unit: '' }, 'out-of-range', 'options.unit'],
  [{ penalty: 1 }, 'unknown-name', 'options.penalty'],
])('refuses the options %j', (part, code, path) => {
  const call = () => fitEstimator(history, { ...all, ...part });
  expect(refusal(call)).toMatchObject({ code, path });
});

it('takes an option given as undefined for absent', () => {
  const undefinedOnes = { unit, shrinkage: undefined, fitShare: undefined };
  expect(fitEstimator(history, undefinedOnes)).toEqual(fitEstimator(history, { unit }));
});

describe('too few rows', () => {
  it('says how many it takes, and how many are left to fit on', () => {
    const call = () => fitEstimator(history, { unit, fitShare: 0.4 });
    const path = 'history.actuals';
    expect(refusal(call)).toMatchObject({ code: 'not-enough-data', path });
    expect(refusal(call).message).toMatch(/holds 2; .*at least 3 /);
    const none = { actuals: [], columns: { km: [] } };
    expect(refusal(() => fitEstimator(none, all))).toMatchObject({ code: 'not-enough-data', path });
  });

  it('does with one more row than fixed terms', () => {
    const few = { actuals: [20, 25, 31], columns: { km: [1, 2, 4], store: ['a', 'b', 'c'] } };
    const { residualSd, numeric } = fitEstimator(few, all).model;
    expect(residualSd).toBeGreaterThan(0);
    expect(numeric.km?.standardError).toBeGreaterThan(0);
  });
});

describe('a column that others add up to', () => {
  const load = [3, 1, 4, 1, 5];

  it('is named, with those others', () => {
    const columns = {
      load,
      km,
      other: [9, 8, 2, 6, 4],
      both: km.map((x, i) => 2 * x - (load[i] as number)),
    };
    const actuals = [...history.actuals];
    const found = refusal(() =>
      fitEstimator({ actuals: [...actuals, 40], columns: longer(columns) }, all),
    );
    expect(found).toMatchObject({ code: 'ambiguous', path: 'history.columns.both' });
    expect(found.expected).toContain('those of load, km;');
  });

  it('may nearly be so', () => {
    const near = km.map((x, i) => 2 * x - (load[i] as number) + (i === 2 ? 1e-3 : 0));
    const actuals = [...history.actuals, 40];
    const columns = longer({ load, km, near });
    expect(
      fitEstimator({ actuals, columns }, all).model.numeric.near?.standardError,
    ).toBeGreaterThan(1);
  });

  const longer = (columns: Readonly<Record<string, readonly number[]>>) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const last = { load: 9, km: 2, other: 1, both: -5, near: -5 }[name] as number;
        return [name, [...column, last]];
      }),
    );
});

describe('a row', () => {
  const { model } = fitEstimator(history, all);

  it.each([
    [{ store: 'a' }, 'missing', 'row.km'],
    [{ km: 1 }, 'missing', 'row.store'],
    [{ km: '1', store: 'a' }, 'wrong-type', 'row.km'],
    [{ km: Number.NaN, store: 'a' }, 'out-of-range', 'row.km'],
    [{ km: 1, store: 7 }, 'wrong-type', 'row.store'],
    [{ km: 1e9, store: 'a' }, 'out-of-range', 'row.km'],
    [{ km: 1e9 * 1e300, store: 'a' }, 'out-of-range', 'row.km'],
    [{ km: -1e9, store: 'a' }, 'out-of-range', 'row.km'],
    [null, 'wrong-type', 'row'],
  ])('%j is refused', (row, code, path) => {
    const call = () => estimateWith(model, row as never);
    expect(refusal(call)).toMatchObject({ code, path, function: 'estimateWith' });
  });

  it.each([
    [{ km }, 'missing', 'columns.store'],
    [{ km, store: ['a'] }, 'length-mismatch', 'columns.store'],
    [{ km: 7, store }, 'wrong-type', 'columns.km'],
    [{ km: [1, Number.NaN], store: ['a', 'b'] }, 'out-of-range', 'columns.km[1]'],
    [{ km: [1, '2'], store: ['a', 'b'] }, 'wrong-type', 'columns.km[1]'],
    [{ km: [1, 2], store: ['a', null] }, 'wrong-type', 'columns.store[1]'],
    [{ km: [1, 1e9], store: ['a', 'b'] }, 'out-of-range', 'columns.km[1]'],
    [null, 'wrong-type', 'columns'],
  ])('columns %j are refused', (columns, code, path) => {
    const call = () => estimateColumns(model, columns as never);
    expect(refusal(call)).toMatchObject({ code, path, function: 'estimateColumns' });
  });

  it.each([1, -1])('is refused for an estimate that is no number above 0', (sign) => {
    const slope = {
      value: 400 * sign,
      standardError: 0,
      scale: 'linear',
      mean: 0,
      range: [0, 1],
      bends: [],
    } as const;
    const steep = {
      ...model,
      numeric: { km: slope, load: slope },
      categorical: {},
      spread: { ...model.spread, numeric: {}, categorical: {} },
    };
    const row = refusal(() => estimateWith(steep, { km: 1, load: 1 }));
    expect(row).toMatchObject({ code: 'out-of-range', path: 'row' });
    const columns = { km: [0, 1], load: [0, 1] };
    const rows = refusal(() => estimateColumns(steep, columns));
    expect(rows).toMatchObject({ code: 'out-of-range', path: 'columns at row 1' });
  });

  it.each<[string, string, string, readonly string[], unknown]>([
    ['of a newer release', 'unknown-version', 'model.version', ['version'], 3],
    ['of no version', 'missing', 'model.version', ['version'], undefined],
    ['of no version known', 'unknown-version', 'model.version', ['version'], 0],
    ['of another kind', 'unknown-name', 'model.kind', ['kind'], 'samples'],
    ['without an intercept', 'missing', 'model.intercept', ['intercept'], undefined],
    [
      'with a slope that is none',
      'wrong-type',
      'model.numeric.km',
      ['numeric', 'km', 'value'],
      null,
    ],
    ['with no slope at all', 'wrong-type', 'model.numeric.km', ['numeric', 'km'], null],
    ['with half a range', 'wrong-type', 'model.numeric.km', ['numeric', 'km', 'range'], [1]],
    ['without a range', 'wrong-type', 'model.numeric.km', ['numeric', 'km', 'range'], undefined],
    ['without slopes', 'missing', 'model.numeric', ['numeric'], undefined],
    ['without effects', 'wrong-type', 'model.categorical', ['categorical'], 3],
    [
      'with no column of effects',
      'wrong-type',
      'model.categorical.store',
      ['categorical', 'store'],
      null,
    ],
    [
      'with words for effects',
      'wrong-type',
      'model.categorical.store',
      ['categorical', 'store'],
      'a',
    ],
    [
      'with an effect that is none',
      'wrong-type',
      'model.categorical.store.a.value',
      ['categorical', 'store', 'a', 'value'],
      '1',
    ],
    [
      'with no effect at all',
      'missing',
      'model.categorical.store.a.value',
      ['categorical', 'store', 'a'],
      null,
    ],
  ])('a model %s is refused', (_, code, path, keys, value) => {
    const json = JSON.parse(JSON.stringify(model));
    const last = keys.at(-1) as string;
    keys.slice(0, -1).reduce((part, key) => part[key], json)[last] = value;
    const call = () => estimateWith(json, { km: 1, store: 'a' });
    expect(refusal(call)).toMatchObject({ code, path });
  });
});

it('refuses a pair of a column that the model does not have', () => {
  const categories = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'];
  const columns = { day: categories, shop: [...categories].sort() };
  const { model } = fitEstimator(
    { actuals: [1, 2, 3, 4, 5, 6, 7, 8], columns },
    { unit: 'minutes', fitShare: 1, interactions: { both: ['day', 'shop'] } },
  );
  const both = { ...(model.interactions.both as object), columns: ['day', 'hour'] };
  const odd = { ...model, interactions: { both } } as unknown as typeof model;
  expect(refusal(() => estimateWith(odd, { day: 'a', shop: 'b' }))).toMatchObject({
    code: 'unknown-name',
    path: 'model.interactions.both.columns[1]',
    expected: 'a column of categories: day, shop',
  });
  const none = { ...odd, categorical: {} };
  expect(refusal(() => estimateWith(none, { day: 'a', shop: 'b' })).expected).toBe(
    'a column of categories: there is none',
  );
});
