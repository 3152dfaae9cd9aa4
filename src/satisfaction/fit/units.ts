import type { SatisfactionForm } from '../model';
import { termNames } from '../parameter-names';

/** What each coefficient of a form is measured in, in the order of their names. */
export function unitsOf({
  dimensions,
  covariates = {},
}: SatisfactionForm): Readonly<Record<string, string>> {
  const units: Record<string, string> = {};
  for (const [name, { kind, unit, terms, value }] of Object.entries(dimensions)) {
    const one = unit === 'percent' ? 'percent of the promise' : unit.replace(/s$/, '');
    for (const term of termNames.filter((known) => terms.includes(known))) {
      const gap = value === 'power' ? 'unit of value' : one;
      const per = term === 'performance' ? (kind === 'level' ? one : `log ${one}`) : gap;
      const isStep = term === 'broken' || term === 'stillWaiting';
      units[`${name}.${term}`] = `log odds${isStep ? '' : ` per ${per}`}`;
    }
  }
  for (const [name, how] of Object.entries(covariates)) {
    units[`covariates.${name}`] = `log odds per ${how === 'log' ? 'log' : 'unit of'} ${name}`;
  }
  return units;
}
