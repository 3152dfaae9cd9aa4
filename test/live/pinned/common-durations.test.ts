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
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 52.5303833, 49.72785,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 40.6933579,
      available: null,
      chance: 0.39136049,
      features: 1,
      group: 0.96721029,
      guaranteed: 0,
      margin: 1.53528979,
      n: null,
      needed: null,
      promise: 59.5349267,
      promised: 60,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 40.6367133,
    });
    expect(traceOf(promiser)).toEqual(-60.6655019);
  });

  it('are promised as they were beside others', () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40 });
    const quotes = quotesOf(promiser, inSteps(happenings(60, { seed: 21 }), 20 * minute, 2));
    expect(everyPromise(quotes, 8)).toEqual([
      63.2732167, 63.2732167, 63.2732167, 63.2732167, 63.2732167, 59.8953667, 55.7686, 55.73145,
    ]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 40.2355731,
      available: null,
      chance: 0.337937233,
      features: 1,
      group: 0.980524973,
      guaranteed: 0,
      margin: 1.55894178,
      n: null,
      needed: null,
      promise: 61.1778697,
      promised: 60,
      rounding: 1,
      surge: 1,
      time: 1,
      typical: 39.3420704,
    });
    expect(traceOf(promiser)).toEqual(5.2380865);
  });
});
