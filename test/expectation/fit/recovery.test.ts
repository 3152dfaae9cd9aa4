import { fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { answers, names, truth } from './world';

/** Fits to made-up data sets: by number, errors of the estimate, its standard errors, and hits of the interval. */
function study(sets: number, rows: number, more: { readonly priorSize?: number } = {}) {
  const found = new Map<string, { errors: number[]; stated: number[]; hits: number }>();
  for (let set = 0; set < sets; set++) {
    const { base, weights } = fitExpectation(answers(7000 + set, rows), {
      ...names,
      ...more,
      resamples: 100,
    });
    const numbers = [
      { name: 'base', value: base.level, true: truth.level, ...base },
      ...weights.map((one) => ({
        ...one,
        name: `${one.stage}.${one.factor}`,
        value: one.weight,
        true: truth.weights[one.stage][one.factor] as number,
      })),
    ];
    for (const number of numbers) {
      const { name, value, interval, standardError } = number;
      const known = found.get(name) ?? { errors: [], stated: [], hits: 0 };
      known.errors.push(value - number.true);
      known.stated.push(standardError as number);
      if (interval && interval.low <= number.true && number.true <= interval.high) known.hits++;
      found.set(name, known);
    }
  }
  return found;
}

const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;

describe('on made-up data sets', () => {
  // The bench runs 200 of them, with every number's own coverage held.
  it('intervals of 95% cover, and errors are as large as stated', () => {
    const sets = 24;
    const found = study(sets, 600);
    expect(found.size).toBe(13);
    const hits = [...found.values()].reduce((sum, one) => sum + one.hits, 0);
    expect(hits / (13 * sets)).toBeGreaterThan(0.9);
    expect(hits / (13 * sets)).toBeLessThan(0.99);
    for (const [name, { errors, stated }] of found) {
      expect(Math.abs(mean(errors)), name).toBeLessThan(2 * mean(stated));
      const spread = Math.sqrt(mean(errors.map((error) => error ** 2)));
      expect(spread / mean(stated), name).toBeGreaterThan(0.6);
      expect(spread / mean(stated), name).toBeLessThan(1.5);
    }
  }, 60_000);
});

describe('a weight that is 0 in truth', () => {
  const weights = {
    ...truth.weights,
    'long-term': { base: 0.4, longTermExperience: 0.6, wordOfMouth: 0, ownJudgement: 0 },
  };

  it('is at 0 about half the time, then without a standard error and with an interval from 0', () => {
    const fits = Array.from({ length: 24 }, (_, i) =>
      fitExpectation(answers(500 + i, 600, { weights }), {
        ...names,
        resamples: 100,
        priorSize: 1,
      }),
    );
    const found = fits.flatMap((fit) =>
      fit.weights.filter(({ stage, factor }) => stage === 'long-term' && factor === 'wordOfMouth'),
    );
    const zero = found.filter(({ weight }) => weight === 0);
    expect(zero.length).toBeGreaterThan(5);
    expect(zero.length).toBeLessThan(19);
    for (const { standardError, interval } of zero) {
      expect(standardError).toBeNull();
      expect(interval?.low).toBe(0);
      expect(interval?.high).toBeGreaterThan(0);
      expect(interval?.high).toBeLessThan(0.15);
    }
    const flagged = fits.filter(({ flags }) =>
      flags.some(
        ({ code, detail }) =>
          code === 'at-boundary' && detail.stage === 'long-term' && detail.factor === 'wordOfMouth',
      ),
    );
    expect(flagged).toHaveLength(zero.length);
  }, 60_000);
});

describe('the default', () => {
  const off = (rows: number) => {
    const { weights } = fitExpectation(answers(11, rows), { ...names, priorSize: 100 });
    const ratios = weights.filter(({ factor }) => factor !== 'base');
    const whole = (stage: string) =>
      ratios.filter((one) => one.stage === stage).reduce((sum, one) => sum + one.weight, 0);
    return Math.max(...ratios.map((one) => Math.abs(one.weight / whole(one.stage) - one.ranked)));
  };

  it('keeps its ratios with 30 rows and gives way to 3,000', () => {
    expect(off(30)).toBeLessThan(0.1);
    expect(off(3000)).toBeGreaterThan(0.25);
  });

  it('is given more rows by answers that say less', () => {
    const sizeAt = (sd: number) => {
      const sizes = Array.from(
        { length: 5 },
        (_, i) =>
          fitExpectation(answers(40 + i, 90, { sd }), { ...names, resamples: 100 }).priorSize,
      );
      return sizes.reduce((sum, size) => sum + Math.log(size), 0) / sizes.length;
    };
    expect(sizeAt(25)).toBeGreaterThan(sizeAt(3));
  });
});
