import { assumed, freezeSet, type ParameterSet } from '../../core/parameters';

/** The numbers that a fit rests on where the data do not say. All are assumed. */
export const fittedDefaults: ParameterSet<'fitDistance' | 'fitShare' | 'shrinkage'> = freezeSet({
  id: 'fitted/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    fitDistance: assumed(
      0.02,
      'probability',
      [0, 1],
      'a family that is off by less misses no keep rate by more, however many samples show it',
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
  },
});
