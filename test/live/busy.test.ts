import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { busyOf, busyPlaces } from '../../src/live/load';
import { uniforms } from '../../src/numerics/uniforms';
import { minute } from './stream';

const window = (recent: number) => ({ recent, usual: 1, watched: 1, wall: 0, open: 0 });

describe('how busy it is', () => {
  it('is told in half octaves of the orders that came lately', () => {
    expect([0, 0.4, 0.5, 1, 3, 9.9, 10.4, 1e9].map((recent) => busyOf(window(recent)))).toEqual([
      0,
      0,
      1,
      2,
      4,
      6,
      7,
      busyPlaces - 1,
    ]);
  });

  it('tells the first order of an evening from later ones of the same hour', () => {
    const next = uniforms(7);
    const opening = (day: number) => Date.UTC(2026, 0, 5 + day, 17);
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
    const quotes: number[][] = [];
    // Eight orders between 5 and 6, of which the first is quick.
    for (let day = 0; day < 120; day++) {
      const starts = Array.from({ length: 8 }, (_, i) => opening(day) + i * 7 * minute);
      const all = starts.flatMap((at, i) => {
        const took = (i === 0 ? 20 : 40) * minute * Math.exp(0.2 * (next() - 0.5));
        const id = `${day} ${i}`;
        return [
          { id, at, isStart: true },
          { id, at: Math.ceil(at + took), isStart: false },
        ];
      });
      all.sort((a, b) => a.at - b.at);
      quotes.push([]);
      for (const { id, at, isStart } of all) {
        const event = { id, at: new Date(at) };
        if (!isStart) promiser.finish(event);
        else quotes.at(-1)?.push(promiser.start(event).promise ?? Number.NaN);
      }
    }
    const [first, ...later] = quotes.at(-1) as [number, ...number[]];
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(28);
    expect(Math.min(...later)).toBeGreaterThan(36);
    expect(Math.max(...later)).toBeLessThan(52);
  });
});
