import { livePromiser } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

/** The ends of a stream so that durations are whole times of a step, those of every `nth` order. */
function inSteps(all: ReturnType<typeof happenings>, step: number, nth: number) {
  const starts = new Map(
    all.filter(({ what }) => what === 'start').map(({ id, time }) => [id, time.getTime()]),
  );
  return all
    .map((one) => {
      const from = starts.get(one.id) as number;
      const took = Math.ceil((one.time.getTime() - from) / step) * step;
      return Number(one.id.slice(6)) % nth === 0 ? { ...one, time: new Date(from + took) } : one;
    })
    .sort((a, b) => a.time.getTime() - b.time.getTime());
}

describe('durations that many orders share', () => {
  it('are promised as they were, where there are no others', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    const quotes = quotesOf(promiser, inSteps(happenings(60, { seed: 20 }), 15 * minute, 1));
    expect(everyPromise(quotes, 8)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 46.5997, 45.7871333,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 38.2812903,
      available: null,
      chance: 0.390876116,
      features: 1,
      group: 0.949593374,
      guaranteed: 5,
      margin: 1.52971196,
      n: 5.8,
      needed: null,
      promise: 58.3388706,
      promised: 60,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 41.0484035,
    });
    expect(traceOf(promiser)).toEqual(-68.6104219);
  });

  it('are promised as they were beside others', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    const quotes = quotesOf(promiser, inSteps(happenings(60, { seed: 21 }), 20 * minute, 2));
    expect(everyPromise(quotes, 8)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 60.44555, 55.8306167, 56.4909167,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 40.7845683,
      available: null,
      chance: 0.337937233,
      features: 1,
      group: 0.984131183,
      guaranteed: 0,
      margin: 1.55717488,
      n: null,
      needed: null,
      promise: 61.3283797,
      promised: 60,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 39.431667,
    });
    expect(traceOf(promiser)).toEqual(76.2987391);
  });
});
