import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checkUnits, dateSchema, epochOf, isCalendarDate } from '../../src/input/date';
import { isOfToday, otherUnits } from '../../src/input/date-units';
import { door } from '../../src/input/door';
import { foldsOption, resamplesOption, seedOption } from '../../src/input/fit-options';
import { inside } from '../../src/input/inside';
import { numberAdvice, unitConverted } from '../../src/input/number-advice';
import { keysAlong } from '../../src/input/path-keys';
import { read } from '../../src/input/read';
import { readWith } from '../../src/input/read-with';
import { makerAdvice, refuse } from '../../src/input/refusal';
import { kindText, recordOf, typedColumn } from '../../src/input/schemas';
import { refusal } from '../core/refusal';

const refused = (schema: z.core.$ZodType, given: unknown) => {
  const { code, path, expected } = refusal(() => door('f', () => read(schema, given, 'it')));
  return [code, path, expected];
};
const numberOrText = z.union([z.number(), z.string()]);

describe('what a schema without words of its own wants', () => {
  it.each<[string, z.core.$ZodType, unknown, string[]]>([
    ['a number', z.number(), '3', ['wrong-type', 'it', 'a finite number']],
    ['a finite one', z.number(), Number.NaN, ['out-of-range', 'it', 'a finite number']],
    ['a whole one', z.int(), 1.5, ['wrong-type', 'it', 'a whole number']],
    ['no more than is exact', z.int(), 2 ** 53, ['out-of-range', 'it', `at most ${2 ** 53 - 1}`]],
    ['nor less', z.int(), -(2 ** 53), ['out-of-range', 'it', `at least ${1 - 2 ** 53}`]],
    ['something', z.custom(() => false), 3, ['out-of-range', 'it', 'another value']],
    [
      'what has fields, those that must be there',
      z.object({ id: z.string(), at: z.number(), note: z.optional(z.string()) }),
      3,
      ['wrong-type', 'it', 'an object with id, at'],
    ],
    [
      'what may have fields',
      z.object({ note: z.optional(z.string()) }),
      null,
      ['wrong-type', 'it', 'an object'],
    ],
    ['one of two kinds', numberOrText, null, ['wrong-type', 'it', 'a finite number, or a string']],
    [
      'a finite number or text',
      z.union([z.string(), z.number()]),
      Number.POSITIVE_INFINITY,
      ['out-of-range', 'it', 'a string, or a finite number'],
    ],
    [
      'of two kinds the one that came nearest, by what it holds',
      z.union([z.number(), z.object({ level: z.number() })]),
      { level: 'high' },
      ['wrong-type', 'it.level', 'a finite number'],
    ],
    [
      'or by its range',
      z.union([z.string(), z.number().check(z.gte(0, 'a number of at least 0'))]),
      -1,
      ['out-of-range', 'it', 'a number of at least 0'],
    ],
    [
      'or by its name',
      z.union([z.number(), z.enum(['low', 'high'])]),
      'middle',
      ['unknown-name', 'it', 'one of low, high'],
    ],
  ])('%s', (_, schema, given, said) => {
    expect(refused(schema, given)).toEqual(said);
  });

  it.each(['q1', '1st', 'x'])('knows no name %s', (name) => {
    const [code, path] = refused(z.strictObject({}), { [name]: 1 });
    expect([code, path]).toEqual(['unknown-name', `it.${name}`]);
  });

  it.each(['0', '10'])('and takes %s for a place in a list, which is no name', (place) => {
    expect(refused(z.strictObject({}), { [place]: 1 })[0]).toBe('wrong-type');
  });
});

describe('before any schema', () => {
  it('nothing in a list is missing, and what lies too deep is out of range', () => {
    let deep: unknown = 3;
    for (let i = 0; i < 600; i++) deep = [deep];
    expect(refused(z.unknown(), { list: new Array(1) }).slice(0, 2)).toEqual([
      'missing',
      'it.list[0]',
    ]);
    expect(refused(z.unknown(), deep)[0]).toBe('out-of-range');
  });
});

describe('a reader as a schema', () => {
  it('refuses at the place in its value, also inside something else', () => {
    const third = readWith((list: readonly number[]) => refuse('[2]', list[2], 'a third'));
    const schema = z.object({ all: third });
    expect(refused(schema, { all: [1, 2, 3] })).toEqual(['out-of-range', 'it.all[2]', 'a third']);
    const call = () => inside('more', () => inside('', () => read(schema, { all: [] }, 'it')));
    expect(refusal(() => door('f', call)).path).toBe('more.it.all[2]');
    const place = () => inside('rows', () => refuse('[3]', 1, 'a row'));
    expect(refusal(() => door('f', place)).path).toBe('rows[3]');
    const whole = () => inside('rows', () => refuse('', 1, 'a row'));
    expect(refusal(() => door('f', whole)).path).toBe('rows');
    expect(refusal(() => door('f', () => inside('', () => refuse('at', 1, 'x')))).path).toBe('at');
  });

  it('lets errors through that are not its own', () => {
    const mine = new RangeError('mine');
    const broken = () => {
      throw mine;
    };
    expect(() => z.parse(readWith(broken), 3)).toThrow(mine);
    expect(() => inside('it', broken)).toThrow(mine);
  });

  it('is not asked for the last value on the way again, which may throw', () => {
    const throwing = {
      get at(): never {
        throw new Error('mine');
      },
    };
    expect(keysAlong('at', throwing)).toEqual(['at']);
  });
});

describe('a record', () => {
  const levels = recordOf(z.number(), 'levels by name');
  it('may have any name under which it is still taken for one', () => {
    expect(read(levels, { constructor: 3, safety: 4 })).toEqual({ constructor: 3, safety: 4 });
    expect(refused(levels, { constructor: () => 3 }).slice(0, 2)).toEqual([
      'unknown-name',
      'it.constructor',
    ]);
  });
  it.each([null, 3, 'text'])('is not %s', (none) => {
    expect(refused(levels, none)).toEqual(['wrong-type', 'it', 'levels by name']);
  });
});

it.each([
  ['of another type', new Float32Array(1)],
  ['that only poses as one', Object.create(Float64Array.prototype)],
  ['of plain numbers', [1]],
])('a typed column is not one %s', (_, given) => {
  const column = typedColumn(Float64Array, 'a Float64Array');
  expect(refused(column, given)).toEqual(['wrong-type', 'it', 'a Float64Array']);
});

it('records that are told apart by kind want one of them, or a kind that there is', () => {
  const kinds = z.discriminatedUnion(
    'kind',
    [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })],
    kindText('an event with kind', 'one of a, b'),
  );
  expect(refused(kinds, 3)).toEqual(['wrong-type', 'it', 'an event with kind']);
  expect(refused(kinds, { kind: 'c' })).toEqual(['unknown-name', 'it.kind', 'one of a, b']);
});

describe('the options of every fit', () => {
  it.each<[string, () => z.core.$ZodType, number, number, string]>([
    ['folds', foldsOption, 3, 20, 'a whole number of folds from 3 to 20'],
    ['resamples', resamplesOption, 100, 5000, 'a whole number of resamples from 100 to 5000'],
    ['the seed', seedOption, 0, 2 ** 53 - 1, 'a whole number from 0 to 2^53 - 1'],
  ])('%s', (_, option, least, most, text) => {
    for (const fine of [least, most, undefined]) expect(read(option, fine)).toBe(fine);
    for (const off of [least - 1, most + 1, least + 0.5])
      expect(refused(option(), off)[2]).toBe(text);
  });
});

describe('what to do about a text in place of a number', () => {
  it.each([
    'a number',
    'a level from 0 to 100',
    'a share below 1',
    'a duration',
    'days, at least 2',
    'an answer from 1 to 7',
    'a change from -1 to 1',
    'euros from 0.5 to 1,000',
  ])('is said where %s was expected', (expected) => {
    expect(numberAdvice('3,5', expected)).toContain('write 3.5 for 3,5');
  });

  it.each([
    'an object with level, weight',
    'an array of at least 2',
    'one of fast, slow',
    'a name taken from the list',
  ])('but not where %s was', (expected) => {
    expect(numberAdvice('3,5', expected)).toBe('');
  });

  it.each(['€12', '€ 12', '12 kg'])('with its unit: %s', (text) => {
    expect(numberAdvice(text, 'a number')).toContain('take off its unit');
  });

  it('and nothing of text with a number inside', () => {
    expect(numberAdvice('about 3 kg', 'a number')).toBe('');
  });

  it('with the unit of a duration', () => {
    expect(unitConverted('8 weeks')).toContain('write it in the unit');
    expect(unitConverted('8')).toBe('');
  });

  it('is left out where another code than that of a type was said', () => {
    const call = () => refuse('it', '3,5', 'one of level, share', 'unknown-name');
    expect(refusal(() => door('f', call)).message.endsWith('level, share')).toBe(true);
  });

  it('is to call what makes a function, where that was given in place of its answer', () => {
    const maker = () => () => 3;
    expect(makerAdvice(maker(), 'cuiAttraction(7)')).toBe(
      'call what makes one, as in cuiAttraction(7)',
    );
    expect(makerAdvice('text', 'cuiAttraction(7)')).toBeUndefined();
  });
});

describe('instants', () => {
  it('reach as far as a Date, and none is a negative zero', () => {
    for (const time of [8.64e15, -8.64e15]) expect(epochOf(time)).toBe(time);
    expect(epochOf(-0.5)).toBe(0);
    expect(epochOf('2026-03-02T18:00:00+23:00')).toBe(Date.UTC(2026, 2, 1, 19));
  });

  it('of calendars are from 1900 to 9000', () => {
    const [first, end] = [Date.UTC(1900, 0, 1), Date.UTC(9001, 0, 1)];
    expect([first - 1, first, end - 1, end].map(isCalendarDate)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('tell each other the unit they are in', () => {
    const [serial, seconds, late] = [46_082, 1.7e9, Date.UTC(2026)];
    const units = (...dates: (number | null)[]) =>
      door('f', () =>
        checkUnits(dates.map((at, i) => [`[${i}]`, at === null ? null : read(dateSchema, at)])),
      );
    const where = (...dates: (number | null)[]) => refusal(() => units(...dates)).path;
    expect(where(null, serial, late, null)).toBe('[1]');
    expect(where(late, null, serial)).toBe('[2]');
    // Of two alike the first is told.
    expect(where(seconds, seconds)).toBe('[0]');
    expect(() => units()).not.toThrow();
    expect(() => units(null, null)).not.toThrow();
    // On a clock that begins at 0 it is a time like others.
    expect(() => units(serial, null, 80_000)).not.toThrow();
  });

  it('of early 1970 are of another unit from 1980 on', () => {
    const turn = Date.UTC(1980, 0, 1);
    expect([isOfToday(turn - 1), isOfToday(turn)]).toEqual([false, true]);
    const isOther = (time: number, until: number) =>
      otherUnits(until).some(([from, to]) => time >= from && time < to);
    const times = [46_082, 20_260_305, 1.7e9, 1.7e15, Date.UTC(2026)];
    expect(times.map((time) => isOther(time, turn))).toEqual([true, true, true, true, false]);
    expect(times.map((time) => isOther(time, turn - 1))).toEqual(
      times.map((time) => time === 1.7e15),
    );
  });
});
