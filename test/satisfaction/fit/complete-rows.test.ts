import { fitSatisfaction } from 'overdeliver';
import { completeRows } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels } from './fixtures';
import { levelColumns, levelForm, names } from './given';

const column = (...numbers: number[]) => Float64Array.from(numbers);

describe('rows that are complete', () => {
  it('are those with every number and an answer, in any shape', () => {
    const columns = {
      dimensions: {
        time: {
          promised: column(10, 10, 10, 10, 10, Number.NaN),
          actual: column(8, 12, 9, 11, 7, 7),
          stillWaiting: Uint8Array.of(0, 1, 1, 0, 0, 0),
          unit: 'days' as const,
        },
        service: { perceived: column(70, 80, 90, Number.NaN, 60, 50) },
      },
      covariates: { items: column(1, 2, 3, 4, 5, 6) },
    };
    // Of the six: complete, complete, waits within the promise, lacks a level, no answer, lacks a promise.
    const kept = completeRows(columns, [5, 1, 4, 2, null, 3]);
    expect(kept).toEqual({
      columns: {
        dimensions: {
          time: {
            promised: column(10, 10),
            actual: column(8, 12),
            stillWaiting: Uint8Array.of(0, 1),
            unit: 'days',
          },
          service: { perceived: column(70, 80) },
        },
        covariates: { items: column(1, 2) },
      },
      answers: column(5, 1),
      rows: Uint32Array.of(0, 1),
      leftOut: 4,
    });
  });

  it('go into a fit, which comes to what it would without the others', () => {
    const gappy = {
      expected: levelColumns.expected.map((x, i) => (i % 10 === 3 ? Number.NaN : x)),
      perceived: levelColumns.perceived.map((x, i) => (i % 15 === 7 ? Number.NaN : x)),
    };
    const { columns, answers, rows, leftOut } = completeRows(gappy, levels.answers);
    const options = { ...names, form: levelForm };
    const by = [...levels.answers.keys()].filter((i) => i % 10 !== 3 && i % 15 !== 7);
    const taken = (of: ArrayLike<number>) => Float64Array.from(by, (i) => of[i] as number);
    expect([...rows]).toEqual(by);
    expect(leftOut).toBe(120 - by.length);
    expect(fitSatisfaction(columns, answers, options)).toEqual(
      fitSatisfaction(
        { expected: taken(levelColumns.expected), perceived: taken(levelColumns.perceived) },
        taken(levels.answers),
        options,
      ),
    );
  });

  it('may be none, or all', () => {
    const one = { perceived: column(70) };
    expect(completeRows(one, [null]).leftOut).toBe(1);
    expect(completeRows(one, Float64Array.of(4))).toMatchObject({ leftOut: 0, columns: one });
    expect(completeRows({ perceived: column() }, []).answers).toEqual(column());
  });

  it.each([
    [{ perceived: column(70, 101) }, [1, 2], 'out-of-range', 'columns.perceived[1]'],
    [{ perceived: column(70) }, [1, 2], 'length-mismatch', 'answers'],
    [{ perceived: column(70) }, ['5'], 'wrong-type', 'answers[0]'],
    [{ perceived: column(70) }, [undefined], 'wrong-type', 'answers[0]'],
    [{ perceived: column(70) }, [Infinity], 'wrong-type', 'answers[0]'],
    [{ perceived: column(70) }, null, 'wrong-type', 'answers'],
    [{ perceived: [70] }, [5], 'wrong-type', 'columns.perceived'],
    [
      { perceived: column(70), expected: column(1, 2) },
      [5],
      'length-mismatch',
      'columns.perceived',
    ],
    [{ dimensions: {} }, [5], 'missing', 'columns.dimensions'],
    [{}, [5], 'missing', 'columns.perceived'],
    [7, [5], 'wrong-type', 'columns'],
  ])('%o is refused', (columns, answers, code, path) => {
    const wrong = refusal(() => completeRows(columns as never, answers as never));
    expect(wrong).toMatchObject({ function: 'completeRows', code, path });
  });
});

describe('columns whose rows are complete', () => {
  it('may expect nothing, or leave a dimension undefined', () => {
    const low = { expected: column(0, 0), perceived: column(50, 0) };
    expect(completeRows(low, [1, 2]).leftOut).toBe(0);
    const dimensions = { food: low, service: undefined };
    expect(completeRows({ dimensions } as never, [1, 2]).leftOut).toBe(0);
  });

  it.each([
    [{ food: undefined }, 'missing', 'columns.dimensions'],
    [{ food: { dimensions: {} } }, 'unknown-name', 'columns.dimensions.food.dimensions'],
  ])('are not %o', (dimensions, code, path) => {
    const wrong = refusal(() => completeRows({ dimensions } as never, []));
    expect(wrong).toMatchObject({ function: 'completeRows', code, path });
  });
});
