import { adjustParameters } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal';

const refuse = (...args: unknown[]) =>
  refusal(() => adjustParameters(...(args as Parameters<typeof adjustParameters>)));
const set = expectationDefaults;

// CONTRIBUTING, Versions: a set's id names its values for good.
describe('adjustParameters refuses', () => {
  it.each([set.id, '', undefined, 3])('the id %j, which names no new values', (id) => {
    expect(refuse(set, id, { tolerance: 0.1 })).toMatchObject({
      code: 'ambiguous',
      function: 'adjustParameters',
      path: 'id',
      value: id,
      expected: `a new name, since ${set.id} names its own values`,
    });
  });

  it.each([
    [undefined, 'missing', 'set'],
    [null, 'wrong-type', 'set'],
    [{ parameters: set.parameters }, 'missing', 'set.id'],
    [{ id: 'ours/1' }, 'missing', 'set.parameters'],
    [{ id: 'ours/1', parameters: { a: {} } }, 'missing', 'set.parameters.a.value'],
    [{ id: 'ours/1', parameters: { a: { value: 1 } } }, 'missing', 'set.parameters.a.unit'],
    [
      { id: 'ours/1', parameters: { a: { value: 1, unit: 'share' } } },
      'missing',
      'set.parameters.a.range',
    ],
    [{ id: 'ours/1', domain: { a: [0] }, parameters: {} }, 'out-of-range', 'set.domain.a'],
  ])('the set %j', (bad, code, path) => {
    expect(refuse(bad, 'ours/2', {})).toMatchObject({ code, function: 'adjustParameters', path });
  });

  it('a set that holds itself, of which there is no copy', () => {
    const endless: Record<string, unknown> = { ...set };
    endless.mine = endless;
    expect(refuse(endless, 'ours/2', {})).toMatchObject({
      code: 'wrong-type',
      function: 'adjustParameters',
      path: 'set',
    });
  });

  it.each([
    [null, 'wrong-type'],
    [undefined, 'missing'],
    [3, 'wrong-type'],
  ])('the values %j', (values, code) => {
    expect(refuse(set, 'ours/2', values)).toMatchObject({
      code,
      path: 'values',
      value: values,
      expected: 'an object',
    });
  });

  it.each([
    [{ status: 'guessed', source: 'me' }, 'unknown-name', 'provenance.status'],
    [{ status: 'assumed' }, 'missing', 'provenance.source'],
    [{ status: 'assumed', source: 'me', by: 'me' }, 'unknown-name', 'provenance.by'],
    [null, 'wrong-type', 'provenance'],
  ])('the provenance %j', (provenance, code, path) => {
    expect(refuse(set, 'ours/2', {}, provenance)).toMatchObject({ code, path });
  });
});

describe('adjustParameters keeps', () => {
  it('the domain of a fitted set, whose fit is no longer that of its numbers', () => {
    const fit = { data: 'ours', licence: 'none', n: 9, converged: true };
    const fitted = { ...set, fit, domain: { days: [0, 30] as const } };
    const { domain, ...adjusted } = adjustParameters(fitted, 'ours/2', { tolerance: 0.1 });
    expect(domain).toEqual({ days: [0, 30] });
    expect(adjusted).not.toHaveProperty('fit');
    expect(adjusted.setting).toBe(set.setting);
  });
});
