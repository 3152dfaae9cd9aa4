import { explanationChart } from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './marks-of';
import { pictureOf, sceneOf, under } from './picture';
import * as results from './results';

describe('an explanation', () => {
  it('goes from its reference by its terms to its score', () => {
    const [bars = []] = rowsOf(explanationChart(results.late), 'bar');
    const { reference, prediction, contributions } = results.late;
    expect(bars.map(({ term }) => term)).toEqual([
      'satisfaction if kept',
      'time.performance',
      'time.loss',
      'satisfaction',
    ]);
    expect(bars[0]).toMatchObject({ from: 0, to: reference.score, sign: 'total' });
    expect(bars[1]).toMatchObject({
      from: reference.score,
      to: reference.score + (contributions[0]?.points ?? 0),
      sign: 'takes',
    });
    expect(bars[2]?.to).toBeCloseTo(prediction.score, 9);
    expect(bars[3]?.to).toBe(prediction.score);
  });

  it('counts the terms that it leaves out', () => {
    expect(explanationChart(results.late).title.subtitle).toBe(
      'Left out: 2 terms that add nothing.',
    );
    const one = { ...results.late, contributions: results.late.contributions.slice(0, 2) };
    expect(explanationChart(one).title.subtitle).toBe('Left out: a term that adds nothing.');
    expect(explanationChart(results.formed).title.subtitle).toBeUndefined();
  });

  it('of an expectation begins at 0', () => {
    const [bars = []] = rowsOf(explanationChart(results.formed, { register: 'desired' }), 'bar');
    expect(bars.map(({ term }) => term)).toEqual([
      'predicted',
      'aspiration',
      'competitorOffer',
      'level desired',
    ]);
    expect(bars[0]).toMatchObject({ from: 0, sign: 'adds' });
    expect(bars.at(-1)?.to).toBe(results.formed.expectation.desired);
    expect(bars.at(-2)?.to).toBeCloseTo(results.formed.expectation.desired, 9);
  });

  it('names a reference of one’s own', () => {
    const given = {
      ...results.late,
      reference: { ...results.late.reference, name: 'given' as const },
    };
    expect(explanationChart(given).description).toContain('satisfaction of the reference 76');
  });

  it('is read off the picture', async () => {
    const explained = {
      prediction: { score: 70 },
      reference: { name: 'typical', score: 60 },
      contributions: [
        { term: 'time.gain', points: 15 },
        { term: 'time.loss', points: 0 },
        { term: 'cost.loss', points: -5 },
      ],
    } as never;
    const spec = explanationChart(explained);
    const { marks, x, y, width, height, legend } = await pictureOf(spec);
    expect(marks).toEqual([
      'grey rect at x 0 to 60, y satisfaction of a typical customer',
      'green rect at x 60 to 75, y time.gain',
      'orange rect at x 70 to 75, y cost.loss',
      'grey rect at x 0 to 70, y satisfaction',
      'black "60" right of x 60, y satisfaction of a typical customer',
      'black "+15" right of x 75, y time.gain',
      'black "−5" right of x 75, y cost.loss',
      'black "70" right of x 70, y satisfaction',
    ]);
    expect([x.labels[0], x.title, y.title]).toEqual(['0', 'Points (0 to 100)', undefined]);
    expect([y.hasTicks, y.hasLine, y.hasGrid, x.hasGrid]).toEqual([false, false, false, true]);
    expect([width, height]).toEqual([420, 4 * 26]);
    // Who points at a bar is told where it goes from and to.
    const bars = under((await sceneOf(spec)).items[0]?.items ?? [], 'mark')[0]?.items;
    expect(bars?.map(({ tooltip }) => tooltip?.sign)).toEqual(['total', 'adds', 'takes', 'total']);
    expect(legend).toEqual([]);
    expect(spec.title.text).toEqual('Satisfaction of 70: what adds to it, and what takes from it');
    expect(spec.description).toBe(
      'A waterfall in points on a scale from 0 to 100: satisfaction of a typical customer 60, time.gain +15, cost.loss −5, satisfaction 70.',
    );
  });
});
