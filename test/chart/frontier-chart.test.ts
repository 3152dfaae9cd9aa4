import { frontierChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('a frontier', () => {
  it('has a point for each keep rate, and none where no promise fell due', () => {
    const [one, two] = results.frontiers.rolling;
    if (!one || !two) throw new Error('two points');
    const empty = {
      ...two,
      kept: { share: null, low: null, high: null, n: 0 },
      quote: { mean: null, median: null },
    };
    const spec = frontierChart({ ours: [one, empty] }, { unit: 'days' });
    const [points = []] = rowsOf(spec, 'point');
    expect(points.map(({ asked, kept, quote }) => [asked, kept, quote])).toEqual([
      ['50%', one.kept.share, one.quote.mean],
      ['90%', null, null],
    ]);
    expect(spec.description).toContain('asked to keep 90%, no promise fell due');
  });

  const point = (keepRate: number, mean: number | null, share: number | null) => ({
    keepRate,
    quote: { mean },
    kept: {
      share,
      low: share === null ? null : share - 0.1,
      high: share === null ? null : share + 0.05,
    },
  });
  const three = {
    // Points come in any order: a line goes through them by what was asked.
    ours: [point(0.9, 105, 0.9), point(0.5, 102, 0.6)],
    theirs: [point(0.5, 103, 0.55), point(0.9, null, null)],
    old: [point(0.8, 106, 0.7)],
  } as never;

  it('is read off the picture, the names of every second policy below its points', async () => {
    const { marks, x, y, legend } = await pictureOf(frontierChart(three, { unit: 'days' }));
    expect(marks).toEqual([
      'faint blue rule at x 105, y 0.8 to 0.95',
      'faint blue rule at x 102, y 0.5 to 0.65',
      'faint orange rule at x 103, y 0.45 to 0.6',
      'faint green rule at x 106, y 0.6 to 0.75',
      'blue line: 102 0.6; 105 0.9',
      expect.stringMatching(/^dashed orange line: 103 0.55/),
      'dashed green line: 106 0.7',
      'blue circle at x 105, y 0.9',
      'blue circle at x 102, y 0.6',
      'orange square at x 103, y 0.55',
      'green triangle-up at x 106, y 0.7',
      'blue "90%" above left of x 105, y 0.9',
      'blue "50%" above left of x 102, y 0.6',
      'orange "50%" below right of x 103, y 0.55',
      'green "80%" above left of x 106, y 0.7',
    ]);
    expect(legend).toEqual([
      'blue circle: ours',
      'orange square: theirs',
      'green triangle-up: old',
    ]);
    expect([x.title, y.title]).toEqual(['Mean promise (days)', 'Share kept']);
    expect(Number(x.labels[0])).toBeGreaterThan(100);
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['40%', '100%']);
  });

  it('is told policy by policy', () => {
    expect(frontierChart(three, { unit: 'days' }).description).toBe(
      'Points of the share kept by the mean promise in days. Policy ours: asked to keep 90%, 105 days on average, kept 90%; asked to keep 50%, 102 days on average, kept 60%. Policy theirs: asked to keep 50%, 103 days on average, kept 55%; asked to keep 90%, no promise fell due. Policy old: asked to keep 80%, 106 days on average, kept 70%.',
    );
  });

  it('tells a point that has no place as one of which no promise fell due', () => {
    const half = [
      { ...point(0.5, 102, 0.6), quote: { mean: null } },
      { ...point(0.9, 105, null), quote: { mean: 105 } },
    ];
    expect(frontierChart({ ours: half } as never, { unit: 'days' }).description).toMatch(
      /: asked to keep 50%, no promise fell due; asked to keep 90%, no promise fell due\.$/,
    );
  });

  it('of one policy needs no legend', async () => {
    const { legend } = await pictureOf(frontierChart(results.frontiers, { unit: 'days' }));
    expect(legend).toEqual([]);
  });
});
