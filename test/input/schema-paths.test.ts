import { backtestOrderSchema } from 'overdeliver/backtest';
import { businessCalendarSchema } from 'overdeliver/calendar';
import { datedOrderSchema } from 'overdeliver/capability';
import { expectationDefaults, expectationParametersSchema } from 'overdeliver/expectation';
import { purchaseSchema } from 'overdeliver/lifetime';
import { answersSchema, instrumentSchema, servqualInstrument } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keysAlong } from '../../src/input/path-keys';

const at = '2026-03-02T10:00:00Z';
const number = (value: number) => ({ ...expectationDefaults.parameters.signalSd, value });
const changed = (name: string, value: number) => ({
  ...expectationDefaults,
  parameters: { ...expectationDefaults.parameters, [name]: number(value) },
});
const servqual = servqualInstrument();

describe('a fault in a list names the field', () => {
  it.each<[string, z.core.$ZodType, unknown, PropertyKey[]]>([
    ['a date of a purchase', purchaseSchema, { customer: 'Ada', at: 'June' }, ['at']],
    ['a purchase without a customer', purchaseSchema, { at }, ['customer']],
    ['no purchase at all', purchaseSchema, 7, []],
    ['an end of an order', datedOrderSchema, { started: at, finished: 'then' }, ['finished']],
    ['a misspelt column', datedOrderSchema, { started: at, finised: at }, ['finised']],
    ['an order of the past', backtestOrderSchema, { id: 'a', started: at, due: 'June' }, ['due']],
    [
      'a feature with a full stop in its name',
      backtestOrderSchema,
      { id: 'a', started: at, features: { 'temp.max': Number.NaN, temp: 3 } },
      ['features', 'temp.max'],
    ],
    [
      'hours of a calendar',
      businessCalendarSchema,
      { zone: 'UTC', open: { monday: ['09:00-12:00', '13-14'] } },
      ['open', 'monday', 1],
    ],
    ['a zone of a calendar', businessCalendarSchema, { zone: 'Berlin' }, ['zone']],
    [
      'a number of a set',
      expectationParametersSchema,
      changed('signalSd', -1),
      ['parameters', 'signalSd'],
    ],
    [
      'what no set has',
      expectationParametersSchema,
      { ...expectationDefaults, extra: 1 },
      ['extra'],
    ],
    [
      'a learnt weight',
      expectationParametersSchema,
      changed('first-use.luck', 1),
      ['parameters', 'first-use.luck'],
    ],
    [
      'an item',
      instrumentSchema,
      { id: 'x', items: [{ kind: 'text', id: 'a', text: '' }, { kind: 'text' }] },
      ['items', 1, 'id'],
    ],
    ['an answer', answersSchema(servqual), { 'expected.empathy.1': 8 }, ['expected.empathy.1']],
  ])('%s', (_, schema, bad, path) => {
    const paths = (error: z.core.$ZodError | undefined) => error?.issues.map((issue) => issue.path);
    expect(paths(z.safeParse(schema, bad).error)).toContainEqual(path);
    const list = z.object({ rows: z.array(schema as z.ZodType) });
    expect(paths(list.safeParse({ rows: [bad] }).error)).toContainEqual(['rows', 0, ...path]);
  });
});

describe('the keys along a path', () => {
  it.each<[string, unknown, PropertyKey[]]>([
    ['', {}, []],
    ['a.b[3].c', undefined, ['a', 'b', 3, 'c']],
    ['[3].c', [], [3, 'c']],
    ['a.b.c', { a: { 'b.c': 1, b: 1 } }, ['a', 'b.c']],
    ['a.b.c', { a: { 'b.cd': 1 } }, ['a', 'b', 'c']],
    ['a.b.c', { a: { b: 1, 'b.c': 1 } }, ['a', 'b.c']],
    ['a.b', { b: 1, a: {} }, ['a', 'b']],
    ['ab.c', { a: 1 }, ['ab', 'c']],
    ['a[3]', { 'a[3]': 1 }, ['a[3]']],
    ['a.b', 'text', ['a', 'b']],
    ['.b', { '': 1 }, ['.b']],
    ['a.b', new Float64Array(3), ['a', 'b']],
    ['policies.x()', { policies: {} }, ['policies', 'x()']],
  ])('%s', (path, value, keys) => {
    expect(keysAlong(path, value)).toEqual(keys);
  });
});
