import {
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
  planByBalance,
  planByCost,
  planPromise,
  planWindow,
  reviewPromise,
} from 'overdeliver';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  fitCapability,
  mixCapabilities,
  normal,
  pipelineCapability,
  reviveCapability,
  scaleCapability,
} from 'overdeliver/capability';
import { planByTolerance, planSurprise } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { allSources } from '../capability/any-capability';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const around = { unit, deviations: true };
// Minutes after the hour agreed, below 0 before it.
const off = Array.from({ length: 99 }, (_, i) => i - 30);
const visits = capabilityFromSamples(off, around);
const rides = capabilityFromSamples(
  off.map((minutes) => minutes + 30),
  { unit },
);

describe('what counts from an appointment', () => {
  it.each([
    ['samples', visits],
    [
      'samples that count unlike',
      capabilityFromCensored(off, { ...around, weights: off.map((_, i) => 1 + (i % 2)) }),
    ],
    [
      'quantiles',
      capabilityFromQuantiles(
        [
          { p: 0, value: -5 },
          { p: 1, value: 9 },
        ],
        around,
      ),
    ],
    ['a family', capabilityFromFamily(normal, { mean: 5, sd: 9 }, around)],
    ['a fit', fitCapability(normal, off, around)],
    [
      'a guess',
      capabilityFromGuess(capabilityFromFamily(normal, { mean: 5, sd: 9 }, { unit }), {
        priorSize: 9,
        samples: off,
        deviations: true,
      }),
    ],
    [
      'groups',
      capabilityByGroup(
        off.map((value) => ({ value, path: ['north'] })),
        { ...around, levels: ['depot'] },
      )(['north']),
    ],
    ['a mixture', mixCapabilities([{ capability: visits, weight: 1 }])],
    ['another scale', scaleCapability(visits, 2)],
    ['what comes on top', pipelineCapability([visits, rides])],
  ])('is known of %s, of plans, and after it was stored', (_, capability) => {
    expect(capability.deviations).toBe(true);
    const stored = JSON.parse(JSON.stringify(capability));
    expect(reviveCapability(stored, allSources).deviations).toBe(true);
    expect(planPromise(capability, { keepRate: 0.8, bestEffort: true }).deviations).toBe(true);
  });

  it('is known of every plan, and of a review and its new promise', () => {
    const costs = { attraction: () => 1, revenue: 20, goodwillLost: () => 0 };
    const review = reviewPromise(visits, {
      plan: planPromise(visits, { keepRate: 0.6 }),
      elapsed: 20,
      revised: false,
    });
    expect(review.advice).toBe('promise-again');
    for (const planned of [
      planWindow(visits, { keepRate: 0.8 }),
      planByCost(visits, { early: 1, late: 4 }),
      planByBalance(visits, costs),
      planByTolerance(visits, { keepRate: 0.5, confidence: 0.5 }),
      planSurprise(visits, { by: 1, probability: 0.5 }),
      review,
      review.newPromise,
    ]) {
      expect(planned).toMatchObject({ deviations: true });
    }
    const early = reviewPromise(visits, {
      plan: { promise: 60, keepRate: 0.9 },
      elapsed: 0,
      revised: false,
    });
    expect(early).toMatchObject({ advice: 'wait', deviations: true });
  });

  it('is not said of durations, nor of what remains, which counts from now on', () => {
    for (const capability of [
      rides,
      visits.remaining(10),
      mixCapabilities([{ capability: rides, weight: 1 }]),
    ]) {
      expect(capability).not.toHaveProperty('deviations');
      expect(planPromise(capability, { keepRate: 0.8 })).not.toHaveProperty('deviations');
    }
  });
});

describe('a window under way', () => {
  const window = planWindow(rides, { keepRate: 0.8 });
  const { to, late } = window;

  it('is reviewed as it is planned, by its end', () => {
    const review = (plan: Parameters<typeof reviewPromise>[1]['plan'], elapsed: number) =>
      reviewPromise(rides, { plan, elapsed, revised: false });
    for (const elapsed of [0, 50, 85]) {
      const asPoint = review({ promise: to, keepRate: 1 - late }, elapsed);
      expect(review(window, elapsed)).toEqual(asPoint);
      expect(review({ to, late }, elapsed)).toEqual(asPoint);
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, null])('is refused by its end %s', (end) => {
    const plan = { to: end as number, late };
    const call = () => reviewPromise(rides, { plan, elapsed: 0, revised: false });
    expect(refusal(call)).toMatchObject({ path: 'options.plan.to' });
  });
});
