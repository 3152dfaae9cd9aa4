import { byDay, byMonth, byWeek, keptRate, keptRates } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { made, on, recorded } from './given';

const ledger = recorded([made('open', 1, 5)]);
const invalid = new Date(Number.NaN);

describe('keptRate and keptRates refuse', () => {
  const asOf = on(9);
  it.each<[unknown, string, string]>([
    [undefined, 'missing', 'options'],
    [{}, 'missing', 'options.asOf'],
    [{ asOf: invalid }, 'wrong-type', 'options.asOf'],
    [{ asOf: '2026-01-09' }, 'wrong-type', 'options.asOf'],
    [{ asOf, from: on(5), to: on(4) }, 'date-order', 'options.to'],
    [{ asOf, from: invalid }, 'wrong-type', 'options.from'],
    [{ asOf, promise: 'revised' }, 'unknown-name', 'options.promise'],
    [{ asOf, confidence: 1 }, 'out-of-range', 'options.confidence'],
    [{ asOf, confidence: 0 }, 'out-of-range', 'options.confidence'],
    [{ asOf, confidence: '.9' }, 'wrong-type', 'options.confidence'],
    [{ asOf, asof: asOf }, 'unknown-name', 'options.asof'],
  ])('%o', (options, code, path) => {
    const one = refusal(() => keptRate(ledger, options as never));
    expect(one).toMatchObject({ function: 'keptRate', code, path });
    const by = () => '';
    const given = options === undefined ? options : { ...(options as object), by };
    const rows = refusal(() => keptRates(ledger, given as never));
    expect(rows).toMatchObject({ function: 'keptRates', code, path });
  });

  it('groups that are no function, or do not return text', () => {
    expect(refusal(() => keptRate(ledger, { asOf, by: () => '' } as never)).code).toBe(
      'unknown-name',
    );
    const rows = (by: unknown) => refusal(() => keptRates(ledger, { asOf, by } as never));
    expect(rows(undefined)).toMatchObject({ code: 'missing', path: 'options.by' });
    expect(rows('segment')).toMatchObject({ code: 'wrong-type', path: 'options.by' });
    expect(rows(() => 3)).toMatchObject({
      code: 'wrong-type',
      path: 'options.by',
      expected: 'a function that returns text',
    });
  });
});

it.each([
  ['byDay', byDay],
  ['byWeek', byWeek],
  ['byMonth', byMonth],
])('%s refuses what is no zone', (fn, group) => {
  const refused = (zone: unknown) => refusal(() => group(zone as string));
  expect(refused('Mars/Olympus')).toMatchObject({
    function: fn,
    code: 'unknown-name',
    path: 'zone',
  });
  expect(refused(undefined)).toMatchObject({ function: fn, code: 'missing', path: 'zone' });
  expect(refused(5)).toMatchObject({ function: fn, code: 'wrong-type', path: 'zone' });
});
