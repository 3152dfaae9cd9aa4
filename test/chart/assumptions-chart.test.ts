import { assumptionsChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('assumptions', () => {
  it('come with both ends, and null where a model does not take one', () => {
    const [first] = results.deciding.assumptions;
    if (!first) throw new Error('an assumption');
    const assumptions = [{ ...first, atMost: null }, ...results.deciding.assumptions.slice(1)];
    const spec = assumptionsChart({ ...results.deciding, assumptions }, { most: 2 });
    const [points = []] = rowsOf(spec, 'point');
    expect(points).toHaveLength(4);
    expect(points[1]).toMatchObject({ number: first.path, regret: null, value: null });
    expect(spec.description).toContain('not taken at its most');
    expect(spec.title.text).toBe(`Most hangs on ${first.path}`);
  });

  it('that change nothing are told as such', () => {
    const assumptions = results.deciding.assumptions.map((one) => ({ ...one, regret: 0 }));
    expect(assumptionsChart({ ...results.deciding, assumptions }).title.text).toBe(
      'No assumption changes the decision',
    );
  });

  const three = {
    best: { keepRate: 0.8 },
    assumptions: [
      {
        path: 'order.cost',
        regret: 11,
        atLeast: { value: 0.1, keepRate: 0.9, regret: 11 },
        // Another keep rate may turn out a little better by chance.
        atMost: { value: 0.3, keepRate: 0.8, regret: -0.5 },
      },
      { path: 'taste', regret: 5, atLeast: null, atMost: { value: 2, keepRate: 0.7, regret: 5 } },
      { path: 'luck', regret: 0, atLeast: null, atMost: null },
    ],
  } as never;

  it('are read off the picture', async () => {
    const { marks, x, y, width, height, legend } = await pictureOf(
      assumptionsChart(three, { most: 2 }),
    );
    expect(marks).toEqual([
      // From edge to edge.
      'grey rule at y order.cost',
      'grey rule at x 5 to 0, y taste',
      'blue triangle-left at x 11, y order.cost',
      'orange triangle-right at x 0, y order.cost',
      'orange triangle-right at x 5, y taste',
    ]);
    expect(legend).toEqual([
      'blue triangle-left: at its least',
      'orange triangle-right: at its most',
    ]);
    expect([x.labels[0], x.hasGrid, y.hasGrid]).toEqual(['0', false, true]);
    expect([x.title, y.title]).toEqual([
      'What deciding without knowing it costs (as the revenue)',
      undefined,
    ]);
    expect([width, height]).toEqual([320, 2 * 26]);
  });

  it('carry what is best at each end', () => {
    const end = (
      name: string,
      regret: number | null,
      value: number | null,
      keepRate: number | null,
    ) => ({
      end: `at its ${name}`,
      regret,
      value,
      keepRate,
    });
    expect(rowsOf(assumptionsChart(three, { most: 2 }), 'point')[0]).toEqual([
      { number: 'order.cost', ...end('least', 11, 0.1, 0.9) },
      { number: 'order.cost', ...end('most', 0, 0.3, 0.8) },
      { number: 'taste', ...end('least', null, null, null) },
      { number: 'taste', ...end('most', 5, 2, 0.7) },
    ]);
  });

  it('are told one by one', () => {
    expect(assumptionsChart(three, { most: 2 }).description).toBe(
      'What it costs to decide for a keep rate of 80% without knowing a number, for the 2 that matter most of 3. order.cost: 11 at its least, 0.1, where 90% is best; −0.5 at its most, 0.3, where 80% is best. taste: not taken at its least; 5 at its most, 2, where 70% is best.',
    );
  });
});
