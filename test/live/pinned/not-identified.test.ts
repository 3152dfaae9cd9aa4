import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { happenings, minute } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('a standstill', () => {
  it.each([0.5, 0.9])('at a keep rate of %s is told of as it was', (keepRate) => {
    const parameters = adjustParameters(promiserDefaults, 'test/soon', { minOrders: 5 });
    const promiser = livePromiser({ unit: 'minutes', keepRate, typical: 40, parameters });
    quotesOf(promiser, happenings(60, { seed: 25 }));
    const now = promiser.now() as Date;
    const later = (minutes: number) => new Date(now.getTime() + minutes * minute);
    for (let i = 0; i < 30; i++) promiser.start({ id: `stuck ${i}`, at: later(i) });
    const asked = [5, 15, 30, 60, 120, 240].flatMap((minutes) => {
      promiser.start({ id: `${minutes}`, at: later(30 + minutes) });
      return [0.3, 0.5, 0.9, 0.97].map((rate) =>
        promiser.quote({ at: later(30 + minutes), keepRate: rate }),
      );
    });
    const reasons = asked.map(
      ({ reason, unidentified }) => `${reason} ${unidentified?.help ?? ''}`,
    );
    // The other answers are promises.
    const told = [18, 19, 21, 22, 23];
    expect(reasons).toEqual(
      reasons.map((_, i) =>
        told.includes(i) ? 'not-identified lower-keep-rate,end-orders' : 'null ',
      ),
    );
    const pinned = {
      0.5: {
        promise: 91.4317775,
        typical: 83.3656629,
        group: 1.12841949,
        time: 1,
        surge: 1,
        features: 1,
        margin: 2.02566019,
        rounding: 1,
        n: 59.1052632,
        atLeast: 146.629831,
        chance: 0.531399213,
        promised: 20,
        guaranteed: 19,
        needed: 1678.16667,
        available: 57.6666667,
        trace: 216.682574,
      },
      0.9: {
        promise: 98.5347932,
        typical: 78.4139169,
        group: 1.13306352,
        time: 1,
        surge: 1,
        features: 1,
        margin: 2.1740792,
        rounding: 1,
        n: 57.7894737,
        atLeast: 146.707961,
        chance: 0.49802017,
        promised: 22,
        guaranteed: 19,
        needed: 480.75,
        available: 58.75,
        trace: 269.929243,
      },
    }[keepRate];
    expect({ ...meansOf(asked), trace: traceOf(promiser) }).toEqual(pinned);
  });
});
