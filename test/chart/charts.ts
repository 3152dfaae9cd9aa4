import {
  assumptionsChart,
  backtestChart,
  balanceChart,
  type ChartOptions,
  calibrationChart,
  capabilityChart,
  explanationChart,
  frontierChart,
  journeyGapsChart,
  kanoChart,
  keptRateChart,
  satisfactionChart,
  stagesChart,
  survivalChart,
  trajectoryChart,
  type VegaLiteSpec,
} from 'overdeliver/chart';
import * as results from './results';

const { rates, months, bySegment, alarms } = results.ledger();

/** Each chart, with the units that its axes name. */
export const charts: Readonly<
  Record<string, readonly [(options: ChartOptions) => VegaLiteSpec, ...string[]]>
> = {
  'a capability': [(o) => capabilityChart(results.smooth, o), '(minutes)'],
  'a promise': [
    (o) => capabilityChart(results.counted, { ...o, plan: results.plan }),
    '(business days)',
  ],
  'a balance': [
    (o) => balanceChart(results.balance, { ...o, currency: 'EUR' }),
    '(minutes)',
    '(EUR)',
  ],
  'a frontier': [
    (o) => frontierChart(results.frontiers, { ...o, unit: 'days' }),
    '(days)',
    'Share kept',
  ],
  'a backtest': [(o) => backtestChart(results.report, o), '(days)', 'Share kept', 'Month'],
  'kept rates by week': [(o) => keptRateChart(rates, { ...o, alarms, keepRate: 0.9 }), 'Week'],
  'kept rates by month': [(o) => keptRateChart(months, o), 'Month'],
  'kept rates by segment': [(o) => keptRateChart(bySegment, o), 'Group'],
  'a path': [
    (o) => trajectoryChart(results.path, { ...o, from: '2026-03-01T00:00:00Z' }),
    '(0 to 100)',
    'Date',
  ],
  satisfaction: [
    (o) => satisfactionChart(results.columns, results.scored, o),
    '(days)',
    '(0 to 100)',
  ],
  'an explanation': [(o) => explanationChart(results.late, o), '(0 to 100)'],
  'an explained expectation': [
    (o) => explanationChart(results.formed, { ...o, register: 'desired' }),
    '(0 to 100)',
  ],
  gaps: [(o) => journeyGapsChart(results.gaps, o), '(points)'],
  features: [(o) => kanoChart(results.kano, o), '(0 to 1)'],
  calibration: [(o) => calibrationChart(results.curve, o), 'Share predicted', 'Share observed'],
  'those under way': [(o) => survivalChart(results.censored, o), '(days)', 'Still under way'],
  stages: [(o) => stagesChart(results.simulation, o), 'Day', 'Customers'],
  assumptions: [(o) => assumptionsChart(results.deciding, { ...o, currency: 'EUR' }), '(EUR)'],
};
