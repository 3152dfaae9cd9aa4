import { backtestCases } from './backtest';
import { calendarCases } from './calendar';
import { capabilityCases } from './capability';
import type { GrowthCase } from './case';
import { chartCases } from './chart';
import { estimatorCases } from './estimator';
import { expectationCases } from './expectation';
import { journeyCases } from './journey';
import { ledgerCases } from './ledger';
import { lifetimeCases } from './lifetime';
import { liveCases } from './live';
import { loyaltyCases } from './loyalty';
import { promiseCases } from './promise';
import { responseCases } from './response';
import { satisfactionCases } from './satisfaction';
import { simulationCases } from './simulation';
import { sqlCases } from './sql';
import { surveyCases } from './survey';

/** Every function that takes n of something, by the module that it is of. */
export const growthCases: Readonly<Record<string, readonly GrowthCase[]>> = {
  backtest: backtestCases,
  calendar: calendarCases,
  capability: [...capabilityCases, ...estimatorCases],
  chart: chartCases,
  expectation: expectationCases,
  journey: journeyCases,
  ledger: ledgerCases,
  lifetime: lifetimeCases,
  live: liveCases,
  loyalty: loyaltyCases,
  promise: promiseCases,
  response: responseCases,
  satisfaction: satisfactionCases,
  simulation: simulationCases,
  sql: sqlCases,
  survey: surveyCases,
};
