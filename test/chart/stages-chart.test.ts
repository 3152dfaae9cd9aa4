import { stagesChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('stages', () => {
  it('lie on each other and make up all customers', () => {
    const spec = stagesChart(results.simulation);
    const [bold = []] = rowsOf(spec, 'area');
    const first = bold.slice(0, 4);
    expect(first.map(({ stage }) => stage)).toEqual([
      'never-used',
      'first-use',
      'long-term',
      'gone',
    ]);
    expect(first[0]?.from).toBe(0);
    for (const [i, { from }] of first.slice(1).entries()) expect(from).toBe(first[i]?.to);
    expect(first[3]?.to).toBeCloseTo(100, 9);
  });

  const at = (day: number, ...of: readonly number[]) => {
    const [never, first, long, gone] = of.map((estimate) => ({
      estimate,
      low: estimate,
      high: estimate,
    }));
    return { day, customers: { 'never-used': never, 'first-use': first, 'long-term': long, gone } };
  };
  const two = {
    policies: {
      bold: { timeline: [at(7, 90, 5, 0, 5), at(27, 80, 5, 10, 5), at(57, 60, 8, 24, 8)] },
      wide: { timeline: [at(7, 97, 0, 0, 0), at(47, 60, 7, 22, 8)] },
    },
  } as never;

  it('are read off a picture for each policy, with the names of those that have room', async () => {
    const { plots, legend } = await pictureOf(stagesChart(two));
    expect(plots.map(({ title, marks }) => [title, ...marks])).toEqual([
      [
        'bold',
        'faint grey area: 7 0 to 90; 27 0 to 80; 57 0 to 60',
        'faint blue area: 7 90 to 95; 27 80 to 85; 57 60 to 68',
        'faint green area: 7 95 to 95; 27 85 to 95; 57 68 to 92',
        'faint orange area: 7 95 to 100; 27 95 to 100; 57 92 to 100',
        // More than 8 of 100.
        'black "never-used" right of x 57, y 30',
        'black "long-term" right of x 57, y 80',
      ],
      [
        'wide',
        'faint grey area: 7 0 to 97; 47 0 to 60',
        'faint blue area: 7 97 to 97; 47 60 to 67',
        'faint green area: 7 97 to 97; 47 67 to 89',
        'faint orange area: 7 97 to 97; 47 89 to 97',
        // More than 7.76 of 97.
        'black "never-used" right of x 47, y 30',
        'black "long-term" right of x 47, y 78',
        'black "gone" right of x 47, y 93',
      ],
    ]);
    expect(legend).toEqual([
      'grey circle: never-used',
      'blue circle: first-use',
      'green circle: long-term',
      'orange circle: gone',
    ]);
    // From the start to the last day, and up to all customers, without an edge.
    const ends = plots.map(({ x, y }) => [x.labels[0], x.labels.at(-1), y.labels.at(-1)]);
    expect(ends).toEqual([
      ['0', '55', '100'],
      ['0', '45', '80'],
    ]);
    expect(plots.map(({ width, height }) => [width, height])).toEqual([
      [440, 180],
      [440, 180],
    ]);
    expect(plots.map(({ x, y }) => [x.title, y.title])).toEqual([
      ['Day', 'Customers'],
      ['Day', 'Customers'],
    ]);
  });

  it('are told at the end', () => {
    const { title, description } = stagesChart(two);
    expect(title.text).toBe('Customers over 57 days');
    expect(description).toBe(
      'Layers of customers by stage over 57 days, for bold and wide. At the end, means over the replications: Policy bold: 60 never-used, 8 first-use, 24 long-term and 8 gone. Policy wide: 60 never-used, 7 first-use, 22 long-term and 8 gone.',
    );
  });
});
