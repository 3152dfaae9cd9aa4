import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { door } from '../../src/input/door';
import { read } from '../../src/input/read';
import { readWith } from '../../src/input/read-with';
import { notEnough, notIdentified, refuse } from '../../src/input/refusal';
import { refusal } from '../core/refusal';

describe('a door', () => {
  it('gives what its body gives', () => {
    expect(door('f', () => 7)).toBe(7);
  });

  it('names what is refused behind it', () => {
    const call = () => door('f', () => refuse('a.b', 3, 'less'));
    expect(refusal(call)).toMatchObject({
      function: 'f',
      path: 'a.b',
      value: 3,
      code: 'out-of-range',
      message: 'f: a.b is 3; expected less',
    });
  });

  it('lets an inner door win', () => {
    const inner = () => door('capability.quantile', () => notIdentified('p', 0.99, 0.8));
    expect(refusal(() => door('planPromise', inner))).toMatchObject({
      function: 'capability.quantile',
      code: 'not-identified',
    });
  });

  it('passes on what is no refusal, such as what a function of the caller throws', () => {
    const own = new Error('mine');
    const call = () =>
      door('f', () => {
        throw own;
      });
    expect(call).toThrow(own);
  });

  it('says how many are needed and how many there are', () => {
    const call = () => door('f', () => notEnough('samples', { needed: 9, available: 3 }, 'a fit'));
    expect(refusal(call)).toMatchObject({
      code: 'not-enough-data',
      message: 'f: samples holds 3; expected at least 9 for a fit',
    });
  });

  it('has a stack that begins at the door, with the message of the error', () => {
    let stack = '';
    try {
      door('f', () => refuse('a', 3, 'less'));
    } catch (error) {
      stack = (error as Error).stack ?? '';
    }
    const [message, first] = stack.split('\n');
    expect(message).toContain('f: a is 3; expected less');
    expect(first).toContain('door.test.ts');
  });
});

describe('a reader as a schema value', () => {
  const positive = readWith((x: number) =>
    Number(x) > 0 ? x : refuse('inner[3]', x, 'above 0', 'out-of-range'),
  );
  const schema = z.strictObject({ list: z.array(positive), on: z.optional(positive) });
  const reading = (input: unknown) =>
    refusal(() => door('f', () => read(schema, input, 'options')));

  it('gives what was read', () => {
    expect(read(schema, { list: [1, 2] })).toEqual({ list: [1, 2] });
    expect(read(positive, 5)).toBe(5);
  });

  it('refuses at its own place, and by its own words', () => {
    expect(reading({ list: [1, -1] })).toMatchObject({
      path: 'options.list[1].inner[3]',
      value: -1,
      expected: 'above 0',
      code: 'out-of-range',
    });
    expect(refusal(() => door('f', () => read(positive, -1, 'x')))).toMatchObject({
      path: 'x.inner[3]',
    });
    expect(refusal(() => door('f', () => read(positive, -1)))).toMatchObject({ path: 'inner[3]' });
  });

  it('tells zod what was expected, for who parses without a door', () => {
    const { error } = z.safeParse(positive, -1);
    expect(error?.issues[0]?.message).toBe('above 0');
  });

  it('describes itself as JSON where a description is given, and fails to where none is', () => {
    const described = readWith((x: string) => x, { type: 'string', format: 'date-time' });
    expect(z.toJSONSchema(z.object({ at: described }))).toMatchObject({
      properties: { at: { type: 'string', format: 'date-time' } },
    });
    expect(() => z.toJSONSchema(positive)).toThrow();
  });

  it('passes on what is no refusal', () => {
    const broken = readWith(() => {
      throw new TypeError('mine');
    });
    expect(refusal(() => door('f', () => read(broken, 1, 'a')))).toMatchObject({
      path: 'a',
      code: 'wrong-type',
    });
  });
});
