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
    const told = [18, 19, ...(keepRate === 0.5 ? [] : [21]), 22, 23];
    expect(reasons).toEqual(
      reasons.map((_, i) =>
        told.includes(i) ? 'not-identified lower-keep-rate,end-orders' : 'null ',
      ),
    );
    const pinned = {
      0.5: {
        promise: 90.2389783,
        typical: 79.0203331,
        group: 1.08874677,
        time: 1,
        surge: 0.981955572,
        features: 1,
        margin: 2.10714149,
        rounding: 1,
        n: 59.4,
        atLeast: 144.191164,
        chance: 0.548788263,
        promised: 20,
        guaranteed: 20,
        needed: 1452.83333,
        available: 59,
        trace: -197.738744,
      },
      0.9: {
        promise: 98.7972439,
        typical: 78.5508846,
        group: 1.09657949,
        time: 1,
        surge: 0.981855449,
        features: 1,
        margin: 2.29476652,
        rounding: 1,
        n: 58.3684211,
        atLeast: 144.498886,
        chance: 0.486637087,
        promised: 22,
        guaranteed: 19,
        needed: 566,
        available: 59.25,
        trace: -241.587693,
      },
    }[keepRate];
    expect({ ...meansOf(asked), trace: traceOf(promiser) }).toEqual(pinned);
  });
});
