import { satisfactionChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { axesOf, rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('satisfaction', () => {
  it('has a row without a score as null, and those who wait as a series of their own', () => {
    const spec = satisfactionChart(results.columns, results.scored);
    const [points = []] = rowsOf(spec, 'point');
    const [early, , late] = results.scored.score;
    expect(points.map(({ gap, score, asked }) => [gap, score, asked])).toEqual([
      [2, early, 'served'],
      [0, results.scored.score[1], 'served'],
      [-2, late, 'still waiting'],
      [null, null, 'served'],
    ]);
    expect(rowsOf(spec, 'line')).toHaveLength(2);
  });

  it('takes costs and levels, and draws no line through different promises', () => {
    const costs = {
      promised: Float64Array.of(10, 20),
      actual: Float64Array.of(8, 21),
      currency: 'EUR',
    };
    const score = Float64Array.of(80, 60);
    const spec = satisfactionChart(costs, { score });
    expect(rowsOf(spec, 'point')[0]?.map(({ gap }) => gap)).toEqual([2, -1]);
    expect(rowsOf(spec, 'line')).toEqual([]);
    const levels = { expected: Float64Array.of(70, 70), perceived: Float64Array.of(80, 60) };
    expect(rowsOf(satisfactionChart(levels, { score }), 'point')[0]?.map(({ gap }) => gap)).toEqual(
      [10, -10],
    );
  });

  it('tells only the series that have a point', () => {
    const score = Float64Array.of(80, 70, Number.NaN, 60);
    expect(satisfactionChart(results.columns, { score }).description).not.toContain(
      'Still waiting',
    );
  });

  const score = Float64Array.of(40, 80, 60, 20);
  const times = {
    promised: new Float64Array(4).fill(10),
    actual: Float64Array.of(12, 8, 10, 14),
    stillWaiting: Uint8Array.of(0, 0, 0, 1),
    unit: 'days',
  } as const;

  it('is read off the picture', async () => {
    const { marks, x, y, legend } = await pictureOf(satisfactionChart(times, { score }));
    expect(marks).toEqual([
      'dashed grey rule at x 0',
      'blue line: -2 40; 0 60; 2 80',
      'dashed orange line: -4 20',
      'blue circle at x -2, y 40',
      'blue circle at x 2, y 80',
      'blue circle at x 0, y 60',
      'orange square at x -4, y 20',
    ]);
    expect([x.title, y.title]).toEqual(['Earlier than promised (days)', 'Satisfaction (0 to 100)']);
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['0', '100']);
    expect(legend).toEqual(['blue circle: served', 'orange square: still waiting']);
  });

  it('is told with the ends of its scores and gaps', () => {
    const told = satisfactionChart(times, { score });
    expect(told.title.text).toBe('Satisfaction from 20 to 80, by how early it came');
    expect(told.description).toBe(
      'Satisfaction on a scale from 0 to 100 by how early it came, in days. Served: 3 points, from 40 to 80, at gaps from −2 to 2. Still waiting: 1 point, from 20 to 20, at gaps from −4 to −4.',
    );
    const unknown = satisfactionChart(times, { score: Float64Array.of(40, 80, 60, Number.NaN) });
    expect(unknown.description).toMatch(/to 2\.$/);
    const waiting = { ...times, stillWaiting: new Uint8Array(4).fill(1) };
    expect(satisfactionChart(waiting, { score }).description).toBe(
      'Satisfaction on a scale from 0 to 100 by how early it came, in days. Still waiting: 4 points, from 20 to 80, at gaps from −4 to 2.',
    );
  });

  it('of those served alone has no legend, and no line through different promises', async () => {
    const costs = {
      promised: Float64Array.of(10, 20),
      actual: Float64Array.of(8, 21),
      currency: 'EUR',
    };
    const spec = satisfactionChart(costs, { score: Float64Array.of(80, 60) });
    const { marks, x, y, legend } = await pictureOf(spec);
    expect(marks).toEqual([
      'dashed grey rule at x 0',
      'faint blue circle at x 2, y 80',
      'faint blue circle at x -1, y 60',
    ]);
    expect(legend).toEqual([]);
    expect(x.title).toBe('Less than promised (EUR)');
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['0', '100']);
    expect(spec.title.text).toBe('Satisfaction from 60 to 80, by how much less it cost');
  });

  it('of levels is by how much better they were', () => {
    const levels = { expected: Float64Array.of(70, 70), perceived: Float64Array.of(70, 60) };
    const spec = satisfactionChart(levels, { score: Float64Array.of(80, 60) });
    expect(spec.title.text).toBe('Satisfaction from 60 to 80, by how much better it was');
    expect(axesOf(spec)).toContain('Better than expected (points)');
    // Just as expected is 0, and not -0.
    expect(rowsOf(spec, 'point')[0]?.map(({ gap }) => gap)).toEqual([0, -10]);
  });

  it('is drawn of ten thousand rows, not of more', () => {
    const draw = (n: number) => {
      const column = new Float64Array(n).fill(1);
      return satisfactionChart(
        { promised: column, actual: column, unit: 'days' },
        { score: column },
      );
    };
    expect(rowsOf(draw(10_000), 'point')[0]).toHaveLength(10_000);
    expect(refusal(() => draw(10_001))).toMatchObject({ code: 'out-of-range', path: 'columns' });
  });
});
