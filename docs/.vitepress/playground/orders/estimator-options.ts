import type { Unit } from './look-back';

/** The estimator must not learn from days of which only the quick orders have ended. */
export const estimatorOptions = (unit: Unit) => ({
  days: 180,
  lagDays: unit === 'days' ? 30 : 1,
  everyDays: 7,
});
