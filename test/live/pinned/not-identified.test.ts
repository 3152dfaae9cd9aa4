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
        promise: 106.030648,
        typical: 97.5021815,
        group: 1.16286654,
        time: 1,
        surge: 0.980957363,
        features: 1,
        margin: 2.32706836,
        rounding: 1,
        n: 58.9047619,
        atLeast: 183.593967,
        chance: 0.494466712,
        promised: 22,
        guaranteed: 21,
        needed: 1501.83333,
        available: 57.6666667,
        trace: -228.867343,
      },
      0.9: {
        promise: 121.260866,
        typical: 84.6565439,
        group: 1.16916052,
        time: 1,
        surge: 0.980898104,
        features: 1,
        margin: 2.64650802,
        rounding: 1,
        n: 58.8571429,
        atLeast: 183.908738,
        chance: 0.465207155,
        promised: 23,
        guaranteed: 21,
        needed: 1022.25,
        available: 60,
        trace: -265.465043,
      },
    }[keepRate];
    expect({ ...meansOf(asked), trace: traceOf(promiser) }).toEqual(pinned);
  });
});
