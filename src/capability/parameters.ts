import { freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers that a capability rests on where the data do not say. */
export type CapabilityParameter = 'shrinkage' | 'fitDistance';

/** The default numbers of the capability room. All are assumed; options override them. */
export const capabilityDefaults: ParameterSet<CapabilityParameter> = freezeSet({
  id: 'capability/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    shrinkage: {
      value: 20,
      unit: 'outcomes',
      range: [0, 1e6],
      status: 'assumed',
      source: 'how many outcomes of its own a group needs to count as much as what is around it',
    },
    fitDistance: {
      value: 0.02,
      unit: 'probability',
      range: [0, 1],
      status: 'assumed',
      source:
        'a family that is off by less misses no keep rate by more, however many samples show it',
    },
  },
});
