/**
 * What does it look like? Results as specifications in Vega-Lite, plain JSON with title, units and alternative text, which
 * any page or notebook draws.
 *
 * @module
 */
export { type AssumptionsChartOptions, assumptionsChart } from './assumptions-chart';
export { backtestChart } from './backtest-chart';
export { type BalanceChartOptions, balanceChart } from './balance-chart';
export { calibrationChart } from './calibration-chart';
export { type CapabilityChartOptions, capabilityChart } from './capability-chart';
export { type ExplanationChartOptions, explanationChart } from './explanation-chart';
export { type FrontierChartOptions, frontierChart } from './frontier-chart';
export type { ChartOptions } from './input';
export { journeyGapsChart } from './journey-gaps-chart';
export { kanoChart } from './kano-chart';
export { type KeptRateChartOptions, keptRateChart } from './kept-rate-chart';
export { satisfactionChart } from './satisfaction-chart';
export type { VegaLiteSpec } from './spec';
export { stagesChart } from './stages-chart';
export { survivalChart } from './survival-chart';
export { type TrajectoryChartOptions, trajectoryChart } from './trajectory-chart';
