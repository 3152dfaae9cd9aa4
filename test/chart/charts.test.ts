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
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../docs/.vitepress/pictures/to-svg';
import { axesOf, layersOf } from './marks-of';
import * as results from './results';

const { rates, months, bySegment, alarms } = results.ledger();

/** Each chart, with the units that its axes name. */
const charts: Readonly<
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

describe.each(Object.entries(charts))('%s', (_, [draw, ...units]) => {
  const spec = draw({});

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  });

  it('stays plain JSON once another of it was drawn: Vega writes into the rows that it draws', async () => {
    await toSvg(draw({}));
    expect(JSON.parse(JSON.stringify(draw({})))).toEqual(draw({}));
  });

  it.each(['light', 'dark'] as const)('is drawn on a %s page without a warning', async (theme) => {
    const svg = await toSvg(draw({ theme }));
    expect(svg.includes('NaN')).toBe(false);
    expect(svg.startsWith(`<svg role="img" aria-label="${spec.description}"`)).toBe(true);
  });

  it('names what stands on its axes, with units', () => {
    for (const unit of units) expect(axesOf(spec).join(', ')).toContain(unit);
  });

  it('takes a title, a size and the page it lies on', () => {
    const other = draw({ title: 'Ours', width: 300, height: 150, theme: 'dark' });
    expect(other.title.text).toBe('Ours');
    const plots = 'vconcat' in other ? other.vconcat : [other];
    for (const { width, height } of plots) expect([width, height]).toEqual([300, 150]);
    expect(other.description).toBe(spec.description);
    expect(other.config).not.toEqual(spec.config);
  });

  it('has no text in place of a number, and no number in place of none', () => {
    for (const { data } of layersOf(spec)) {
      for (const row of data.values) {
        expect(Object.values(row)).not.toContain('');
        expect(Object.values(row)).not.toContain(undefined);
      }
    }
  });

  it('refuses options that it does not know, and sizes that are none', () => {
    // @ts-expect-error a misspelt option
    expect(() => draw({ with: 300 })).toThrow('one of title');
    expect(() => draw({ width: 10 })).toThrow('a size in pixels from 50 to 10,000');
    expect(() => draw({ title: '' })).toThrow('a title, which is text');
  });
});
