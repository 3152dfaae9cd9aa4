import {
  byMonth,
  byWeek,
  capabilityFromCensored,
  capabilityFromSamples,
  driftAlarms,
  explainExpectation,
  explainSatisfaction,
  followExpectation,
  formExpectation,
  judgeOutcome,
  keptRates,
  type LedgerEvent,
  openLedger,
  planByBalance,
  planPromise,
  planWindow,
} from 'overdeliver';
import { backtestPromises, promiseFrontier, quotesFromHistory } from 'overdeliver/backtest';
import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { touchpointGaps } from 'overdeliver/journey';
import { recordEvents } from 'overdeliver/ledger';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { planFor, simulatePolicies, whichAssumptionDecides } from 'overdeliver/simulation';
import { classifyKano } from 'overdeliver/survey';
import type * as room from '../../src/chart/index';
import type { Random } from '../random';
import { made } from '../show';
import { amounts, level, levels } from './pieces';
import type { Recipes } from './recipe';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);

const options = (r: Random) =>
  r.some({
    title: 'Ours',
    width: r.int(50, 900),
    height: r.int(50, 900),
    theme: r.pick(['light', 'dark'] as const),
  });

const able = (r: Random) => made(capabilityFromSamples, amounts(r, 12), { unit: 'minutes' });
const underWay = (r: Random) => {
  const samples = amounts(r, 9);
  const finished = samples.map((_, i) => i === 0 || r.flip());
  return r.flip() ? able(r) : made(capabilityFromCensored, samples, { unit: 'days', finished });
};

const orders = (r: Random) =>
  r.list(30, (i) => ({
    id: `o-${i}`,
    started: start + i * day,
    finished: start + (i + r.real(1, 9)) * day,
  }));
const unit = 'days' as const;

/** A promise a day; some weeks have none. */
function ledger(r: Random) {
  const events = r.list(40, (i): LedgerEvent[] => {
    const due = start + (i + (i > 20 ? 14 : 0)) * day;
    return [
      { kind: 'promise', id: `${i}`, at: due - day, due },
      { kind: 'delivery', id: `${i}`, at: due + (r.flip(0.3) ? day : 0) },
    ];
  });
  const sorted = events.flat().sort((a, b) => Number(a.at) - Number(b.at));
  return recordEvents(openLedger(), sorted);
}

function path(r: Random) {
  const events = r.list(r.int(1, 4), (i) => ({
    at: new Date(start + i * day),
    event: r.pick([
      { kind: 'information', level: level(r) },
      { kind: 'experience', perceived: level(r) },
    ] as const),
  }));
  const formed = formExpectation({ stage: 'never-used', signals: { advertising: level(r) } });
  return followExpectation(formed, events, { from: new Date(start), judge: judgeOutcome });
}

/** What takes long is made once. */
const world = {
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit }),
  attraction: (days: number) => Math.exp(-0.05 * days),
  order: { revenue: 30, cost: 18 },
  customers: 5,
  days: 20,
  seed: 7,
  replications: 2,
};
const simulation = simulatePolicies(world, {
  policies: { bold: planFor(0.6), margin: planFor(0.9) },
});
const deciding = whichAssumptionDecides(world, { keepRates: [0.5, 0.7, 0.9] });
const balance = planByBalance(world.capability, {
  attraction: world.attraction,
  revenue: 30,
  goodwillLost: (quote, capability) => capability.expectedOvershoot(quote),
});

export const chart: Recipes<typeof room> = {
  capabilityChart: (r) => {
    const capability = able(r);
    const wanted = { keepRate: 0.5, bestEffort: true };
    const plan = r.flip() ? planPromise(capability, wanted) : planWindow(capability, wanted);
    return [capability, { ...options(r), ...r.some({ plan }) }];
  },
  balanceChart: (r) => [balance, { ...options(r), ...r.some({ currency: 'EUR' }) }],
  frontierChart: (r) => [
    { ours: promiseFrontier(orders(r), quotesFromHistory(), [0.5, 0.8], { unit }) },
    { ...options(r), unit },
  ],
  backtestChart: (r) => [
    backtestPromises(orders(r), {
      unit,
      keepRate: 0.8,
      by: r.pick([byMonth('UTC'), byWeek('UTC')]),
      policies: { ours: quotesFromHistory() },
    }),
    options(r),
  ],
  keptRateChart: (r) => {
    const recorded = ledger(r);
    const asOf = start + 90 * day;
    const alarms = driftAlarms(recorded, { asOf, keepRate: 0.9 });
    return [
      keptRates(recorded, { asOf, by: r.pick([byMonth('UTC'), byWeek('UTC')]) }),
      { ...options(r), ...r.some({ alarms, keepRate: 0.9 }) },
    ];
  },
  trajectoryChart: (r) => [path(r), { ...options(r), ...r.some({ from: new Date(start) }) }],
  satisfactionChart: (r) => {
    const n = r.int(1, 9);
    const columns = { expected: levels(r, n), perceived: levels(r, n) };
    return [columns, predictSatisfactions(columns), options(r)];
  },
  explanationChart: (r) =>
    r.flip()
      ? [explainSatisfaction({ promised: r.real(1, 20), actual: r.real(1, 20), unit }), options(r)]
      : [
          explainExpectation({
            stage: 'never-used',
            signals: { wordOfMouth: level(r), advertising: level(r) },
          }),
          { ...options(r), ...r.some({ register: 'desired' as const }) },
        ],
  journeyGapsChart: (r) => [
    touchpointGaps(
      r.list(r.int(1, 4), (i) => {
        const people = r.int(1, 4);
        const side = () => r.list(people, () => level(r));
        return { id: `t${i}`, expected: side(), perceived: side() };
      }),
    ),
    options(r),
  ],
  kanoChart: (r) => [
    classifyKano(
      [{ id: 'track', functional: 'With?', dysfunctional: 'Without?' }],
      r.list(20, (i) => ({
        respondent: `${i}`,
        answers: {
          'track.functional': r.pick(['like', 'neutral', null]),
          'track.dysfunctional': r.pick(['dislike', 'neutral']),
        },
      })),
    ),
    options(r),
  ],
  calibrationChart: (r) => [
    r.list(r.int(1, 5), () => {
      const [low, observed, high] = r.list(3, () => r.real(0, 1)).sort((a, b) => a - b) as [
        number,
        number,
        number,
      ];
      return { n: r.int(1, 99), predicted: r.real(0, 1), observed, low, high };
    }),
    options(r),
  ],
  survivalChart: (r) => [underWay(r), options(r)],
  stagesChart: (r) => [simulation, options(r)],
  assumptionsChart: (r) => [
    deciding,
    { ...options(r), ...r.some({ most: r.int(1, 20), currency: 'EUR' }) },
  ],
};
