import {
  byMonth,
  byWeek,
  capabilityFromCensored,
  followExpectation,
  formExpectation,
  judgeOutcome,
  keptRates,
  type LedgerEvent,
  openLedger,
} from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  type FrontierPoint,
  promiseFrontier,
  quotesFromHistory,
} from 'overdeliver/backtest';
import {
  backtestChart,
  calibrationChart,
  capabilityChart,
  frontierChart,
  journeyGapsChart,
  kanoChart,
  keptRateChart,
  satisfactionChart,
  survivalChart,
  trajectoryChart,
} from 'overdeliver/chart';
import { touchpointGaps } from 'overdeliver/journey';
import { bySegment, recordEvents } from 'overdeliver/ledger';
import { predictSatisfactions } from 'overdeliver/satisfaction';
import { classifyKano } from 'overdeliver/survey';
import {
  columnOf,
  dateOf,
  dayMs,
  firstMs,
  type GrowthCase,
  levelsOf,
  listOf,
  samplesOf,
} from './case';

/** A chart of n of something; what it is drawn of is made before. */
function drawn<Result>(
  of: string,
  by: string,
  n: number,
  resultOf: (n: number) => Result,
  draw: (result: Result) => unknown,
): GrowthCase {
  const make = (count: number) => {
    const result = resultOf(count);
    return () => draw(result);
  };
  return { of: [of], by, n, make };
}

const ordersOf = (n: number) =>
  listOf(n, (i): BacktestOrder => {
    const started = firstMs + i * 10 * dayMs;
    return { id: `o-${i}`, started, finished: started + (3 + (i % 7)) * dayMs };
  });

/** A promise a week, of a segment of its own if so. */
function ratesOf(n: number, ofOwn: boolean) {
  const events = listOf(n, (i): LedgerEvent[] => {
    const [id, at] = [`${i}`, firstMs + i * 7 * dayMs];
    const segment = ofOwn ? `s${i}` : 'all';
    return [
      { kind: 'promise', id, at, due: at + dayMs, segment },
      { kind: 'delivery', id, at: at + (i % 9 ? 1 : 2) * dayMs },
    ];
  }).flat();
  const by = ofOwn ? bySegment : byWeek('UTC');
  return keptRates(recordEvents(openLedger(), events), { asOf: firstMs + (n + 1) * 7 * dayMs, by });
}

function trajectoryOf(n: number) {
  const start = formExpectation({ stage: 'long-term', signals: { longTermExperience: 70 } });
  const event = (i: number) => ({ kind: 'experience', perceived: 60 + (i % 20) }) as const;
  const events = listOf(n, (i) => ({ at: dateOf(i), event: event(i) }));
  return followExpectation(start, events, { from: dateOf(0), judge: judgeOutcome });
}

export const chartCases: readonly GrowthCase[] = [
  drawn('capabilityChart', 'samples', 10_000, samplesOf, (one) => capabilityChart(one)),
  drawn(
    'survivalChart',
    'samples, one in five under way',
    5000,
    (n) => {
      const finished = listOf(n, (i) => i % 5 > 0);
      return capabilityFromCensored(columnOf(n, 30), { unit: 'minutes', finished });
    },
    (one) => survivalChart(one),
  ),
  drawn(
    'satisfactionChart',
    'rows, of which there may be 10,000',
    1000,
    (n) => {
      const columns = { expected: levelsOf(n, 1), perceived: levelsOf(n, 2) };
      return { columns, scored: predictSatisfactions(columns) };
    },
    ({ columns, scored }) => satisfactionChart(columns, scored),
  ),
  drawn(
    'keptRateChart',
    'weeks, of which there may be 10,000',
    500,
    (n) => ratesOf(n, false),
    (rates) => keptRateChart(rates),
  ),
  drawn(
    'keptRateChart',
    'segments, of which there may be 10,000',
    500,
    (n) => ratesOf(n, true),
    (rates) => keptRateChart(rates),
  ),
  drawn('trajectoryChart', 'events', 200, trajectoryOf, (one) => trajectoryChart(one)),
  drawn(
    'journeyGapsChart',
    'touchpoints, of which there may be 10,000',
    500,
    (n) =>
      touchpointGaps(
        listOf(n, (i) => ({
          id: `t${i}`,
          expected: [70, 72, 75],
          perceived: [60 + (i % 20), 68, 71],
        })),
      ),
    (gaps) => journeyGapsChart(gaps),
  ),
  drawn(
    'kanoChart',
    'features, of which there may be 10,000',
    50,
    (n) => {
      const features = listOf(n, (i) => ({
        id: `f${i}`,
        functional: 'With?',
        dysfunctional: 'No?',
      }));
      const answers = Object.fromEntries(
        features.flatMap(({ id }) => [
          [`${id}.functional`, 'like' as const],
          [`${id}.dysfunctional`, 'dislike' as const],
        ]),
      );
      const people = listOf(40, (i) => ({ respondent: `r${i}`, answers }));
      return classifyKano(features, people);
    },
    (classified) => kanoChart(classified),
  ),
  drawn(
    'calibrationChart',
    'points, of which there may be 10,000',
    1000,
    (n) => listOf(n, (i) => ({ n: 9, predicted: i / n, observed: i / n, low: 0, high: 1 })),
    (points) => calibrationChart(points),
  ),
  drawn(
    'frontierChart',
    'points, of which there may be 10,000',
    1000,
    (n) => {
      const one = promiseFrontier(ordersOf(50), quotesFromHistory(), [0.8], { unit: 'days' });
      return listOf(n, (i) => ({ ...(one[0] as FrontierPoint), keepRate: (i + 1) / (n + 1) }));
    },
    (points) => frontierChart({ ours: points }, { unit: 'days' }),
  ),
  drawn(
    'backtestChart',
    'months',
    15,
    (n) =>
      backtestPromises(ordersOf(3 * n), {
        unit: 'days',
        keepRate: 0.8,
        by: byMonth('UTC'),
        policies: { ours: quotesFromHistory() },
      }),
    (found) => backtestChart(found),
  ),
];
