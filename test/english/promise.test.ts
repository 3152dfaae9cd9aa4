import {
  capabilityFromSamples,
  livePromiser,
  planPromise,
  planRecovery,
  planWindow,
  reviewPromise,
  toMultipleOf,
  triageExpectation,
} from 'overdeliver';
import { inEnglish, promiseInEnglish, reviewInEnglish } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { evenly } from '../response/given';

describe('a promise in English', () => {
  it('says what to promise, what is typical and why', () => {
    const plan = planPromise(evenly(0, 10), { keepRate: 0.9 });
    expect(promiseInEnglish(plan)).toBe(
      'Promise 9 days: kept 90% of the time, typically 5 days (to be kept 90% of the time; no interval, since the observations cannot be ranked; it rests on a guess alone).',
    );
  });

  it('speaks of one day, and of days', () => {
    const plan = planPromise(capabilityFromSamples([1, 1, 1, 1], { unit: 'days' }), {
      keepRate: 0.8,
    });
    expect(promiseInEnglish(plan)).toMatch(/^Promise 1 day: .*, typically 1 day \(/);
    const window = planWindow(capabilityFromSamples([1, 1, 1, 2], { unit: 'business-days' }), {
      keepRate: 0.6,
    });
    expect(promiseInEnglish(window)).toMatch(/^Promise 1 to 2 business days: .* 1 business day \(/);
    expect(inEnglish({ code: 'falling', detail: { change: -1 } })).toBe('falling by 1 point');
    expect(inEnglish({ code: 'falling', detail: { change: -1.5 } })).toBe('falling by 1.5 points');
  });

  it('promises neither less nor more surely than the plan does', () => {
    const plan = planPromise(evenly(1000, 1400, 'minutes'), { keepRate: 0.9996 });
    expect(promiseInEnglish(plan)).toMatch(
      /^Promise 1399.84 minutes: kept 99.96% of the time, typically 1200 minutes /,
    );
  });

  it('is refused where a reason lacks a figure, which it names', () => {
    const plan = planPromise(evenly(0, 10), { keepRate: 0.9 });
    const why = [...plan.why, { code: 'rounded', detail: { from: 1 } } as const];
    expect(refusal(() => promiseInEnglish({ ...plan, why }))).toMatchObject({
      function: 'promiseInEnglish',
      code: 'missing',
      path: `plan.why[${plan.why.length}].detail.to`,
    });
  });

  it('is refused with a figure that has no text', () => {
    const plan = planPromise(evenly(0, 10), { keepRate: 0.9 });
    const why = [{ code: 'own', detail: { figure: Object.create(null) } }];
    expect(refusal(() => promiseInEnglish({ ...plan, why } as never))).toMatchObject({
      function: 'promiseInEnglish',
      code: 'wrong-type',
      path: 'plan.why[0].detail.figure',
    });
  });

  it('is refused for what cannot be read', () => {
    const trap = () => {
      throw new Error('a trap');
    };
    const plan = new Proxy({}, { has: trap, get: trap, ownKeys: trap });
    expect(refusal(() => promiseInEnglish(plan as never))).toMatchObject({
      function: 'promiseInEnglish',
      code: 'wrong-type',
      path: 'plan',
    });
  });

  it('is refused for what is no plan', () => {
    expect(refusal(() => promiseInEnglish({} as never))).toMatchObject({
      code: 'missing',
      path: 'plan.promise',
    });
  });

  it.each([
    ['euros', 'in 90% of cases'],
    ['USD', 'in 90% of cases'],
    ['km', 'in 90% of cases'],
    ['open-hours', '90% of the time'],
    ['business-days', '90% of the time'],
    ['weeks', '90% of the time'],
  ])('speaks of shares of the time only where it promises time: %s', (unit, share) => {
    // The 90th of 99 observations: 90 of the 100 gaps lie up to it.
    const values = Array.from({ length: 99 }, (_, i) => i + 1);
    const plan = planPromise(capabilityFromSamples(values, { unit }), { keepRate: 0.9 });
    const words = unit.replace('-', ' ');
    expect(promiseInEnglish(plan)).toBe(
      `Promise 90 ${words}: kept ${share}, typically 50 ${words} (to be kept ${share}).`,
    );
  });
});

describe('a window in English', () => {
  it('says both ends, to twelve digits', () => {
    const values = Array.from({ length: 99 }, (_, i) => i + 1);
    const able = capabilityFromSamples(values, { unit: 'minutes' });
    const plan = planWindow(able, { keepRate: 0.8, round: toMultipleOf(10) });
    expect(promiseInEnglish(plan)).toBe(
      'Promise 10 to 90 minutes: kept 80% of the time, typically 50 minutes (a window that holds 80%).',
    );
    expect(promiseInEnglish({ ...plan, from: 0.1 + 0.2 })).toMatch(/^Promise 0.3 to 90 minutes/);
  });

  it('is refused without its other end', () => {
    const { to: _, ...plan } = planWindow(evenly(0, 10), { keepRate: 0.8 });
    expect(refusal(() => promiseInEnglish(plan as never))).toMatchObject({
      function: 'promiseInEnglish',
      code: 'missing',
      path: 'plan.to',
    });
  });
});

describe('a live quote in English', () => {
  const start = Date.UTC(2026, 2, 6, 10);
  const promiser = (orders: number, keepRate = 0.9) => {
    const live = livePromiser({ unit: 'minutes', keepRate, typical: 40 });
    for (let i = 0; i < orders; i++) {
      live.start({ id: `${i}`, at: start + i * 3_600_000 });
      live.finish({ id: `${i}`, at: start + i * 3_600_000 + 60_000 * (30 + (i % 20)) });
    }
    return live.quote({ at: live.now() ?? start });
  };

  it('says what to promise, until when, and by how many orders', () => {
    const quote = promiser(200);
    const text = promiseInEnglish(quote);
    expect(text).toContain(
      `due ${quote.due?.toISOString()}: to be kept 90% of the time, typically `,
    );
    expect(text).toContain(`(by the last ${quote.guarantee?.n} orders`);
    expect(text).toMatch(/^Promise [\d.]+ minutes, due /);
  });

  it('says why there is no guarantee', () => {
    expect(promiseInEnglish(promiser(0))).toContain('(too few orders have finished lately');
  });

  const bare = {
    promise: 45,
    due: new Date(start),
    unit: 'minutes',
    keepRate: 0.9,
    typical: 40,
    guarantee: { n: 30 },
    reason: null,
    unidentified: null,
    warnings: [],
  };
  const said = (quote: object) => promiseInEnglish({ ...bare, ...quote } as never);

  it('says what it holds, and nothing beside', () => {
    const kept = 'Promise 45 minutes, due 2026-03-06T10:00:00.000Z: to be kept 90% of the time';
    expect(said({})).toBe(`${kept}, typically 40 minutes (by the last 30 orders).`);
    expect(said({ typical: null })).toBe(`${kept} (by the last 30 orders).`);
    const warnings = ['watch', 'rising'].map((code) => ({ code, change: 4.25 }));
    expect(said({ guarantee: null, warnings })).toBe(
      `${kept}, typically 40 minutes (Watch.; rising by 4.25 points).`,
    );
  });

  it('promises nothing without a duration or without a date', () => {
    const nothing = 'Promise nothing yet: by the last 30 orders.';
    expect(said({ promise: null })).toBe(nothing);
    expect(said({ due: null })).toBe(nothing);
  });

  it('is refused where it says by halves what is not identified', () => {
    expect(refusal(() => said({ unidentified: {} }))).toMatchObject({
      code: 'missing',
      path: 'plan.unidentified.atLeast',
    });
  });

  it('says why there is no promise, what is known, and what would help', () => {
    const quote = promiser(40);
    const unidentified = { atLeast: 49, chance: 0.8, help: ['lower-keep-rate', 'end-orders'] };
    const none = { ...quote, promise: null, due: null, guarantee: null, reason: 'not-identified' };
    expect(promiseInEnglish({ ...none, warnings: [], unidentified } as never)).toBe(
      'Promise nothing yet: how long the slowest take is not known (were some lost, as no-shows are?); 49 minutes is the longest that they vouch for, kept 80% of the time. Aim at a lower keep rate. Tell of the orders that finished, were cancelled or were lost.',
    );
  });
});

describe('a review in English', () => {
  const kitchen = capabilityFromSamples(
    Array.from({ length: 99 }, (_, i) => 30 + 0.5 * i),
    { unit: 'minutes' },
  );
  const plan = { promise: 60, keepRate: 0.6 };
  const review = (elapsed: number, revised = false) =>
    reviewInEnglish(reviewPromise(kitchen, { plan, elapsed, revised }), { unit: 'minutes' });

  it('says what to do, why, and when to look again', () => {
    expect(review(30)).toBe(
      'Say nothing yet. Why: likely enough to be kept (60.6%). Look again 41 minutes after the start.',
    );
    // 58 lasted longer than 50: the 48th of them, at 74, is kept by 48 of 59 gaps.
    expect(review(50)).toBe(
      'Give the new promise, once: 74 minutes in all, kept 81.4% of the time. Why: not likely enough to be kept (33.9%).',
    );
    expect(review(90)).toBe(
      'Say that it will be late, why, and what you do about it, but give no new time. Why: overdue by 30 minutes; none has taken so long.',
    );
    expect(review(90 * 60_000)).toContain(
      'overdue by 5399940 minutes, at 90000 times the promise: was elapsed counted in another unit?;',
    );
    expect(review(50, true)).toMatch(/revised before, so only what is \d+% certain may be said/);
  });

  it('gives no reason where there is none', () => {
    const given = {
      advice: 'wait',
      newPromise: null,
      reviewAt: 41,
      why: [],
      chance: null,
    } as const;
    expect(reviewInEnglish(given, { unit: 'minutes' })).toBe(
      'Say nothing yet. Look again 41 minutes after the start.',
    );
  });

  it.each([
    [undefined, { unit: 'minutes' }, 'missing', 'review'],
    [{ advice: 'wait' }, { unit: 'minutes' }, 'missing', 'review.newPromise'],
    [
      { advice: 'sleep', newPromise: null, reviewAt: null, why: [] },
      { unit: 'h' },
      'unknown-name',
      'review.advice',
    ],
    [
      { advice: 'wait', newPromise: null, reviewAt: null, why: [{}] },
      { unit: 'h' },
      'missing',
      'review.why[0].code',
    ],
    [{ advice: 'wait', newPromise: null, reviewAt: null, why: [] }, {}, 'missing', 'options.unit'],
    [
      { advice: 'wait', newPromise: null, reviewAt: null, why: [] },
      { units: 'h' },
      'unknown-name',
      'options.units',
    ],
  ])('is refused for %j with %j', (given, options, code, path) => {
    const call = () => reviewInEnglish(given as never, options as never);
    expect(refusal(call)).toMatchObject({ code, function: 'reviewInEnglish', path });
  });
});

describe('what counts from an appointment', () => {
  // Minutes after the hour agreed, below 0 before it.
  const off = Array.from({ length: 99 }, (_, i) => 2 * i - 45);
  const visits = capabilityFromSamples(off, { unit: 'minutes', deviations: true });
  const plan = planPromise(visits, { keepRate: 0.9 });

  it('is said so of a plan, and of a window', () => {
    expect(promiseInEnglish(plan)).toBe(
      'Promise 133 minutes after the agreed time: kept 90% of the time, typically 53 minutes after it (to be kept 90% of the time).',
    );
    expect(promiseInEnglish(planPromise(visits, { keepRate: 0.1 }))).toMatch(
      /^Promise 27 minutes before the agreed time: /,
    );
    expect(promiseInEnglish(planWindow(visits, { keepRate: 0.9 }))).toMatch(
      /^Promise 37 minutes before to 143 minutes after the agreed time: .*, typically 53 minutes after it \(/,
    );
  });

  it('is said so of a review, and of what a recovery makes of it', () => {
    const { unit } = visits;
    const review = (elapsed: number, keepRate = 0.6) => {
      const first = planPromise(visits, { keepRate });
      return reviewPromise(visits, { plan: first, elapsed, revised: false });
    };
    expect(reviewInEnglish(review(0, 0.9), { unit })).toMatch(
      / Look again \d+ minutes after the agreed time\.$/,
    );
    const late = review(60);
    const again = `Give the new promise, once: ${late.newPromise?.promise} minutes after the agreed time, kept `;
    expect(reviewInEnglish(late, { unit }).startsWith(again)).toBe(true);
    const at = new Date('2026-03-06T10:00Z');
    const { actions } = planRecovery(
      { what: 'visit', at },
      { asOf: at, contact: { zone: 'UTC' }, review: late },
    );
    const said = actions.map((action) => inEnglish(action));
    expect(said.some((text) => text.startsWith(again))).toBe(true);
  });

  it('is not said so of what counts from now on', () => {
    const detail = { promise: 45, unit: 'minutes', chance: 0.9, deviations: undefined };
    expect(inEnglish({ code: 'promise-again', detail })).toBe(
      'Give the new promise, once: 45 minutes in all, kept 90% of the time.',
    );
  });

  it('is said so of what triage answers', () => {
    const { actions } = triageExpectation(
      { asked: -10 },
      {
        industry: visits,
        own: visits,
        keepRate: 0.9,
        asOf: new Date('2026-03-06T10:00Z'),
        contact: { zone: 'UTC' },
      },
    );
    const said = actions.map((action) => inEnglish(action)).join(' ');
    expect(said).toContain('10 minutes before the agreed time would be kept');
    expect(said).toContain('133 minutes after the agreed time, kept 90% of the time');
  });
});
