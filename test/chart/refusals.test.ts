import {
  assumptionsChart,
  backtestChart,
  balanceChart,
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
} from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import * as results from './results';

const { rates } = results.ledger();
// biome-ignore lint/suspicious/noExplicitAny: what a caller without types may pass
const wrong = (value: unknown): any => value;

describe('what is no result is refused in words that name one', () => {
  it.each<readonly [string, () => unknown, string]>([
    ['a number', () => capabilityChart(wrong(5)), 'a capability, such as'],
    [
      'another plan',
      () => capabilityChart(results.counted, { plan: wrong({}) }),
      'options.plan.promise',
    ],
    [
      'no plan',
      () => capabilityChart(results.counted, { plan: wrong(60) }),
      'a plan, such as planPromise or planWindow makes',
    ],
    [
      'a plan of nothing',
      () => capabilityChart(results.counted, { plan: wrong(null) }),
      'a plan, such as planPromise or planWindow makes',
    ],
    ['a plan without a balance', () => balanceChart(wrong(results.plan)), 'plan.at'],
    [
      'points without a policy',
      () => frontierChart(wrong(results.frontiers.rolling), { unit: 'days' }),
      'points of promiseFrontier by the name of their policy',
    ],
    ['no policies', () => frontierChart({}, { unit: 'days' }), 'one policy at least'],
    ['no unit', () => frontierChart(results.frontiers, wrong({})), 'options.unit is missing'],
    [
      'a report without policies',
      () => backtestChart({ ...results.report, policies: wrong({}) }),
      'one policy at least',
    ],
    ['one kept rate', () => keptRateChart(wrong(rates[0])), 'a list of kept rates'],
    ['no kept rates', () => keptRateChart([]), 'at least one of kept rates'],
    ['an expectation', () => trajectoryChart(wrong(results.path.start)), 'trajectory.start'],
    [
      'a path without steps',
      () => trajectoryChart({ ...results.path, steps: [] }),
      'at least one of steps',
    ],
    [
      'a prediction',
      () => explanationChart(wrong(results.late.prediction)),
      'explanation.prediction',
    ],
    [
      'a number to explain',
      () => explanationChart(wrong(5)),
      'an explanation, as explainSatisfaction or explainExpectation gives it',
    ],
    [
      'nothing to explain',
      () => explanationChart(wrong(null)),
      'an explanation, as explainSatisfaction or explainExpectation gives it',
    ],
    [
      'a list of gaps',
      () => journeyGapsChart(wrong(results.gaps.gaps)),
      'gaps, as touchpointGaps finds them',
    ],
    [
      'features alone',
      () => kanoChart(wrong(results.kano.features)),
      'a classification, as classifyKano makes it',
    ],
    [
      'a point',
      () => calibrationChart(wrong(results.curve[0])),
      'points, as calibrationCurve returns them',
    ],
    ['samples', () => survivalChart(wrong([1, 2])), 'a capability, such as'],
    [
      'one policy',
      () => stagesChart(wrong(results.simulation.policies.bold)),
      'simulation.policies',
    ],
    [
      'a list',
      () => assumptionsChart(wrong(results.deciding.assumptions)),
      'what whichAssumptionDecides returns',
    ],
    ['no score', () => satisfactionChart(results.columns, wrong({})), 'scored.score'],
  ])('%s', (_, draw, words) => {
    expect(draw).toThrow(words);
  });
});
