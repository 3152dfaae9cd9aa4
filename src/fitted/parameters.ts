import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers that judge a fit where the data do not say. */
export type FittedParameter = 'fitDistance';

/** The default numbers of the room of fitted capabilities. All are assumed. */
export const fittedDefaults: ParameterSet<FittedParameter> = freezeSet({
  id: 'fitted/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    fitDistance: assumed(
      0.02,
      'probability',
      [0, 1],
      'a family that is off by less misses no keep rate by more, however many samples show it',
    ),
  },
});
