import fc from 'fast-check';
import {
  type Capability,
  capabilityFromCensored,
  capabilityFromSamples,
  planPromise,
  toMultipleOf,
  triageExpectation,
} from 'overdeliver';
import { capabilityFromFamily, capabilityFromQuantiles, normal } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { asOf, contact, evenly } from './given';

const dated = { asOf, contact };
const codes = ({ actions }: { readonly actions: readonly { readonly code: string }[] }) =>
  actions.map(({ code }) => code);

describe('an expectation is', () => {
  const keepRate = 0.9;
  it('served when it can be kept now, at what was asked', () => {
    const triage = triageExpectation(
      { asked: 6 },
      { industry: evenly(1, 11), own: evenly(0, 5), keepRate, ...dated },
    );
    expect(triage).toMatchObject({ answer: 'serve', reasonable: true, feasible: 'now' });
    expect(triage.plan.promise).toBe(6);
    expect(triage.plan.chance.estimate).toBe(1);
    expect(codes(triage)).toEqual(['serve']);
    expect(triage.actions[0]?.detail).toEqual({ promise: 6, unit: 'days', chance: 1 });
  });

  it('served even where the industry could not', () => {
    const triage = triageExpectation(
      { asked: 2 },
      { industry: evenly(2, 12), own: evenly(0, 2), keepRate, ...dated },
    );
    expect(triage).toMatchObject({ answer: 'serve', reasonable: false, feasible: 'now' });
  });

  it('explained when it can be kept later, with the date from which it can', () => {
    const from = new Date('2026-06-01T00:00:00Z');
    const triage = triageExpectation(
      { asked: 4, need: 'savingTime' },
      {
        industry: evenly(0, 5),
        own: evenly(0, 10),
        later: { from, own: evenly(0, 4) },
        alternatives: ['x'],
        keepRate,
        ...dated,
      },
    );
    expect(triage).toMatchObject({ answer: 'explain', reasonable: true, feasible: 'later' });
    expect(triage.plan.promise).toBeCloseTo(9, 12);
    expect(codes(triage)).toEqual([
      'explain',
      'offer-nearest',
      'announce-later',
      'offer-alternative',
    ]);
    expect(triage.actions.map(({ when }) => when)).toEqual([asOf, asOf, from, asOf]);
    expect(triage.actions.slice(1).map(({ detail }) => detail)).toEqual([
      { promise: triage.plan.promise, unit: 'days', chance: expect.closeTo(0.9, 12) },
      { asked: 4, unit: 'days' },
      { alternative: 'x' },
    ]);
    expect(triage.plan.why).toContainEqual({ code: 'keep-rate', detail: { keepRate } });
    expect(triage.actions.every(({ serves }) => serves === 'savingTime')).toBe(true);
  });

  it('announced now when later is now', () => {
    const later = { from: asOf, own: evenly(0, 4) };
    const given = { industry: evenly(0, 5), own: evenly(0, 10), later, keepRate, ...dated };
    const { actions } = triageExpectation({ asked: 4 }, given);
    expect(actions.at(-1)).toMatchObject({ code: 'announce-later', when: asOf });
  });

  it('explained with the date from which it can be kept, and only then', () => {
    const from = new Date('2026-06-01T00:00:00Z');
    const explain = (asked: number) => {
      const later = { from, own: evenly(0, 4) };
      const given = { industry: evenly(0, 5), own: evenly(0, 10), later, keepRate, ...dated };
      const { actions } = triageExpectation({ asked }, given);
      return actions.find(({ code }) => code === 'explain')?.detail;
    };
    expect(explain(4)).toEqual({
      asked: 4,
      unit: 'days',
      industry: 0.8,
      chance: 0.4,
      from: '2026-06-01T00:00:00.000Z',
    });
    expect(explain(3)).not.toHaveProperty('from');
  });

  it('answered by alternatives when it is reasonable, and never kept', () => {
    const triage = triageExpectation(
      { asked: 4 },
      {
        industry: evenly(0, 8),
        own: evenly(0, 10),
        later: { from: asOf, own: evenly(0, 9) },
        alternatives: ['courier', 'collect'],
        keepRate,
        ...dated,
      },
    );
    expect(triage).toMatchObject({
      answer: 'offer-alternatives',
      reasonable: true,
      feasible: 'never',
    });
    expect(triage.industry.estimate).toBe(0.5);
    expect(codes(triage)).toEqual([
      'explain',
      'offer-nearest',
      'offer-alternative',
      'offer-alternative',
    ]);
  });

  it('refused patiently when it is unreasonable: first heard, last helped', () => {
    const triage = triageExpectation(
      { asked: 1 },
      { industry: evenly(0, 8), own: evenly(0, 10), alternatives: ['courier'], keepRate, ...dated },
    );
    expect(triage).toMatchObject({
      answer: 'refuse-patiently',
      reasonable: false,
      feasible: 'never',
    });
    expect(codes(triage)).toEqual([
      'listen',
      'explain',
      'offer-nearest',
      'offer-alternative',
      'offer-help',
    ]);
    expect(triage.actions[0]?.why).toEqual([
      { code: 'unreasonable', detail: { industry: 0.125, reasonableFrom: 0.5 } },
      { code: 'cannot-be-kept', detail: { chance: 0.1, keepRate: 0.9 } },
    ]);
  });

  it('judged before rounding: what can be kept is not refused since it does not read well', () => {
    const options = {
      industry: evenly(0, 8),
      own: evenly(0, 10),
      keepRate,
      round: toMultipleOf(5),
      ...dated,
    };
    expect(triageExpectation({ asked: 9.5 }, options)).toMatchObject({
      answer: 'serve',
      plan: { promise: 9.5 },
    });
    expect(triageExpectation({ asked: 8 }, options).plan.promise).toBe(10);
  });

  it('of a level the other way round', () => {
    const level = (values: readonly number[]) =>
      capabilityFromSamples(values, { unit: 'points', better: 'higher' });
    const options = {
      industry: level([60, 70, 80]),
      own: level([50, 60, 70, 80]),
      keepRate: 0.6,
      ...dated,
    };
    expect(triageExpectation({ asked: 55 }, options)).toMatchObject({ answer: 'serve' });
    expect(triageExpectation({ asked: 70 }, options)).toMatchObject({
      answer: 'offer-alternatives',
      plan: { promise: 60 },
    });
    expect(triageExpectation({ asked: 80 }, options)).toMatchObject({ answer: 'refuse-patiently' });
  });
});

it('nothing is promised below the keep rate, and nothing easier than what the plan would', () => {
  const samples = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 20, maxLength: 60 });
  holds(
    fc.property(
      samples,
      fc.integer({ min: 0, max: 100 }),
      fc.double({ min: 0.5, max: 0.9, noNaN: true }),
      (took, asked, keepRate) => {
        const own = capabilityFromSamples(took, { unit: 'minutes' });
        const { plan, feasible } = triageExpectation(
          { asked },
          { industry: own, own, keepRate, ...dated },
        );
        // Up to rounding, with which a keep rate a last bit above a rank is that rank's.
        expect(plan.chance.estimate).toBeGreaterThanOrEqual(keepRate * (1 - 1e-14));
        expect(plan.promise).toBe(
          Math.max(feasible === 'now' ? asked : 0, planPromise(own, { keepRate }).promise),
        );
      },
    ),
  );
});

describe('it is refused', () => {
  const good = { industry: evenly(0, 8), own: evenly(0, 10), keepRate: 0.9, ...dated };
  it.each([
    [
      'a quantity of another unit',
      { industry: evenly(0, 8, 'hours') },
      'unit-mismatch',
      'options.industry',
    ],
    [
      'a later one of another unit',
      { later: { from: asOf, own: evenly(0, 8, 'hours') } },
      'unit-mismatch',
      'options.later.own',
    ],
    [
      'a later that has come already',
      { later: { from: new Date(+asOf - 1), own: evenly(0, 8) } },
      'date-order',
      'options.later.from',
    ],
    ['no capability', { own: {} }, 'wrong-type', 'options.own'],
    ['a later one of which nothing is said', { later: {} }, 'missing', 'options.later.from'],
    ['a keep rate of 1', { keepRate: 1 }, 'out-of-range', 'options.keepRate'],
    ['an invalid date', { asOf: new Date(Number.NaN) }, 'wrong-type', 'options.asOf'],
    [
      'too few outcomes',
      { own: capabilityFromSamples([1, 2], { unit: 'days' }) },
      'not-enough-data',
      'options.own',
    ],
    [
      'too few outcomes later',
      {
        own: evenly(6, 16),
        later: { from: asOf, own: capabilityFromSamples([1, 2], { unit: 'days' }) },
      },
      'not-enough-data',
      'options.later.own',
    ],
    [
      'a capability whose quote is not known',
      { own: capabilityFromCensored([1, 2, 3], { unit: 'days', finished: [1, 1, 0] }) },
      'not-identified',
      'options.own',
    ],
  ])('%s', (_, bad, code, path) => {
    const call = () => triageExpectation({ asked: 4 }, { ...good, ...bad } as never);
    expect(refusal(call)).toMatchObject({ code, path, function: 'triageExpectation' });
  });

  it('a yardstick that was not seen for so long, for it may be reasonable', () => {
    const industry = capabilityFromCensored([1, 2, 3, 4], {
      unit: 'days',
      finished: [1, 0, 0, 0],
    });
    const judge = (asked: number) => triageExpectation({ asked }, { ...good, industry });
    expect(refusal(() => judge(2))).toMatchObject({
      code: 'not-identified',
      path: 'options.industry',
      function: 'triageExpectation',
    });
    // What is known to be kept less than every other time is not reasonable, all the same.
    expect(judge(0.5)).toMatchObject({ reasonable: false, industry: { estimate: 0 } });
    expect(judge(1)).toMatchObject({ reasonable: false, industry: { estimate: 0.25 } });
    const half = capabilityFromCensored([1, 2, 3, 4], { unit: 'days', finished: [1, 1, 0, 0] });
    expect(
      triageExpectation({ asked: 9 }, { ...good, industry: half, own: evenly(5, 20) }),
    ).toMatchObject({
      reasonable: true,
    });
  });

  it('a yardstick that was seen for the best alone, also of levels', () => {
    const options = { unit: 'points', better: 'higher' } as const;
    const industry = capabilityFromQuantiles(
      [
        { p: 0.1, value: 90 },
        { p: 0.3, value: 70 },
      ],
      options,
    );
    const own = capabilityFromSamples(
      Array.from({ length: 30 }, (_, i) => 40 + i),
      options,
    );
    const judge = (asked: number) => triageExpectation({ asked }, { ...good, industry, own });
    expect(judge(80)).toMatchObject({ reasonable: false, answer: 'refuse-patiently' });
    expect(refusal(() => judge(60))).toMatchObject({ code: 'not-identified' });
  });

  it.each([
    ['an amount below 0 where there is none', { asked: -4 }, 'request.asked'],
    ['a need without a name', { asked: 4, need: '' }, 'request.need'],
  ])('%s', (_, request, path) => {
    const call = () => triageExpectation(request, good);
    expect(refusal(call)).toMatchObject({ code: 'out-of-range', path });
    const level = capabilityFromSamples(
      Array.from({ length: 30 }, (_, i) => 40 + i),
      { unit: 'points', better: 'higher' },
    );
    const higher = () => triageExpectation(request, { ...good, industry: level, own: level });
    expect(refusal(higher)).toMatchObject({ code: 'out-of-range', path });
  });

  it('but not below 0 for deviations from an appointment, late as they may all be, and what may lie there', () => {
    const late = Array.from({ length: 30 }, (_, i) => 1 + i);
    const given = { unit: 'minutes', deviations: true };
    const [own, better] = [
      capabilityFromSamples(late, given),
      capabilityFromSamples(late, { ...given, better: 'higher' }),
    ];
    const judge = (one: Capability) =>
      triageExpectation({ asked: -4 }, { ...good, industry: one, own: one }).answer;
    expect(judge(own)).toBe('refuse-patiently');
    expect(judge(better)).toBe('serve');
    const bell = { mean: 1, sd: 3 };
    expect(judge(capabilityFromFamily(normal, bell, { unit: 'minutes' }))).toBe('refuse-patiently');
    const high = { unit: 'points', better: 'higher' } as const;
    expect(judge(capabilityFromFamily(normal, bell, high))).toBe('serve');
    // One of them is enough.
    const options = { industry: capabilityFromSamples(late, { unit: 'minutes' }), own };
    expect(triageExpectation({ asked: -4 }, { ...good, ...options }).answer).toBe(
      'refuse-patiently',
    );
  });

  it.each(['lower', 'higher'] as const)('but at 0 is not below it: better is %s', (better) => {
    const from0 = Array.from({ length: 30 }, (_, i) => i);
    const own = capabilityFromSamples(from0, { unit: 'points', better });
    const call = () => triageExpectation({ asked: -4 }, { ...good, industry: own, own });
    expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'request.asked' });
  });

  it('an expectation that is no number', () => {
    const call = () => triageExpectation({ asked: Number.NaN }, good);
    expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'request.asked' });
  });
});
