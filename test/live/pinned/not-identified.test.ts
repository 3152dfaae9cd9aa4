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
    expect(reasons).toEqual([
      ...Array<string>(21).fill('null '),
      ...Array<string>(3).fill('not-identified lower-keep-rate,end-orders'),
    ]);
    const pinned = {
      0.5: {
        promise: 106.197186,
        typical: 97.6506035,
        group: 1.16164328,
        time: 1,
        surge: 0.980937674,
        features: 1,
        margin: 2.33328082,
        rounding: 1,
        n: 58.9047619,
        atLeast: 184.437089,
        chance: 0.495086485,
        promised: 22,
        guaranteed: 21,
        needed: 1502,
        available: 57.6666667,
        trace: -194.724487,
      },
      0.9: {
        promise: 121.555748,
        typical: 84.9059792,
        group: 1.16799011,
        time: 1,
        surge: 0.980875482,
        features: 1,
        margin: 2.6556996,
        rounding: 1,
        n: 58.8571429,
        atLeast: 184.772091,
        chance: 0.465196823,
        promised: 23,
        guaranteed: 21,
        needed: 1014.25,
        available: 60,
        trace: -224.204504,
      },
    }[keepRate];
    expect({ ...meansOf(asked), trace: traceOf(promiser) }).toEqual(pinned);
  });
});
