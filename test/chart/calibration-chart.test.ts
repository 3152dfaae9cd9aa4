import { calibrationChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { layersOf } from './marks-of';
import { pictureOf } from './picture';
import * as results from './results';

describe('calibration', () => {
  it('says how many groups came true', () => {
    const spec = calibrationChart(results.curve);
    expect(spec.title.text).toBe('In 1 of 2 groups the interval holds what was predicted');
    expect(spec.description).toContain('50% predicted, 70% (60% to 78%) of 100 observed');
    const domain = layersOf(spec)[0]?.encoding.x?.scale?.domain;
    expect(domain).toEqual([0, 0.8]);
  });

  it('of chances of 0 has an axis all the same', () => {
    const spec = calibrationChart([{ n: 3, predicted: 0, observed: 0, low: 0, high: 0 }]);
    expect(layersOf(spec)[0]?.encoding.x?.scale?.domain).toEqual([0, 0.1]);
  });

  const point = (predicted: number, observed: number, low: number, high: number) => ({
    n: 10,
    predicted,
    observed,
    low,
    high,
  });

  it('is read off the picture', async () => {
    const spec = calibrationChart([point(0.1, 0.2, 0.1, 0.3), point(0.6, 0.4, 0.3, 0.62)]);
    const { marks, x, y, width, height } = await pictureOf(spec);
    expect(marks).toEqual([
      'dashed grey line: 0 0; 0.7 0.7',
      'faint blue rule at x 0.1, y 0.1 to 0.3',
      'faint blue rule at x 0.6, y 0.3 to 0.62',
      'blue circle at x 0.1, y 0.2',
      'blue circle at x 0.6, y 0.4',
    ]);
    for (const { labels } of [x, y]) expect([labels[0], labels.at(-1)]).toEqual(['0%', '70%']);
    expect([x.title, y.title]).toEqual(['Share predicted', 'Share observed']);
    expect([width, height]).toEqual([340, 340]);
  });

  it('holds at both ends of an interval', () => {
    const within = (...points: ReturnType<typeof point>[]) => calibrationChart(points).title.text;
    expect(within(point(0.1, 0.2, 0.1, 0.3), point(0.3, 0.2, 0.1, 0.3))).toMatch(/^In 2 of 2/);
    expect(within(point(0.09, 0.2, 0.1, 0.3), point(0.31, 0.2, 0.1, 0.3))).toMatch(/^In 0 of 2/);
  });
});
