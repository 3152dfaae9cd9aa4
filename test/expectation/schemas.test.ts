import fc from 'fast-check';
import {
  customerHistorySchema,
  expectationEventSchema,
  expectationInputSchema,
  expectationSchema,
  experienceSchema,
  formExpectation,
  signalsSchema,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { holds } from '../core/seeded';
import { event, input, signals } from './arbitraries';
import { customer, given } from './given';

const schemas = {
  customerHistorySchema,
  expectationEventSchema,
  expectationInputSchema,
  expectationSchema,
  experienceSchema,
  signalsSchema,
};
const good: Record<keyof typeof schemas, unknown> = {
  customerHistorySchema: { firstPurchase: null, uses: [new Date(0)] },
  expectationEventSchema: { kind: 'experience', perceived: 80, needMet: true },
  expectationInputSchema: customer({ wordOfMouth: { level: 80, sd: undefined } }),
  expectationSchema: given({ promised: 95, dominantNeed: 'a quiet room' }),
  experienceSchema: { perceived: 80, needMet: false },
  signalsSchema: { wordOfMouth: 80, personalNeeds: { needs: { safety: 90 } } },
};

/** A history is a row of data: another column passes, a misspelt one does not. */
const more = { more: 1, Uses: 1 };

describe.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s', (name) => {
  const schema = schemas[name];

  it('takes what is good, as it is', () => {
    expect(schema.parse(good[name])).toEqual(good[name]);
  });

  it('refuses a field too many, and nothing at all', () => {
    expect(schema.safeParse({ ...(good[name] as object), ...more }).success).toBe(false);
    expect(schema.safeParse(null).success).toBe(false);
    expect(schema.safeParse(undefined).success).toBe(false);
  });

  it.each([
    ['zod', z],
    ['zod/mini', mini],
  ] as const)('composes with %s', (_, zod) => {
    const order = zod.object({ id: zod.string(), what: schema });
    const one = { id: 'a', what: good[name] };
    expect(order.parse(one)).toEqual(one);
    const wrong = order.safeParse({ id: 'a', what: { ...(good[name] as object), ...more } });
    expect(wrong.error?.issues[0]?.path[0]).toBe('what');
    const list = zod.array(zod.optional(schema));
    expect(list.parse([good[name], undefined])).toEqual([good[name], undefined]);
  });
});

describe('the schemas', () => {
  it('accept what the types allow', () => {
    holds(
      fc.property(input, signals, event, (one, other, happened) => {
        expect(expectationInputSchema.safeParse(one).success).toBe(true);
        expect(signalsSchema.safeParse(other).success).toBe(true);
        expect(expectationEventSchema.safeParse(happened).success).toBe(true);
      }),
    );
  });

  it('accept every expectation that is formed, also after storing it as JSON', () => {
    holds(
      fc.property(input, (one) => {
        const expectation = formExpectation(one);
        const stored = JSON.parse(JSON.stringify(expectation));
        expect(stored).toEqual(expectation);
        expect(expectationSchema.parse(stored)).toEqual(expectation);
      }),
    );
  });

  it('refuse an expectation whose registers are out of order', () => {
    for (const parts of [{ desired: 59 }, { adequate: 80.1 }]) {
      const { error } = expectationSchema.safeParse(given(parts));
      expect(error?.issues[0]?.message).toBe('predicted and adequate no higher than desired');
    }
    expect(expectationSchema.safeParse(given({ desired: 60, adequate: 60 })).success).toBe(true);
  });
});
