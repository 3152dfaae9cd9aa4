import {
  byMonth,
  byWeek,
  capabilityFromCensored,
  capabilityFromSamples,
  driftAlarms,
  explainSatisfaction,
  followExpectation,
  formExpectation,
  judgeOutcome,
  keptRates,
  type LedgerEvent,
  openLedger,
  planByBalance,
  planPromise,
} from 'overdeliver';
import {
  backtestPromises,
  promiseFrontier,
  promisesAsMade,
  quotesFromHistory,
} from 'overdeliver/backtest';
import { capabilityFromFamily, gamma, lognormal } from 'overdeliver/capability';
import { explainExpectation } from 'overdeliver/expectation';
import { touchpointGaps } from 'overdeliver/journey';
import { recordEvents } from 'overdeliver/ledger';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { planFor, simulatePolicies, whichAssumptionDecides } from 'overdeliver/simulation';
import { classifyKano } from 'overdeliver/survey';

const day = 86_400_000;

/** Observations 1 to 19, of which 18 keep a promise of 18. */
export const counted = capabilityFromSamples(
  Array.from({ length: 19 }, (_, i) => i + 1),
  { unit: 'business-days' },
);
export const plan = planPromise(counted, { keepRate: 0.9 });
export const smooth = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit: 'minutes' });

export const balance = planByBalance(smooth, {
  attraction: (quote) => Math.exp(-0.01 * quote),
  revenue: 20,
  goodwillLost: (quote, able) => able.expectedOvershoot(quote),
});

/** 1, 2, 4 and 5 finished; one had been under way for 3, another for 6: after Kaplan and Meier 1958 by hand. */
export const censored = capabilityFromCensored([1, 2, 3, 4, 5, 6], {
  unit: 'days',
  finished: [true, true, false, true, true, false],
});

const orders = Array.from({ length: 120 }, (_, i) => ({
  id: `o-${i}`,
  started: Date.UTC(2026, 0, 1) + i * day,
  finished: Date.UTC(2026, 0, 1) + (i + 1 + ((i * 7) % 5)) * day,
  // Nothing was promised in March.
  promise: i >= 59 && i < 90 ? null : 4,
}));

export const report = backtestPromises(orders, {
  unit: 'days',
  keepRate: 0.8,
  from: Date.UTC(2026, 0, 20),
  by: byMonth('UTC'),
  policies: { yours: promisesAsMade(), rolling: quotesFromHistory({ days: 30 }) },
});

export const frontiers = {
  rolling: promiseFrontier(orders, quotesFromHistory({ days: 30 }), [0.5, 0.9], {
    unit: 'days',
    from: Date.UTC(2026, 0, 20),
  }),
};

/** One promise a day from Monday 2025-12-22 on: none falls due in the week of 12 January. Broken a third of the time in the end. */
export function ledger() {
  const on = (n: number) => new Date(Date.UTC(2025, 11, 22, 12) + n * day);
  const events = Array.from({ length: 70 }, (_, i): LedgerEvent[] => {
    if (i >= 21 && i < 28) return [];
    const late = i > 40 && i % 3 === 0;
    return [
      { kind: 'promise', id: `${i}`, at: on(i - 1), due: on(i) },
      { kind: 'delivery', id: `${i}`, at: on(late ? i + 1 : i) },
    ];
  });
  const recorded = recordEvents(
    openLedger(),
    events.flat().sort((a, b) => +a.at - +b.at),
  );
  const asOf = on(80);
  return {
    rates: keptRates(recorded, { asOf, by: byWeek('UTC') }),
    months: keptRates(recorded, { asOf, by: byMonth('UTC') }),
    bySegment: keptRates(recorded, { asOf, by: ({ id }) => (Number(id) % 2 ? 'odd' : 'even') }),
    alarms: driftAlarms(recorded, { asOf, keepRate: 0.9, falseAlarmEvery: 200 }),
  };
}

export const path = followExpectation(
  formExpectation({ stage: 'never-used', signals: { advertising: 95, wordOfMouth: 80 } }),
  [
    { at: '2026-03-02T00:00:00Z', event: { kind: 'information', level: 70 } },
    { at: '2026-03-09T00:00:00Z', event: { kind: 'experience', perceived: 78, needMet: true } },
  ],
  { from: '2026-03-01T00:00:00Z', judge: judgeOutcome },
);

export const late = explainSatisfaction({ promised: 10, actual: 12, unit: 'days' });
export const formed = explainExpectation({
  stage: 'never-used',
  signals: { wordOfMouth: 80, ownJudgement: 60, competitorOffer: 88 },
});

/** Orders promised for ten days; of the last one nobody knows how long it took, and one was still waiting. */
export const columns = {
  promised: new Float64Array(4).fill(10),
  actual: Float64Array.of(8, 10, 12, Number.NaN),
  stillWaiting: Uint8Array.of(0, 0, 1, 0),
  unit: 'days',
} as const;
export const scored = predictSatisfactions(columns);

export const gaps = touchpointGaps([
  { id: 'shop', expected: [70, 80, 75, 70], perceived: [75, 75, 80, 75] },
  { id: 'staff', expected: [80, 90, 85, 80], perceived: [60, 70, 60, 55] },
  // One answer has no interval.
  { id: 'van', expected: [80], perceived: [70] },
]);

const asked = ['track', 'ribbon', 'nobody'].map((id) => ({
  id,
  functional: 'With?',
  dysfunctional: 'Without?',
}));
export const kano = classifyKano(
  asked,
  Array.from({ length: 20 }, (_, i) => ({
    respondent: `${i}`,
    answers: {
      'track.functional': i < 3 ? 'like' : 'must-be',
      'track.dysfunctional': 'dislike',
      'ribbon.functional': i < 12 ? 'like' : 'neutral',
      'ribbon.dysfunctional': 'neutral',
    },
  })),
);

/** As calibrationCurve returns them. */
export const curve = [
  { n: 100, predicted: 0.07, observed: 0.03, low: 0.01, high: 0.08 },
  { n: 100, predicted: 0.5, observed: 0.7, low: 0.6, high: 0.78 },
];

const world = {
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
  attraction: (days: number) => Math.exp(-0.05 * days),
  order: { revenue: 30, cost: 18 },
  customers: 100,
  days: 60,
  seed: 7,
  replications: 2,
};
export const simulation = simulatePolicies(world, {
  policies: { bold: planFor(0.6), margin: planFor(0.9) },
});

/** As whichAssumptionDecides returns it, in what is drawn: that itself plays a thousand worlds. */
export const deciding = whichAssumptionDecides(
  { ...world, customers: 20, days: 30 },
  { keepRates: [0.5, 0.7, 0.9] },
);
