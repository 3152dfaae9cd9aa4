import { livePromiser, toMultipleOf } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { at, happenings } from '../stream';
import { everyPromise, meansOf, quotesOf, traceOf } from './pinned';

describe('promises of whole days', () => {
  it('are what they were, and kept as often', () => {
    const promiser = livePromiser({
      unit: 'days',
      keepRate: 0.8,
      typical: 3,
      round: toMultipleOf(1),
    });
    // A minute of the stream is three hours.
    const all = happenings(100, { seed: 26 }).map((one) => ({
      ...one,
      time: new Date(at(0).getTime() + 180 * (one.time.getTime() - at(0).getTime())),
    }));
    const quotes = quotesOf(promiser, all.slice(0, 150));
    expect(everyPromise(quotes, 8)).toEqual([5, 5, 5, 5, 5, 5, 5, 6, 7, 9, 9, 8, 11]);
    expect(meansOf(quotes)).toEqual({
      atLeast: 6.02750723,
      available: null,
      chance: 0.538652816,
      features: 1,
      group: 1.2396618,
      guaranteed: 18,
      margin: 1.63348501,
      n: 22.2777778,
      needed: null,
      promise: 6.68,
      promised: 100,
      rounding: 1.0839489,
      surge: 1,
      time: 1,
      typical: 4.65636702,
    });
    const under = all
      .slice(150)
      .filter(
        ({ what, id }) => what === 'finish' && all.slice(0, 150).some((one) => one.id === id),
      );
    const outcomes = under.map(({ id, time }) => promiser.finish({ id, at: time }));
    expect(
      outcomes.map(({ took, promise, kept }) => [Math.round(1e6 * took), promise, kept]),
    ).toEqual([
      [7369613, 6, false],
      [4832677, 7, true],
      [5898063, 6, true],
      [9429510, 5, false],
      [3894123, 9, true],
      [6076131, 6, false],
      [2806581, 11, true],
      [4320979, 9, true],
      [5977110, 7, true],
      [7596229, 6, false],
      [5092856, 7, true],
      [6297598, 7, true],
      [5041769, 9, true],
      [4099433, 9, true],
      [3391160, 10, true],
      [5934902, 7, true],
      [9797288, 5, false],
      [5440442, 9, true],
      [5740890, 7, true],
      [11094240, 5, false],
      [7755721, 6, false],
      [6561904, 7, true],
      [10343875, 5, false],
      [10051698, 5, false],
      [6119552, 9, true],
      [7242529, 7, false],
      [4279392, 11, true],
      [8290696, 7, false],
      [9801040, 5, false],
      [9054619, 6, false],
      [9785969, 6, false],
      [6990654, 9, true],
      [5426640, 10, true],
      [6022954, 10, true],
      [6646700, 8, true],
      [8631873, 7, false],
      [6994179, 9, true],
      [5673935, 9, true],
      [6565571, 9, true],
      [7964881, 9, true],
      [17178727, 5, false],
      [7775106, 9, true],
      [7739071, 10, true],
      [8812981, 9, true],
      [9058375, 9, false],
      [8912463, 11, true],
      [9840077, 10, true],
      [15662223, 5, false],
      [10754808, 10, false],
      [12518663, 11, false],
    ]);
    expect(traceOf(promiser)).toEqual(-38.3381633);
    expect(promiser.now()?.getTime()).toBe(Math.max(...under.map(({ time }) => time.getTime())));
  });
});
