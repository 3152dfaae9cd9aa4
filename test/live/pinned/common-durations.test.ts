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
    const quotes = quotesOf(promiser, inSteps(happenings(90, { seed: 20 }), 15 * minute, 1));
    expect(everyPromise(quotes, 10)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 50.5251667, 52.3280833, 45, 60,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 48.7912652,
      chance: 0.556235226,
      features: 1,
      group: 0.965033752,
      guaranteed: 0,
      margin: 1.49566438,
      n: null,
      promise: 57.8767126,
      promised: 90,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 42.7636092,
      warned: 0,
    });
    expect(traceOf(promiser)).toEqual(-57.3399364);
  });

  it('are promised as they were beside others', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    const quotes = quotesOf(promiser, inSteps(happenings(90, { seed: 21 }), 20 * minute, 2));
    expect(everyPromise(quotes, 10)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 59.8953667, 55.7686, 53.5988667, 49.1025333,
      57.7374667,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 46.8730714,
      chance: 0.408185368,
      features: 1,
      group: 0.964150163,
      guaranteed: 0,
      margin: 1.51023958,
      n: null,
      promise: 58.3390756,
      promised: 90,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 42.1286009,
      warned: 0,
    });
    expect(traceOf(promiser)).toEqual(-66.8089518);
  });
});
