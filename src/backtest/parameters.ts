import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers that a backtest itself rests on. All are assumed. */
export const backtestDefaults: ParameterSet<
  'draws' | 'estimatorRows' | 'leastInPeriod' | 'stepOrders'
> = freezeSet({
  id: 'backtest/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    draws: assumed(
      1999,
      'draws',
      [99, 99_999],
      'of so many resampled sets of periods the bounds of a 95% interval are the 50th and the 1950th',
    ),
    estimatorRows: assumed(
      100,
      'orders',
      [10, 1e6],
      'fewer finished orders tell a column that matters from one that does not by chance alone',
    ),
    leastInPeriod: assumed(
      100,
      'orders',
      [1, 1e6],
      'of so many the share kept has a standard error of .03 at .9; of fewer the worst period is the smallest',
    ),
    stepOrders: assumed(
      500,
      'orders',
      [1, 1e6],
      'they take a few policies some 10 milliseconds, after which a page can answer',
    ),
  },
});
