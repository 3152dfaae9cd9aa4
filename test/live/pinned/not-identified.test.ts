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
    const told = keepRate === 0.5 ? 22 : 21;
    expect(reasons).toEqual([
      ...Array<string>(told).fill('null '),
      ...Array<string>(24 - told).fill('not-identified lower-keep-rate,end-orders'),
    ]);
    const pinned = {
      0.5: {
        promise: 109.939248,
        typical: 92.334126,
        group: 1.13582356,
        time: 1,
        surge: 0.983036298,
        features: 1,
        margin: 2.46253917,
        rounding: 1,
        n: 59.2727273,
        atLeast: 172.736223,
        chance: 0.507751301,
        promised: 22,
        guaranteed: 22,
        needed: 1467.5,
        available: 58.6666667,
        trace: -194.148424,
      },
      0.9: {
        promise: 114.089362,
        typical: 79.7894898,
        group: 1.14496963,
        time: 1,
        surge: 0.982954747,
        features: 1,
        margin: 2.53694883,
        rounding: 1,
        n: 58.8571429,
        atLeast: 173.123892,
        chance: 0.463874582,
        promised: 23,
        guaranteed: 21,
        needed: 1069.33333,
        available: 60,
        trace: -204.088002,
      },
    }[keepRate];
    expect({ ...meansOf(asked), trace: traceOf(promiser) }).toEqual(pinned);
  });
});
