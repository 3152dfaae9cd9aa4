import { capabilityFromSamples } from 'overdeliver';
import { survivalChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { rowsOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('those under way', () => {
  it('are those of Kaplan and Meier', () => {
    const spec = survivalChart(results.censored);
    const [line = []] = rowsOf(spec, 'line');
    // 5/6; 4/6; after one leaves 2/3 of that; then 1/2 of that.
    const byHand = [
      [0, 1],
      [1, 1],
      [1, 5 / 6],
      [2, 5 / 6],
      [2, 4 / 6],
      [4, 4 / 6],
      [4, 4 / 9],
      [5, 4 / 9],
      [5, 2 / 9],
    ];
    expect(line.map(({ elapsed }) => elapsed)).toEqual(byHand.map(([at]) => at));
    for (const [i, { underWay }] of line.entries()) {
      expect(underWay).toBeCloseTo(byHand[i]?.[1] as number, 12);
    }
    expect(spec.description).toContain('1 is still under way, the oldest for 6 days');
  });

  it('have the interval of the capability, turned round', () => {
    const [band = []] = rowsOf(survivalChart(results.censored), 'area');
    const interval = results.censored.chanceInterval?.(4);
    const at4 = band.filter(({ elapsed }) => elapsed === 4).at(-1);
    expect([at4?.low, at4?.high]).toEqual([1 - (interval?.high ?? 0), 1 - (interval?.low ?? 0)]);
  });

  it('that were counted have the interval of a share', () => {
    const [band = []] = rowsOf(survivalChart(results.counted), 'area');
    // Wilson 1927, 10 of 19 at 95%.
    const at10 = band.filter(({ elapsed }) => elapsed === 10).at(-1);
    expect(at10?.low).toBeCloseTo(1 - 0.7267, 3);
    expect(at10?.high).toBeCloseTo(1 - 0.3171, 3);
    expect(band.at(-1)).toMatchObject({ elapsed: 19, underWay: 0 });
  });

  it('of a family have none, and end before they run on for ever', () => {
    const spec = survivalChart(results.smooth);
    expect(rowsOf(spec, 'area')).toEqual([]);
    const [line = []] = rowsOf(spec, 'line');
    expect(line.every(({ low, high }) => low === null && high === null)).toBe(true);
    expect(line.at(-1)?.underWay).toBeCloseTo(0.001, 9);
    expect(spec.title.subtitle).not.toContain('interval');
    expect(spec.description).not.toContain('finished');
  });

  it('of deviations are none', () => {
    const early = capabilityFromSamples([-5, 2, 4], { unit: 'minutes', deviations: true });
    const found = refusal(() => survivalChart(early));
    expect(found).toMatchObject({ path: 'capability', code: 'out-of-range' });
  });

  it('of whom more than half are never seen to end say so', () => {
    const spec = survivalChart({ ...results.censored, identified: 0.3 });
    expect(spec.title.text).toBe('66.7% are under way for longer than 2 days');
  });

  it('are read off the picture, with the interval of each step', async () => {
    const spec = survivalChart({
      ...results.censored,
      chanceInterval: (t) => ({ low: t / 20, high: t / 10 }),
    });
    const { marks, x, y } = await pictureOf(spec);
    expect(marks).toEqual([
      'faint blue area: 0 1 to 1; 1 1 to 1; 1 0.9 to 0.95; 2 0.9 to 0.95; 2 0.8 to 0.9; 4 0.8 to 0.9; 4 0.6 to 0.8; 5 0.6 to 0.8; 5 0.5 to 0.75',
      'blue line: 0 1; 1 1; 1 0.8333; 2 0.8333; 2 0.6667; 4 0.6667; 4 0.4444; 5 0.4444; 5 0.2222',
      'orange diamond at x 5, y 0.2222',
      'orange "still under way: 1" below left of x 5, y 0.2222',
    ]);
    expect([x.title, y.title]).toEqual(['Time since the start (days)', 'Still under way']);
    expect([y.labels[0], y.labels.at(-1)]).toEqual(['0%', '100%']);
    expect(spec.title.subtitle).toBe('The share still under way, by time, with its 95% interval.');
  });

  it('are told with those who are left', () => {
    const told = (count: number) =>
      survivalChart({ ...results.censored, stillUnderWay: { count, oldest: 6 } }).description;
    const curve =
      'A curve of the share that is still under way, by time, down to 22.2% at 5 days. Half are over within 4 days. There the curve ends: ';
    expect(told(1)).toBe(
      `${curve}1 is still under way, the oldest for 6 days. From 4 that finished.`,
    );
    expect(told(2)).toContain(`${curve}2 are still under way, the oldest for 6 days.`);
  });

  it('that were counted begin with an interval of nothing', async () => {
    const { marks } = await pictureOf(survivalChart(results.counted));
    expect(marks).toHaveLength(2);
    expect(marks[0]).toMatch(/^faint blue area: 0 1 to 1; 1 1 to 1; 1 /);
  });

  it('of a family have a line alone', async () => {
    const spec = survivalChart(results.smooth);
    expect((await pictureOf(spec)).marks).toEqual([expect.stringMatching(/^blue line: 0 1; /)]);
    expect(spec.title.subtitle).toBe('The share still under way, by time.');
  });

  it('may be over at once', async () => {
    const able = capabilityFromSamples([0, 2, 4], { unit: 'days' });
    const { marks } = await pictureOf(survivalChart(able));
    expect(marks[1]).toBe('blue line: 0 1; 0 1; 0 0.6667; 2 0.6667; 2 0.3333; 4 0.3333; 4 0');
  });

  it.each([
    [{ identified: 0.5 }, true],
    [{ identified: 0.49 }, false],
    [{ identifiedFrom: 0.5 }, true],
    [{ identifiedFrom: 0.51 }, false],
  ])('tell a median that is known: %o', (known, isTold) => {
    const { text } = survivalChart({ ...results.smooth, ...known }).title;
    expect(text === 'Half are over within 31.2 minutes').toBe(isTold);
  });
});
