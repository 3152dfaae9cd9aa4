import { type CustomerHistory, classifyStage } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { aDate, refusal } from '../core/refusal';
import { tuned } from './given';

const on = (date: string) => new Date(`${date}T00:00:00Z`);
const firstPurchase = on('2026-01-10');
const asOf = on('2026-06-01');
const refuse = (history: unknown, options: unknown = { asOf }) =>
  refusal(() => classifyStage(history as CustomerHistory, options as { asOf: Date }));
const none = { firstPurchase: null, uses: [] };

describe('classifyStage refuses dates out of order', () => {
  const bought = 'a date on or after the first purchase (2026-01-10T00:00:00.000Z)';

  it('a date before the first purchase', () => {
    const early = new Date(firstPurchase.getTime() - 1);
    expect(refuse({ firstPurchase, uses: [] }, { asOf: early })).toMatchObject({
      code: 'date-order',
      function: 'classifyStage',
      path: 'options.asOf',
      value: early,
      expected: `${bought}; for someone who had not bought by then, firstPurchase: null`,
    });
  });

  it('a use before the first purchase', () => {
    const early = new Date(firstPurchase.getTime() - 1);
    expect(refuse({ firstPurchase, uses: [on('2026-02-01'), early] })).toMatchObject({
      code: 'date-order',
      path: 'history.uses[1]',
      value: early,
      expected: bought,
    });
  });

  it('a use after the date in question', () => {
    const late = new Date(asOf.getTime() + 1);
    expect(refuse({ firstPurchase, uses: [late] })).toMatchObject({
      code: 'date-order',
      path: 'history.uses[0]',
      value: late,
      expected: 'a date up to asOf (2026-06-01T00:00:00.000Z)',
    });
  });

  it('a use without a first purchase', () => {
    expect(refuse({ firstPurchase: null, uses: [on('2026-02-01')] })).toMatchObject({
      code: 'missing',
      path: 'history.firstPurchase',
      value: null,
      expected: 'a date, since there are uses',
    });
  });
});

describe('classifyStage refuses what is no date', () => {
  const invalid = new Date(Number.NaN);

  it.each([
    [{ firstPurchase: invalid, uses: [] }, 'wrong-type', 'history.firstPurchase', invalid, aDate],
    [
      { firstPurchase: '2026-01-10', uses: [] },
      'wrong-type',
      'history.firstPurchase',
      '2026-01-10',
      aDate,
    ],
    [{ uses: [] }, 'missing', 'history.firstPurchase', undefined, aDate],
    [
      { firstPurchase, uses: [firstPurchase, invalid] },
      'wrong-type',
      'history.uses[1]',
      invalid,
      aDate,
    ],
    [{ firstPurchase, uses: ['0'] }, 'wrong-type', 'history.uses[0]', '0', aDate],
    [{ firstPurchase, uses: null }, 'wrong-type', 'history.uses', null, 'an array'],
    [{ firstPurchase }, 'missing', 'history.uses', undefined, 'an array'],
    [{ ...none, Uses: 2 }, 'unknown-name', 'history.Uses', 2, 'one of firstPurchase, uses'],
    [
      null,
      'wrong-type',
      'history',
      null,
      'a history as { firstPurchase, uses }; for someone who has not bought, { firstPurchase: null, uses: [] }',
    ],
    [
      undefined,
      'missing',
      'history',
      undefined,
      'a history as { firstPurchase, uses }; for someone who has not bought, { firstPurchase: null, uses: [] }',
    ],
  ])('%j', (history, code, path, value, expected) => {
    expect(refuse(history)).toMatchObject({
      code,
      function: 'classifyStage',
      path,
      value,
      expected,
    });
  });

  it.each([
    [{ asOf: invalid }, 'wrong-type', 'options.asOf', invalid],
    [{ asOf: '2026-06-01' }, 'wrong-type', 'options.asOf', '2026-06-01'],
    [{}, 'missing', 'options.asOf', undefined],
    [undefined, 'missing', 'options', undefined],
    [null, 'wrong-type', 'options', null],
  ])('%j as options', (options, code, path, value) => {
    const call = () => classifyStage(none, options as never);
    expect(refusal(call)).toMatchObject({ code, function: 'classifyStage', path, value });
  });
});

describe('classifyStage refuses the zone', () => {
  it.each(['Mars/Olympus', '', ' ', 'GMT+3', 'constructor', '__proto__', '+99:99'])(
    '%j',
    (zone) => {
      expect(refuse({ firstPurchase, uses: [] }, { asOf, zone })).toMatchObject({
        code: 'unknown-name',
        function: 'classifyStage',
        path: 'options.zone',
        value: zone,
        expected: 'an IANA time zone such as Europe/Berlin',
      });
      expect(refuse(none, { asOf, zone }).code).toBe('unknown-name');
    },
  );

  it.each([null, 5])('%j, which is no name', (zone) => {
    expect(refuse(none, { asOf, zone })).toMatchObject({
      code: 'wrong-type',
      path: 'options.zone',
      value: zone,
      expected: 'an IANA time zone such as Europe/Berlin',
    });
  });

  it('none that is undefined', () => {
    const known = { firstPurchase, uses: [] };
    expect(classifyStage(known, { asOf, zone: undefined })).toEqual(classifyStage(known, { asOf }));
  });
});

describe('a settling-in time', () => {
  it('of part of a day is not cut to none', () => {
    const { stage } = classifyStage(
      { firstPurchase, uses: [firstPurchase] },
      { asOf: firstPurchase, parameters: tuned({ settlingInDays: 0.9, minimumUses: 1 }) },
    );
    expect(stage).toBe('first-use');
  });
});
