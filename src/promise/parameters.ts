import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The default numbers of promises. All are assumed; change them with `adjustParameters`. */
export const promiseDefaults: ParameterSet<'speakBelow' | 'brokenAgain' | 'certain' | 'basicKept'> =
  freezeSet({
    id: 'promise/assumed-1',
    setting: 'any; a reasoned starting point',
    parameters: {
      speakBelow: assumed(
        0.5,
        'chance',
        [0.01, 0.99],
        'a promise more likely broken than kept is no longer one: say so while there is time',
      ),
      brokenAgain: assumed(
        0.5,
        'share of the first share broken',
        [0.01, 0.99],
        'a second promise may be broken half as often as the first, since breaking it costs more',
      ),
      certain: assumed(
        0.99,
        'chance',
        [0.5, 0.9999],
        'after one revision, only what is nearly certain can still be said',
      ),
      basicKept: assumed(
        0.9,
        'share of promises',
        [0, 1],
        'extras on top of promises that are broken more often are read as an excuse',
      ),
    },
  });
