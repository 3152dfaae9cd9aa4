import { adjustParameters, livePromiser } from 'overdeliver';
import { promiserDefaults } from 'overdeliver/live';
import { describe, expect, it } from 'vitest';
import { dataOf, happenings } from '../stream';
import { meansOf, quotesOf, traceOf } from './pinned';

describe('the memory that lost less', () => {
  it.each([
    [0, 'quick'],
    [1, 'either'],
  ])('below %s of the other is asked as it was: %s', (longLoss) => {
    const parameters = adjustParameters(promiserDefaults, 'test/soon', {
      minOrders: 5,
      lossOrders: 10,
      longLoss,
    });
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.8, typical: 40, parameters });
    const quotes = quotesOf(promiser, happenings(150, { seed: 23 }));
    const losses = dataOf(promiser).memories.map(({ loss }: { loss: number }) =>
      Number(loss.toPrecision(9)),
    );
    const pinned = {
      0: {
        promise: 65.2953387,
        typical: 45.4049258,
        group: 0.977829173,
        time: 1,
        surge: 1.00370411,
        features: 1,
        margin: 1.65851551,
        rounding: 1,
        n: 49.7684211,
        atLeast: 45.7859495,
        chance: 0.613383084,
        promised: 150,
        guaranteed: 95,
        warned: 94,
        losses: [1035251.91, 1246163.92],
        trace: -19.9038286,
      },
      1: {
        promise: 63.6033062,
        typical: 44.1340995,
        group: 0.977829173,
        time: 1,
        surge: 1.00370411,
        features: 1,
        margin: 1.61940123,
        rounding: 1,
        n: 49.7684211,
        atLeast: 45.7859495,
        chance: 0.613383084,
        promised: 150,
        guaranteed: 95,
        warned: 94,
        losses: [1035251.91, 1246163.92],
        trace: -15.3418623,
      },
    }[longLoss];
    expect({ ...meansOf(quotes), losses, trace: traceOf(promiser) }).toEqual(pinned);
  });
});
