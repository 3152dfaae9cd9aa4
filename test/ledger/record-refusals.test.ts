import { keptRate, type Ledger, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
import { promiseHistory } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { cancelled, delivered, made, on, recorded, revised } from './given';

const price = (value: number, unit = 'euro') => ({ quantity: { value, unit } });
const ledger = recorded([
  made('open', 1, 5),
  made('done', 1, 5),
  delivered('done', 4),
  made('off', 1, 5),
  cancelled('off', 3, 'customer'),
  { ...made('repair', 1, 5), ...price(180) } as LedgerEvent,
  revised('repair', 3, 6),
]);
const invalid = new Date(Number.NaN);

describe('recordEvent refuses', () => {
  it.each<[string, unknown, string, string, string]>([
    [
      'a promise twice',
      made('open', 2, 6),
      'duplicate-id',
      'id',
      'an id that is new to the ledger; another date for the same promise is a revision',
    ],
    [
      'a promise again after its end',
      made('done', 9, 9),
      'duplicate-id',
      'id',
      'an id that is new',
    ],
    [
      'a revision of none',
      revised('x', 2, 6),
      'unknown-id',
      'id',
      'the id of a promise in the led',
    ],
    ['a delivery of none', delivered('x', 2), 'unknown-id', 'id', 'the id of a promise'],
    [
      'a cancellation of none',
      cancelled('x', 2, 'company'),
      'unknown-id',
      'id',
      'the id of a prom',
    ],
    [
      'a due date before it',
      made('new', 5, 4),
      'date-order',
      'due',
      'a date on or after at (2026-',
    ],
    ['a revised due date before it', revised('open', 5, 4), 'date-order', 'due', 'on or after at'],
    [
      'a delivery before the promise',
      delivered('open', 0.5),
      'date-order',
      'at',
      'a date on or after the promise before it (2026-01-01T12:00:00.000Z)',
    ],
    [
      'a delivery before a revision',
      delivered('repair', 2, 170),
      'date-order',
      'at',
      'a date on or after the revision before it (2026-01-03T12:00:00.000Z)',
    ],
    [
      'a delivery twice',
      delivered('done', 5),
      'duplicate-id',
      'id',
      'a promise still open; its delivery is recorded',
    ],
    [
      'a cancellation of what came',
      cancelled('done', 5, 'customer'),
      'duplicate-id',
      'id',
      'its del',
    ],
    ['a delivery of what was called off', delivered('off', 5), 'duplicate-id', 'id', 'its cancell'],
    ['a revision of what came', revised('done', 5, 9), 'date-order', 'id', 'a promise still open'],
    [
      'a promised price delivered without one',
      delivered('repair', 4),
      'missing',
      'quantity',
      'a quantity in euro, since one was promised',
    ],
    [
      'a price where none was promised',
      delivered('open', 4, 100),
      'unit-mismatch',
      'quantity',
      'no quantity, since none was promised',
    ],
    [
      'another unit',
      { ...delivered('repair', 4), ...price(170, 'dollar') },
      'unit-mismatch',
      'quantity.unit',
      'euro, as was promised',
    ],
    [
      'another unit in a revision',
      { ...revised('repair', 4, 9), ...price(170, 'cent') },
      'unit-mismatch',
      'quantity.unit',
      'euro, as was promised',
    ],
    [
      'a quantity first named in a revision',
      { ...revised('open', 4, 9), ...price(170) },
      'unit-mismatch',
      'quantity',
      'no quantity',
    ],
    ['no id', { ...made('', 1, 2) }, 'out-of-range', 'id', 'an id of your own'],
    [
      'an id that is a number',
      { ...made('n', 1, 2), id: 5 },
      'wrong-type',
      'id',
      'an id of your own',
    ],
    [
      'no unit',
      { ...made('n', 1, 2), quantity: { value: 1 } },
      'missing',
      'quantity.unit',
      'a unit',
    ],
    [
      'an empty unit',
      { ...made('n', 1, 2), ...price(1, '') },
      'out-of-range',
      'quantity.unit',
      'a unit',
    ],
    [
      'a quantity that is not finite',
      { ...made('n', 1, 2), ...price(Number.NaN) },
      'out-of-range',
      'quantity.value',
      'a finite number',
    ],
    [
      'a side that is none',
      { ...made('n', 1, 2), quantity: { value: 1, unit: 'euro', better: 'less' } },
      'unknown-name',
      'quantity.better',
      'one of lower, higher',
    ],
    ['an invalid date', { ...made('n', 1, 2), at: invalid }, 'wrong-type', 'at', 'a date'],
    ['a date as text', { ...made('n', 1, 2), due: '2026-01-05' }, 'wrong-type', 'due', 'a date'],
    ['no due date', { kind: 'promise', id: 'n', at: on(1) }, 'missing', 'due', 'a date'],
    [
      'a segment that is no text',
      { ...made('n', 1, 2), segment: 7 },
      'wrong-type',
      'segment',
      'a string',
    ],
    [
      'a misspelt field',
      { ...made('n', 1, 2), segmnet: 'x' },
      'unknown-name',
      'segmnet',
      'one of kind',
    ],
    [
      'a misspelt field beside all others',
      { ...made('n', 1, 2), segment: 'x', Segment: 'y' },
      'unknown-name',
      'Segment',
      'one of kind',
    ],
    [
      'a cancellation by nobody',
      { kind: 'cancellation', id: 'open', at: on(2) },
      'missing',
      'by',
      'one of customer, company',
    ],
    [
      'another kind',
      { kind: 'outcome', id: 'open', at: on(2) },
      'unknown-name',
      'kind',
      'one of promise, revision, pause, resume, delivery, cancellation',
    ],
  ])('%s', (_, event, code, path, expected) => {
    const before = JSON.stringify(ledger);
    const refused = refusal(() => recordEvent(ledger, event as LedgerEvent));
    expect(refused).toMatchObject({ function: 'recordEvent', code, path: `event.${path}` });
    expect(refused.expected).toContain(expected);
    expect(JSON.stringify(ledger)).toBe(before);
  });

  it.each([[null], [undefined], [5]])('%o, which is no event', (event) => {
    const refused = refusal(() => recordEvent(ledger, event as unknown as LedgerEvent));
    expect(refused).toMatchObject({ function: 'recordEvent', path: 'event' });
  });

  it('the kind of an event in its place, and says what one has', () => {
    const { expected } = refusal(() => recordEvent(ledger, 'delivery' as never));
    expect(expected).toBe('an event with kind, id, at');
  });

  it('nothing that happened at the same moment as what came before it', () => {
    const day = recorded([made('a', 1, 1), revised('a', 1, 1), delivered('a', 1)]);
    expect(keptRate(day, { asOf: on(1) })).toMatchObject({ due: 1, kept: 1 });
  });
});

it.each([
  ['recordEvent', (it: Ledger) => recordEvent(it, made('a', 1, 2))],
  ['promiseHistory', (it: Ledger) => promiseHistory(it, 'a')],
  ['keptRate', (it: Ledger) => keptRate(it, { asOf: on(1) })],
])('%s refuses what is no ledger', (fn, call) => {
  for (const value of [
    null,
    undefined,
    [],
    { size: 0 },
    { size: 0, log: {} },
    JSON.parse(JSON.stringify(openLedger())),
  ]) {
    expect(refusal(() => call(value as Ledger))).toMatchObject({
      function: fn,
      code: 'wrong-type',
      path: 'ledger',
      expected: 'a ledger, such as openLedger or reviveLedger makes',
    });
  }
});

it('promiseHistory refuses an unknown id', () => {
  expect(refusal(() => promiseHistory(ledger, 'x'))).toMatchObject({
    function: 'promiseHistory',
    code: 'unknown-id',
    path: 'id',
    value: 'x',
  });
});

describe('an event in another unit than milliseconds', () => {
  const [seconds, days] = [on(3).getTime() / 1000, 46_000];
  const later = on(5).getTime();
  it.each<[string, Ledger, number, number]>([
    ['seconds, the first of all', openLedger(), seconds, seconds + 86_400],
    ['seconds, beside others', recorded([made('b', 1, 2)]), seconds, later],
    ['days, beside others', recorded([made('b', 1, 2)]), days, later],
  ])('is refused: %s', (_, before, at, due) => {
    const refused = refusal(() => recordEvent(before, { kind: 'promise', id: 'a', at, due }));
    expect(refused).toMatchObject({ code: 'wrong-type', path: 'event.at', value: at });
  });
});
