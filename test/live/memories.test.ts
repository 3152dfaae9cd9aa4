import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { parametersSchema } from '../../src/core/input';
import { read } from '../../src/input/read';
import { bins } from '../../src/live/incidence';
import { bestOf, isSlower, newMemories, score, watch } from '../../src/live/memories';

const { numbers } = read(parametersSchema(promiserDefaults), undefined);

describe('two memories', () => {
  it('are scored by the pinball loss of what each would have promised', () => {
    const memories = newMemories(numbers);
    let [quick, long] = [0, 0];
    for (const [quickQuote, longQuote, took] of [
      [10, 20, 15],
      [10, 20, 30],
      [30, 20, 20],
      [20, 10, 5],
    ] as const) {
      // A quote that is exceeded costs the keep rate for each millisecond, one that is beaten what is left of 1.
      const loss = (quote: number) => (took > quote ? 0.9 * (took - quote) : 0.1 * (quote - took));
      quick += (loss(quickQuote) - quick) / 1000;
      long += (loss(longQuote) - long) / 1000;
      score(memories, quickQuote, longQuote, took, 0.9, numbers);
      expect(memories.quick.loss).toBeCloseTo(quick, 12);
      expect(memories.long.loss).toBeCloseTo(long, 12);
    }
    for (const [one, other] of [
      [Number.NaN, 7],
      [7, Number.NaN],
    ] as const)
      score(memories, one, other, 99, 0.9, numbers);
    expect([memories.quick.loss, memories.long.loss].map((x) => x.toFixed(9))).toEqual(
      [quick, long].map((x) => x.toFixed(9)),
    );
  });

  it('take turns: the long one is asked where it lost clearly less, and nothing gets slower', () => {
    const memories = newMemories(numbers);
    const { quick, long } = memories;
    const asked = (quickLoss: number, longLoss: number, slowdown: number) => {
      Object.assign(quick, { loss: quickLoss });
      Object.assign(long, { loss: longLoss });
      memories.slowdown = slowdown;
      return bestOf(memories, numbers) === long ? 'long' : 'quick';
    };
    expect([asked(100, 97.9, 0), asked(100, 98, 0), asked(100, 99, 0), asked(0, 0, 0)]).toEqual([
      'long',
      'quick',
      'quick',
      'quick',
    ]);
    expect([asked(100, 1, 14.9), asked(100, 1, 15)]).toEqual(['long', 'quick']);
    expect([14.9, 15].map((slowdown) => isSlower({ ...memories, slowdown }, numbers))).toEqual([
      false,
      true,
    ]);
  });
});

describe('evidence of a slowdown', () => {
  /** Memories of which the long one has it that so much would have finished up to each bin. */
  const knowing = (finished: (bin: number) => number) => {
    const memories = newMemories(numbers);
    memories.long.grid.left.set(Array.from({ length: bins + 1 }, (_, bin) => 1 - finished(bin)));
    return memories;
  };
  const evenly = (bin: number) => Math.min(1, bin / 100);

  it('grows by a third of the hazard that went by, what a rate 1.5 times lower leaves out', () => {
    const memories = knowing(evenly);
    // Of those that came to bin 20 half are left at bin 60: (1 - 1 / 1.5) log(.8 / .4).
    watch(memories, 20, 60, false, numbers);
    expect(memories.slowdown).toBeCloseTo(Math.log(2) / 3, 12);
    watch(memories, 60, 60, false, numbers);
    expect(memories.slowdown).toBeCloseTo(Math.log(2) / 3, 12);
    watch(memories, 60, 80, false, numbers);
    expect(memories.slowdown).toBeCloseTo((2 * Math.log(2)) / 3, 12);
    // Each that finishes takes back the logarithm of the rate.
    watch(memories, 80, 80, true, numbers);
    expect(memories.slowdown).toBeCloseTo((2 * Math.log(2)) / 3 - Math.log(1.5), 12);
  });

  it('is never below none, nor above twice what alarms', () => {
    const memories = knowing(evenly);
    watch(memories, 0, 0, true, numbers);
    expect(memories.slowdown).toBe(0);
    for (let i = 0; i < 60; i++) watch(memories, 0, 90, false, numbers);
    expect(memories.slowdown).toBe(30);
  });

  it('is not how long the last tenth waits', () => {
    const memories = knowing(evenly);
    watch(memories, 90, 100, false, numbers);
    expect(memories.slowdown).toBe(0);
    watch(memories, 0, 100, false, numbers);
    expect(memories.slowdown).toBeCloseTo(Math.log(10) / 3, 12);
  });

  it('counts those that will never finish as left', () => {
    const memories = knowing((bin) => evenly(bin) / 2);
    watch(memories, 0, 100, false, numbers);
    expect(memories.slowdown).toBeCloseTo(Math.log(2) / 3, 12);
    const none = knowing(() => 0);
    watch(none, 0, 100, false, numbers);
    expect(none.slowdown).toBe(0);
  });
});
