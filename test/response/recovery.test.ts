import fc from 'fast-check';
import { capabilityFromSamples, planRecovery, reviewPromise } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { asOf, contact } from './given';

const at = new Date('2026-03-06T08:00:00Z');
const compensation = { offer: 'a voucher', worth: 20 };
const kitchen = capabilityFromSamples(
  Array.from({ length: 99 }, (_, i) => 30 + 0.5 * i),
  { unit: 'minutes' },
);
const inFlight = { plan: { promise: 60, keepRate: 0.6 }, revised: false };

describe('a recovery', () => {
  it('compensates before it apologises, and follows up a day later', () => {
    const { actions, leftOut } = planRecovery(
      { what: 'delivery', at },
      { compensation, change: 'a second courier', asOf, contact },
    );
    expect(actions.map(({ code, when }) => [code, when?.toISOString()])).toEqual([
      ['listen', '2026-03-06T10:00:00.000Z'],
      ['compensate', '2026-03-06T10:00:00.000Z'],
      ['apologise', '2026-03-06T10:00:00.000Z'],
      ['explain-failure', '2026-03-06T10:00:00.000Z'],
      ['tell-change', '2026-03-06T10:00:00.000Z'],
      ['follow-up', '2026-03-07T10:00:00.000Z'],
    ]);
    expect(actions[1]?.detail).toEqual({ what: 'delivery', ...compensation });
    expect(actions[3]?.detail).toEqual({ what: 'delivery' });
    expect(actions[4]?.detail).toEqual({ what: 'delivery', change: 'a second courier' });
    expect(actions[0]?.why).toEqual([
      { code: 'failed', detail: { what: 'delivery', hoursAgo: 2 } },
    ]);
    expect(leftOut).toEqual([]);
  });

  it('follows up a day after somebody could see to it, not a day after it was planned', () => {
    const day = ['09:00-17:00'];
    const calendar = { zone: 'Europe/Berlin', open: { monday: day, tuesday: day } };
    const { actions } = planRecovery(
      { what: 'x', at },
      { compensation, asOf, contact: { ...contact, calendar } },
    );
    const [first, last] = [actions[0], actions.at(-1)];
    expect([first?.code, first?.when?.toISOString()]).toEqual([
      'listen',
      '2026-03-09T08:00:00.000Z',
    ]);
    expect([last?.code, last?.when?.toISOString()]).toEqual([
      'follow-up',
      '2026-03-10T08:00:00.000Z',
    ]);
  });

  it('says that fairness of the outcome is not done without a compensation', () => {
    const { leftOut, justice } = planRecovery({ what: 'x', at }, { asOf, contact });
    expect(leftOut).toEqual([{ code: 'none-offered', detail: { action: 'compensate' } }]);
    expect(justice).toEqual([
      { kind: 'distributive', by: [], covered: false },
      { kind: 'interactional', by: ['listen', 'apologise', 'explain-failure'], covered: true },
      { kind: 'procedural', by: [], covered: false },
    ]);
  });

  it.each([
    ['a change', { change: 'a second courier' }, ['tell-change']],
    [
      'a new promise',
      { review: reviewPromise(kitchen, { ...inFlight, elapsed: 50 }) },
      ['promise-again'],
    ],
    [
      'the truth about a late one',
      { review: reviewPromise(kitchen, { ...inFlight, elapsed: 50, revised: true }) },
      ['tell-late'],
    ],
    [
      'no promise that stands',
      { review: reviewPromise(kitchen, { ...inFlight, elapsed: 30 }) },
      [],
    ],
  ])('covers the procedure by %s', (_, options, by) => {
    const { justice } = planRecovery({ what: 'x', at }, { ...options, asOf, contact });
    expect(justice[2]).toEqual({ kind: 'procedural', by, covered: by.length > 0 });
  });

  it('makes up for it once', () => {
    const failure = { what: 'x', at, compensated: true };
    const { actions, leftOut, justice } = planRecovery(failure, { compensation, asOf, contact });
    expect(actions.some(({ code }) => code === 'compensate')).toBe(false);
    expect(leftOut).toEqual([{ code: 'done-before', detail: { action: 'compensate' } }]);
    expect(justice[0]).toEqual({ kind: 'distributive', by: [], covered: true });
  });

  it('apologises once, and a compensation is what makes the outcome fair', () => {
    const failure = { what: 'x', at, apologised: true };
    const { leftOut, justice } = planRecovery(failure, { compensation, asOf, contact });
    expect(leftOut).toEqual([{ code: 'once-only', detail: { action: 'apologise' } }]);
    expect(justice.map(({ by }) => by)).toEqual([
      ['compensate'],
      ['listen', 'explain-failure'],
      [],
    ]);
  });

  it.each([
    ['promises again with margin', { ...inFlight, elapsed: 50 }, 'promise-again', []],
    ['tells, once it was revised', { ...inFlight, elapsed: 50, revised: true }, 'tell-late', []],
    ['lets a likely promise stand', { ...inFlight, elapsed: 30 }, null, ['promise-stands']],
  ] as const)('%s, as the review says', (_, promise, code, left) => {
    const review = reviewPromise(kitchen, promise);
    const { actions, leftOut } = planRecovery(
      { what: 'x', at },
      { compensation, review, asOf, contact },
    );
    const said = actions.filter((one) => ['promise-again', 'tell-late'].includes(one.code));
    expect(said.map((one) => one.code)).toEqual(code === null ? [] : [code]);
    expect(leftOut).toEqual(
      left.map((why) => ({ code: why, detail: { action: 'promise-again' } })),
    );
    if (said[0]) expect(said[0].why).toEqual(review.why);
    if (code !== 'promise-again') return;
    expect(said[0]?.detail).toMatchObject({ promise: 74, unit: 'minutes' });
    expect(said[0]?.detail.chance).toBeGreaterThanOrEqual(0.8);
  });
});

it('never apologises twice, nor before it compensates', () => {
  const maybe = fc.boolean();
  holds(
    fc.property(
      maybe,
      maybe,
      maybe,
      maybe,
      fc.integer({ min: 0, max: 90 }),
      (apologised, compensated, offered, revised, elapsed) => {
        const { actions, leftOut } = planRecovery(
          { what: 'x', at, apologised, compensated },
          {
            compensation: offered ? compensation : undefined,
            review: reviewPromise(kitchen, { ...inFlight, revised, elapsed }),
            asOf,
            contact,
          },
        );
        const codes: readonly string[] = actions.map(({ code }) => code);
        const apologies = codes.filter((code) => code === 'apologise').length;
        expect(apologies + Number(apologised)).toBe(1);
        expect(leftOut.some(({ code }) => code === 'once-only')).toBe(apologised);
        if (apologies === 1)
          expect(codes.indexOf('compensate')).toBeLessThan(codes.indexOf('apologise'));
        for (const { code, detail } of actions) {
          if (code === 'promise-again') expect(detail.chance).toBeGreaterThanOrEqual(0.8);
        }
      },
    ),
  );
});

it('a plan keeps the reasons of a review, whatever becomes of the review', () => {
  const review = structuredClone(reviewPromise(kitchen, { ...inFlight, elapsed: 50 }));
  const { actions } = planRecovery({ what: 'x', at }, { review, asOf, contact });
  const before = structuredClone(actions);
  Object.assign(review.why[0]?.detail ?? {}, { chance: 9 });
  expect(actions).toEqual(before);
});

const again = { promise: 9, unit: 'days', chance: { estimate: 0.9 } };
const advised = { advice: 'promise-again', newPromise: again, why: [] };

it.each([
  [
    'a failure still to come',
    { at: new Date('2026-03-07T00:00:00Z') },
    {},
    'date-order',
    'failure.at',
  ],
  ['a failure of nothing', { what: '' }, {}, 'out-of-range', 'failure.what'],
  [
    'a compensation worth nothing',
    {},
    { compensation: { offer: 'x', worth: 0 } },
    'out-of-range',
    'options.compensation.worth',
  ],
  ['an unknown option', {}, { sorry: true }, 'unknown-name', 'options.sorry'],
  [
    'what is no review',
    {},
    { review: { ...advised, advice: 'hope' } },
    'unknown-name',
    'options.review.advice',
  ],
  [
    'a new promise without a chance',
    {},
    { review: { advice: 'promise-again', newPromise: { promise: 9, unit: 'days' }, why: [] } },
    'missing',
    'options.review.newPromise.chance',
  ],
])('refuses %s', (_, failure, options, code, path) => {
  const call = () =>
    planRecovery({ what: 'x', at, ...failure }, { asOf, contact, ...options } as never);
  expect(refusal(call)).toMatchObject({ code, path, function: 'planRecovery' });
});

it.each([
  ['no new promise where one is advised', { newPromise: null }, 'wrong-type', 'newPromise'],
  ['a new promise where none is advised', { advice: 'wait' }, 'wrong-type', 'newPromise'],
  [
    'a new promise below 0',
    { newPromise: { ...again, promise: -5 } },
    'out-of-range',
    'newPromise.promise',
  ],
  [
    'a new promise in no unit',
    { newPromise: { ...again, unit: '' } },
    'out-of-range',
    'newPromise.unit',
  ],
  [
    'a chance above 1',
    { newPromise: { ...again, chance: { estimate: 7 } } },
    'out-of-range',
    'newPromise.chance.estimate',
  ],
  ['a reason that is none', { why: ['junk'] }, 'wrong-type', 'why[0]'],
  ['a reason without figures', { why: [{ code: 'unlikely' }] }, 'missing', 'why[0].detail'],
])('refuses a review with %s', (_, wrong, code, path) => {
  const review = { ...advised, ...wrong } as never;
  const call = () => planRecovery({ what: 'x', at }, { asOf, contact, review });
  expect(refusal(call)).toMatchObject({ code, path: `options.review.${path}` });
});
