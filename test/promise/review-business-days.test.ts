import {
  capabilityAsOf,
  capabilityFromCensored,
  capabilityFromSamples,
  dueDate,
  durationBetween,
  reviewPromise,
} from 'overdeliver';
import { durationsAsOf, fitCapability, lognormal, scaleCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';

const day = ['09:00-18:00'];
const shop = {
  zone: 'Europe/Berlin',
  open: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
};
const unit = 'business-days';
// A Monday; 4 business days later is Friday, 18:00.
const start = '2026-11-02T10:00:00+01:00';
const friday = (time: string) => `2026-11-06T${time}+01:00`;
const elapsedAt = (now: string) => durationBetween(shop, start, now, unit);
// 10 took 2 days, 10 took 3, 60 took 4, 20 took 5.
const took = [2, 3, 4, 5].flatMap((t, i) => Array(([10, 10, 60, 20] as const)[i]).fill(t));
const parcels = capabilityFromSamples(took, { unit });
const plan = { promise: 4, keepRate: 0.8, unit };
const review = (now: string) =>
  reviewPromise(parcels, { plan, elapsed: elapsedAt(now), revised: false });

describe('a promise in business days', () => {
  it('is not overdue on the morning of the day by whose end it is due', () => {
    expect(dueDate(shop, start, plan).toISOString()).toBe('2026-11-06T17:00:00.000Z');
    const morning = review(friday('09:05:00'));
    expect(elapsedAt(friday('09:05:00'))).toBe(4);
    expect(morning.advice).toBe('wait');
    // Of the 80 that were not out by the end of day 3, 60 came on day 4; and the next one is like any of these.
    expect(morning.chance?.estimate).toBeCloseTo(60 / 81, 12);
    expect(morning.reviewAt).toBe(5);
    expect(morning.why.map(({ code }) => code)).toEqual(['likely']);
  });

  it('is overdue once that day has ended', () => {
    const after = review(friday('18:00:01'));
    expect(after.chance).toEqual({ estimate: 0, low: 0, high: 0 });
    expect(after.why[0]).toEqual({ code: 'overdue', detail: { by: 1 } });
  });

  it('is reviewed again on the day from which it is unlikely, before it falls due', () => {
    const slow = capabilityFromSamples([1, 1, 2, 2, 3, 4, 5, 6, 6, 6], { unit });
    const given = (elapsed: number) => reviewPromise(slow, { plan, elapsed, revised: false });
    // Given that it lasts at least 0, 1, 2 and 3 days: 6 of 11, 6 of 11, 4 of 9, 2 of 7 are kept.
    expect(given(0)).toMatchObject({ advice: 'wait', reviewAt: 2 });
    expect(given(0).chance?.estimate).toBeCloseTo(6 / 11, 12);
    expect(given(1).chance?.estimate).toBeCloseTo(6 / 11, 12);
    expect(given(2).chance?.estimate).toBeCloseTo(4 / 9, 12);
    expect(given(2).advice).not.toBe('wait');
    expect(given(3).chance?.estimate).toBeCloseTo(2 / 7, 12);
  });

  it('may be made again for the day that has begun', () => {
    const { newPromise } = reviewPromise(parcels, {
      plan: { ...plan, promise: 3 },
      elapsed: 4,
      revised: false,
      bestEffort: true,
    });
    expect(newPromise?.promise).toBe(5);
    expect(newPromise?.guarantee).toMatchObject({ n: 80 });
  });
});

describe('what is under way in business days', () => {
  const order = (finished: string | null) => ({ started: start, finished });
  const orders = [
    ...Array.from({ length: 9 }, () => order(null)),
    ...Array.from({ length: 9 }, () => order(friday('09:30:00'))),
  ];
  const duration = (from: Date, to: Date) => durationBetween(shop, from, to, unit);
  const known = (now: string) => capabilityAsOf(orders, { asOf: now, unit, duration });

  it('may still end on the day that has begun', () => {
    const now = known(friday('10:00:00'));
    expect(now.identified).toBe(1);
    expect(now.quantile(0.9)).toBe(4);
    expect(now.counts).toMatchObject({ finished: 9, underWay: 9 });
  });

  it('takes longer once that day has ended', () => {
    const after = known(friday('18:00:01'));
    expect(after.identified).toBe(0.5);
    expect(after.stillUnderWay).toEqual({ count: 9, oldest: 5 });
  });

  it('tells nothing on the day it began', () => {
    const samples = [0, 0, 1, 2];
    const begun = capabilityFromCensored([...samples, 0, 0], {
      unit,
      finished: [1, 1, 1, 1, 0, 0],
    });
    const without = capabilityFromSamples(samples, { unit });
    for (const t of [0, 1, 2]) expect(begun.chance(t)).toBeCloseTo(without.chance(t), 12);
    expect(parcels.remaining(0).chance(2)).toBe(parcels.chance(2));
  });

  it('keeps its samples as they were measured, in JSON too', () => {
    const { samples } = durationsAsOf(orders, { asOf: friday('10:00:00'), unit, duration });
    expect(samples[0]).toBe(4);
    expect(known(friday('10:00:00')).toJSON()).toMatchObject({ samples: samples as never });
  });

  it('has a chance as sure as one that has outlasted the days that are over, scaled or not', () => {
    const open = capabilityFromCensored([1, 2, 2, 3, 4, 5, 6, 2], {
      unit,
      finished: [1, 1, 1, 1, 1, 1, 1, 0],
    });
    const same = scaleCapability(open, 1);
    for (const able of [open, same]) {
      for (const elapsed of [0, 1, 3]) {
        const { chance } = reviewPromise(able, { plan, elapsed, revised: false });
        const bounds =
          elapsed === 0 ? open.chanceInterval?.(4) : open.chanceInterval?.(4, elapsed - 1);
        expect(chance).toMatchObject({ ...bounds });
      }
    }
  });

  it('is lost once more than so many days have gone by', () => {
    const lost = (now: string) =>
      capabilityAsOf(orders, { asOf: now, unit, duration, lostAfter: 4 }).counts.lost;
    expect(lost(friday('10:00:00'))).toBe(0);
    expect(lost(friday('18:00:01'))).toBe(9);
  });

  it('fits as what has outlasted the days that are over', () => {
    const samples = [1, 2, 2, 3, 4, 6];
    const underWay = { unit, finished: [1, 1, 1, 1, 1, 1, 0] };
    const inDays = fitCapability(lognormal, [...samples, 4], underWay);
    const asHours = fitCapability(lognormal, [...samples, 3], { ...underWay, unit: 'days' });
    expect(inDays.quantile(0.9)).toBe(asHours.quantile(0.9));
  });

  it('leaves of what is to come what ends on the day that has begun', () => {
    const left = parcels.remaining(4);
    expect(left.chance(0)).toBeCloseTo(60 / 80, 12);
    expect(left.quantile(0.9)).toBe(1);
    expect(left.mean()).toBeCloseTo(20 / 80, 12);
    expect(left.remaining(0).chance(0)).toBeCloseTo(60 / 80, 12);
    expect(left.remaining(1).chance(0)).toBe(1);
  });
});
