import { planPromise } from 'overdeliver';
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

const { bySegment, alarms, rates } = results.ledger();
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

describe('what does not go together is refused', () => {
  it.each<readonly [string, () => unknown, string, string]>([
    [
      'a plan in another unit',
      () => capabilityChart(results.smooth, { plan: results.plan }),
      'unit-mismatch',
      'options.plan.unit',
    ],
    [
      'those under way of a level',
      () => survivalChart({ ...results.censored, better: 'higher' }),
      'unit-mismatch',
      'capability.better',
    ],
    [
      'alarms beside segments',
      () => keptRateChart(bySegment, { alarms }),
      'ambiguous',
      'options.alarms',
    ],
    [
      'a start after the first event',
      () => trajectoryChart(results.path, { from: '2026-03-03T00:00:00Z' }),
      'date-order',
      'options.from',
    ],
    [
      'a register of satisfaction',
      () => explanationChart(results.late, { register: 'desired' }),
      'ambiguous',
      'options.register',
    ],
    [
      'scores of other rows',
      () => satisfactionChart(results.columns, { score: new Float64Array(2) }),
      'length-mismatch',
      'scored.score',
    ],
    [
      'columns of other lengths',
      () => satisfactionChart({ ...results.columns, actual: new Float64Array(2) }, results.scored),
      'length-mismatch',
      'columns.actual',
    ],
    [
      'flags of another length',
      () =>
        satisfactionChart({ ...results.columns, stillWaiting: new Uint8Array(2) }, results.scored),
      'length-mismatch',
      'columns.stillWaiting',
    ],
    [
      'nothing promised',
      () => satisfactionChart({ actual: results.columns.actual, unit: 'days' }, results.scored),
      'missing',
      'columns.promised',
    ],
    [
      'nothing expected',
      () => satisfactionChart({ perceived: results.columns.actual }, results.scored),
      'missing',
      'columns.expected',
    ],
    [
      'neither unit nor currency',
      () => satisfactionChart(wrong({ ...results.columns, unit: undefined }), results.scored),
      'missing',
      'columns.unit',
    ],
    [
      'several dimensions',
      () => satisfactionChart(wrong({ dimensions: {} }), results.scored),
      'ambiguous',
      'columns.dimensions',
    ],
    [
      'no rows',
      () =>
        satisfactionChart(
          { promised: new Float64Array(0), actual: new Float64Array(0), unit: 'days' },
          { score: new Float64Array(0) },
        ),
      'out-of-range',
      'columns',
    ],
    [
      'rows without any score',
      () => satisfactionChart(results.columns, { score: new Float64Array(4).fill(Number.NaN) }),
      'missing',
      'scored',
    ],
    [
      'a list of plans',
      () =>
        capabilityChart(results.counted, {
          plan: wrong([planPromise(results.counted, { keepRate: 0.9 })]),
        }),
      'wrong-type',
      'options.plan',
    ],
    [
      'too many policies',
      () =>
        frontierChart(
          Object.fromEntries(
            Array.from({ length: 13 }, (_, i) => [`p${i}`, results.frontiers.rolling]),
          ),
          { unit: 'days' },
        ),
      'out-of-range',
      'frontiers',
    ],
    [
      'more than all kept',
      () => keptRateChart([{ ...(rates[0] as (typeof rates)[0]), low: -1e308 }]),
      'out-of-range',
      'rates[0].low',
    ],
    [
      'a report that was asked to keep less than nothing',
      () => backtestChart({ ...results.report, keepRate: -1e308 }),
      'out-of-range',
      'report.keepRate',
    ],
    [
      'half an assumption',
      () => assumptionsChart(results.deciding, { most: 1.5 }),
      'wrong-type',
      'options.most',
    ],
  ])('%s', (_, draw, code, path) => {
    expect(draw).toThrow(expect.objectContaining({ code, path }));
  });
});
