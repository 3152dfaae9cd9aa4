import { assumed, freezeSet, type ParameterSet } from '../../core/parameters';

/** The values of {@link fittedDefaults}, or of a set in its place. */
export type FittedNumbers = Readonly<Record<keyof typeof fittedDefaults.parameters, number>>;

/** The numbers that a fit rests on where the data do not say. All are assumed. */
export const fittedDefaults: ParameterSet<
  | 'fitDistance'
  | 'fitShare'
  | 'shrinkage'
  | 'spreadShrinkage'
  | 'leastResidual'
  | 'curveErrors'
  | 'curveRows'
  | 'curveSample'
  | 'curveEdge'
  | 'driftChance'
> = freezeSet({
  id: 'fitted/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    fitDistance: assumed(
      0.02,
      'probability',
      [0, 1],
      'a family that is off by less misses no keep rate by more, however many samples show it; nor do orders that drift by less',
    ),
    fitShare: assumed(
      0.7,
      'share',
      [0, 1],
      'most rows fit an estimator, and enough are held out to calibrate it: 30 of 100',
    ),
    shrinkage: assumed(
      20,
      'rows',
      [0.01, 1e6],
      'how many rows of its own a category needs to move half as far from the average as they say',
    ),
    spreadShrinkage: assumed(
      100,
      'rows',
      [0.01, 1e6],
      'the same of how far rows are off, of which each row says less',
    ),
    leastResidual: assumed(
      0.5,
      'share of the median',
      [0.001, 1],
      'a row that is off by less happened to be near: the logarithm of next to nothing would count for most',
    ),
    curveErrors: assumed(
      2,
      'standard errors',
      [0, 10],
      'a number is taken for a straight line unless a bent one is surely better on rows left out',
    ),
    curveRows: assumed(
      100,
      'rows',
      [30, 1e6],
      'ten folds of fewer than ten rows do not tell a bent line from a straight one',
    ),
    curveSample: assumed(
      5000,
      'rows',
      [100, 1e7],
      'so many rows tell a bend that matters; more would take time',
    ),
    curveEdge: assumed(
      0.1,
      'share of the rows',
      [0, 0.45],
      'a line does not bend among the lowest and the highest values, which few rows tell of',
    ),
    driftChance: assumed(
      0.001,
      'probability',
      [1e-9, 0.5],
      'how often orders that do not drift may be said to: seldom, since a fit is looked at once and relied on for long',
    ),
  },
});
