import { assumed, freezeSet, type ParameterSet } from '../../core/parameters';

/** The numbers that {@link findCues} goes by unless an option says otherwise. */
export const listeningDefaults: ParameterSet<'negationReach'> = freezeSet({
  id: 'listening/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    negationReach: assumed(
      3,
      'words',
      [0, 20],
      'reasoned: how many words before a cue a negation such as "not" may stand and still turn it round',
    ),
  },
});
