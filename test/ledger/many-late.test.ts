import { type LedgerEvent, recordEvent } from 'overdeliver';
import { promiseStanding, recordEvents } from 'overdeliver/ledger';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { made, on, recorded } from './given';

const revision = (minute: number, due = 90): LedgerEvent => ({
  kind: 'revision',
  id: 'a',
  at: new Date(on(2).getTime() + minute * 60_000),
  due: on(due),
});
const many = Array.from({ length: 60 }, (_, i) => revision(60 - i, 20 + i));
const promise = made('a', 1, 9);
const backwards = recorded([promise, ...many]);

it('many late events of one promise give the ledger that they give in order', () => {
  const inOrder = recorded([promise, ...[...many].reverse()]);
  expect(JSON.stringify(backwards)).toBe(JSON.stringify(inOrder));
  // The last in time was recorded first.
  const latest = { asOf: on(10), promise: 'latest' } as const;
  expect(promiseStanding(backwards, 'a', latest).due).toEqual(on(20));
});

it('and add nothing when they are told again, one by one or all at once', () => {
  for (const event of many) expect(recordEvent(backwards, event)).toBe(backwards);
  expect(recordEvents(backwards, many)).toBe(backwards);
  const other = revision(30, 91);
  const more = recordEvent(backwards, other);
  expect(more.size).toBe(backwards.size + 1);
  expect(recordEvent(more, other)).toBe(more);
});

it('an older ledger knows nothing of what came after it', () => {
  const early = recorded([promise, ...many.slice(0, 40)]);
  let ledger = early;
  for (const event of many.slice(40)) ledger = recordEvent(ledger, event);
  const last = many.at(-1) as LedgerEvent;
  expect(recordEvent(ledger, last)).toBe(ledger);
  const own = recordEvent(early, last);
  expect(own.size).toBe(early.size + 1);
  expect(recordEvent(own, last)).toBe(own);
  const later = revision(61, 30);
  const grown = recordEvent(ledger, later);
  const standing = (of: typeof grown) =>
    promiseStanding(of, 'a', { asOf: on(10), promise: 'latest' }).due;
  expect([standing(early), standing(ledger), standing(grown)]).toEqual([on(20), on(20), on(30)]);
});

it('a wait that is resumed late is named where there are many', () => {
  const minute = (i: number) => new Date(on(2).getTime() + i * 60_000);
  const pauses = Array.from(
    { length: 30 },
    (_, i): LedgerEvent => ({ kind: 'pause', id: 'a', at: minute(30 - i), reason: `part ${i}` }),
  );
  const waiting = recorded([promise, ...pauses]);
  const resume = (at: Date, reason: string): LedgerEvent => ({
    kind: 'resume',
    id: 'a',
    at,
    reason,
  });
  expect(() => recordEvent(waiting, resume(minute(2), 'part 0'))).toThrow('part 29 or part 28');
  expect(recordEvent(waiting, resume(minute(31), 'part 0')).size).toBe(waiting.size + 1);
});

it('a resume told late of a promise with more than 10,000 events is refused, one told in time is not', () => {
  const waits = Array.from({ length: 5000 }, (_, i): LedgerEvent[] => {
    const at = (second: number) => new Date(on(2).getTime() + (2 * i + second) * 1000);
    return [
      { kind: 'pause', id: 'a', at: at(0) },
      { kind: 'resume', id: 'a', at: at(1) },
    ];
  });
  const last = { kind: 'pause', id: 'a', at: on(6), reason: 'part' } as const;
  const long = recordEvents(recorded([promise]), [...waits.flat(), last]);
  const resumed = (day: number): LedgerEvent => ({ ...last, kind: 'resume', at: on(day) });
  expect(recordEvent(long, resumed(7)).size).toBe(10_003);
  expect(refusal(() => recordEvent(long, resumed(5)))).toMatchObject({
    code: 'out-of-range',
    path: 'event.kind',
    expected:
      'a resume told before later events of its promise, or one of at most 10000 events; promise anew under another id',
  });
});
