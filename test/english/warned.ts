import {
  calibrateEstimates,
  capabilityAsOf,
  capabilityByGroup,
  driftAlarms,
  fitEstimator,
  fitSatisfaction,
  formExpectation,
  judgeOutcome,
  livePromiser,
  netPromoterScore,
  openLedger,
  predictIntention,
  predictSatisfaction,
} from 'overdeliver';
import { eventsFromOrders, ordersFromRows } from 'overdeliver/backtest';
import { fitCapability, lognormal } from 'overdeliver/capability';
import type { Coded } from 'overdeliver/english';
import { fitUpdating } from 'overdeliver/expectation';
import { recordEvents } from 'overdeliver/ledger';
import {
  cdnowPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitRetention,
  probabilityAlive,
  purchaseHistories,
} from 'overdeliver/lifetime';
import { fitIntentions, fitRecovery, fitWordOfMouth } from 'overdeliver/loyalty';
import { uniforms } from '../../src/numerics/uniforms';
import { intentionRows, recoveryRows, wordOfMouthRows } from '../loyalty/fit/world';
import { levelForm, names } from '../satisfaction/fit/given';
import { flagged } from './flagged';

const start = Date.UTC(2026, 2, 6, 10);
const minute = 60_000;

/** What live quotes say where orders do not tell enough (hardly any, many still under way, durations far apart), or a calendar. */
function quotes(): readonly Coded[] {
  const few = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
  const open = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
  for (let i = 0; i < 60; i++) open.start({ id: `o${i}`, at: new Date(start) });
  for (let i = 0; i < 40; i++) {
    open.finish({ id: `o${i}`, at: new Date(start + (20 + i / 10) * minute) });
  }
  const wide = livePromiser({ unit: 'minutes', keepRate: 0.99, typical: 14 });
  const next = uniforms(9);
  for (let i = 0; i < 300; i++) {
    const at = start + i * 1000 * minute;
    wide.start({ id: `w${i}`, at: new Date(at) });
    wide.finish({ id: `w${i}`, at: new Date(at + Math.exp(6.9 * next()) * minute) });
  }
  const calendar = { zone: 'UTC', knownUntil: '2026-03-05' };
  const late = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40, calendar });
  return [few, open, wide, late].flatMap((promiser) => {
    const { reason, warnings, unidentified } = promiser.quote({
      at: promiser.now() ?? new Date(start),
    });
    const codes = [...(reason ? [reason] : []), ...(unidentified?.help ?? [])];
    return [...warnings, ...codes.map((code) => ({ code }))];
  });
}

/** What fits say: of answers told apart, an answer in one fold only, a row that has a fold of its own. */
function fits(): readonly Coded[] {
  const perceived = Float64Array.from({ length: 41 }, (_, i) =>
    i === 40 ? 100 : i % 2 === 0 ? 50 : 50.1,
  );
  const expected = perceived.map((level, i) => level + (i % 3) - 1);
  const answers = Array.from(perceived, (_, i) => 1 + (i % 2));
  const options = { ...names, form: { ...levelForm, answers: { min: 1, max: 2 } } };
  const alone = answers.map((_, i) => (i === 40 ? 2 : i % 4 < 2 ? 1 : 0));
  const apart = answers.map((answer) => answer - 1);
  // Nobody gave 1 to an order on time.
  const actual = Float64Array.from({ length: 60 }, (_, i) => 6 + (i % 8));
  const late = fitSatisfaction(
    { promised: new Float64Array(60).fill(10), actual, unit: 'days' },
    Array.from(actual, (days, i) => (days > 10 ? 1 : 2 + (i % 3))),
    {
      ...names,
      form: {
        answers: { min: 1, max: 4 },
        dimensions: {
          time: { kind: 'time', unit: 'days', terms: ['gain', 'broken'], value: 'identity' },
        },
      },
      folds: 0,
    },
  );
  const inFolds = [alone, apart].flatMap((given) => {
    const folds = Uint8Array.from(given);
    return fitSatisfaction({ expected, perceived }, answers, { ...options, folds }).flags;
  });
  const never3 = answers.map((answer, i) => (i % 3 === 0 ? 4 : answer));
  const pooled = fitSatisfaction({ expected, perceived }, never3, {
    ...options,
    form: { ...levelForm, answers: { min: 1, max: 4 } },
    folds: 0,
    pool: true,
  });
  return [...late.flags, ...inFolds, ...pooled.flags];
}

/** A model in which no gap counts. */
function ofPerformance() {
  const perceived = Float64Array.from({ length: 40 }, (_, i) => 10 * (i % 9));
  const answers = Array.from(perceived, (level, i) => 1 + Math.round((level + (i % 5)) / 30));
  const form = {
    answers: { min: 1, max: 4 },
    dimensions: {
      level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
    },
  } as const;
  return fitSatisfaction({ perceived }, answers, { ...names, form, folds: 0 }).model;
}

/** What fits of what customers do say: of newcomers alone, of recoveries that end the scale, of hardly any word. */
function loyalty(): readonly Coded[] {
  const newcomers = intentionRows(1, 60).map(({ recommend: _, complain: __, ...row }) => {
    const outcome = row.outcome === 'exceeded' ? ('met' as const) : row.outcome;
    return { ...row, outcome, stage: 'first-use' as const };
  });
  const recovered = recoveryRows(1, 60).map(({ distributive = 0, ...row }, i) => ({
    ...row,
    ...(i === 0 && { failed: row.before }),
    distributive,
    interactional: distributive,
    recovered: 100,
  }));
  const told = wordOfMouthRows(1, 90).map((row, i) => {
    const people = 1 + (i % 2);
    return row.satisfaction > 50
      ? { ...row, positive: people, negative: 0 }
      : { ...row, positive: 0, negative: people };
  });
  return [
    ...fitIntentions(newcomers, names).flags,
    ...fitRecovery(recovered, names).flags,
    ...fitWordOfMouth(told, names).flags,
  ];
}

/** What a fit of a panel says in which nothing happens, and everybody says once what was formed. */
function stillPanel(): readonly Coded[] {
  const formed = formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } });
  const path = [{ at: start + minute, reported: { predicted: 70 } }];
  const histories = Array.from({ length: 8 }, () => ({ start: formed, from: start, path }));
  const about = { id: 'test/still', setting: 'any', data: 'none', licence: 'none' };
  return fitUpdating(histories, about).flags;
}

/** Why fits of lifetimes do not converge. */
function lifetimes(): readonly Coded[] {
  const ten = (x: number) => Array.from({ length: 10 }, () => x);
  const id = { id: 'test/lifetime' };
  return [
    fitBgNbd({ frequency: ten(4), recency: ten(9), age: ten(10) }, id),
    fitGammaGamma({ frequency: ten(4), value: ten(20) }, id),
    fitRetention([[1000, 800, 640, 512]], id),
    fitRetention([[1000, 0, 0]], id),
    fitRetention([[50, 48, 40, 39]], id),
  ].flatMap(({ fit }) => fit?.reasons ?? []);
}

/** Why outcomes are what they are. */
function outcomes(): readonly Coded[] {
  const formed = formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } });
  const expectation = { ...formed, predicted: { mean: 70, variance: 25 }, adequate: 60 };
  return [
    { perceived: 70, needMet: false },
    { perceived: 62, needMet: true },
    { perceived: 90 },
    { perceived: 50 },
    { perceived: 70 },
    { perceived: 70, promised: 80 },
  ].map(({ promised = null, ...experience }) => ({
    code: judgeOutcome({ ...expectation, promised }, experience).reason,
  }));
}

/** What alarms say of promises that are all kept. */
function alarms(): readonly Coded[] {
  const orders = Array.from({ length: 99 }, (_, i) => {
    const started = start + i * minute;
    return { id: `${i}`, started, due: started, finished: started };
  });
  const ledger = recordEvents(openLedger(), eventsFromOrders(orders).events);
  return driftAlarms(ledger, { asOf: start + 99 * minute, keepRate: 0.9 }).warnings;
}

/** The warnings, and the reasons beside those of plans and actions. */
export function warned(): readonly Coded[] {
  const rows = [
    { value: 9, path: ['SP', 'south'] },
    { value: 11, path: ['RJ', 'south'] },
  ];
  const byState = capabilityByGroup(rows, { unit: 'days', levels: ['state', 'region'] });
  const started = '2024-03-01T00:00Z';
  const orders = [1, 2, 3].map(() => ({ started, finished: '2024-03-04T00:00Z' }));
  const fit = { data: 'none', licence: 'none', n: 1, converged: false };
  const many = Array.from({ length: 40 }, (_, i) => i);
  const unsure = { ...cdnowPurchases, fit };
  return [
    ...byState(['BA', 'south']).warnings,
    ...fitCapability(lognormal, [3, 4, 5], { unit: 'days', finished: [1, 1, 0] }).warnings,
    ...capabilityAsOf([{ started: 0 }, ...orders], { asOf: '2024-06-01T00:00Z', unit: 'days' })
      .warnings,
    ...[
      [{ shop: 'north', at: '2026-03-01', to: '2026-04-01' }],
      [1, 2, 3].map((n) => ({ shop: 'north', at: `2026-03-0${n} 09:00`, to: '2026-03-05 00:00' })),
      [
        { shop: 'north', at: '2026-03-01 09:00', to: '2026-03-01 18:00' },
        { shop: 'North', at: '2026-03-01 10:00', to: '2026-03-02' },
        { shop: '', at: '2026-03-01 11:00', to: '' },
      ],
    ].flatMap((rows) => {
      const columns = { group: 'shop', started: 'at', finished: 'to' };
      return ordersFromRows(rows, { columns, zone: 'Europe/Berlin' }).warnings;
    }),
    ...predictSatisfaction({ promised: 40, actual: 60, unit: 'minutes' }).warnings,
    ...predictSatisfaction({ perceived: 60 }, { model: ofPerformance() }).warnings,
    ...purchaseHistories(
      ['k12', 'K12 '].map((customer) => ({ customer, at: '2026-03-01T00:00Z' })),
      { asOf: '2026-04-01T00:00Z', unit: 'days' },
    ).warnings,
    ...predictIntention({ satisfaction: 0, outcome: 'below', stage: 'first-use' }).warnings,
    ...fitEstimator(
      {
        actuals: [3, 4, 5, 6, 7],
        columns: { postcode: ['80331', '10115', '80331', '', '10115'] },
      },
      { unit: 'days', fitShare: 1 },
    ).flags,
    ...fitEstimator(
      {
        actuals: Array.from({ length: 400 }, (_, i) => (i < 200 ? 3 : 6) + (i % 7)),
        columns: { items: Array.from({ length: 400 }, (_, i) => i % 3) },
      },
      { unit: 'days' },
    ).flags,
    ...fitEstimator(
      { actuals: many.map((i) => 3 + (i % 7)), columns: { km: many.map((i) => `${i} km`) } },
      { unit: 'days' },
    ).flags,
    ...calibrateEstimates(
      { estimates: [3], actuals: [4] },
      { unit: 'days' },
    )({
      estimate: 3,
      unseen: ['km'],
    }).warnings,
    ...probabilityAlive(unsure, { frequency: 0, recency: 0, age: 30 }).warnings,
    ...quotes(),
    ...alarms(),
    ...fits(),
    ...loyalty(),
    ...flagged(),
    ...stillPanel(),
    ...lifetimes(),
    ...netPromoterScore(Array(12).fill(5)).warnings,
    ...outcomes(),
  ];
}
