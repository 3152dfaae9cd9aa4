import { journeyGapsChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('gaps', () => {
  it('have no interval where one answer gives none', () => {
    const spec = journeyGapsChart(results.gaps);
    const [, intervals = []] = rowsOf(spec, 'rule');
    expect(intervals.find(({ touchpoint }) => String(touchpoint).startsWith('van'))).toMatchObject({
      gap: -10,
      low: null,
      high: null,
      verdict: 'unclear',
    });
    expect(spec.description).toContain('van −10, unclear');
    expect(spec.description).toContain('Ask more at van and shop.');
  });

  it('are told where none falls short', () => {
    const [first] = results.gaps.gaps;
    if (!first) throw new Error('a gap');
    const spec = journeyGapsChart({ gaps: [{ ...first, worth: 0 }], askMore: [] });
    expect(spec.title.text).toBe('No touchpoint falls short');
    expect(spec.description).not.toContain('Ask more');
  });

  const row = (
    id: string,
    perceived: number,
    verdict: string,
    half: number | null,
    worth: number,
  ) => ({
    id,
    expected: 70,
    perceived,
    gap: perceived - 70,
    low: half === null ? null : perceived - 70 - half,
    high: half === null ? null : perceived - 70 + half,
    verdict,
    worth,
  });
  const three = [
    row('van', 50, 'below', 5, 3),
    row('shop', 76, 'exceeded', 4, 0),
    row('app', 71, 'met', null, 0),
  ];

  it('are read off the picture', async () => {
    const spec = journeyGapsChart({ gaps: three, askMore: [] } as never);
    const { marks, x, y, width, height, legend } = await pictureOf(spec);
    expect(marks).toEqual([
      'dashed grey rule at x 0',
      'orange rule at x -25 to -15, y van (70 → 50)',
      'green rule at x 2 to 10, y shop (70 → 76)',
      'orange triangle-left at x -20, y van (70 → 50)',
      'green triangle-right at x 6, y shop (70 → 76)',
      'blue circle at x 1, y app (70 → 71)',
    ]);
    // What no touchpoint is has no place in the legend.
    expect(legend).toEqual([
      'orange triangle-left: below',
      'blue circle: met',
      'green triangle-right: exceeded',
    ]);
    expect(y.labels).toEqual(['van (70 → 50)', 'shop (70 → 76)', 'app (70 → 71)']);
    expect([x.title, y.title]).toEqual(['Received less expected (points)', undefined]);
    expect([x.hasGrid, y.hasGrid]).toEqual([false, true]);
    expect([width, height]).toEqual([420, 3 * 34]);
  });

  it('are told by what closing them is worth', () => {
    const spec = journeyGapsChart({ gaps: three, askMore: ['app'] } as never);
    expect(spec.title.text).toBe('Closing the gap at van is worth most');
    expect(spec.description).toBe(
      'Gaps by touchpoint in points, perceived less expected, with intervals, by what closing them is worth: van −20 (−25 to −15), below; shop +6 (2 to 10), exceeded; app +1, met. Ask more at app.',
    );
  });
});
