/**
 * Flights, their timetable and their passengers: what was promised, what margin would have kept it, and
 * what customers expect, feel and do. Run it with `npm run demo`.
 */
import {
  byMonth,
  capabilityFromSamples,
  explainExpectation,
  judgeOutcome,
  planPromise,
  predictIntention,
  predictSatisfaction,
  type Signals,
  type Stage,
} from 'overdeliver';
import { backtestPromises, promisesAsMade, quotesFromHistory } from 'overdeliver/backtest';
import { stageNames } from 'overdeliver/expectation';
import { busiest, type Flight, readFlights } from './lib/flights.ts';
import { percent, table } from './lib/show.ts';

const flights = readFlights();
const isPast = (_: Flight, i: number, all: readonly Flight[]) => i < (2 / 3) * all.length;

const airports = busiest(flights, 5).map((origin) => {
  const own = flights.filter((flight) => flight.origin === origin);
  const past = own.filter(isPast).map(({ delay }) => delay);
  const later = own.slice(past.length).map(({ delay }) => delay);
  // The timetable promises the scheduled minute: what is delivered is a deviation from it.
  const arrivals = capabilityFromSamples(past, { unit: 'minutes', deviations: true });
  return { origin, past, later, arrivals, plan: planPromise(arrivals, { keepRate: 0.9 }) };
});

// A level of punctuality: the percent of flights within 15 minutes, the industry's own yardstick.
const punctual = (delays: readonly number[]) =>
  (100 * delays.filter((delay) => delay <= 15).length) / delays.length;
const industry = punctual(flights.filter(isPast).map(({ delay }) => delay));

/** What each kind of customer goes by at an airport. */
function signalsOf(stage: Stage, past: readonly number[]): Signals {
  const known = { wordOfMouth: punctual(past), ownJudgement: industry };
  if (stage === 'long-term') return { ...known, longTermExperience: punctual(past) };
  const sold = { ...known, advertising: 100 };
  return stage === 'first-use' ? { ...sold, firstImpression: punctual(past.slice(-20)) } : sold;
}

function customer(
  stage: Stage,
  { past, later }: { past: readonly number[]; later: readonly number[] },
) {
  const { expectation, predicted } = explainExpectation({ stage, signals: signalsOf(stage, past) });
  const perceived = punctual(later);
  // Whoever had never used has used once after this, and judges as such.
  const next = stage === 'long-term' ? stage : 'first-use';
  const judged = judgeOutcome({ ...expectation, stage: next }, { perceived });
  const felt = predictSatisfaction({ expected: expectation.predicted.mean, perceived });
  const does = predictIntention({
    satisfaction: felt.score,
    outcome: judged.outcome,
    stage: next,
  });
  return { expectation, predicted, perceived, judged, felt, does };
}

const signed = (minutes: number) => `${minutes > 0 ? '+' : ''}${minutes} min`;
const schedule = airports.map(({ origin, past, later, arrivals, plan }) => [
  origin,
  String(past.length + later.length),
  percent(arrivals.chance(0)),
  signed(plan.promise),
  percent(plan.chance.estimate),
  `${percent(plan.chance.low ?? 0)} to ${percent(plan.chance.high ?? 1)}`,
  percent(later.filter((delay) => delay <= plan.promise).length / later.length),
]);

// Passengers are told the day before. The dates name no zone and are read as UTC.
const ahead = 24 * 60;
const rolling = airports.map(({ origin, past }) => {
  const told = flights
    .filter((flight) => flight.origin === origin)
    .map(({ date, delay }, i) => {
      const minute = Date.parse(`${date.replaceAll('/', '-').replace(' ', 'T')}Z`) / 60_000;
      const times = { started: (minute - ahead) * 60_000, finished: (minute + delay) * 60_000 };
      return { id: String(i), ...times, promise: ahead };
    });
  const { timetable, rolling } = backtestPromises(told, {
    unit: 'minutes',
    keepRate: 0.9,
    from: told[past.length]?.started,
    by: byMonth('UTC'),
    policies: { timetable: promisesAsMade(), rolling: quotesFromHistory({ days: 30 }) },
  }).policies;
  return [
    origin,
    percent(timetable.kept.share ?? 0),
    percent(rolling.kept.share ?? 0),
    signed(Math.round((rolling.quote.mean ?? ahead) - ahead)),
  ];
});

const people = airports.map((airport) => [
  airport.origin,
  ...stageNames.flatMap((stage) => {
    const { expectation, judged, felt, does } = customer(stage, airport);
    return [
      expectation.predicted.mean.toFixed(0),
      judged.outcome,
      felt.score.toFixed(0),
      percent(does.repurchase),
    ];
  }),
]);

const first = airports[0];
if (first === undefined) throw new Error('no flights');
const reasons = stageNames.map((stage) => {
  const { predicted, perceived, expectation, judged } = customer(stage, first);
  const parts = predicted.map(({ from, points }) => `${from} ${points.toFixed(0)}`).join(' + ');
  return `  ${stage.padEnd(10)} ${parts} = ${expectation.predicted.mean.toFixed(0)}; got ${perceived.toFixed(0)}: ${judged.reason}`;
});
const example = customer('long-term', first);

console.log(`Is the scheduled arrival kept? Margins learnt on the first two thirds, checked on the rest.

${table([
  ['from', 'flights', 'kept', 'margin for 90%', 'chance', '95% interval', 'kept in the rest'],
  ...schedule,
])}

A promise the day before that goes by the last 30 days, against the timetable, on the last third

${table([['from', 'timetable kept', 'rolling kept', 'mean margin'], ...rolling])}

What customers then expect of punctuality (0 to 100), feel (0 to 100) and intend to return:

      never used                first use                 long-term
${table([
  ['from', ...stageNames.flatMap(() => ['expects', 'outcome', 'feels', 'intends'])],
  ...people,
])}

Why, at ${first.origin}: the points each source adds, and what came
${reasons.join('\n')}

Assumed: word of mouth and long experience tell the airport's punctuality, own judgement the
industry's, first impressions the last 20 flights', and the timetable advertises 100.
Outside the data they were fitted on: feels (${example.felt.model.id}) and
intends (${example.does.model.id}) come from mobile phone customers, not passengers.`);
