import fc from 'fast-check';
import {
  type Contribution,
  type Expectation,
  explainExpectation,
  formExpectation,
  rankSum,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { input } from './arbitraries';
import { customer, tuned } from './given';

const sum = (list: readonly Contribution[]) =>
  list.reduce((total, { points }) => total + points, 0);
const pairs = (list: readonly Contribution[]) => list.map(({ from, points }) => [from, points]);

describe('explainExpectation', () => {
  // Weights 11, 5 and half of 1/18 for the price, which lies at its reference.
  it('shows level, reliability, share and points of each factor, in the order of the catalogue', () => {
    const { predicted } = explainExpectation(
      customer({
        price: { amount: 100, reference: 100, reliability: 0.5 },
        advertising: { level: 95 },
        wordOfMouth: 80,
      }),
    );
    const close = (value: number) => expect.closeTo(value, 12);
    const total = 16.5;
    expect(predicted).toEqual([
      share('wordOfMouth', 80, 1, 11),
      share('advertising', 95, 1, 5),
      share('price', 50, 0.5, 0.5),
    ]);

    function share(from: string, level: number, reliability: number, weight: number) {
      const part = weight / total;
      return { from, level, reliability, share: close(part), points: close(part * level) };
    }
  });

  it('lists a factor that nobody believes with a share of 0', () => {
    const { predicted } = explainExpectation(
      customer({ wordOfMouth: 80, advertising: { level: 95, reliability: 0 } }),
    );
    expect(predicted.map(({ from, share, points }) => [from, share, points])).toEqual([
      ['wordOfMouth', 1, 80],
      ['advertising', 0, 0],
    ]);
  });

  it('names what moved the desired level: the stronger of an offer and a need', () => {
    const desired = (competitorOffer: number, safety: number) =>
      pairs(
        explainExpectation(
          customer({ wordOfMouth: 60, competitorOffer, personalNeeds: { needs: { safety } } }),
        ).desired,
      );
    const close = (value: number) => expect.closeTo(value, 10);
    const start = [
      ['predicted', 60],
      ['aspiration', close(8)],
    ];
    expect(desired(80, 75)).toEqual([
      ...start,
      ['competitorOffer', close(14)],
      ['personalNeeds', 0],
    ]);
    expect(desired(80, 90)).toEqual([
      ...start,
      ['competitorOffer', 0],
      ['personalNeeds', close(22)],
    ]);
    expect(desired(20, 30)).toEqual([...start, ['competitorOffer', 0], ['personalNeeds', 0]]);
  });

  it('weighs an offer and a need by their reliabilities', () => {
    const { desired } = explainExpectation(
      customer({
        wordOfMouth: 60,
        competitorOffer: { level: 80, reliability: 0.5 },
        personalNeeds: { needs: { safety: 90 }, reliability: 0.1 },
      }),
    );
    expect(pairs(desired).slice(2)).toEqual([
      ['competitorOffer', expect.closeTo(7, 10)],
      ['personalNeeds', 0],
    ]);
  });

  it('names what moved adequate', () => {
    const adequate = (rolePerception?: number) =>
      pairs(explainExpectation(customer({ wordOfMouth: 60, rolePerception })).adequate);
    const start = [
      ['predicted', 60],
      ['tolerance', -12],
    ];
    expect(adequate()).toEqual(start);
    expect(adequate(100)).toEqual([...start, ['rolePerception', expect.closeTo(10, 10)]]);
    expect(adequate(0)).toEqual([...start, ['rolePerception', -24]]);
    expect(adequate(50)).toEqual([...start, ['rolePerception', 0]]);
  });

  it('explains by the parameters, the method and the order it was given', () => {
    const parameters = tuned({ aspiration: 0.5, tolerance: 0.5, competitorExtra: 0 });
    const given = customer({ wordOfMouth: 60, advertising: 90, competitorOffer: 95 });
    const { expectation, predicted, desired, adequate } = explainExpectation(given, {
      parameters,
      method: rankSum,
      order: ['advertising', 'wordOfMouth'],
    });
    expect(expectation.parameters).toBe('test/tuned');
    const close = (value: number) => expect.closeTo(value, 10);
    expect(pairs(predicted)).toEqual([
      ['wordOfMouth', close(20)],
      ['advertising', close(60)],
    ]);
    expect(pairs(desired)).toEqual([
      ['predicted', close(80)],
      ['aspiration', close(10)],
      ['competitorOffer', close(5)],
    ]);
    expect(pairs(adequate)).toEqual([
      ['predicted', close(80)],
      ['tolerance', close(-40)],
    ]);
  });

  it('finds what formExpectation finds, and adds up', () => {
    const options = fc.constantFrom(
      {},
      { method: rankSum },
      { parameters: tuned({ roleInfluence: 0.9, aspiration: 0, competitorExtra: 0.7 }) },
    );
    holds(
      fc.property(input, options, (given, option) => {
        const { expectation, predicted, desired, adequate } = explainExpectation(given, option);
        expect(expectation).toStrictEqual(formExpectation(given, option));
        const shares = predicted.reduce((total, { share }) => total + share, 0);
        expect(Math.abs(shares - 1)).toBeLessThan(1e-9);
        for (const [list, register] of registers(expectation, predicted, desired, adequate)) {
          expect(Math.abs(sum(list) - register)).toBeLessThan(1e-9);
        }
        for (const { points } of desired) expect(points).toBeGreaterThanOrEqual(0);
      }),
      300,
    );

    function registers(
      { predicted, desired, adequate }: Expectation,
      ...lists: [readonly Contribution[], readonly Contribution[], readonly Contribution[]]
    ): [readonly Contribution[], number][] {
      return [
        [lists[0], predicted.mean],
        [lists[1], desired],
        [lists[2], adequate],
      ];
    }
  });

  it('has no -0, which JSON does not know', () => {
    const { adequate } = explainExpectation(customer({ wordOfMouth: 0 }));
    expect(JSON.parse(JSON.stringify(adequate))).toEqual(adequate);
  });

  it('refuses in its own name what formExpectation refuses', () => {
    expect(refusal(() => explainExpectation(customer({})))).toMatchObject({
      code: 'no-signal',
      function: 'explainExpectation',
    });
    expect(refusal(() => explainExpectation(customer({ wordOfMouth: 130 })))).toMatchObject({
      code: 'out-of-range',
      function: 'explainExpectation',
      path: 'signals.wordOfMouth',
    });
  });
});
