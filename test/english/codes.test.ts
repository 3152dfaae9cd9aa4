import {
  adjustParameters,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
  type JudgedOutcome,
  type LiveQuote,
  type PromiseReview,
  planByBalance,
  planByCost,
  planPromise,
  planRecovery,
  planWindow,
  reviewPromise,
  toMultipleOf,
  triageExpectation,
} from 'overdeliver';
import { capabilityFromFamily, fitCapability, gamma, normal } from 'overdeliver/capability';
import { type Coded, inEnglish, type PhraseCode } from 'overdeliver/english';
import { stageNames, stages } from 'overdeliver/expectation';
import { reviewTrend, type TrendReview } from 'overdeliver/journey';
import { narrowest, planByTolerance, planSurprise, promiseDefaults } from 'overdeliver/promise';
import {
  auditPractices,
  consistencyOf,
  planBonuses,
  planReassurance,
  scoreComplaintChannel,
} from 'overdeliver/response';
import { bestKeepRate } from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { seriesOf } from '../journey/given';
import { asOf, contact, evenly } from '../response/given';
import { warned } from './warned';

const dated = { asOf, contact };
const unit = 'minutes';
const kitchen = capabilityFromSamples(
  Array.from({ length: 99 }, (_, i) => i + 1),
  { unit },
);
const exponential = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit });
const open = capabilityFromCensored([38, 52, 41, 45, 47], { unit, finished: [1, 0, 1, 1, 1] });

function plans(): readonly Coded[] {
  const costs = { attraction: () => 1, revenue: 20, goodwillLost: () => 0 };
  return [
    planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(20) }),
    planPromise(open, { keepRate: 0.6 }),
    planByTolerance(kitchen, { keepRate: 0.9, confidence: 0.9 }),
    planByCost(kitchen, { early: 1, late: 4 }),
    planByBalance(exponential, costs),
    planByBalance(kitchen, { ...costs, goodwillLost: () => 99 }),
    planPromise(open, { keepRate: 0.6, round: toMultipleOf(100) }),
    planPromise(capabilityFromGuess(exponential, { priorSize: 9, samples: [] }), { keepRate: 0.9 }),
    planPromise(capabilityFromGuess(exponential, { priorSize: 9, samples: [41] }), {
      keepRate: 0.9,
    }),
    planSurprise(kitchen, { by: 10, probability: 0.8 }),
    planWindow(kitchen, { keepRate: 0.8 }),
    planWindow(kitchen, { keepRate: 0.8, shape: narrowest }),
    planWindow(kitchen, { late: 0.03, early: 0.15 }),
    planByBalance(exponential, { ...costs, attraction: (l) => Math.cos(l / 20) ** 2 }),
    planPromise(fitCapability(normal, [1, 1, 1, 1, 1, 1, 1, 1, 1, 99], { unit }), {
      keepRate: 0.9,
    }),
    planPromise(capabilityFromFamily(normal, { mean: 9, sd: 1 }, { unit }), { keepRate: 0.9 }),
  ].flatMap(({ why, warnings }): readonly Coded[] => [...why, ...warnings]);
}

function simulated(): readonly Coded[] {
  const order = { revenue: 3, cost: 1 };
  const world = { capability: exponential, attraction: () => 100, order, seed: 1 };
  return bestKeepRate({ ...world, customers: 9, days: 30 }).why;
}

function reviews(): readonly Coded[] {
  const first = { plan: { promise: 60, keepRate: 0.6 }, revised: false };
  const to = (promise: number, keepRate = 0.6) => ({ ...first, plan: { promise, keepRate } });
  const anxious = adjustParameters(promiseDefaults, 'ours', { speakBelow: 0.95 });
  return [
    reviewPromise(kitchen, { ...first, elapsed: 10 }),
    reviewPromise(kitchen, { ...first, elapsed: 50 }),
    reviewPromise(kitchen, { ...first, elapsed: 50, revised: true }),
    reviewPromise(kitchen, { ...first, elapsed: 90 }),
    reviewPromise(kitchen, { ...to(200), elapsed: 120 }),
    reviewPromise(open, { ...to(41, 0.9), elapsed: 40 }),
    reviewPromise(kitchen, { ...to(90), elapsed: 0, parameters: anxious }),
  ].flatMap((review): readonly Coded[] => {
    const { actions, leftOut } = planRecovery({ what: 'meal', at: asOf }, { ...dated, review });
    const advice = { code: review.advice };
    return [...actions, ...actions.flatMap(({ why }) => why), ...leftOut, ...review.why, advice];
  });
}

function trends(): readonly Coded[] {
  const up = Array.from({ length: 12 }, (_, i) => i);
  const step = up.map((i) => (i < 6 ? 1 : 50) + (i % 2));
  const wave = up.flatMap((i) => [Math.sin(i), Math.sin(i)]);
  const tied = Array.from({ length: 39 }, (_, i) => (i > 26 && i % 3 > 0 ? 2 : 1));
  const series = [up, step, wave, tied];
  return [...series, ...series.map((values) => values.map((x) => -x))].flatMap((values) => {
    const { advice, because } = reviewTrend(seriesOf(values));
    return [{ code: advice }, ...because];
  });
}

function answers(): readonly Coded[] {
  const own = { industry: evenly(0, 10), own: evenly(0, 12), keepRate: 0.9, ...dated };
  const failure = { what: 'meal', at: asOf, apologised: true, compensated: true };
  const compensation = { offer: 'another', worth: 9 };
  const friday = { open: { friday: ['09:00-12:00'] }, zone: 'UTC' };
  const channel = { steps: 3, ways: 1, hours: 9, repeats: 1, handOvers: 1 };
  const seen = (practice: 'listen' | 'pressure') =>
    Array.from({ length: 20 }, () => ({ practice, well: false }));
  return [
    triageExpectation(
      { asked: 6 },
      { ...own, alternatives: ['a courier'], later: { from: asOf, own: evenly(0, 1) } },
    ),
    triageExpectation({ asked: 12 }, own),
    triageExpectation({ asked: 1 }, own),
    planRecovery(failure, { ...dated, compensation, change: 'two people look at each' }),
    planRecovery({ what: 'meal', at: asOf }, { ...dated, compensation }),
    { actions: planReassurance(asOf, { contact: { ...contact, calendar: friday } }) },
    { actions: planReassurance(asOf, { contact: { ...contact, quiet: '11:30-09:00' } }) },
    {
      actions: planReassurance(new Date(+asOf + 9e6), {
        contact: { ...contact, calendar: friday },
      }),
    },
    ...[0.5, 0.99].flatMap((rate) => [bonusPlan(rate, 0), bonusPlan(rate, 9)]),
    rivals,
    bonusPlan(1, 9, ['tea', 'cake']),
    scoreComplaintChannel(channel, { satisfaction: 40 }),
    auditPractices([...seen('listen'), ...seen('pressure')]),
    consistencyOf(Array.from({ length: 60 }, (_, i) => i)),
  ].flatMap(({ actions, ...rest }): readonly Coded[] => [
    ...actions,
    ...actions.flatMap(({ why }: { readonly why: readonly Coded[] }) => why),
    ...('leftOut' in rest ? rest.leftOut : []),
    ...('none' in rest && rest.none ? [rest.none] : []),
  ]);
}

/** One extra for two who would like it. */
const rivals = planBonuses(
  [{ id: 'tea', cost: 5, serves: 'comfort', value: 1 }],
  ['ada', 'ben'].map((id) => ({ id, needs: { comfort: 1 } })),
  { budget: 5, kept: { rate: 1 }, ...dated },
);

function bonusPlan(rate: number, budget: number, contract: readonly string[] = []) {
  const bonuses = ['tea', 'cake'].map((id) => ({ id, cost: 5, serves: 'comfort', value: 1 }));
  const customers = [
    { id: 'ada', needs: { comfort: 1 }, contract },
    { id: 'ben', needs: { comfort: 1 }, received: ['tea', 'cake'] },
    { id: 'eve', needs: {} },
  ];
  return planBonuses(bonuses, customers, { budget, kept: { rate }, ...dated });
}

// A code that is missing here, or one too many, fails to compile.
const codes: Readonly<Record<PhraseCode, true>> = {
  'advertise-with-care': true,
  'after-24-hours': true,
  'alive-by-assumption': true,
  'all-go': true,
  'announce-later': true,
  'another-scale': true,
  apologise: true,
  'as-expected': true,
  'at-boundary': true,
  'at-edge': true,
  autocorrelated: true,
  balance: true,
  'beyond-cap': true,
  'beyond-experience': true,
  'brought-forward': true,
  'budget-below-every-bonus': true,
  call: true,
  'can-be-kept': true,
  'cannot-be-kept': true,
  'chance-at-least': true,
  'chances-alike': true,
  'chosen-on-observations': true,
  compensate: true,
  confirm: true,
  cost: true,
  'days-differ': true,
  'digits-as-names': true,
  'done-before': true,
  'doubt-after-buying': true,
  drift: true,
  'ease-complaining': true,
  'end-orders': true,
  expected: true,
  explain: true,
  'explain-failure': true,
  failed: true,
  falling: true,
  'falling-in-part': true,
  'few-customers': true,
  'few-observations': true,
  'few-reports': true,
  'follow-up': true,
  friction: true,
  'gets-another': true,
  'give-bonus': true,
  'give-tangible': true,
  'in-contract': true,
  keep: true,
  'keep-advertised-promises': true,
  'keep-rate': true,
  likely: true,
  listen: true,
  'lower-keep-rate': true,
  'meet-the-need': true,
  'miss-not-identified': true,
  'most-for-the-budget': true,
  moved: true,
  'need-met': true,
  'need-unmet': true,
  'no-interval': true,
  'no-later': true,
  'no-observations': true,
  'no-profit': true,
  'nobody-goes': true,
  'nobody-to-surprise': true,
  'none-broke': true,
  'none-offered': true,
  'not-compared': true,
  'not-converged': true,
  'no-expectation': true,
  'not-fitted': true,
  'not-identified': true,
  'not-scored': true,
  'not-told-apart': true,
  'noticeably-better': true,
  'noticeably-worse': true,
  'numbers-as-names': true,
  'numbers-open': true,
  'nurture-word-of-mouth': true,
  'offer-alternative': true,
  'offer-help': true,
  'offer-nearest': true,
  'once-only': true,
  'one-report-each': true,
  'nearly-unique': true,
  'orders-alike': true,
  outbid: true,
  'outside-fitted-range': true,
  'over-budget': true,
  overdue: true,
  'poor-fit': true,
  pooled: true,
  'post-letter': true,
  'practice-missed': true,
  'promise-again': true,
  'promise-broken': true,
  'promise-stands': true,
  'promises-broken': true,
  'rates-alike': true,
  reasonable: true,
  'recover-failures-well': true,
  'rests-on-few': true,
  reverse: true,
  'revised-before': true,
  rising: true,
  'rising-in-part': true,
  rounded: true,
  'send-letter': true,
  separated: true,
  serve: true,
  'serves-no-need': true,
  saturated: true,
  'several-peaks': true,
  'short-memory': true,
  sides: true,
  'stay-close': true,
  'steady-days': true,
  'stepped-down': true,
  'stepped-up': true,
  stop: true,
  surprise: true,
  tell: true,
  'tell-change': true,
  'tell-late': true,
  'tell-next': true,
  thank: true,
  tolerance: true,
  'too-few': true,
  'too-few-orders': true,
  train: true,
  unclear: true,
  unlikely: true,
  unreasonable: true,
  'unseen-events': true,
  'unseen-group': true,
  'unseen-value': true,
  'values-alike': true,
  'distant-date': true,
  'beyond-seen': true,
  wait: true,
  watch: true,
  window: true,
  unanswered: true,
  'one-stage': true,
  unseen: true,
  abrupt: true,
  'nothing-lost': true,
  'at-scale-end': true,
  register: true,
  'unseen-stage': true,
  'unseen-factors': true,
  'few-rows': true,
  'base-open': true,
  'one-answer': true,
  collinear: true,
  unrated: true,
  'below-zero': true,
  'nothing-worth': true,
  incomplete: true,
  'holidays-unknown': true,
  'negative-weight': true,
  'few-respondents': true,
  'unstable-sign': true,
  'lost-resamples': true,
  'cost-gave-way': true,
  'at-midnight': true,
  'ends-by-day': true,
  'clock-changes': true,
  'similar-customers': true,
  'keeps-more': true,
  'no-group': true,
  'similar-groups': true,
};

/** The codes that results hold as a text alone. */
const alone: Readonly<
  Record<
    | PromiseReview['advice']
    | TrendReview['advice']
    | JudgedOutcome['reason']
    | NonNullable<LiveQuote['reason']>
    | NonNullable<LiveQuote['unidentified']>['help'][number],
    true
  >
> = {
  'not-identified': true,
  reverse: true,
  tell: true,
  'too-few-orders': true,
  'lower-keep-rate': true,
  'end-orders': true,
  'need-unmet': true,
  'need-met': true,
  'promise-broken': true,
  'noticeably-better': true,
  'noticeably-worse': true,
  'as-expected': true,
  keep: true,
  watch: true,
  wait: true,
  'promise-again': true,
};

describe('every code of an action, a quote, a review, an outcome, a trend and a warning', () => {
  const said: readonly Coded[] = [
    ...plans(),
    ...simulated(),
    ...reviews(),
    ...trends(),
    ...answers(),
    ...warned(),
    ...stageNames.flatMap((stage) => stages[stage].advice),
  ];

  it('is said by some function, and there is no other', () => {
    expect([...new Set(said.map(({ code }) => code))].sort()).toEqual(Object.keys(codes).sort());
  });

  it('reads in English, with every figure that its wording names', () => {
    for (const coded of said) {
      const text = inEnglish(coded);
      expect(text).not.toMatch(/undefined|null|NaN|[{}]|\[object/);
      expect(text.split(' (')[0]).not.toBe(coded.code);
      expect(text).toMatch(/^[A-Za-z0-9]/);
    }
  });

  it('reads alone where its wording names no figure, and else says that they belong to it', () => {
    for (const code of Object.keys(codes)) {
      const { detail, ...beside } = said.find((coded) => coded.code === code) as Coded;
      const figures = Object.keys(detail ?? beside).filter((name) => name !== 'code');
      if (figures.length === 0 || Object.hasOwn(alone, code)) {
        expect(inEnglish(code)).not.toBe(code);
        continue;
      }
      try {
        // What it may be said without.
        expect(inEnglish(code)).not.toBe(code);
      } catch {
        const missing = refusal(() => inEnglish(code));
        expect(missing).toMatchObject({ function: 'inEnglish', code: 'missing' });
        expect(figures.map((name) => `coded.${name}`)).toContain(missing.path);
        expect(missing.expected).toBe(`a figure of ${code}, in its detail or beside it`);
      }
    }
    expect(() => inEnglish('beyond-cap')).toThrow('coded.dimension is missing');
  });
});
