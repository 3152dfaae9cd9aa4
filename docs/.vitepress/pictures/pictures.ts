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
import * as results from './results.ts';

type Draw = (options: ChartOptions) => VegaLiteSpec;

/** What makes a picture: its result once, the specification of each theme. */
const draws = {
  capability: () => (options) =>
    capabilityChart(results.kitchen, { ...options, plan: results.unrounded() }),
  promise: () => (options) =>
    capabilityChart(results.kitchen, { ...options, plan: results.rounded() }),
  window: () => (options) =>
    capabilityChart(results.kitchen, { ...options, plan: results.windowPlan() }),
  balance: () => {
    const plan = results.balance();
    return (options) => balanceChart(plan, { ...options, currency: 'EUR' });
  },
  survival: () => (options) => survivalChart(results.parcels(), options),
  backtest: () => {
    const report = results.report();
    return (options) => backtestChart(report, options);
  },
  frontier: () => {
    const frontiers = results.frontiers();
    return (options) => frontierChart(frontiers, { ...options, unit: 'days' });
  },
  'kept-rate': () => {
    const { rates, alarms } = results.kept();
    return (options) => keptRateChart(rates, { ...options, alarms, keepRate: 0.95 });
  },
  trajectory: () => (options) =>
    trajectoryChart(results.path(), { ...options, from: '2026-03-01T00:00:00Z' }),
  expectation: () => (options) =>
    explanationChart(results.formed(), { ...options, register: 'desired' }),
  satisfaction: () => {
    const { columns, scored } = results.earlyAndLate();
    return (options) => satisfactionChart(columns, scored, options);
  },
  explanation: () => (options) => explanationChart(results.late(), options),
  calibration: () => {
    const curve = results.calibration();
    return (options) => calibrationChart(curve, options);
  },
  'journey-gaps': () => (options) => journeyGapsChart(results.journey(), options),
  kano: () => (options) => kanoChart(results.features(), options),
  stages: () => {
    const simulation = results.simulation();
    return (options) => stagesChart(simulation, options);
  },
  assumptions: () => {
    const deciding = results.deciding();
    return (options) => assumptionsChart(deciding, { ...options, currency: 'EUR' });
  },
} satisfies Readonly<Record<string, () => Draw>>;

/** A picture of the site. */
export type PictureName = keyof typeof draws;

/** All pictures, in the order of the guides. */
export const pictureNames = Object.keys(draws) as readonly PictureName[];

/** The width of a plot on a phone, where names stand beside it. */
const narrow: Readonly<Partial<Record<PictureName, number>>> = {
  assumptions: 120,
  expectation: 190,
  explanation: 170,
  'journey-gaps': 170,
};

/** The specifications of a picture, from one result: for light and dark pages, wide ones and phones. */
export function pictureSpecs(name: PictureName) {
  const draw: Draw = draws[name]();
  const width = narrow[name] ?? 260;
  return {
    light: draw({ theme: 'light' }),
    dark: draw({ theme: 'dark' }),
    'light-narrow': draw({ theme: 'light', width }),
    'dark-narrow': draw({ theme: 'dark', width }),
  };
}

/** The picture of the README, on a ground of its own, since the page may be light or dark. */
export const readmeSpec = (): VegaLiteSpec => ({
  ...pictureSpecs('promise').light,
  background: '#ffffff',
});
