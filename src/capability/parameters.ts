import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers that a capability rests on where the data do not say. All are assumed; options override them. */
export const capabilityDefaults: ParameterSet<'shrinkage' | 'distantYears'> = freezeSet({
  id: 'capability/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    shrinkage: assumed(
      20,
      'observations',
      [0, 1e6],
      'how many observations of its own a group needs to count as much as what is around it',
    ),
    distantYears: assumed(
      2,
      'years',
      [1, 1000],
      'orders follow each other: where two years pass without any, the few on one side were probably misread',
    ),
  },
});
