import { type LedgerEvent, reviveLedger } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { cancelled, delivered, made, recorded, revised } from './given';

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

describe('reviveLedger refuses', () => {
  const snapshot = ledger.toJSON();
  const [first, ...rest] = snapshot.events;
  const at = (place: number, change: object) =>
    snapshot.events.map((event, i) => (i === place ? { ...event, ...change } : event));

  it.each<[string, unknown, string, string]>([
    ['a newer version', { ...snapshot, version: 3, more: 1 }, 'unknown-version', 'json.version'],
    ['a version that never was', { ...snapshot, version: 0 }, 'unknown-version', 'json.version'],
    ['one between two', { ...snapshot, version: 1.5 }, 'unknown-version', 'json.version'],
    ['no version', { events: [] }, 'missing', 'json.version'],
    ['a version as text', { version: '1', events: [] }, 'wrong-type', 'json.version'],
    ['text that was not parsed', JSON.stringify(snapshot), 'wrong-type', 'json'],
    ['nothing', null, 'wrong-type', 'json'],
    ['no events', { version: 1 }, 'missing', 'json.events'],
    ['events that are no array', { version: 1, events: {} }, 'wrong-type', 'json.events'],
    ['more than there is', { ...snapshot, name: 'x' }, 'unknown-name', 'json.name'],
    ['an event that is none', { ...snapshot, events: [null] }, 'wrong-type', 'json.events[0]'],
    ['an event that is text', { ...snapshot, events: ['a'] }, 'wrong-type', 'json.events[0]'],
    [
      'a damaged date',
      { ...snapshot, events: at(2, { at: '2026-13-01T00:00:00.000Z' }) },
      'wrong-type',
      'json.events[2].at',
    ],
    [
      'a date of the host, without a zone',
      { ...snapshot, events: at(0, { due: '2026-01-05T12:00' }) },
      'wrong-type',
      'json.events[0].due',
    ],
    [
      'a date without a time',
      { ...snapshot, events: at(1, { at: '2026-03-05' }) },
      'wrong-type',
      'json.events[1].at',
    ],
    [
      'a field that cannot be read',
      {
        ...snapshot,
        get more() {
          throw new Error('no');
        },
      },
      'wrong-type',
      'json',
    ],
    ['an event lost', { ...snapshot, events: rest.slice(1) }, 'unknown-id', 'json.events[2].id'],
    [
      'an event doubled and edited',
      { ...snapshot, events: [first, { ...first, segment: 'north' }, ...rest] },
      'duplicate-id',
      'json.events[1].id',
    ],
    [
      'an event that cannot be read',
      {
        ...snapshot,
        events: [
          first,
          new Proxy(
            {},
            {
              ownKeys: () => {
                throw new Error('no');
              },
            },
          ),
        ],
      },
      'wrong-type',
      'json.events[1]',
    ],
    [
      'what cannot be read',
      new Proxy(
        { version: 1 },
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
      'wrong-type',
      'json',
    ],
    [
      'a quantity damaged',
      { ...snapshot, events: at(5, { quantity: { value: null, unit: 'euro' } }) },
      'wrong-type',
      'json.events[5].quantity.value',
    ],
  ])('%s', (_, given, code, path) => {
    const refused = refusal(() => reviveLedger(given));
    expect(refused).toMatchObject({ function: 'reviveLedger', code, path });
  });
});
