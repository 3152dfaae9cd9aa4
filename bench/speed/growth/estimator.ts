import { fitEstimator } from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { columnOf, type GrowthCase, listOf } from './case';

const unit = 'minutes';
const columnsOf = (n: number) => ({
  km: columnOf(n, 3, 1),
  items: columnOf(n, 4, 2),
  shop: listOf(n, (i) => `s${(7 * i) % 40}`),
});
const historyOf = (n: number) => ({ actuals: columnOf(n, 30, 3), columns: columnsOf(n) });

export const estimatorCases: readonly GrowthCase[] = [
  {
    of: ['fitEstimator'],
    by: 'rows',
    n: 4000,
    rows: 'fit',
    make: (n) => {
      const history = historyOf(n);
      return () => fitEstimator(history, { unit });
    },
  },
  {
    of: ['fitEstimator'],
    by: 'rows, one column of n / 4 categories',
    n: 4000,
    make: (n) => {
      const columns = { shop: listOf(n, (i) => `s${i % (n / 4)}`), items: columnOf(n, 3) };
      const history = { actuals: columnOf(n, 30), columns };
      return () => fitEstimator(history, { unit });
    },
  },
  {
    of: ['fitEstimator'],
    by: 'columns of numbers',
    n: 4,
    refuses: 'more than 2,000 lines and categories beside the widest column',
    make: (n) => {
      const columns = Object.fromEntries(listOf(n, (i) => [`x${i}`, columnOf(4000, 3, i + 1)]));
      const history = { actuals: columnOf(4000, 30), columns };
      return () => fitEstimator(history, { unit });
    },
  },
  {
    of: ['fitEstimator'],
    by: 'pairs that two crossed columns of the square root of n categories make',
    n: 400,
    make: (n) => {
      const side = Math.round(Math.sqrt(n));
      const columns = {
        shop: listOf(20_000, (i) => `s${i % side}`),
        hour: listOf(20_000, (i) => `h${Math.floor(i / side) % side}`),
      };
      const history = { actuals: columnOf(20_000, 30), columns };
      const interactions = { visit: ['shop', 'hour'] as const };
      return () => fitEstimator(history, { unit, interactions });
    },
  },
  {
    of: ['estimateColumns'],
    by: 'rows',
    n: 10_000,
    rows: 'prediction',
    make: (n) => {
      const { model } = fitEstimator(historyOf(4000), { unit });
      const columns = columnsOf(n);
      return () => estimateColumns(model, columns);
    },
  },
];
