import fc from 'fast-check';
import {
  capabilityFromSamples,
  explainSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionExperience,
} from 'overdeliver';
import { mixedSatisfaction, surveySatisfaction } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const late = { promised: 10, actual: 12, unit: 'days' } as const;
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

/** The score of a utility by the marketplace's thresholds, written out. */
const scoreOf = (u: number) =>
  sum([-3.2377383, -2.8537652, -2.1382014, -1.0821692].map((t) => 100 / (1 + Math.exp(t - u)))) / 4;

/** Aumann and Shapley's value of terms, by its definition: the slope along the straight line, integrated by Simpson. */
function byDefinition(from: readonly number[], to: readonly number[]): readonly number[] {
  const steps = 2000;
  const at = (share: number) => sum(from.map((x, i) => x + share * ((to[i] as number) - x)));
  const slope = (share: number) => (scoreOf(at(share) + 1e-5) - scoreOf(at(share) - 1e-5)) / 2e-5;
  const weights = Array.from({ length: steps + 1 }, (_, i) =>
    i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2,
  );
  const mean = sum(weights.map((w, i) => w * slope(i / steps))) / (3 * steps);
  return from.map((x, i) => mean * ((to[i] as number) - x));
}

describe('points', () => {
  it('are the value of Aumann and Shapley of each term', () => {
    const { contributions, reference } = explainSatisfaction({ ...late, stillWaiting: true });
    const log = -0.43962154;
    const expected = byDefinition(
      [log * Math.log(10), 0, 0, 0],
      [log * Math.log(12), 0, -0.39338951 * 2, -1.7890939],
    );
    contributions.forEach(({ points }, i) => {
      expect(points).toBeCloseTo(expected[i] as number, 6);
    });
    expect(reference.name).toBe('kept');
    expect(reference.score).toBeCloseTo(scoreOf(log * Math.log(10)), 10);
    expect(reference.utility).toBeCloseTo(log * Math.log(10), 12);
  });

  it('are those of the slope where reference and experience feel the same', () => {
    const { contributions } = explainSatisfaction({ ...late, actual: 10 });
    expect(contributions.map(({ points }) => points)).toEqual([0, 0, 0, 0]);
  });

  const amount = fc.double({ min: 0.5, max: 60, noNaN: true });
  const level = fc.double({ min: 0, max: 100, noNaN: true });
  const mix = fc.record({ promised: amount, actual: amount, expected: level, perceived: level });
  const asExperience = (
    one: { [K in 'promised' | 'actual' | 'expected' | 'perceived']: number },
  ) => {
    const { promised, actual, expected, perceived } = one;
    const time = { promised, actual, unit: 'hours' as const };
    return { dimensions: { time, service: { expected, perceived } } };
  };

  it('add up to the score beyond that of the reference, whichever it is', () => {
    const addsUp = (given: SatisfactionExperience, reference: SatisfactionExperience | 'kept') => {
      const {
        prediction,
        reference: from,
        contributions,
      } = explainSatisfaction(given, { reference });
      expect(sum(contributions.map(({ points }) => points))).toBeCloseTo(
        prediction.score - from.score,
        9,
      );
    };
    holds(
      fc.property(mix, mix, (one, other) => {
        addsUp(asExperience(one), asExperience(other));
        addsUp(asExperience(one), 'kept');
      }),
      300,
    );
  });

  it('have the sign of the log odds they stand for', () => {
    holds(
      fc.property(mix, mix, (one, other) => {
        const [to, from] = [one, other].map((given) => explainSatisfaction(asExperience(given)));
        const { contributions } = explainSatisfaction(asExperience(one), {
          reference: asExperience(other),
        });
        contributions.forEach(({ points }, i) => {
          const by =
            (to?.contributions[i]?.utility as number) - (from?.contributions[i]?.utility as number);
          expect(Math.sign(points)).toBe(Math.sign(by));
        });
      }),
      200,
    );
  });

  it('turn round with the reference', () => {
    const early = { ...late, actual: 7 };
    const there = explainSatisfaction(late, { reference: early }).contributions;
    const back = explainSatisfaction(early, { reference: late }).contributions;
    there.forEach(({ points }, i) => {
      expect(points).toBeCloseTo(-(back[i]?.points as number), 12);
    });
  });

  it('are a mean over what may happen', () => {
    const actual = capabilityFromSamples([6, 9, 11, 14], { unit: 'days' });
    const { prediction, reference, contributions } = explainSatisfaction({ ...late, actual });
    expect(prediction.score).toBe(predictSatisfaction({ ...late, actual }).score);
    expect(sum(contributions.map(({ points }) => points))).toBeCloseTo(
      prediction.score - reference.score,
      9,
    );
    // Four days alike, each explained alone.
    const alone = [6, 9, 11, 14].map((days) => explainSatisfaction({ ...late, actual: days }));
    const means = contributions.map((_, t) =>
      sum(alone.map((one) => (one.contributions[t]?.points as number) / 4)),
    );
    const drawn = explainSatisfaction({
      ...late,
      actual: { quantile: (p: number) => [6, 9, 11, 14][Math.min(3, Math.floor(4 * p))] as number },
    });
    drawn.contributions.forEach(({ points }, t) => {
      expect(points).toBeCloseTo(means[t] as number, 9);
    });
  });

  it('may be counted from what may have happened elsewhere', () => {
    const reference = { ...late, actual: { mean: 9, sd: 2 } };
    const found = explainSatisfaction({ ...late, actual: { mean: 12, sd: 2 } }, { reference });
    expect(found.reference.score).toBeCloseTo(predictSatisfaction(reference).score, 10);
    expect(sum(found.contributions.map(({ points }) => points))).toBeCloseTo(
      found.prediction.score - found.reference.score,
      9,
    );
  });
});

describe('the reference', () => {
  // Medians of the data, found anew from their files; the sets hold them to a tenth.
  it('is, if asked for, the typical customer of the data', () => {
    expect(marketplaceSatisfaction.typical).toEqual({ promised: 24.3, actual: 10.2 });
    expect(surveySatisfaction.typical).toEqual({ expected: 72.2, perceived: 74.6 });
    const { reference } = explainSatisfaction(late, { reference: 'typical' });
    const typical = { promised: 24.3, actual: 10.2, unit: 'days' } as const;
    expect(reference).toEqual({
      name: 'typical',
      score: predictSatisfaction(typical).score,
      utility: explainSatisfaction(typical).utility,
    });
    const level = explainSatisfaction({ expected: 60, perceived: 40 }, { reference: 'typical' });
    expect(level.reference.score).toBe(
      predictSatisfaction({ expected: 72.2, perceived: 74.6 }).score,
    );
  });

  it('takes covariates from there too, and keeps them where a promise is just kept', () => {
    const parameter = { unit: '', range: [-9, 9], status: 'assumed', source: 'test' } as const;
    const model = {
      ...mixedSatisfaction,
      id: 'ours/items',
      covariates: { items: 'identity' } as const,
      typical: { 'time.promised': 60, 'time.actual': 50, 'covariates.items': 2 },
      parameters: {
        ...mixedSatisfaction.parameters,
        'covariates.items': { ...parameter, value: -0.1 },
      },
    };
    const time = { promised: 60, actual: 66, unit: 'minutes' } as const;
    const order = { dimensions: { time }, covariates: { items: 5 } };
    const items = (reference: 'kept' | 'typical') =>
      explainSatisfaction(order, { model, reference }).contributions.at(-1)?.points;
    expect(items('kept')).toBe(0);
    expect(items('typical')).toBeLessThan(0);
  });

  const refused = (reference: unknown, experience: SatisfactionExperience = late) =>
    refusal(() => explainSatisfaction(experience, { reference: reference as never }));

  it.each([
    ['average', 'options.reference', 'unknown-name'],
    [7, 'options.reference', 'unknown-name'],
    [{ promised: 10 }, 'options.reference.actual', 'missing'],
    [{ ...late, actual: -1 }, 'options.reference.actual', 'out-of-range'],
    [{ ...late, unit: 'minutes' }, 'options.reference.unit', 'unit-mismatch'],
    [{ expected: 70, perceived: 80 }, 'options.reference', 'ambiguous'],
    [{ dimensions: { speed: late } }, 'options.reference.dimensions.speed', 'unknown-name'],
  ])('%o is refused', (reference, path, code) => {
    expect(refused(reference)).toMatchObject({ function: 'explainSatisfaction', path, code });
  });

  it('on other dimensions, or of a model that knows nobody typical, is refused', () => {
    const both = {
      dimensions: { time: late, service: { expected: 70, perceived: 80 } },
    };
    const one = { dimensions: { time: late } };
    expect(refused(one, both)).toMatchObject({
      path: 'options.reference.dimensions',
      value: 'time',
      code: 'ambiguous',
    });
    const unknown = refused('typical', both);
    expect(unknown).toMatchObject({
      path: 'options.reference',
      code: 'unknown-name',
      value: 'typical',
    });
    expect(unknown.expected).toContain('satisfaction/mixed-assumed-1 does not say who is typical');
  });
});
