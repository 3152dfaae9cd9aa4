/** The results that the pictures show, mostly those of the guides' own examples. */
import {
  byMonth,
  byWeek,
  capabilityFromCensored,
  capabilityFromSamples,
  driftAlarms,
  explainSatisfaction,
  fitSatisfaction,
  followExpectation,
  formExpectation,
  judgeOutcome,
  keptRates,
  type LedgerEvent,
  openLedger,
  planByBalance,
  planPromise,
  planWindow,
  predictSatisfaction,
  toMultipleOf,
} from 'overdeliver';
import {
  backtestPromises,
  promiseFrontier,
  promisesAsMade,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { capabilityFromFamily, gamma, lognormal } from 'overdeliver/capability';
import { explainExpectation } from 'overdeliver/expectation';
import { retailTouchpoints, touchpointGaps } from 'overdeliver/journey';
import { recordEvents } from 'overdeliver/ledger';
import { fisherAttraction } from 'overdeliver/promise';
import { calibrationCurve, predictSatisfactions } from 'overdeliver/satisfaction';
import { planFor, simulatePolicies, whichAssumptionDecides } from 'overdeliver/simulation';
import { classifyKano } from 'overdeliver/survey';

const day = 86_400_000;

const minutes = [
  41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44, 37, 50, 46, 43, 61,
];
export const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
export const unrounded = () => planPromise(kitchen, { keepRate: 0.9 });
export const rounded = () => planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) });
export const windowPlan = () => planWindow(kitchen, { late: 0.05, early: 0.2 });

export function balance() {
  const slow = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit: 'minutes' });
  return planByBalance(slow, {
    attraction: (quote) => Math.exp(-0.01 * quote),
    revenue: 20,
    goodwillLost: (quote, capability) => capability.expectedOvershoot(quote),
  });
}

/** Parcels in days; some have been under way for long. */
export function parcels() {
  const took = Array.from({ length: 60 }, (_, i) => 1 + ((i * 37) % 60) ** 1.5 / 50);
  const finished = took.map((days, i) => days < 9 && i % 9 !== 4);
  return capabilityFromCensored(took, { unit: 'days', finished });
}

/** Four orders a day for half a year, in two towns, and slower by a half from May on. */
const orders = Array.from({ length: 724 }, (_, i) => {
  const started = Date.UTC(2026, 0, 1) + (i * day) / 4;
  const took = (i % 2 === 0 ? 2 : 4) * (1 + ((i * i * 31) % 100) / 100) * (i < 480 ? 1 : 1.5);
  const end = i % 50 === 49 ? { cancelled: started + day } : { finished: started + took * day };
  return { id: `o-${i}`, started, ...end, group: i % 2 === 0 ? 'near' : 'far', promise: 8 };
});
const from = '2026-03-01T00:00:00Z';

export const report = () =>
  backtestPromises(orders, {
    unit: 'days',
    keepRate: 0.9,
    from,
    by: byMonth('Europe/Berlin'),
    policies: {
      yours: promisesAsMade(),
      rolling: quotesFromHistory({ days: 60 }),
      live: quotesFromPromiser(),
    },
  });

export function frontiers() {
  const rates = [0.5, 0.7, 0.8, 0.9, 0.95];
  const options = { unit: 'days', from } as const;
  return {
    rolling: promiseFrontier(orders, quotesFromHistory({ days: 60 }), rates, options),
    live: promiseFrontier(orders, quotesFromPromiser(), rates, options),
  };
}

/** Six promises a day: 1 in 20 broken until the day 100, 1 in 5 from then on. */
export function kept() {
  const on = (n: number) => new Date(Date.UTC(2026, 0, 5) + n * day);
  const events = Array.from({ length: 720 }, (_, i): LedgerEvent[] => {
    const due = Math.floor(i / 6);
    const broken = (i * 7) % (due < 100 ? 20 : 5) === 0;
    return [
      { kind: 'promise', id: `${i}`, at: on(due - 2), due: on(due) },
      { kind: 'delivery', id: `${i}`, at: on(broken ? due + 1 : due) },
    ];
  });
  const ledger = recordEvents(
    openLedger(),
    events.flat().sort((a, b) => +a.at - +b.at),
  );
  const asOf = on(130);
  return {
    rates: keptRates(ledger, { asOf, by: byWeek('Europe/Berlin') }),
    alarms: driftAlarms(ledger, { asOf, keepRate: 0.95 }),
  };
}

export function path() {
  const hope = formExpectation({
    stage: 'never-used',
    signals: { advertising: 95, wordOfMouth: 80 },
  });
  return followExpectation(
    hope,
    [
      { at: new Date('2026-03-02'), event: { kind: 'information', level: 70 } },
      { at: new Date('2026-03-05'), event: { kind: 'competitorOffer', level: 90 } },
      { at: new Date('2026-03-09'), event: { kind: 'experience', perceived: 78, needMet: true } },
    ],
    { from: new Date('2026-03-01'), judge: judgeOutcome },
  );
}

export const formed = () =>
  explainExpectation({
    stage: 'never-used',
    signals: { wordOfMouth: 80, ownJudgement: 60, competitorOffer: 88 },
  });

/** Orders that were promised for ten days, by the day they came; some were asked while they were waiting. */
export function earlyAndLate() {
  const actual = Float64Array.of(4, 6, 7, 8, 9, 10, 11, 12, 14, 11, 12, 14);
  const promised = new Float64Array(12).fill(10);
  const stillWaiting = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
  const columns = { promised, actual, stillWaiting, unit: 'days' } as const;
  return { columns, scored: predictSatisfactions(columns) };
}

export const late = () => explainSatisfaction({ promised: 10, actual: 12, unit: 'days' });

export function calibration() {
  let state = 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const promised = Float64Array.from({ length: 400 }, (_, i) => 30 + 10 * (i % 4));
  const actual = promised.map((one) => one * (0.6 + 0.6 * next()));
  const stars = Array.from(actual, (took, i) => {
    const cost = took > (promised[i] as number) ? 2 : 0;
    const noise = next();
    const felt = 3 - 0.02 * took - cost + Math.log(noise / (1 - noise));
    return 1 + [-1, 0, 1, 2].filter((cut) => felt > cut).length;
  });
  const columns = { promised, actual, unit: 'minutes' } as const;
  const { model } = fitSatisfaction(columns, stars, {
    id: 'ours/deliveries-2026',
    setting: 'our deliveries',
    data: 'our ratings of March',
    licence: 'internal',
    form: {
      answers: { min: 1, max: 5 },
      dimensions: {
        time: {
          kind: 'time',
          unit: 'minutes',
          terms: ['performance', 'gain', 'loss', 'broken'],
          value: 'identity',
        },
      },
    },
  });
  return calibrationCurve(columns, stars, { model, upTo: 2, groups: 4 });
}

export function journey() {
  const answers = new Map([
    ['advert', { expected: [60, 70, 65, 60, 70, 75], perceived: [60, 70, 70, 60, 70, 80] }],
    ['staff', { expected: [80, 90, 85, 80, 75, 90], perceived: [60, 70, 60, 55, 70, 65] }],
    ['priceTags', { expected: [80, 85, 80, 90, 85, 80], perceived: [70, 90, 15, 85, 90, 75] }],
    ['handOver', { expected: [75, 80, 80, 85, 70, 80], perceived: [65, 65, 75, 75, 60, 70] }],
  ]);
  const touchpoints = retailTouchpoints.flatMap((touchpoint) => {
    const levels = answers.get(touchpoint.id);
    return levels ? [{ ...touchpoint, ...levels }] : [];
  });
  const feeling = (levels: { expected: number; perceived: number }) =>
    predictSatisfaction(levels).score;
  return touchpointGaps(touchpoints, { feeling });
}

/** Twenty buyers of parcels about three features. */
export function features() {
  const asked = [
    { id: 'track', functional: 'If you can follow the parcel?', dysfunctional: 'If you cannot?' },
    { id: 'ribbon', functional: 'If it came with a ribbon?', dysfunctional: 'If without?' },
    { id: 'window', functional: 'If you chose the hour?', dysfunctional: 'If you did not?' },
  ];
  const responses = Array.from({ length: 20 }, (_, i) => ({
    respondent: `buyer ${i}`,
    answers: {
      'track.functional': i < 3 ? 'like' : 'must-be',
      'track.dysfunctional': 'dislike',
      'ribbon.functional': i < 12 ? 'like' : 'neutral',
      'ribbon.dysfunctional': 'neutral',
      'window.functional': i < 18 ? 'like' : 'neutral',
      'window.dysfunctional': i < 15 ? 'dislike' : 'live-with',
    },
  }));
  return classifyKano(asked, responses);
}

const world = {
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'business-days' }),
  attraction: fisherAttraction,
  order: { revenue: 30, cost: 18 },
  days: 365,
  seed: 7,
};

export const simulation = () =>
  simulatePolicies(
    {
      ...world,
      customers: { 'never-used': 1500, 'first-use': 100, 'long-term': 400 },
      replications: 5,
    },
    { policies: { bold: planFor(0.6), margin: planFor(0.9) } },
  );

export const deciding = () =>
  whichAssumptionDecides(
    { ...world, customers: 400, replications: 2 },
    { keepRates: [0.5, 0.7, 0.8, 0.9, 0.95] },
  );
