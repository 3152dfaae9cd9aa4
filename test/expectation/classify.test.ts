import fc from 'fast-check';
import { type CustomerHistory, classifyStage } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { holds } from '../core/seeded';
import { tuned } from './given';

const day = 86_400_000;
const firstPurchase = new Date('2026-01-10T09:00:00Z');
const dayAfter = (days: number) => new Date(firstPurchase.getTime() + days * day);
const history = (...uses: number[]): CustomerHistory => ({
  firstPurchase,
  uses: uses.map(dayAfter),
});
const at = (days: number, known: CustomerHistory, values: Parameters<typeof tuned>[0] = {}) =>
  classifyStage(known, { asOf: dayAfter(days), parameters: tuned(values) });

// D15: never bought; first use and its settling-in time; regular use; as of a given date.
describe('classifyStage', () => {
  it('calls a customer never-used who has not bought', () => {
    expect(classifyStage({ firstPurchase: null, uses: [] }, { asOf: dayAfter(0) })).toEqual({
      stage: 'never-used',
      uses: 0,
      daysSinceLastUse: null,
      settlingInEnds: null,
    });
  });

  it('calls a customer first-use from the very purchase on', () => {
    expect(at(0, history())).toEqual({
      stage: 'first-use',
      uses: 0,
      daysSinceLastUse: null,
      settlingInEnds: dayAfter(90),
    });
  });

  it('calls a customer long-term once settled in, with enough uses', () => {
    expect(at(120, history(1, 20, 100))).toEqual({
      stage: 'long-term',
      uses: 3,
      daysSinceLastUse: 20,
      settlingInEnds: dayAfter(90),
    });
  });

  it('draws the line at the very end of the settling-in time', () => {
    const regular = history(1, 2, 3);
    const moment = 1 / day;
    expect(at(90 - moment, regular).stage).toBe('first-use');
    expect(at(90, regular).stage).toBe('long-term');
    expect(at(30 - moment, regular, { settlingInDays: 30 }).stage).toBe('first-use');
    expect(at(30, regular, { settlingInDays: 30 }).stage).toBe('long-term');
    expect(at(3, regular, { settlingInDays: 0 }).stage).toBe('long-term');
  });

  it('draws the line at the last use that is needed', () => {
    expect(at(200, history(1, 2)).stage).toBe('first-use');
    expect(at(200, history(1, 2, 200)).stage).toBe('long-term');
    expect(at(200, history(1), { minimumUses: 1 }).stage).toBe('long-term');
    expect(at(200, history(), { minimumUses: 1 }).stage).toBe('first-use');
    expect(at(200, history(1, 2, 3), { minimumUses: 4 }).stage).toBe('first-use');
  });

  it('keeps a customer long-term who has gone quiet, and says for how long', () => {
    expect(at(2000, history(1, 2, 3))).toMatchObject({
      stage: 'long-term',
      daysSinceLastUse: 1997,
    });
  });

  it('counts full days since the last use', () => {
    expect(at(10.99, history(10))).toMatchObject({ daysSinceLastUse: 0 });
    expect(at(11, history(10))).toMatchObject({ daysSinceLastUse: 1 });
    expect(at(10, history(10))).toMatchObject({ daysSinceLastUse: 0 });
    expect(Object.is(at(10, history(10)).daysSinceLastUse, 0)).toBe(true);
  });

  it('takes a use at the purchase, and counts two at one moment as two', () => {
    expect(at(100, history(0, 0, 100))).toMatchObject({ stage: 'long-term', uses: 3 });
  });

  it('knows the customer as of any date, from what was known then', () => {
    const uses = [1, 30, 95];
    const stages = [0, 29, 94, 95, 400].map((days) =>
      at(days, history(...uses.filter((use) => use <= days))),
    );
    expect(stages.map(({ stage }) => stage)).toEqual([
      'first-use',
      'first-use',
      'first-use',
      'long-term',
      'long-term',
    ]);
  });

  it('changes nothing it was given, and hands out dates of its own', () => {
    const known = deepFreeze(history(3, 1, 2));
    const before = JSON.stringify(known);
    const { settlingInEnds } = at(200, known, { settlingInDays: 0 });
    expect(settlingInEnds).toEqual(firstPurchase);
    expect(settlingInEnds).not.toBe(firstPurchase);
    expect(JSON.stringify(known)).toBe(before);
  });

  it('gives plain dates and JSON', () => {
    const { settlingInEnds } = at(200, history(1));
    expect(Object.getPrototypeOf(settlingInEnds)).toBe(Date.prototype);
    expect(JSON.stringify(at(200, history(1)))).toBe(
      '{"stage":"first-use","uses":1,"daysSinceLastUse":199,"settlingInEnds":"2026-04-10T09:00:00.000Z"}',
    );
  });

  it('does not depend on the order of the uses', () => {
    const uses = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 });
    const shuffled = uses.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    holds(
      fc.property(shuffled, ([list, other]) => {
        expect(at(400, history(...other))).toEqual(at(400, history(...list)));
      }),
    );
  });

  it('never takes a stage back as time goes by', () => {
    const rank = { 'never-used': 0, 'first-use': 1, 'long-term': 2 };
    const uses = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 });
    const dates = fc.integer({ min: 0, max: 400 });
    holds(
      fc.property(uses, dates, dates, (list, one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((days) =>
          at(days, history(...list.filter((use) => use <= days))),
        ) as [ReturnType<typeof at>, ReturnType<typeof at>];
        expect(rank[later.stage]).toBeGreaterThanOrEqual(rank[sooner.stage]);
        expect(later.uses).toBeGreaterThanOrEqual(sooner.uses);
      }),
    );
  });
});
