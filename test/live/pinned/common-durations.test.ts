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
    const quotes = quotesOf(promiser, inSteps(happenings(140, { seed: 20 }), 15 * minute, 1));
    expect(everyPromise(quotes, 10)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 50.5251667, 52.3280833, 45, 60,
      60, 60, 75, 60, 60,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 51.9243714,
      chance: 0.601082956,
      features: 1,
      group: 0.99786627,
      guaranteed: 34,
      margin: 1.56054861,
      n: 58.5294118,
      promise: 62.6380502,
      promised: 140,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 44.1270994,
      warned: 24,
    });
    expect(traceOf(promiser)).toEqual(-36.7660619);
  });

  it('are promised as they were beside others', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    const quotes = quotesOf(promiser, inSteps(happenings(140, { seed: 21 }), 20 * minute, 2));
    expect(everyPromise(quotes, 10)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 59.8953667, 55.7686, 53.5988667, 49.1025333,
      54.8168667, 54.8168667, 60, 64.0118167, 92.8565167, 64.75015,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 53.9476037,
      chance: 0.521840249,
      features: 1,
      group: 0.997294137,
      guaranteed: 23,
      margin: 1.55751622,
      n: 73.6956522,
      promise: 62.3519069,
      promised: 140,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 48.5443341,
      warned: 23,
    });
    expect(traceOf(promiser)).toEqual(-0.296633864);
  });
});
