import {
  type Capability,
  type LivePromiserJson,
  type LiveQuote,
  livePromiser,
  reviveLivePromiser,
} from 'overdeliver';
import { expectTypeOf, it } from 'vitest';

it('types of the live promiser', () => {
  const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 4 });
  const at = new Date(0);
  expectTypeOf(promiser.start({ id: 'x', at })).toEqualTypeOf<LiveQuote>();
  expectTypeOf(promiser.quote({ at, keepRate: 0.8 }).promise).toEqualTypeOf<number | null>();
  expectTypeOf(promiser.capability({ at })).toEqualTypeOf<Capability>();
  expectTypeOf(promiser.toJSON()).toEqualTypeOf<LivePromiserJson>();
  expectTypeOf(reviveLivePromiser).parameter(0).toEqualTypeOf<unknown>();
  // @ts-expect-error months have no fixed length
  livePromiser({ unit: 'months', keepRate: 0.9, typical: 4 });
  // @ts-expect-error a start needs a name
  promiser.start({ at });
  // @ts-expect-error times are dates
  promiser.quote({ at: '2026-03-02' });
  // @ts-expect-error results are readonly
  promiser.quote({ at }).promise = 3;
});
