import fc from 'fast-check';
import { type LivePromiser, livePromiser, reviveLivePromiser } from 'overdeliver';
import {
  liveEndSchema,
  livePromiserSchema,
  liveStartSchema,
  quoteRequestSchema,
} from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { holds } from '../core/seeded';
import { kitchen } from './stream';

const at = '2026-03-02T18:00:00Z';
const time = Date.parse(at);
const forms: [string, unknown][] = [
  ['a Date', new Date(at)],
  ['milliseconds', time],
  ['text with an offset', '2026-03-02T19:00:00+01:00'],
  ['an instant of Temporal', { epochMilliseconds: time }],
];
const fresh = () => livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });

describe('a date of a live promiser may be', () => {
  it.each(forms)('%s', (_, given) => {
    const [promiser, other] = [fresh(), fresh()];
    const event = { id: 'x', at: given as Date };
    expect(promiser.quote(event)).toEqual(other.quote({ at: new Date(at) }));
    expect(promiser.start(event)).toEqual(other.start({ id: 'x', at: new Date(at) }));
    expect(promiser.now()).toEqual(new Date(at));
    expect(promiser.finish(event).took).toBe(0);
    expect(liveEndSchema.parse(event).at).toEqual(new Date(at));
  });

  it('not text without an offset, which would mean the zone of the host', () => {
    const event = { id: 'x', at: '2026-03-02T18:00' };
    for (const name of ['start', 'quote'] as const) {
      expect(() => fresh()[name](event)).toThrow('offset');
    }
    expect(liveStartSchema.safeParse(event).success).toBe(false);
  });
});

it('a recording of texts and one of numbers teach the same as dates do', () => {
  const tell = (promiser: LivePromiser, form: (date: Date) => Date | number | string) => {
    for (let i = 0; i < 200; i++) {
      const at = (minutes: number) => form(new Date(time + minutes * 60_000));
      promiser.start({ id: `${i}`, at: at(i) });
      if (i >= 30) promiser.finish({ id: `${i - 30}`, at: at(i) });
    }
    return JSON.stringify(promiser);
  };
  const dates = tell(fresh(), (date) => date);
  expect(tell(fresh(), (date) => date.toISOString())).toBe(dates);
  expect(tell(fresh(), (date) => date.getTime())).toBe(dates);
});

describe('the schemas', () => {
  const asked = ['at', 'group', 'estimate', 'features', 'keepRate'];
  const schemas = {
    start: [liveStartSchema, ['id', ...asked]],
    end: [liveEndSchema, ['id', 'at']],
    quote: [quoteRequestSchema, ['id', ...asked]],
    promiser: [livePromiserSchema, ['kind', 'version', 'now', 'data', 'checksum']],
  } as const;

  it.each(Object.entries(schemas))(
    'of %s describes itself as JSON Schema',
    (_, [schema, fields]) => {
      for (const io of ['input', 'output'] as const) {
        const described = z.toJSONSchema(schema, { io });
        expect(described).toMatchObject({ type: 'object' });
        expect(Object.keys(described.properties ?? {}).sort()).toEqual([...fields].sort());
      }
    },
  );

  it('describe bounds and forms', () => {
    const { properties } = z.toJSONSchema(liveStartSchema);
    expect(properties).toMatchObject({
      id: { type: 'string', minLength: 1 },
      at: { type: 'string', format: 'date-time' },
      keepRate: { exclusiveMinimum: 0, exclusiveMaximum: 1 },
      features: { additionalProperties: { type: 'number' } },
    });
    const promiser = z.toJSONSchema(livePromiserSchema).properties;
    expect(promiser).toMatchObject({ data: { type: 'object' } });
  });

  it('take what a promiser takes, and refuse what it refuses', () => {
    const value = fc.oneof(
      fc.constantFrom(undefined, null, '', 'x', at, '2026-03-02', {}, [], { items: 3 }),
      fc.constantFrom({ items: Number.NaN }, { items: 1e10 }, { items: undefined }),
      fc.constantFrom(0, 1, -1, 0.5, 1e-10, 1e-9, 1e9, 1e10, Infinity, Number.NaN, time),
    );
    const row = fc.record(
      {
        id: fc.constantFrom('x', 'y', 'z', 'w', '', 7, undefined),
        at: fc.constantFrom(...forms.map(([, form]) => form), '2026-03-02T18:00', 1e20, undefined),
        group: value,
        estimate: value,
        keepRate: value,
        features: value,
        other: fc.constant(1),
        Group: fc.constant(1),
      },
      { requiredKeys: ['id', 'at'] },
    );
    const takes = (call: (event: never) => unknown, event: unknown) => {
      try {
        call(event as never);
        return true;
      } catch {
        return false;
      }
    };
    let taken = 0;
    holds(
      fc.property(row, ({ group, estimate, keepRate, features, ...rest }) => {
        // One field at a time, so that some are taken.
        for (const event of [
          rest,
          { ...rest, group },
          { ...rest, estimate },
          { ...rest, keepRate },
          { ...rest, features },
        ]) {
          const started = takes(fresh().start, event);
          expect(liveStartSchema.safeParse(event).success).toBe(started);
          expect(quoteRequestSchema.safeParse(event).success).toBe(
            takes(fresh().quote, event) && rest.id !== '' && rest.id !== 7,
          );
          if (started) taken++;
        }
      }),
      1000,
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('take the JSON of a promiser as it is', () => {
    const promiser = kitchen();
    promiser.start({ id: 'x', at });
    const json = JSON.parse(JSON.stringify(promiser));
    expect(livePromiserSchema.parse(json)).toEqual(json);
    expect(livePromiserSchema.safeParse({ ...json, data: 7 }).success).toBe(false);
    expect(reviveLivePromiser(livePromiserSchema.parse(json)).now()).toEqual(new Date(at));
  });
});
