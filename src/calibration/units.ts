import type { SatisfactionForm } from '../satisfaction/model';
import { termNames } from '../satisfaction/model-numbers';

/** What each coefficient of a form is measured in, in the order of their names. */
export function unitsOf({
  dimensions,
  covariates = {},
}: SatisfactionForm): Readonly<Record<string, string>> {
  const logOdds = 'log odds';
  const units: Record<string, string> = {};
  for (const [name, { kind, unit, terms, value }] of Object.entries(dimensions)) {
    const one = unit === 'percent' ? 'percent of the promise' : unit.replace(/s$/, '');
    for (const term of termNames) {
      if (!terms.includes(term)) continue;
      const gap = value === 'power' ? 'unit of value' : one;
      const log = kind === 'level' ? one : `log ${one}`;
      const per = term === 'performance' ? log : gap;
      const isStep = term === 'broken' || term === 'stillWaiting';
      units[`${name}.${term}`] = isStep ? logOdds : `${logOdds} per ${per}`;
    }
  }
  for (const [name, how] of Object.entries(covariates)) {
    units[`covariates.${name}`] = `${logOdds} per ${how === 'log' ? 'log' : 'unit of'} ${name}`;
  }
  return units;
}
