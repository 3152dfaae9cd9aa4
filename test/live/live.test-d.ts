import {
  type Capability,
  type LivePromiserJson,
  type LiveQuote,
  livePromiser,
  reviewPromise,
  reviveLivePromiser,
} from 'overdeliver';
import { expectTypeOf, it } from 'vitest';

it('types of the live promiser', () => {
  const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 4 });
  const at = new Date(0);
  expectTypeOf(promiser.start({ id: 'x', at })).toEqualTypeOf<LiveQuote>();
  expectTypeOf(promiser.quote({ at, keepRate: 0.8 }).promise).toEqualTypeOf<number | null>();
  const quote = promiser.quote({ at });
  const asked = { elapsed: 1, revised: false };
  // @ts-expect-error there may be no promise to review
  reviewPromise(promiser.capability({ at }), { plan: quote, ...asked });
  if (quote.promise !== null) {
    expectTypeOf(quote.promise).toEqualTypeOf<number>();
    expectTypeOf(quote.due).toEqualTypeOf<Date>();
    expectTypeOf(quote.factors.margin).toEqualTypeOf<number>();
    expectTypeOf(quote.factors.rounding).toEqualTypeOf<number>();
    reviewPromise(promiser.capability({ at }), { plan: quote, ...asked });
  } else {
    expectTypeOf(quote.due).toEqualTypeOf<null>();
    expectTypeOf(quote.guarantee).toEqualTypeOf<null>();
    expectTypeOf(quote.reason).toEqualTypeOf<'too-few-orders' | 'not-identified'>();
    expectTypeOf(quote.factors.margin).toEqualTypeOf<null>();
  }
  expectTypeOf(quote.factors.margin).toEqualTypeOf<number | null>();
  expectTypeOf(quote.due).toEqualTypeOf<Date | null>();
  if (quote.due !== null) expectTypeOf(quote.promise).toEqualTypeOf<number>();
  expectTypeOf(promiser.capability({ at })).toEqualTypeOf<Capability>();
  expectTypeOf(promiser.toJSON()).toEqualTypeOf<LivePromiserJson>();
  expectTypeOf(reviveLivePromiser).parameter(0).toEqualTypeOf<unknown>();
  // @ts-expect-error months have no fixed length
  livePromiser({ unit: 'months', keepRate: 0.9, typical: 4 });
  // @ts-expect-error a start needs a name
  promiser.start({ at });
  promiser.quote({ at: '2026-03-02T18:00:00Z' });
  promiser.finish({ id: 'x', at: 1_772_474_400_000 });
  // @ts-expect-error times are dates
  promiser.quote({ at: null });
  // @ts-expect-error what a snapshot holds is its own affair
  promiser.toJSON().data;
  // @ts-expect-error results are readonly
  promiser.quote({ at }).promise = 3;
});
