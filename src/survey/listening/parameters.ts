import { assumed, freezeSet, type ParameterSet } from '../../core/parameters';

/** The numbers that {@link findCues} goes by unless an option says otherwise. */
export const listeningDefaults: ParameterSet<'negationReach'> = freezeSet({
  id: 'listening/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    negationReach: assumed(3, 'words', [0, 20], 'a not so far before a cue still turns it round'),
  },
});
