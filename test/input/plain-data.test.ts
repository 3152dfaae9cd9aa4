import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { door } from '../../src/input/door';
import { onceFrozen } from '../../src/input/frozen';
import { limits } from '../../src/input/limits';
import { listOf } from '../../src/input/list-of';
import { misspeltAmong, rowOf } from '../../src/input/rows';
import { unfitIn } from '../../src/input/unfit';
import { checkVersion } from '../../src/input/version';
import { refusal } from '../core/refusal';

const nothing = { code: 'missing', expected: 'a value, not a hole' };

describe('a list', () => {
  const read = (list: unknown, expected?: string) =>
    door('f', () => listOf('rows', list as readonly unknown[], expected));

  it('is copied as it stands, undefined places too', () => {
    const given = [1, undefined, null];
    expect(read(given)).toEqual(given);
    expect(read(given)).not.toBe(given);
  });

  it('is an array without holes, of no more than can be meant', () => {
    const tooLong = { code: 'out-of-range', expected: 'a length of at most 100000000' };
    expect(refusal(() => read(undefined))).toMatchObject({ code: 'missing', path: 'rows' });
    expect(refusal(() => read(3, 'a list'))).toMatchObject({
      code: 'wrong-type',
      expected: 'a list',
    });
    const holed = [1, 2];
    delete holed[1];
    expect(refusal(() => read(holed))).toMatchObject({ ...nothing, path: 'rows[1]' });
    expect(refusal(() => read(new Array(limits.column + 1)))).toMatchObject(tooLong);
    expect(refusal(() => read(new Array(limits.column)))).toMatchObject(nothing);
  });
});

describe('what no schema goes through', () => {
  it('is a hole, however deep in plain data', () => {
    const holed = [1, 2];
    delete holed[0];
    const path = ['a', 1, 'b', 0];
    const { expected } = nothing;
    expect(unfitIn({ a: [null, { b: holed }] })).toEqual({ path, expected });
    expect(unfitIn({ a: [undefined, { b: [undefined] }], c: 'text' })).toBeUndefined();
  });

  it('is what lies deeper than can be meant', () => {
    const nested = (depth: number) => {
      let data: unknown = 'text';
      for (let i = 0; i < depth; i++) data = i % 2 ? { a: data } : [data];
      return data;
    };
    expect(unfitIn(nested(limits.depth + 1))).toBeUndefined();
    const deep = unfitIn(nested(limits.depth + 2));
    expect(deep?.expected).toBe('data nested at most 500 deep');
    expect(deep?.path).toHaveLength(limits.depth + 1);
    expect(deep?.path.slice(0, 2)).toEqual(['a', 0]);
  });

  it('is looked for once in what holds itself, and not in instances', () => {
    const ring: Record<string, unknown> = { list: [] };
    ring.self = ring;
    expect(unfitIn(ring)).toBeUndefined();
    const instance = Object.assign(new (class Row {})(), { list: new Array(1) });
    expect(unfitIn(instance)).toBeUndefined();
    expect(unfitIn(Object.assign(Object.create(null), { list: new Array(1) }))).toBeDefined();
  });

  it('is not looked for again in frozen data of which something is remembered', () => {
    let made = 0;
    const remember = onceFrozen(() => ++made);
    const frozen = Object.freeze({ list: Object.freeze(new Array(1)) });
    expect(unfitIn(frozen)).toBeDefined();
    expect([remember(frozen), remember(frozen)]).toEqual([1, 1]);
    expect(unfitIn(frozen)).toBeUndefined();
  });
});

describe('the names of rows', () => {
  it('are held against each row, though those that mean nothing are looked at once', () => {
    const misspelt = misspeltAmong(['stage', 'at']);
    expect(misspelt({ stage: 1, at: 2, state: 3, note: 4 })).toBeUndefined();
    expect(misspelt({ state: 3, at: 2, note: 4 })).toBe('state');
    expect(misspelt({ note: 4, at: 2, stage: 1 })).toBeUndefined();
    expect(misspelt({ stages: 4, at: 2 })).toBe('stages');
  });

  it('may be other words for them, where they are not given', () => {
    const misspelt = misspeltAmong(['at', 'kind'], { words: { when: 'at' } });
    expect(misspelt({ when: 1 })).toBe('when');
    expect(misspelt({ when: 1, at: 2 })).toBeUndefined();
    expect(misspelt({ when: 1, kind: 2 })).toBe('when');
  });

  it('are not those of a list, nor of nothing', () => {
    const row = rowOf({ a: z.number() }, 'a row');
    for (const none of [null, undefined, 3, 'text', () => 3]) {
      const { error } = row.safeParse(none);
      expect(error?.issues.map(({ message }) => message)).toEqual(['a row']);
    }
    expect(row.safeParse({ a: 1, note: 2 }).data).toEqual({ a: 1 });
    expect(row.safeParse({ A: 1 }).error?.issues.map(({ path }) => path)).toContainEqual(['A']);
  });
});

describe('stored data of another version', () => {
  const read = (version: unknown, path: string, known?: number, oldest?: number) =>
    door('f', () => checkVersion(path, { version }, known, oldest));

  it.each([
    [2, '', undefined, undefined, 'version', 'version 1'],
    [0, 'json', undefined, undefined, 'json.version', 'version 1'],
    [1.5, 'json', 2, 1, 'json.version', 'version 1 or 2'],
    [3, 'json', 3, undefined, null, null],
    [2, 'json', 3, undefined, 'json.version', 'version 3'],
  ])('%d at %j, of which %s is known', (version, path, known, oldest, at, expected) => {
    const call = () => read(version, path, known, oldest);
    if (at === null) expect(call).not.toThrow();
    else expect(refusal(call)).toMatchObject({ code: 'unknown-version', path: at, expected });
  });

  it('is told from data without one', () => {
    expect(() => read('2', 'json')).not.toThrow();
    expect(() => door('f', () => checkVersion('json', null))).not.toThrow();
  });
});
