import { marketplaceSatisfaction, type SatisfactionModel } from 'overdeliver';
import {
  explainChange,
  mixedSatisfaction,
  type Period,
  predictSatisfactions,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { expectSurvivesJson } from '../../capability/survives-json';
import { refusal } from '../../core/refusal';

/** A model in which expectations count. */
const model: SatisfactionModel = {
  ...surveySatisfaction,
  id: 'test/both-count',
  dimensions: {
    level: { kind: 'level', unit: 'points', terms: ['performance', 'gap'], value: 'identity' },
  },
  parameters: {
    ...Object.fromEntries(
      Object.entries(surveySatisfaction.parameters).filter(([name]) => !/gain|loss/.test(name)),
    ),
    'level.gap': { value: 0.06, unit: '', range: [-1, 1], status: 'assumed', source: 'test' },
  },
};

function wave(seed: number, expected: number, perceived: number, rows = 150): Period {
  const next = uniforms(seed);
  return {
    columns: {
      expected: Float64Array.from({ length: rows }, () => expected + 20 * (next() - 0.5)),
      perceived: Float64Array.from({ length: rows }, () => perceived + 30 * (next() - 0.5)),
    },
  };
}
const options = { model, seed: 1, draws: 200 };
const change = (before: Period, after: Period) => explainChange(before, after, options);

describe('explainChange', () => {
  it('names expectations when only they moved', () => {
    const { expectation, performance } = change(wave(1, 60, 65), wave(2, 75, 65));
    expect([expectation.moved, performance.moved]).toEqual([true, false]);
    expect(expectation.points).toBeLessThan(0);
  });

  it('names performance when only that moved', () => {
    const { expectation, performance } = change(wave(1, 60, 65), wave(2, 60, 75));
    expect([expectation.moved, performance.moved]).toEqual([false, true]);
    expect(performance.points).toBeGreaterThan(0);
  });

  it('adds up to what the model foresees, whose intervals lie around it', () => {
    const [before, after] = [wave(1, 60, 65), wave(2, 70, 70, 90)];
    const { expectation, performance, foreseen } = change(before, after);
    expect(expectation.points + performance.points).toBeCloseTo(foreseen.points, 12);
    const mean = ({ columns }: Period) => {
      const { score } = predictSatisfactions(columns, { model });
      return score.reduce((sum, x) => sum + x, 0) / score.length;
    };
    expect(foreseen.points).toBeCloseTo(mean(after) - mean(before), 10);
    for (const { low, points, high } of [expectation, performance, foreseen]) {
      expect(low).toBeLessThan(points);
      expect(points).toBeLessThan(high);
    }
  });

  it('does not depend on the order of rows, however many hold the same number', () => {
    // Answers of few levels, as surveys have them.
    const next = uniforms(3);
    const level = (middle: number) => Math.round(middle / 10 + 4 * (next() - 0.5)) * 10;
    const rows = (expected: number) =>
      Array.from({ length: 60 }, () => [level(expected), level(65)]);
    const period = (of: readonly number[][]): Period => ({
      columns: {
        expected: Float64Array.from(of, ([x]) => x as number),
        perceived: Float64Array.from(of, ([, x]) => x as number),
      },
      answers: of.map(([x, y]) => 1 + ((((x as number) + (y as number)) / 10) % 5)),
    });
    const [before, after] = [rows(70), rows(80)];
    const byPerceived = (sign: number) => (a: number[], b: number[]) =>
      sign * ((a[1] as number) - (b[1] as number));
    const asked = change(period(before), period(after));
    for (const sign of [1, -1]) {
      const inOrder = (of: readonly number[][]) => period([...of].sort(byPerceived(sign)));
      expect(change(inOrder(before), inOrder(after))).toEqual(asked);
    }
  });

  it('finds nothing between a period and itself, and turns round with its periods', () => {
    const [before, after] = [wave(1, 60, 65), wave(2, 70, 70)];
    expect(change(before, before)).toMatchObject({
      expectation: { points: 0, moved: false },
      performance: { points: 0, moved: false },
    });
    const there = change(before, after);
    const back = change(after, before);
    expect(back.expectation.points).toBeCloseTo(-there.expectation.points, 0);
    expect(back.performance.points).toBeCloseTo(-there.performance.points, 0);
  });

  it('sets answers beside, and what neither explains', () => {
    const answered = (period: Period, answer: number) => ({
      ...period,
      answers: Array.from({ length: 150 }, (_, i) => answer + (i % 2)),
    });
    const [before, after] = [answered(wave(1, 60, 65), 7), answered(wave(2, 60, 65), 4)];
    const { observed, unexplained, foreseen } = change(before, after);
    expect(observed?.points).toBeCloseTo(-300 / 9, 10);
    expect(unexplained?.points).toBeCloseTo(-300 / 9 - foreseen.points, 10);
    expect(unexplained?.moved).toBe(true);
    expect(change(wave(1, 60, 65), wave(2, 60, 65)).observed).toBeNull();
  });

  it('is the same for the same seed, and plain JSON', () => {
    const [before, after] = [wave(1, 60, 65), wave(2, 70, 70)];
    expectSurvivesJson(change(before, after));
    expect(change(before, after)).toEqual(change(before, after));
    expect(explainChange(before, after, { ...options, seed: 2 })).not.toEqual(
      change(before, after),
    );
  });

  it('works on promises, with those who still wait and with covariates', () => {
    const orders = (slower: number): Period => {
      const next = uniforms(4);
      const promised = Float64Array.from({ length: 200 }, () => 8 + 4 * next());
      const actual = promised.map((days) => days * (0.6 + 0.6 * next()) * slower);
      const stillWaiting = Uint8Array.from(actual, (days, i) =>
        days > (promised[i] as number) && i % 2 === 0 ? 1 : 0,
      );
      return {
        columns: {
          dimensions: { time: { promised, actual, stillWaiting, unit: 'days' } },
          covariates: { items: promised.map((days) => Math.ceil(days / 6)) },
        },
      };
    };
    const basket: SatisfactionModel = {
      ...marketplaceSatisfaction,
      id: 'test/basket',
      covariates: { items: 'identity' },
      parameters: {
        ...marketplaceSatisfaction.parameters,
        'covariates.items': {
          value: -0.2,
          unit: '',
          range: [-1, 1],
          status: 'assumed',
          source: 'test',
        },
      },
    };
    const { expectation, performance } = explainChange(orders(1), orders(1.3), {
      ...options,
      model: basket,
    });
    expect(performance.points).toBeLessThan(-5);
    expect(performance.moved).toBe(true);
    expect(expectation.points).toBeGreaterThan(performance.points / 2);
  });

  const good = wave(1, 60, 65);
  it.each([
    [wave(1, 60, 65, 9), {}, 'not-enough-data', 'before.columns'],
    [{ ...good, answers: [1] }, {}, 'length-mismatch', 'before.answers'],
    [{ columns: null }, {}, 'wrong-type', 'before.columns'],
    [{ columns: good.columns, when: 1 }, {}, 'unknown-name', 'before.when'],
    [good, { seed: -1 }, 'out-of-range', 'options.seed'],
    [good, { seed: undefined }, 'missing', 'options.seed'],
    [good, { draws: 50 }, 'out-of-range', 'options.draws'],
    [good, { model: { ...model, version: 3 } }, 'unknown-version', 'options.model.version'],
  ])('refuses %#', (before, changed, code, path) => {
    const call = () =>
      explainChange(before as Period, good, { ...options, ...(changed as object) });
    expect(refusal(call)).toMatchObject({ function: 'explainChange', code, path });
  });

  it('refuses periods of which one has what the other lacks', () => {
    const minutes = wave(3, 40, 40).columns as { expected: Float64Array; perceived: Float64Array };
    const time = {
      promised: minutes.expected,
      actual: minutes.perceived,
      unit: 'minutes' as const,
    };
    const service = wave(4, 70, 70).columns as typeof minutes;
    const wrong = (before: Period, after: Period) =>
      refusal(() => explainChange(before, after, { ...options, model: mixedSatisfaction }));
    const [times, levels] = [{ columns: time }, { columns: { dimensions: { service } } }];
    expect(wrong(times, levels)).toMatchObject({
      code: 'missing',
      path: 'after.columns.dimensions.time',
    });
    expect(wrong(levels, times).path).toBe('after.columns.dimensions.service');
    const both = { columns: { dimensions: { time, service } } };
    expect(wrong(both, times).path).toBe('after.columns.dimensions.service');
    expect(wrong(times, both).path).toBe('before.columns.dimensions.service');
    const { columns } = good;
    const answers = new Array(150).fill(5);
    expect(refusal(() => change({ columns, answers }, good))).toMatchObject({
      code: 'missing',
      path: 'after.answers',
    });
    expect(refusal(() => change(good, { columns, answers })).path).toBe('before.answers');
  });

  it('needs ten rows of each period', () => {
    const wrong = refusal(() => change(good, wave(2, 60, 65, 9)));
    expect(wrong).toMatchObject({ path: 'after.columns', expected: 'at least 10 for a period' });
    expect(change(wave(1, 60, 65, 10), wave(2, 60, 65, 10)).observed).toBeNull();
  });

  it('refuses draws of so many rows that they would hardly end', () => {
    const rows = new Float64Array(1000).fill(70);
    const period = { columns: { expected: rows, perceived: rows } };
    const options = { model: surveySatisfaction, seed: 1, draws: 50_001 };
    expect(refusal(() => explainChange(period, period, options))).toMatchObject({
      code: 'out-of-range',
      path: 'options.draws',
      expected: 'at most 50000 draws of so many rows',
    });
  });

  it('refuses a level that is lacking, by its row', () => {
    const { perceived } = good.columns as { perceived: Float64Array };
    const columns = {
      ...good.columns,
      perceived: perceived.map((x, i) => (i === 3 ? Number.NaN : x)),
    };
    expect(refusal(() => change(good, { columns } as Period)).path).toBe(
      'after.columns.perceived[3]',
    );
  });
});
