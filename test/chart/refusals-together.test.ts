import { planPromise } from 'overdeliver';
import {
  assumptionsChart,
  backtestChart,
  capabilityChart,
  explanationChart,
  frontierChart,
  keptRateChart,
  satisfactionChart,
  survivalChart,
  trajectoryChart,
} from 'overdeliver/chart';
import { describe, expect, it } from 'vitest';
import * as results from './results';

const { bySegment, alarms, rates } = results.ledger();
// biome-ignore lint/suspicious/noExplicitAny: what a caller without types may pass
const wrong = (value: unknown): any => value;

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
