import {
  byWeek,
  keptRate,
  keptRates,
  type LedgerEvent,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { cancelled, delivered, made, on, recorded, revised } from './given';

const price = (value: number) => ({ quantity: { value, unit: 'euro', better: 'lower' } });
const text = JSON.stringify(
  recorded([
    made('open', 1, 5),
    made('done', 1, 5, 'north'),
    delivered('done', 4),
    made('off', 2, 5, '__proto__'),
    cancelled('off', 3, 'customer'),
    { ...made('repair', 1, 5), ...price(180) } as LedgerEvent,
    revised('repair', 3, 6),
    revised('repair', 4, 8),
    delivered('repair', 7, 165),
  ]),
);

type Json = Record<string, unknown> | unknown[];

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [[...path], ...keys.flatMap((key) => placesIn((value as never)[key], [...path, key]))];
}

const dateOf = (change: (date: Date) => void) => (value: unknown) => {
  const date = new Date(value as string);
  change(date);
  return date.toISOString();
};
const numbers = [
  0,
  -0,
  -1,
  1,
  0.5,
  -165,
  1e9,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  Infinity,
  Number.NaN,
];
const texts = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'open',
  'done',
  'repair',
  'é',
  '\ud800',
  'euro',
];
const dates = [
  dateOf((date) => date.setTime(0)),
  dateOf((date) => date.setTime(-date.getTime())),
  dateOf((date) => date.setTime(8.64e15)),
  dateOf((date) => date.setTime(-8.64e15)),
  dateOf((date) => date.setTime(date.getTime() + 1)),
  dateOf((date) => date.setTime(date.getTime() + 3e8)),
  dateOf((date) => date.setTime(date.getTime() - 3e8)),
  (value: unknown) => `${value}`.replace('Z', ''),
  (value: unknown) => `${value}`.replace('Z', '+01:00'),
  (value: unknown) => `${value}`.replace('T12', 'T24'),
  (value: unknown) => `${value}`.replace('-01-', '-13-'),
  (value: unknown) => `${value}`.replace(/-\d\dT/, '-32T'),
  (value: unknown) => `${value}`.replace('2026-01', '2026-02').replace(/-\d\dT/, '-30T'),
  (value: unknown) => `${value}`.replace('T', ' '),
  (value: unknown) => `${value}`.replace(':00.', ':0x.'),
];

const swap = (list: readonly unknown[], i: number) => [
  ...list.slice(0, i),
  list[i + 1],
  list[i],
  ...list.slice(i + 2),
];

/** What may stand in the place of a value. */
function changed(value: unknown): unknown[] {
  const others: unknown[] = [
    null,
    undefined,
    true,
    [],
    {},
    { length: 2 ** 40 },
    ...numbers,
    ...texts,
  ];
  if (Array.isArray(value)) {
    const doubled = value.flatMap((_, i) => [[...value.slice(0, i), value[i], ...value.slice(i)]]);
    const less = value.map((_, i) => value.filter((__, j) => j !== i));
    const swapped = value.slice(1).map((_, i) => swap(value, i));
    const holes = value.slice();
    delete holes[2];
    others.push([...value].reverse(), ...doubled, ...less, ...swapped, holes);
  }
  if (typeof value === 'string' && value.includes('T'))
    others.push(...dates.map((of) => of(value)));
  return others;
}

describe('a ledger whose JSON was edited in one place', () => {
  const asOf = on(50);
  const by = byWeek('Europe/Berlin');
  const more = [made('later', 40, 44), delivered('later', 45)];

  it.each(placesIn(JSON.parse(text)).map((path) => [path.join('.') || 'the whole', path] as const))(
    'is refused or is as good as one recorded: %s',
    (_, path) => {
      const value = path.reduce<unknown>((at, key) => (at as never)[key], JSON.parse(text));
      for (const other of changed(value)) {
        let json = JSON.parse(text) as Json;
        if (path.length === 0) json = other as Json;
        else {
          const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as never)[key], json);
          Object.defineProperty(parent, path.at(-1) as string, { value: other, enumerable: true });
        }
        let ledger: ReturnType<typeof reviveLedger>;
        try {
          ledger = reviveLedger(json);
        } catch {
          expect(refusal(() => reviveLedger(json)).function).toBe('reviveLedger');
          continue;
        }
        const again = reviveLedger(JSON.parse(JSON.stringify(ledger)));
        expect(JSON.stringify(again)).toBe(JSON.stringify(ledger));
        const on1 = more.reduce(recordEvent, ledger);
        const on2 = more.reduce(recordEvent, again);
        expect(JSON.stringify(on2)).toBe(JSON.stringify(on1));
        for (const promise of ['original', 'latest'] as const) {
          const rates = [keptRate(on1, { asOf, promise })];
          expect([keptRate(on2, { asOf, promise })]).toEqual(rates);
          try {
            rates.push(...keptRates(on1, { asOf, promise, by }));
          } catch {
            // A date at the end of time has no week.
            expect(refusal(() => keptRates(on1, { asOf, promise, by })).path).toBe('promise.due');
          }
          for (const { rate, low, high } of rates) {
            if (rate === null) continue;
            expect(rate >= 0 && rate <= 1 && (low as number) >= 0 && (high as number) <= 1).toBe(
              true,
            );
          }
        }
      }
    },
  );
});
