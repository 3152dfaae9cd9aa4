// Calls of every room with fixed data, for engines to be compared by: `fits` state numbers that were sought, whose
// last step an engine's exp and log may turn; `others` are formulas. Data are made without exp, log or pow, so that
// every engine is asked the same.

import {
  calibrateEstimates,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
  dueDate,
  durationBetween,
  estimateWith,
  expectedPurchases,
  explainExpectation,
  explainSatisfaction,
  fitBgNbd,
  fitEstimator,
  fitSatisfaction,
  formExpectation,
  keptRate,
  lifetimeValue,
  livePromiser,
  netPromoterScore,
  openLedger,
  planByBalance,
  planByCost,
  planPromise,
  planWindow,
  predictIntention,
  predictRecovery,
  predictSatisfaction,
  predictSwitching,
  predictWordOfMouth,
  probabilityAlive,
  promiseClocks,
  reviewPromise,
  reviveLedger,
} from 'overdeliver';
import {
  backtestPromises,
  guessOrderColumns,
  ordersFromRows,
  orderTextForms,
  promiseFrontier,
  promisesAsMade,
  quoteNext,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { dueWindow, latestStart, usedTime } from 'overdeliver/calendar';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  fitCapability,
  gamma,
  lognormal,
  mixCapabilities,
  normal,
  pipelineCapability,
  scaleCapability,
  weibull,
} from 'overdeliver/capability';
import { capabilityChart, explanationChart, survivalChart } from 'overdeliver/chart';
import { customerWording, inEnglish, promiseInEnglish, reviewInEnglish } from 'overdeliver/english';
import { fitUpdating, rankOrderCentroid, steadyStateGain } from 'overdeliver/expectation';
import { breakOf, reviewTrend, trendOf } from 'overdeliver/journey';
import {
  cusum,
  pageHinkley,
  promiseHistory,
  promiseStanding,
  recordEvents,
} from 'overdeliver/ledger';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  fitGammaGamma,
  fitRetention,
  forecastPurchases,
  forecastRetention,
  highEndRetention,
} from 'overdeliver/lifetime';
import {
  explainIntention,
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  goodwillByLoyalty,
} from 'overdeliver/loyalty';
import {
  cuiAttraction,
  impliedCostRatio,
  narrowest,
  planByTolerance,
  planSurprise,
  requiredImprovement,
} from 'overdeliver/promise';
import { consistencyOf } from 'overdeliver/response';
import {
  calibrationCurve,
  explainChange,
  permuteExpectations,
  recalibrateSatisfaction,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import {
  bestKeepRate,
  planFor,
  simulatePolicies,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { cronbachAlpha, kanoCoefficients } from 'overdeliver/survey';

/** Numbers above 0 and below 1: mulberry32, whole-number arithmetic alone. */
function draws(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}
const each = (count, of) => Array.from({ length: count }, (_, i) => of(i));
const named = (name, kinds, of) =>
  Object.fromEntries(kinds.map((kind) => [`${name} ${kind}`, () => of(kind)]));

// --- data ---------------------------------------------------------------------------------------

/** Positive, skewed to the right: a ratio of uniforms. */
function durations(seed, count, spread = 1) {
  const draw = draws(seed);
  return each(count, () => 30 * (1 + (spread * (draw() - 0.4)) / (1 - 0.9 * draw())));
}
const positive = (seed, count, spread) =>
  durations(seed, count, spread).map((x) => Math.max(x, 0.5));

/** Customers who buy at rates of their own and may go after each repeat purchase. */
function shoppers(seed, count) {
  const draw = draws(seed);
  const rows = each(count, () => {
    const age = 27 + 12 * draw();
    const rate = 0.5 * draw() * draw() * draw();
    const leaves = 0.8 * draw() * draw();
    const wait = () => (2 * draw()) / rate;
    let [frequency, recency] = [0, 0];
    for (let t = wait(); t < age; t += wait()) {
      frequency++;
      recency = t;
      if (draw() < leaves) break;
    }
    return { frequency, recency, age };
  });
  return {
    frequency: rows.map((row) => row.frequency),
    recency: rows.map((row) => row.recency),
    age: rows.map((row) => row.age),
  };
}
/** Customers whose orders scatter around means of their own. */
function spenders(seed, count) {
  const draw = draws(seed);
  const frequency = each(count, () => 1 + Math.floor(9 * draw() * draw()));
  const value = frequency.map((x) => {
    const mean = 20 / (0.3 + draw() + draw());
    return each(x, () => mean * (0.2 + 3 * draw() * draw())).reduce((sum, v) => sum + v, 0) / x;
  });
  return { frequency, value };
}
/** Deliveries promised and made, and stars given. */
function deliveries(seed, count, better = 0) {
  const draw = draws(seed);
  const promised = each(count, () => 30 + 10 * Math.floor(4 * draw()));
  const actual = promised.map((minutes) => minutes * (0.6 + 0.9 * draw() * (1 - better)));
  const answers = actual.map((minutes, i) => {
    const late = minutes / promised[i] - 1;
    return Math.max(1, Math.min(5, Math.round(4.4 - 3 * late - 4 * draw() * draw())));
  });
  const columns = {
    promised: Float64Array.from(promised),
    actual: Float64Array.from(actual),
    unit: 'minutes',
  };
  return { columns, answers };
}
/** Customers after an experience: what they say, who leaves for an offer, whom they tell, and what a recovery wins back. */
function customers(seed, count) {
  const draw = draws(seed);
  return each(count, (i) => {
    const [satisfaction, expected, promised] = [100 * draw(), 50 + 40 * draw(), 40 + 60 * draw()];
    const outcome = ['below', 'met', 'exceeded'][i % 3];
    const stage = draw() < 0.5 ? 'first-use' : 'long-term';
    const silent = { below: 70, met: 60, exceeded: 45 }[outcome];
    const people = (Math.abs(satisfaction - silent) / 25) * 2 * draw();
    const done = { distributive: 80 * draw(), interactional: 80 * draw(), apologies: i % 4 };
    return {
      ...{ satisfaction, expected, promised, outcome, stage, credibility: draw(), market: 60 },
      ...{
        repurchase: satisfaction > 100 * draw() ? 1 : 0,
        left: promised - expected > 60 * draw() - 30,
      },
      ...(satisfaction > silent
        ? { positive: people, negative: 0 }
        : { positive: 0, negative: people }),
      ...{ before: 70, failed: 30, ...done, procedural: 80 * draw() },
      ...{ recovered: 30 + 0.2 * (done.distributive + done.interactional) + 20 * draw() },
    };
  });
}
const formOf = (terms) => ({
  answers: { min: 1, max: 5 },
  dimensions: { time: { kind: 'time', unit: 'percent', terms, value: 'identity' } },
});
const names = { id: 'battery/fit', setting: 'battery', data: 'made up', licence: 'none' };
const ask = (columns, answers, terms, more) =>
  fitSatisfaction(columns, answers, { form: formOf(terms), ...names, ...more });
const unit = { unit: 'minutes' };

const capabilities = {
  samples: capabilityFromSamples(positive(1, 200), unit),
  few: capabilityFromSamples(positive(2, 19), unit),
  normal: capabilityFromFamily(normal, { mean: 45, sd: 12 }, unit),
  lognormal: capabilityFromFamily(lognormal, { mean: 45, sd: 12 }, unit),
  gamma: capabilityFromFamily(gamma, { mean: 45, sd: 30 }, unit),
  weibull: capabilityFromFamily(weibull, { mean: 45, sd: 20 }, unit),
  narrow: capabilityFromFamily(weibull, { mean: 45, sd: 0.1 }, unit),
  wide: capabilityFromFamily(lognormal, { mean: 45, sd: 90 }, unit),
  quantiles: capabilityFromQuantiles(
    [
      { p: 0.1, value: 20 },
      { p: 0.5, value: 40 },
      { p: 0.95, value: 90 },
    ],
    unit,
  ),
  guess: capabilityFromGuess(capabilityFromFamily(lognormal, { mean: 40, sd: 10 }, unit), {
    priorSize: 20,
    samples: positive(3, 30),
  }),
  mixture: mixCapabilities([
    { capability: capabilityFromFamily(lognormal, { mean: 30, sd: 8 }, unit), weight: 0.7 },
    { capability: capabilityFromFamily(gamma, { mean: 90, sd: 30 }, unit), weight: 0.3 },
  ]),
  censored: capabilityFromCensored(positive(4, 120), {
    ...unit,
    finished: each(120, (i) => i % 5 !== 0),
  }),
  pipeline: pipelineCapability([
    capabilityFromSamples(positive(5, 80), unit),
    capabilityFromSamples(positive(6, 60), unit),
  ]),
  scaled: scaleCapability(capabilityFromFamily(gamma, { mean: 45, sd: 15 }, unit), 1.3),
};
const sources = Object.keys(capabilities);
const known = sources.filter((name) => name !== 'censored');

/** Open hours and changes of clocks that are long past, so that every engine's time zone data know them alike. */
const weekdays = (...hours) =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, hours]),
  );
const days = ['12-24/12-26', '2019-11-04'];
const shops = [
  { zone: 'Europe/Berlin', open: weekdays('08:00-18:00'), cutOff: '14:00', holidays: days },
  { zone: 'Australia/Lord_Howe', open: weekdays('09:00-12:00', '13:00-24:00'), cutOff: '10:30' },
  { zone: 'America/Sao_Paulo', open: { ...weekdays('18:00-02:00'), saturday: ['02:00-09:00'] } },
  { zone: 'Pacific/Apia', open: weekdays('00:00-24:00'), knownUntil: '2030-12-31' },
];
const dateUnits = ['minutes', 'hours', 'open-minutes', 'open-hours', 'days', 'business-days'];
const someDates = [
  '2019-03-30T20:10:00Z',
  '2019-10-26T23:50:00.123Z',
  '2018-11-03T12:00:00Z',
  '2018-02-17T22:00:00Z',
  '2011-12-29T11:00:00Z',
  '2019-12-23T09:00:00Z',
].map((text) => new Date(text));

/** A ticket that waits for two things at once, opened on some day of October 2019. */
const ticket = (i) => {
  const at = (hours) => new Date(Date.UTC(2019, 9, 1 + (i % 27), 5 + (i % 11)) + 3_600_000 * hours);
  const events = [
    { at: at(0), kind: 'opened' },
    { at: at(i % 7), kind: 'pending', reason: 'customer' },
    { at: at(8 + (i % 5)), kind: 'responded' },
    { at: at(20), kind: 'pending', reason: 'supplier' },
    { at: at(30 + (i % 40)), kind: 'resumed', reason: 'customer' },
    { at: at(71), kind: 'resumed' },
    { at: at(72 + (i % 30)), kind: 'resolved' },
  ];
  return events.slice(0, 7 - Number(i % 9 === 0));
};
const ticketClocks = {
  response: { until: 'responded' },
  resolution: { until: 'resolved', pauses: true },
};

/** The same tickets as a ledger has them, and some promises of a quantity. */
const ledgerEvents = () =>
  each(60, (i) => {
    const id = `t-${i}`;
    const [{ at }, ...others] = ticket(i);
    if (i % 6 === 5) {
      const quantity = { value: 100 + i, unit: 'euro' };
      const bill = { value: 95 + (i % 13), unit: 'euro' };
      const end = others[4].at;
      return [
        { kind: 'delivery', id, at: end, quantity: bill },
        { kind: 'promise', id, at, quantity },
      ];
    }
    const kinds = { pending: 'pause', resumed: 'resume', resolved: 'delivery' };
    const rows = others.flatMap(({ at, kind, reason }) =>
      kinds[kind] ? [{ kind: kinds[kind], id, at, ...(reason && { reason }) }] : [],
    );
    const due = new Date(at.getTime() + 3_600_000 * (20 + (i % 20)));
    return [{ kind: 'promise', id, at, due, segment: `s${i % 3}` }, ...rows].reverse();
  }).flat();

/** Orders of the past, some of them cancelled, lost or still under way. */
const pastOrders = () => {
  const took = positive(21, 300, 0.7);
  return each(300, (i) => {
    const started = Date.UTC(2019, 2, 1) + 7_200_000 * i;
    const end = started + 3_600_000 * took[i];
    const how = ['cancelled', 'lost', null][i % 25] ?? 'finished';
    const group = `town ${i % 3}`;
    const known = { group, features: { km: 1 + (i % 7) }, promise: 50 + (i % 5) };
    return { id: `o-${i}`, started, ...(i % 25 !== 2 && { [how]: end }), ...known };
  });
};
const pastOptions = { unit: 'hours', from: '2019-03-05T00:00:00Z', asOf: '2019-03-26T00:00:00Z' };
const byWeekday = ({ at }) => `day ${at.getUTCDay()}`;

/** A market, small enough for every engine. */
const market = {
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
  attraction: (days) => 1 / (1 + days / 20),
  order: { revenue: 30, cost: 18, perBroken: 4 },
  customers: { 'never-used': 200, 'first-use': 50, 'long-term': 50 },
  days: 90,
  seed: 7,
  replications: 2,
};

export const fits = {
  'backtestPromises by an estimator': () =>
    backtestPromises(pastOrders(), {
      ...pastOptions,
      keepRate: 0.8,
      by: byWeekday,
      policies: { fitted: quotesFromEstimator({ days: 20, lagDays: 5, everyDays: 2 }) },
    }),
  bestKeepRate: () => bestKeepRate(market, { keepRates: [0.5, 0.7, 0.9] }),
  whichAssumptionDecides: () =>
    whichAssumptionDecides(
      { ...market, days: 28, customers: 100 },
      { keepRates: [0.5, 0.7, 0.9] },
    ).assumptions.slice(0, 5),
  ...named('fitBgNbd', [60, 300, 2000], (n) => fitBgNbd(shoppers(n, n), { id: 'battery/bg' })),
  'fitBgNbd nobody gone': () =>
    fitBgNbd(
      { frequency: [3, 5, 2, 9], recency: [9, 9, 9, 9], age: [9, 9, 9, 9] },
      { id: 'battery/bg' },
    ),
  'fitBgNbd one of each': () =>
    fitBgNbd(
      {
        frequency: [0, 2, 0, 1, 5, 0, 1, 12, 0, 4, 0, 1],
        recency: [0, 8, 0, 1, 35, 0, 2, 32, 0, 10, 0, 30],
        age: [39, 39, 38, 38, 37, 36, 34, 33, 30, 28, 40, 35],
      },
      { id: 'battery/bg' },
    ),
  ...named('fitGammaGamma', [10, 200, 2000], (n) =>
    fitGammaGamma(spenders(n, n), { id: 'battery/gg' }),
  ),
  'fitBgNbd nobody returns twice': () =>
    fitBgNbd(
      { frequency: [1, 0, 1, 0, 1, 1], recency: [1, 0, 2, 0, 1, 3], age: [30, 31, 32, 33, 34, 35] },
      { id: 'battery/bg' },
    ),
  fitUpdating: () => {
    const start = formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } });
    const draw = draws(23);
    const histories = Array.from({ length: 40 }, () => {
      let level = 70;
      const path = [0.6, 0.4, 0.35].map((share, use) => {
        const perceived = 45 + 50 * draw();
        level += share * (perceived - level);
        const at = Date.UTC(2026, 2, 1 + 20 * use);
        const reported = { predicted: level + 8 * draw() - 4 };
        return { at, event: { kind: 'experience', perceived }, reported };
      });
      return { start, from: Date.UTC(2026, 1, 20), path };
    });
    const names = { id: 'battery/panel', setting: 'any', data: 'made up', licence: 'none' };
    return fitUpdating(histories, names);
  },
  'fitBgNbd ages of 0': () =>
    fitBgNbd(
      { frequency: [1, 2, 1, 3], recency: [0, 0, 0, 0], age: [0, 0, 0, 0] },
      { id: 'battery/bg' },
    ),
  'fitGammaGamma all alike': () =>
    fitGammaGamma({ frequency: [1, 2, 3, 4], value: [20, 20, 20, 20] }, { id: 'battery/gg' }),
  'fitRetention high end': () =>
    fitRetention([[1000, 869, 743, 653, 593, 551, 517, 491]], { id: 'battery/sbg' }),
  'fitRetention two cohorts': () =>
    fitRetention(
      [
        [800, 500, 370, 310, 280],
        [600, 410, 300],
      ],
      { id: 'battery/sbg' },
    ),
  'fitRetention even': () => fitRetention([[1000, 800, 640, 512]], { id: 'battery/sbg' }),
  ...named('fitRetention then forecast', [3, 12], (periods) =>
    forecastRetention(fitRetention([[1000, 631, 468, 382, 326]], { id: 'battery/sbg' }), {
      periods,
    }),
  ),
  ...Object.assign(
    {},
    ...Object.entries({ normal, lognormal, gamma, weibull }).flatMap(([name, family]) =>
      [0.001, 0.1, 1, 2].map((spread) =>
        named(`fitCapability ${name}`, [spread], () => {
          const fit = fitCapability(family, positive(7, 150, spread), unit);
          const { parameters } = fit;
          return { parameters, fit: fit.fit, of: [0.1, 0.5, 0.9, 0.99].map(fit.quantile) };
        }),
      ),
    ),
  ),
  ...named('fits of customers', [120, 600], (n) => {
    const rows = customers(n, n);
    return [fitIntentions, fitSwitching, fitWordOfMouth, fitRecovery].map((learn) =>
      learn(rows, names),
    );
  }),
  ...named('fitEstimator', ['plain', 'groups', 'crossed'], (kind) => {
    const draw = draws(8);
    const km = each(200, () => 1 + 9 * draw());
    const store = each(200, () => `store ${Math.floor(6 * draw())}`);
    const day = each(200, (i) => `day ${i % 7}`);
    const columns = { plain: { km }, groups: { km, store }, crossed: { km, store, day } }[kind];
    const actuals = km.map((x) => 10 + 2 * x + 12 * draw() * draw());
    const crossed = { interactions: { visit: ['store', 'day'] }, holdOut: 'random' };
    const fitted = fitEstimator(
      { actuals, columns },
      { ...unit, ...(kind === 'crossed' && crossed) },
    );
    const row = { km: 5, store: 'store 2', day: 'day 3' };
    const estimate = estimateWith(fitted.model, row);
    return [fitted, estimate, calibrateEstimates(fitted.heldOut, unit)(estimate)];
  }),
  'calibrateEstimates learnt': () => {
    const draw = draws(12);
    const estimates = each(200, () => 5 + 40 * draw());
    const actuals = estimates.map((x) => x * (0.8 + (8 / x) * draw()));
    return calibrateEstimates({ estimates, actuals }, { ...unit, learnSpread: true })(20);
  },
  ...named('fitSatisfaction', ['plain', 'two terms', 'step', 'clustered', 'few'], (kind) => {
    const { columns, answers } = deliveries(9, kind === 'few' ? 60 : 400);
    const terms = { plain: ['gain', 'loss'], step: ['gain', 'loss', 'broken'] }[kind];
    const respondent = kind === 'clustered' ? each(400, (i) => i % 150) : undefined;
    return ask(columns, answers, terms ?? ['gain', 'loss'], {
      ...(respondent && { respondent }),
      ...(kind === 'two terms' && { folds: 0 }),
    });
  }),
  'fitSatisfaction separated': () => {
    const late = each(60, (i) => (i % 3) - 1);
    const columns = {
      promised: new Float64Array(60).fill(30),
      actual: Float64Array.from(late, (x, i) => 30 + 10 * x + (i % 7)),
      unit: 'minutes',
    };
    const answers = Array.from(columns.actual, (minutes, i) => (minutes > 36 ? 1 : 2 + (i % 4)));
    return ask(columns, answers, ['gain', 'loss'], { folds: 0 });
  },
  ...named('recalibrateSatisfaction', [60, 300], (n) => {
    const { columns, answers } = deliveries(10, n);
    const { model } = ask(columns, answers, ['gain', 'loss']);
    const other = deliveries(11, n, 0.3);
    return recalibrateSatisfaction(other.columns, other.answers, {
      ...names,
      id: 'battery/again',
      model,
    });
  }),
  'fitSatisfaction pooled': () => {
    const { columns, answers } = deliveries(9, 400);
    const without2 = answers.map((answer) => (answer === 2 ? 3 : answer));
    return ask(columns, without2, ['gain', 'loss'], { pool: true });
  },
  'recalibrateSatisfaction on another scale': () => {
    const { columns, answers } = deliveries(10, 300);
    const { model } = ask(columns, answers, ['gain', 'loss']);
    const other = deliveries(11, 300, 0.3);
    const doubled = Array.from(other.answers, (answer, i) => 2 * answer - (i % 2));
    return recalibrateSatisfaction(other.columns, doubled, {
      ...names,
      id: 'battery/again',
      model,
      answers: { min: 1, max: 2 * model.answers.max },
    });
  },
  scoreSatisfaction: () => {
    const { columns, answers } = deliveries(12, 300);
    return scoreSatisfaction(columns, answers, {
      model: ask(columns, answers, ['gain', 'loss']).model,
    });
  },
  calibrationCurve: () => {
    const { columns, answers } = deliveries(12, 300);
    return calibrationCurve(columns, answers, {
      model: ask(columns, answers, ['gain', 'loss']).model,
      upTo: 2,
    });
  },
  explainChange: () => {
    const before = deliveries(13, 300);
    const after = deliveries(14, 300, 0.4);
    const { model } = ask(before.columns, before.answers, ['gain', 'loss']);
    return explainChange(before, after, { model, seed: 5, draws: 200 });
  },
  permuteExpectations: () => {
    const { columns, answers } = deliveries(15, 120);
    return permuteExpectations(columns, answers, {
      ...names,
      form: formOf(['gain', 'loss']),
      folds: 0,
      seed: 3,
    });
  },
  ...named(
    'planByBalance',
    known.filter((name) => name !== 'quantiles'),
    (name) => {
      const capability = capabilities[name];
      return planByBalance(capability, {
        attraction: (minutes) => Math.exp(-0.01 * minutes),
        revenue: 20,
        goodwillLost: (minutes) => capability.expectedOvershoot(minutes),
      });
    },
  ),
  ...named('planByBalance by loyalty', ['samples', 'gamma', 'lognormal'], (name) =>
    planByBalance(capabilities[name], {
      attraction: cuiAttraction(50),
      revenue: 20,
      goodwillLost: goodwillByLoyalty({ value: 40, stage: 'long-term' }),
    }),
  ),
  ...named('planWindow, the narrowest', ['samples', 'gamma', 'lognormal'], (name) =>
    planWindow(capabilities[name], { keepRate: 0.7, shape: narrowest }),
  ),
  ...named('planByBalance by satisfaction', ['samples', 'gamma', 'lognormal'], (name) =>
    planByBalance(capabilities[name], {
      attraction: cuiAttraction(50),
      revenue: 20,
      goodwillLost: (minutes, { quantile }) =>
        each(19, (i) => quantile((i + 1) / 20)).reduce(
          (sum, actual) =>
            sum +
            (100 - predictSatisfaction({ promised: minutes, actual, unit: 'days' }).score) / 40,
          0,
        ),
    }),
  ),
};

export const others = {
  ...named('capability', sources, (name) => {
    const { quantile, chance, mean, expectedOvershoot, identified } = capabilities[name];
    return [
      [0.1, 0.25, 0.5, 0.75, 0.9, 0.99].filter((p) => p <= identified).map(quantile),
      [20, 40, 60, 100].map(chance),
      identified === 1 ? [mean(), expectedOvershoot(50)] : [],
    ];
  }),
  ...named('planPromise', sources, (name) =>
    planPromise(capabilities[name], { keepRate: 0.8, bestEffort: true }),
  ),
  ...named('planByCost', sources, (name) =>
    planByCost(capabilities[name], { early: 1, late: 4, bestEffort: true }),
  ),
  ...named('planSurprise', known, (name) =>
    planSurprise(capabilities[name], { by: 5, probability: 0.7, bestEffort: true }),
  ),
  ...named('planWindow', known, (name) =>
    planWindow(capabilities[name], { keepRate: 0.7, bestEffort: true }),
  ),
  ...named('planWindow, its sides apart', known, (name) =>
    planWindow(capabilities[name], { late: 0.1, early: 0.3, bestEffort: true }),
  ),
  ...named('planByTolerance', known, (name) =>
    planByTolerance(capabilities[name], { keepRate: 0.8, confidence: 0.9, bestEffort: true }),
  ),
  ...named('reviewPromise', known, (name) =>
    reviewPromise(capabilities[name], {
      plan: { promise: 70, keepRate: 0.8 },
      elapsed: 20,
      revised: false,
    }),
  ),
  ...named('impliedCostRatio', known, (name) => impliedCostRatio(capabilities[name], 60)),
  ...named('requiredImprovement', known, (name) =>
    requiredImprovement(capabilities[name], { promise: 50, keepRate: 0.8 }),
  ),
  ...named('expectedPurchases', [1, 13, 39, 200], (horizon) =>
    expectedPurchases(cdnowPurchases, { frequency: 2, recency: 30.43, age: 38.86 }, horizon),
  ),
  ...named('probabilityAlive', [0, 1, 7, 40], (frequency) =>
    probabilityAlive(cdnowPurchases, { frequency, recency: frequency && 30, age: 38.86 }),
  ),
  forecastPurchases: () => forecastPurchases(cdnowPurchases, null, { periods: 30, length: 4 }),
  forecastRetention: () => forecastRetention(highEndRetention, { periods: 20 }),
  expectedOrderValue: () => expectedOrderValue(cdnowOrderValues, { frequency: 2, value: 22.35 }),
  lifetimeValue: () =>
    lifetimeValue(forecastPurchases(cdnowPurchases, null, { periods: 12, length: 4 }).purchases, {
      margin: 20,
      discountRate: 0.01,
    }),
  trendOf: () =>
    trendOf(
      each(40, (i) => ({
        at: new Date(Date.UTC(2026, 0, 1 + 7 * i)),
        value: durations(16, 40)[i],
      })),
    ),
  breakOf: () =>
    breakOf(
      each(40, (i) => ({
        at: new Date(Date.UTC(2026, 0, 1 + 7 * i)),
        value: 50 + (i > 22 ? 6 : 0) + 5 * durations(17, 40, 0.1)[i] - 150,
      })),
    ),
  reviewTrend: () =>
    reviewTrend(
      each(30, (i) => ({
        at: new Date(Date.UTC(2026, 0, 1 + i)),
        value: 80 - i / 4 + ((i * 7) % 5),
      })),
    ),
  ...named('calendars in a row,', dateUnits, (unit) =>
    someDates.flatMap((at, i) =>
      each(3, (k) => {
        const through = [shops[(i + k) % 4], shops[(i + 2 * k + 1) % 4]];
        const plans = [
          { promise: 1 + k, unit },
          { promise: 2.5, unit: dateUnits[(i + k) % 6] },
        ];
        const windows = plans.map((plan) => ({ from: 0, to: plan.promise, unit: plan.unit }));
        return [
          dueDate(through, at, plans),
          latestStart(through, at, plans),
          dueWindow(through, at, windows, { roundOutTo: [undefined, 30, 'day'][k] }),
          durationBetween(through[0], at, new Date(at.getTime() + 1e8 * (k + 1)), unit),
        ];
      }),
    ),
  ),
  usedTime: () =>
    usedTime(shops[0], each(50, ticket), ticketClocks, {
      unit: 'open-hours',
      asOf: '2019-11-10T00:00Z',
    }),
  promiseClocks: () =>
    each(20, (i) =>
      promiseClocks(
        shops[i % 4],
        ticket(i),
        { resolution: { ...ticketClocks.resolution, plan: { promise: 9, unit: 'open-hours' } } },
        { asOf: '2019-11-10T00:00Z' },
      ),
    ),
  ledger: () => {
    const ledger = recordEvents(openLedger(), ledgerEvents());
    const dates = each(12, (i) => new Date(Date.UTC(2019, 9, 3 + 3 * i)));
    return [
      reviveLedger(JSON.parse(JSON.stringify(ledger))),
      promiseHistory(ledger, 't-8'),
      dates.map((asOf) => keptRate(ledger, { asOf })),
      dates.slice(9).map((asOf) => each(60, (i) => promiseStanding(ledger, `t-${i}`, { asOf }))),
    ];
  },
  backtestPromises: () =>
    backtestPromises(pastOrders(), {
      ...pastOptions,
      keepRate: 0.8,
      by: byWeekday,
      policies: {
        made: promisesAsMade(),
        rolling: quotesFromHistory({ days: 5 }),
        live: quotesFromPromiser({ typical: 40 }),
      },
    }),
  ordersFromRows: () => {
    const rows = each(40, (i) => ({
      no: `${i}`,
      at: `0${1 + (i % 9)}.03.26 1${i % 10}:40`,
      to: i % 7 ? `${10 + (i % 19)}.03.26` : '',
      km: `${i % 5},5`,
    }));
    const columns = { id: 'no', started: 'at', finished: 'to' };
    const form = { zone: 'Europe/Berlin', dateOrder: 'day-first', yearsFrom: 2000 };
    const features = ['km'];
    return [
      guessOrderColumns(rows),
      orderTextForms(rows, columns, features),
      ordersFromRows(rows, { columns, features, decimalComma: true, ...form }),
    ];
  },
  promiseFrontier: () =>
    promiseFrontier(pastOrders(), quotesFromHistory(), [0.5, 0.8, 0.9], pastOptions),
  quoteNext: () => {
    const next = { id: 'next', started: new Date(Date.UTC(2030, 0, 1)), group: 'north' };
    const setting = { unit: pastOptions.unit, keepRate: 0.9 };
    return [quotesFromHistory(), quotesFromPromiser()].map((policy) =>
      quoteNext(pastOrders(), policy, next, setting),
    );
  },
  simulatePolicies: () =>
    simulatePolicies(market, { policies: { bold: planFor(0.6), margin: planFor(0.9) } }),
  cusum: () => cusum(durations(18, 200), { target: 30, sd: 20 }),
  pageHinkley: () => pageHinkley(durations(18, 200), { sd: 20 }),
  consistencyOf: () => consistencyOf(each(60, (i) => 60 + ((i * 37) % 31))),
  netPromoterScore: () => netPromoterScore(each(100, (i) => (i * 7) % 11)),
  cronbachAlpha: () =>
    cronbachAlpha(each(40, (i) => each(5, (j) => 1 + ((i * 3 + j * (i % 4)) % 7)))),
  kanoCoefficients: () =>
    kanoCoefficients({ attractive: 40, 'one-dimensional': 30, 'must-be': 20, indifferent: 35 }),
  rankOrderCentroid: () => rankOrderCentroid(9),
  steadyStateGain: () => [1, 7, 30, 365].map((days) => steadyStateGain(days)),
  ...named('loyalty', ['first-use', 'long-term'], (stage) =>
    ['below', 'met', 'exceeded'].map((outcome, i) => {
      const customer = { satisfaction: 40 + 25 * i, outcome, stage };
      const offer = { promised: 85, credibility: 0.7, market: 60 };
      const failure = {
        failed: 30,
        distributive: 70,
        interactional: 60,
        procedural: 50,
        apologies: 1,
      };
      return [
        predictIntention(customer),
        explainIntention(customer),
        predictSwitching({ expected: 70, outcome, stage }, offer),
        predictWordOfMouth({ satisfaction: 40 + 25 * i, outcome }),
        predictRecovery(customer, failure),
      ];
    }),
  ),
  ...named('satisfaction', [2, 7, 10, 13, 30], (actual) => [
    predictSatisfaction({ promised: 10, actual, unit: 'days' }),
    explainSatisfaction({ promised: 10, actual, unit: 'days' }),
    explainSatisfaction({ promised: 10, actual, unit: 'days' }, { reference: 'typical' }),
    predictSatisfaction({ promised: 10, actual, unit: 'minutes' }),
    predictSatisfaction({ expected: 70, perceived: 3 * actual }),
  ]),
  ...named('expectation', ['never-used', 'first-use', 'long-term'], (stage) => {
    const lived = stage === 'never-used' ? 'ownJudgement' : 'longTermExperience';
    const signals = { advertising: 90, wordOfMouth: 70, [lived]: 63 };
    return [formExpectation({ stage, signals }), explainExpectation({ stage, signals })];
  }),
  charts: () => [
    capabilityChart(capabilities.samples, {
      plan: planPromise(capabilities.samples, { keepRate: 0.8 }),
      theme: 'dark',
    }),
    survivalChart(capabilities.samples),
    explanationChart(explainSatisfaction({ promised: 10, actual: 12, unit: 'days' })),
  ],
  'english to customers': () => {
    const say = customerWording({ locale: 'en-GB', zone: 'Europe/Berlin', currency: 'EUR' });
    const [from, to] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
    return [
      say.byDay(to),
      say.byTime('2026-12-05T17:40:00Z', '2026-12-05T08:00:00Z'),
      say.betweenDays({ from, to: '2027-01-02T23:00:00Z' }, from),
      say.within({ promise: 1.5, unit: 'hours' }),
      say.within({ from: 2, to: 3, unit: 'business-days' }),
      say.atMost(1499.501),
      say.betweenAmounts({ from: 400, to: 499.5 }),
    ];
  },
  'english to those who promise': () => {
    const plan = planPromise(capabilities.samples, { keepRate: 0.8 });
    const review = reviewPromise(capabilities.samples, { plan, elapsed: 40, revised: false });
    return [promiseInEnglish(plan), reviewInEnglish(review, unit), inEnglish('reverse')];
  },
  livePromiser: () => {
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
    const draw = draws(19);
    const minutes = positive(20, 400, 0.7);
    const at = (minute) => new Date(Date.UTC(2026, 2, 2) + Math.round(60_000 * minute));
    const events = minutes.flatMap((took, i) => {
      const start = 2 * i + draw();
      const group = `kitchen ${Math.floor(3 * draw())}`;
      return [
        { id: `${i}`, at: at(start), group },
        { id: `${i}`, at: at(start + took) },
      ];
    });
    events.sort((a, b) => a.at.getTime() - b.at.getTime());
    const quotes = events.map((event) =>
      event.group === undefined ? promiser.finish(event) : promiser.start(event),
    );
    return [quotes, promiser];
  },
};
