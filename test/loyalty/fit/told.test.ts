import { adjustParameters, predictWordOfMouth } from 'overdeliver';
import { fitWordOfMouth, type WordOfMouthFitRow, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { names } from './world';

const outcomes = ['below', 'met', 'exceeded'] as const;
const few = { ...names, folds: 3 };
const learntBy = ({ parameters }: ReturnType<typeof fitWordOfMouth>) =>
  Object.fromEntries(
    Object.entries(parameters.parameters).map(([name, { value }]) => [name, value]),
  );

const setOf = (numbers: Partial<Record<keyof typeof wordOfMouthDefaults.parameters, number>>) =>
  adjustParameters(wordOfMouthDefaults, 'test/other', numbers);
const silentAt = (below: number, met: number, exceeded: number) => ({
  'silentAt.below': below,
  'silentAt.met': met,
  'silentAt.exceeded': exceeded,
});

interface Few {
  readonly silent: readonly [below: number, met: number, exceeded: number];
  readonly curve: number;
  readonly noise: number;
  readonly halves?: boolean;
  readonly isGoodOnly?: boolean;
}

/** The 45 customers of told_by_few in bench/fit/loyalty_fits.py. */
function toldByFew({ silent, curve, noise, halves, isGoodOnly }: Few): WordOfMouthFitRow[] {
  return Array.from({ length: 45 }, (_, i) => {
    const outcome = outcomes[i % 3] as (typeof outcomes)[number];
    const level = (i * 37) % 101;
    const half = Math.floor(level / 2) + (outcome === 'exceeded' ? 50 : 0);
    const satisfaction = halves && outcome !== 'met' ? half : level;
    const silence = silent[i % 3] as number;
    const lead = satisfaction - silence;
    const most = lead > 0 ? 4 * (lead / (100 - silence)) ** curve : 6 * (-lead / silence) ** curve;
    const heard = outcome === 'met' ? 0.6 : 1;
    const people = Math.floor(most * heard + (noise * ((i * 7) % 10)) / 10);
    const [positive, negative] = lead > 0 ? [people, 0] : [0, isGoodOnly ? 0 : people];
    return { satisfaction, outcome, positive, negative };
  });
}

describe('numbers of least squares, as scipy finds them from 120 starts,', () => {
  // As the script prints them: most good, most bad, silence by outcome, curve, told when met.
  const found: readonly (readonly [string, Few, readonly number[]])[] = [
    [
      'of customers who tell at the extremes',
      { silent: [20, 15, 10], curve: 4, noise: 1, halves: true },
      [4.4596801, 6.0343937, 19.702713, 12.254304, 1, 5.5507879, 0.51117066],
    ],
    [
      'of customers who all tell',
      { silent: [70, 60, 45], curve: 2.5, noise: 3 },
      [4.7265654, 6.5107536, 54.305719, 90.351212, 46.837405, 1.4726576, 0.62427838],
    ],
    [
      'of customers who tell good alone',
      { silent: [70, 60, 45], curve: 1.2, noise: 1, isGoodOnly: true },
      [3.9950284, 0, 77.492448, 82.309806, 59.317033, 0.6071152, 0.56041195],
    ],
  ];
  const inOrder = (fit: ReturnType<typeof fitWordOfMouth>) => {
    const { curve, toldWhenMet, ...by } = learntBy(fit);
    const silences = outcomes.map((outcome) => by[`silentAt.${outcome}`]);
    return [by['positive.most'], by['negative.most'], ...silences, curve, toldWhenMet];
  };

  const sets = [
    ['the default', {}],
    ['silence far below', silentAt(1, 1, 1)],
    ['silence far below, and all telling alike', { ...silentAt(1, 1, 1), curve: 0 }],
    ['silence far above, and all telling alike', { ...silentAt(99, 99, 99), curve: 0 }],
    ['silence at either end', silentAt(1, 99, 99)],
    ['nobody who tells', { 'positive.most': 0, 'negative.most': 0 }],
  ] as const;

  it.each(
    found.flatMap(([who, rows, values]) =>
      sets.map(([set, numbers]) => [who, set, rows, values, numbers] as const),
    ),
  )('%s, are found from a set with %s', (_, __, rows, values, numbers) => {
    const fit = fitWordOfMouth(toldByFew(rows), { ...few, parameters: setOf(numbers) });
    expect(inOrder(fit)).toEqual(values.map((value) => expect.closeTo(value, 3)));
  });

  it('have the errors of the same script', () => {
    const rows = toldByFew({ silent: [70, 60, 45], curve: 2.5, noise: 3 });
    const { parameters } = fitWordOfMouth(rows, few).parameters;
    const errors = Object.values(parameters).map(({ standardError }) => standardError);
    const inSet = [0.34716689, 0.4286015, 0.14670976, 3.4808265, 3.0426608, 4.1154451, 0.057031464];
    expect(errors).toEqual(inSet.map((value) => expect.closeTo(value, 3)));
  });
});

/** Each outcome at each tenth satisfaction. */
const grid = outcomes.flatMap((outcome) =>
  Array.from({ length: 11 }, (_, i) => ({ satisfaction: 10 * i, outcome })),
);
const withTold = (told: (satisfaction: number, i: number) => number) =>
  grid.map((customer, i) => {
    const net = told(customer.satisfaction, i);
    return { ...customer, positive: Math.max(0, net), negative: Math.max(0, -net) };
  });

describe('word of mouth', () => {
  it('that rises steeply from silence says where that lies, but not how surely', () => {
    const rows = toldByFew({ silent: [70, 60, 45], curve: 1.2, noise: 1, isGoodOnly: true });
    const { flags, parameters, intervals } = fitWordOfMouth(rows, few);
    expect(flags).toEqual([
      { code: 'at-boundary', detail: { parameter: 'negative.most' } },
      { code: 'abrupt', detail: { parameter: 'curve' } },
    ]);
    const { curve, 'positive.most': most, 'silentAt.met': silent } = parameters.parameters;
    expect(curve.value).toBeLessThan(1);
    expect([silent.status, silent.standardError]).toEqual(['fitted', undefined]);
    expect(silent.value).toBeCloseTo(82.309806, 3);
    expect(intervals['silentAt.met']).toBeNull();
    expect(most.standardError).toBeGreaterThan(0);
    expect(intervals['positive.most']).not.toBeNull();
  });

  it('is learnt alike from a satisfaction that is silence up to rounding', () => {
    // All but who is at silence tell nearly alike.
    const parameters = setOf({ curve: 0.05 });
    const learnt = (atSilence: number) => {
      const rows = outcomes.flatMap((outcome) =>
        Array.from({ length: 33 }, (_, i) => {
          const satisfaction = 1 + 3 * i;
          const told = predictWordOfMouth({ satisfaction, outcome }, { parameters });
          const isSilent = outcome === 'met' && satisfaction === 70;
          return { ...told, outcome, satisfaction: isSilent ? atSilence : satisfaction };
        }),
      );
      return learntBy(fitWordOfMouth(rows, few));
    };
    const exact = learnt(70);
    for (const near of [69.99999999999999, 70.00000000000001]) {
      for (const [name, value] of Object.entries(learnt(near))) {
        expect(value).toBeCloseTo(exact[name] as number, 6);
      }
    }
  });

  it('that has no smooth summit says that none was reached', () => {
    const rows = Array.from({ length: 12 }, (_, i) => {
      const [satisfaction, told] = [9 * i, 1 + ((7 * i) % 4)];
      const [positive, negative] = satisfaction > 50 ? [told, 0] : [0, told];
      return {
        satisfaction,
        outcome: outcomes[i % 3] as (typeof outcomes)[number],
        positive,
        negative,
      };
    });
    const { flags, parameters } = fitWordOfMouth(rows, few);
    expect(flags).toContainEqual({ code: 'not-converged', detail: {} });
    expect(parameters.fit?.converged).toBe(false);
  });

  it('that rises from silence in a straight line is not abrupt', () => {
    // Powers of 2, so that nothing is rounded and nothing is left to learn.
    const parameters = setOf({ curve: 1, 'positive.most': 2, 'negative.most': 4 });
    const rows = grid.map((customer) => {
      const { positive, negative } = predictWordOfMouth(customer, { parameters });
      return { ...customer, positive, negative };
    });
    const fit = fitWordOfMouth(rows, few);
    expect(learntBy(fit)).toEqual(learntBy({ ...fit, parameters }));
    expect(fit.flags).toEqual([]);
  });

  it('at the ends of the scale alone leaves silence anywhere, and tells nobody apart', () => {
    const rows = withTold((satisfaction, i) =>
      satisfaction === 100 ? 3 + (i % 2) : satisfaction === 0 ? -4 + (i % 2) : 0,
    );
    const { flags } = fitWordOfMouth(rows, few);
    const ends = outcomes.map((outcome) => ({
      code: 'at-boundary',
      detail: { parameter: `silentAt.${outcome}` },
    }));
    expect(ends).toEqual(expect.arrayContaining([...flags]));
    expect(flags.length).toBeGreaterThan(0);
  });

  it('that the disappointed keep to themselves does not say where they fall silent', () => {
    const rows = grid.map(({ outcome, satisfaction: level }, i) => {
      const satisfaction = outcome === 'below' ? 0.4 * level : 50 + level / 2;
      const told = outcome === 'below' ? 0 : Math.max(0, (satisfaction - 60) / 10 + (i % 2));
      return { satisfaction, outcome, positive: told, negative: 0 };
    });
    const { flags, parameters } = fitWordOfMouth(rows, few);
    expect(flags).toContainEqual({ code: 'unseen', detail: { parameter: 'silentAt.below' } });
    expect(parameters.parameters['silentAt.below']).toEqual(
      wordOfMouthDefaults.parameters['silentAt.below'],
    );
  });

  it('is none at silence, though all tell alike', () => {
    const rows = toldByFew({ silent: [70, 60, 45], curve: 2.5, noise: 3 });
    // The second customer's satisfaction, whose expectation was met.
    const parameters = setOf({ curve: 0, 'silentAt.met': 37 });
    expect(rows[1]).toMatchObject({ satisfaction: 37, outcome: 'met' });
    const squares = rows.map(({ positive, negative, satisfaction, outcome }) => {
      const told = predictWordOfMouth({ satisfaction, outcome }, { parameters });
      return (positive - told.positive) ** 2 + (negative - told.negative) ** 2;
    });
    const { comparison } = fitWordOfMouth(rows, { ...few, parameters });
    const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
    expect(comparison.default).toBeCloseTo(mean, 12);
  });

  it('may be as much good as bad', () => {
    const rows = grid.map((customer, i) => ({ ...customer, positive: i % 2, negative: i % 2 }));
    expect(fitWordOfMouth(rows, few).rows).toBe(33);
  });

  it('speaks of the satisfactions of the rows', () => {
    const { domain } = fitWordOfMouth(
      withTold((level) => (level - 55) / 10),
      few,
    ).parameters;
    // Type 7 of Hyndman & Fan at .005 and .995 of three rows at each of 0, 10, ..., 100.
    expect(domain).toEqual({ satisfaction: [0, 100] });
  });
});
