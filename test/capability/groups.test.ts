import {
  adjustParameters,
  calibrateEstimates,
  capabilityByGroup,
  capabilityFromCensored,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import { capabilityDefaults, mixtureSource, samplesSource } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'days';
const levels = ['state', 'region'];
const rows = [
  { value: 9, path: ['SP', 'south-east'] },
  { value: 11, path: ['SP', 'south-east'] },
  { value: 15, path: ['RJ', 'south-east'] },
  { value: 24, path: ['BA', 'north-east'] },
  { value: 30, path: ['BA', 'north-east'] },
];

describe('groups', () => {
  it('blend with their parents', () => {
    const shrinkage = 3;
    const group = capabilityByGroup(rows, { unit, levels, shrinkage })(['SP', 'south-east']);
    expect(group.shares).toEqual([
      { level: 'state', group: 'SP', n: 2, weight: 0.4 },
      { level: 'region', group: 'south-east', n: 3, weight: 0.3 },
      { level: 'all', group: null, n: 5, weight: 0.3 },
    ]);
    // Each row with the sum of what it weighs at its levels; the same Kish size.
    const weights = rows.map(
      ({ path: [state, region] }) =>
        (state === 'SP' ? 0.4 / 2 : 0) + (region === 'south-east' ? 0.3 / 3 : 0) + 0.3 / 5,
    );
    const brute = capabilityFromCensored(
      rows.map(({ value }) => value),
      { unit, weights },
    );
    for (const t of [9, 12, 15, 24, 30]) expect(group.chance(t)).toBeCloseTo(brute.chance(t), 12);
    expect(group.n).toBeCloseTo(brute.n, 12);
    expect(group.mean()).toBeCloseTo(brute.mean(), 12);
    expect(group.ranks).toBeNull();
  });

  it('back off when unseen', () => {
    const of = capabilityByGroup(rows, { unit, levels, shrinkage: 3 });
    const weights = (path: string[]) => of(path).shares.map(({ weight }) => weight);
    expect(weights(['MG', 'south-east'])).toEqual([0, 0.5, 0.5]);
    expect(weights(['RJ', 'south-east'])).toEqual([0.25, 0.375, 0.375]);
    expect(weights(['XX', 'nowhere'])).toEqual([0, 0, 1]);
    // A state of that name in another region is another one.
    expect(weights(['SP', 'north-east'])).toEqual([0, 0.4, 0.6]);
    expect(of(['XX', 'nowhere']).n).toBeCloseTo(5, 12);
  });

  it('say which group was not seen, and which one it may be a slip for, in a plan too', () => {
    const of = capabilityByGroup(rows, { unit, levels, shrinkage: 3 });
    const unseen = (path: string[]) => planPromise(of(path), { keepRate: 0.6 }).warnings[0];
    expect(unseen(['sp', 'south-east'])).toEqual({
      code: 'unseen-group',
      detail: { level: 'state', group: 'sp', answeredBy: 'region', similar: 'SP' },
    });
    expect(unseen(['MG', 'south-east'])?.detail).toEqual({
      level: 'state',
      group: 'MG',
      answeredBy: 'region',
    });
    // The widest group that was not seen: all within it is unseen too.
    expect(unseen(['SP', 'south-eats'])?.detail).toEqual({
      level: 'region',
      group: 'south-eats',
      answeredBy: 'all',
      similar: 'south-east',
    });
    expect(unseen(['SP', 'south-east'])).toBeUndefined();
  });

  it('stand alone without shrinkage, and keep their guarantee then', () => {
    const of = capabilityByGroup(rows, { unit, levels, shrinkage: 0 });
    expect(of(['SP', 'south-east'])).toMatchObject({ kind: 'samples', n: 2, ranks: { n: 2 } });
    // The region's outcomes do not vouch for an unseen state.
    expect(of(['MG', 'south-east'])).toMatchObject({ kind: 'mixture', ranks: null });
    expect(of(['MG', 'south-east']).n).toBeCloseTo(3, 12);
    expect(of(['MG', 'south-east']).quantile(1)).toBe(15);
  });

  it('take the assumed shrinkage by default', () => {
    const { value, status } = capabilityDefaults.parameters.shrinkage;
    expect(status).toBe('assumed');
    const group = capabilityByGroup(rows, { unit, levels })(['SP', 'south-east']);
    expect(group.shares[0]?.weight).toBe(2 / (2 + value));
  });
});

it.each([
  [[{ value: -1, path: ['a', 'b'] }], {}, 'out-of-range', 'rows[0].value'],
  [[{ value: '1', path: ['a', 'b'] }], {}, 'wrong-type', 'rows[0].value'],
  [[{ value: 1, path: ['a'] }], {}, 'length-mismatch', 'rows[0].path'],
  [[{ value: 1, path: ['a', 7] }], {}, 'wrong-type', 'rows[0].path[1]'],
  [[{ value: 1 }], {}, 'missing', 'rows[0].path'],
  [[null], {}, 'wrong-type', 'rows[0]'],
  [[], {}, 'not-enough-data', 'rows'],
  [rows, { levels: [] }, 'out-of-range', 'options.levels'],
  [rows, { levels: Array.from({ length: 51 }, String) }, 'out-of-range', 'options.levels'],
  [rows, { shrinkage: -1 }, 'out-of-range', 'options.shrinkage'],
  [rows, { minimum: 2 }, 'unknown-name', 'options.minimum'],
])('refuses %j with %j', (given, more, code, path) => {
  const call = () => capabilityByGroup(given as never, { unit, levels, ...more });
  expect(refusal(call)).toMatchObject({ code, path });
});

it('refuses a path that leads nowhere', () => {
  const of = capabilityByGroup(rows, { unit, levels });
  expect(refusal(() => of(['SP']))).toMatchObject({ code: 'length-mismatch', path: 'path' });
});

it('refuses a path that cannot be read where it stands', () => {
  const path = new Proxy(['SP', 'south-east'], {
    get: () => {
      throw new Error('of the proxy');
    },
  });
  const inRows = refusal(() => capabilityByGroup([{ value: 9, path }], { unit, levels }));
  expect(inRows).toMatchObject({ code: 'wrong-type', path: 'rows' });
  const asked = refusal(() => capabilityByGroup(rows, { unit, levels })(path));
  expect(asked).toMatchObject({ code: 'wrong-type', path: 'path' });
});

it('refuses text where a path belongs, as long as the levels or not', () => {
  const one = { unit, levels: ['state'] };
  const of = capabilityByGroup([{ value: 9, path: ['A'] }], one);
  expect(refusal(() => of('A' as never))).toMatchObject({ code: 'wrong-type', path: 'path' });
  const rowsOfText = [{ value: 9, path: 'A' }] as never;
  const refused = refusal(() => capabilityByGroup(rowsOfText, one));
  expect(refused).toMatchObject({ code: 'wrong-type', path: 'rows[0].path' });
});

it.each([false, 0, null, undefined])('refuses an order under way: finished is %j', (finished) => {
  const more = [...rows, { value: 3, path: ['SP', 'south-east'], finished }];
  expect(refusal(() => capabilityByGroup(more, { unit, levels }))).toMatchObject({
    path: 'rows[5].finished',
    code: 'wrong-type',
    expected:
      'a finished order: leave one under way out, or give all to calibrateEstimates with estimates of 1',
  });
});

it('have orders under way counted by calibrateEstimates, where all estimates are 1', () => {
  const actuals = rows.map(({ value }) => value);
  const groups = rows.map(({ path: [state = ''] }) => state);
  const history = { estimates: actuals.map(() => 1), actuals, groups };
  const counted = (finished?: readonly boolean[]) =>
    calibrateEstimates(history, { unit, shrinkage: 2, finished })({ estimate: 1, group: 'SP' });
  const plain = rows.map(({ value, path: [state = ''] }) => ({ value, path: [state] }));
  const done = capabilityByGroup(plain, { unit, levels: ['state'], shrinkage: 2 })(['SP']);
  for (const t of [9, 11, 15, 24]) expect(counted().chance(t)).toBeCloseTo(done.chance(t), 12);
  expect(counted([false, true, true, true, true]).chance(9)).toBeLessThan(done.chance(9));
});

it('takes finished orders that say so', () => {
  const said = rows.map((row, i) => ({ ...row, finished: i % 2 ? true : '2026-03-05T18:40:00Z' }));
  const quantileOf = (orders: typeof rows) =>
    capabilityByGroup(orders, { unit, levels })(['SP', 'south-east']).quantile(0.5);
  expect(quantileOf(said)).toBe(quantileOf(rows));
});

describe('a group that was never seen', () => {
  const shops = ['north', 'south', 'shop 1', 'shop 12', 'hall a'].map((shop) => ({
    value: 9,
    path: [shop, 'Ohio'],
  }));
  const of = capabilityByGroup(shops, { unit, levels: ['shop', 'state'] });
  it.each([
    ['nroth', 'north'],
    ['North', 'north'],
    ['souht ', 'south'],
    ['west', undefined],
    // Numbers are taken at their word.
    ['shop 2', undefined],
    ['Shop-12', 'shop 12'],
    // So are words of a letter or two.
    ['hall b', undefined],
    ['Hall-A', 'hall a'],
    ['HallA', 'hall a'],
    ['halla', 'hall a'],
    ['', undefined],
    ['__proto__', undefined],
  ])('%j may be %j', (group, similar) => {
    const detail = { level: 'shop', group, answeredBy: 'state', ...(similar && { similar }) };
    expect(of([group, 'Ohio']).warnings).toEqual([{ code: 'unseen-group', detail }]);
  });

  it('is told from the wide end on, where names stop being known', () => {
    expect(of(['north', 'Ohoi']).warnings).toEqual([
      {
        code: 'unseen-group',
        detail: { level: 'state', group: 'Ohoi', answeredBy: 'all', similar: 'Ohio' },
      },
    ]);
  });
});

it('groups that weigh next to nothing leave what goes to JSON and back', () => {
  const rows = [
    { value: 16, path: ['s0', 'r0'] },
    { value: 25, path: ['s1', 'r1'] },
  ];
  const options = { unit: 'minutes', levels: ['state', 'region'], shrinkage: Number.MAX_VALUE };
  const capability = capabilityByGroup(rows, options)(['new', 'r0']);
  expect(
    reviveCapability(JSON.parse(JSON.stringify(capability)), [mixtureSource, samplesSource]).chance(
      20,
    ),
  ).toBe(capability.chance(20));
});

it.each([
  ['shrinkage', 0, 1e6],
  ['distantYears', 1, 1000],
] as const)('%s may be assumed from %d to %d', (name, least, most) => {
  const of = (value: number) =>
    adjustParameters(capabilityDefaults, 'tests/own', { [name]: value });
  for (const value of [least, most]) expect(of(value).parameters[name].value).toBe(value);
  for (const value of [least - 1, most + 1]) {
    expect(refusal(() => of(value)).code).toBe('out-of-range');
  }
});
