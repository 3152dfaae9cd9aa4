import fc from 'fast-check';
import { adjustParameters, chooseDimension, type Dimension } from 'overdeliver';
import { promiseDefaults } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const of = (dimension: string, gain: number, cost: number, kept = 0.95): Dimension => ({
  dimension,
  gain,
  cost,
  kept,
});
const verdicts = (dimensions: readonly Dimension[]) =>
  Object.fromEntries(
    chooseDimension(dimensions).ranking.map(({ dimension, verdict }) => [dimension, verdict]),
  );

describe('chooseDimension', () => {
  it('takes the greatest gain per unit of cost, not the greatest gain', () => {
    const { choice, ranking, basicKept } = chooseDimension([
      of('time', 9, 6),
      of('cost', 4, 5),
      of('service', 3, 1),
    ]);
    expect(choice).toBe('service');
    expect(basicKept).toBe(0.9);
    expect(ranking).toEqual([
      { dimension: 'service', gainPerCost: 3, net: 2, verdict: 'chosen' },
      { dimension: 'time', gainPerCost: 1.5, net: 3, verdict: 'gains-less' },
      { dimension: 'cost', gainPerCost: 0.8, net: -1, verdict: 'does-not-pay' },
    ]);
  });

  it('takes none where none pays', () => {
    expect(
      chooseDimension([of('time', 1, 1), of('cost', 0, 0), of('service', -1, 0)]),
    ).toMatchObject({
      choice: null,
      ranking: [
        { dimension: 'time', gainPerCost: 1 },
        { dimension: 'cost', gainPerCost: 0 },
        { dimension: 'service', gainPerCost: null },
      ],
    });
  });

  it('has promises kept first, in every dimension', () => {
    const broken = [of('time', 9, 6), of('cost', 4, 5), of('service', 3, 1, 0.89)];
    expect(chooseDimension(broken).choice).toBeNull();
    expect(verdicts(broken)).toEqual({
      time: 'wait-for-others',
      cost: 'does-not-pay',
      service: 'keep-first',
    });
    const parameters = adjustParameters(promiseDefaults, 'ours/lenient', { basicKept: 0.85 });
    expect(chooseDimension(broken, { parameters }).choice).toBe('service');
  });

  it('takes what costs nothing before all else', () => {
    const { choice, ranking } = chooseDimension([of('time', 9, 1), of('service', 1, 0)]);
    expect(choice).toBe('service');
    expect(ranking[0]?.gainPerCost).toBeNull();
  });

  it('breaks ties by the net gain, then by the name', () => {
    expect(
      chooseDimension([of('b', 2, 1), of('a', 2, 1), of('c', 4, 2)]).ranking.map(
        ({ dimension }) => dimension,
      ),
    ).toEqual(['c', 'a', 'b']);
  });

  it('does not depend on the order, and its choice is the best that pays', () => {
    const amount = fc.integer({ min: 0, max: 6 });
    const one = fc.tuple(fc.constantFrom('time', 'cost', 'service', 'bonus'), amount, amount);
    const some = fc.uniqueArray(one, { selector: ([name]) => name, minLength: 1 });
    holds(
      fc.property(some, (list) => {
        const dimensions = list.map(([name, gain, cost]) => of(name, gain - 1, cost));
        const result = chooseDimension(dimensions);
        expect(chooseDimension([...dimensions].reverse())).toEqual(result);
        const paying = dimensions.filter(({ gain, cost }) => gain > cost);
        expect(result.choice === null).toBe(paying.length === 0);
        const best = Math.max(...paying.map(({ gain, cost }) => gain / cost));
        const chosen = dimensions.find(({ dimension }) => dimension === result.choice);
        if (chosen) expect(chosen.gain / chosen.cost).toBe(best);
        expectSurvivesJson(result);
      }),
    );
  });

  it.each([
    [[], 'out-of-range', 'dimensions'],
    [[of('', 1, 1)], 'out-of-range', 'dimensions[0].dimension'],
    [[of('time', 1, -1)], 'out-of-range', 'dimensions[0].cost'],
    [[of('time', Number.NaN, 1)], 'out-of-range', 'dimensions[0].gain'],
    [[of('time', 1, 1, 95)], 'out-of-range', 'dimensions[0].kept'],
    [[of('time', 1, 1), of('time', 2, 1)], 'duplicate-id', 'dimensions[1].dimension'],
  ])('refuses %o', (dimensions, code, path) => {
    expect(refusal(() => chooseDimension(dimensions))).toMatchObject({
      function: 'chooseDimension',
      code,
      path,
    });
  });
});
