import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dateSchema, epochOf, readEpoch } from '../../src/input/date';
import { door } from '../../src/input/door';
import { read } from '../../src/input/read';
import { aDate, refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const at = Date.UTC(2026, 2, 2, 18, 0, 0, 250);

describe('a date', () => {
  it.each([
    ['a Date', new Date(at)],
    ['milliseconds since 1970', at],
    ['text with Z', '2026-03-02T18:00:00.250Z'],
    ['text with an offset', '2026-03-02T19:00:00.250+01:00'],
    ['text with an offset behind, over midnight', '2026-03-02T13:30:00.250-04:30'],
    ["one of Temporal's instants", { epochMilliseconds: at }],
    ['milliseconds with a fraction', at + 0.75],
  ])('may be %s', (_, given) => {
    expect(epochOf(given)).toBe(at);
    expect(door('f', () => read(dateSchema, given, 'at'))).toEqual(new Date(at));
  });

  it('is a copy, so that a Date that changes later changes nothing', () => {
    const given = new Date(at);
    const own = read(dateSchema, given);
    given.setTime(0);
    expect(own.getTime()).toBe(at);
  });

  it.each<[string, unknown]>([
    ['text without an offset, which would mean the zone of the host', '2026-03-02T18:00:00'],
    ['a day', '2026-03-02'],
    ['a day that there is not', '2026-02-30T00:00:00Z'],
    ['the 29th of February in a year without', '2025-02-29T12:00:00+01:00'],
    ['an hour that there is not', '2026-03-02T24:00:00Z'],
    ['an offset that there is not', '2026-03-02T18:00:00+24:00'],
    ['a year of two digits', '26-03-02T18:00:00Z'],
    ['text of another kind', 'Mon, 02 Mar 2026 18:00:00 GMT'],
    ['a number as text', String(at)],
    ['an invalid Date', new Date(Number.NaN)],
    ['NaN', Number.NaN],
    ['more milliseconds than a Date holds', 8.64e15 + 1],
    ['null', null],
    ['a bigint', 5n],
    ['an object', { epochMilliseconds: '5' }],
    [
      'an object that throws',
      {
        get epochMilliseconds() {
          throw new Error('mine');
        },
      },
    ],
  ])('is not %s', (_, given) => {
    expect(refusal(() => door('f', () => readEpoch('at', given)))).toMatchObject({
      function: 'f',
      path: 'at',
      code: 'wrong-type',
      expected: aDate,
    });
  });

  it('is missing where there is none', () => {
    expect(refusal(() => door('f', () => readEpoch('at', undefined))).code).toBe('missing');
  });

  it('comes back from its own text, whatever the year', () => {
    holds(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(epochOf(date.toISOString())).toBe(date.getTime());
      }),
      500,
    );
  });

  it('describes itself as text with an offset', () => {
    expect(z.toJSONSchema(z.object({ at: dateSchema }))).toMatchObject({
      properties: { at: { type: 'string', format: 'date-time' } },
    });
  });
});
