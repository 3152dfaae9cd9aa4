import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The default numbers of the module. All are assumed; change them with `adjustParameters`. */
export const responseDefaults: ParameterSet<
  'reasonableFrom' | 'followUpAfter' | 'expectedAfter' | 'practiceKept' | 'tail'
> = freezeSet({
  id: 'response/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    reasonableFrom: assumed(
      0.5,
      'chance',
      [0.01, 0.99],
      'what the industry delivers every other time is its standard',
    ),
    followUpAfter: assumed(24, 'hours', [0, 8760], 'once it has settled'),
    expectedAfter: assumed(1, 'times received', [1, 1000], 'a surprise works once'),
    practiceKept: assumed(0.9, 'share', [0, 1], 'one contact in ten is felt'),
    tail: assumed(0.1, 'share of days', [0.01, 0.5], 'the best and the worst tenth of days'),
  },
});

const hours = (value: number) =>
  assumed(value, 'hours after buying', [0, 168], 'spread over the first day, the night left out');

/** When each step of a reassurance is due. All are assumed: no study tells the best hour. */
export const reassuranceDefaults: ParameterSet<
  'confirm' | 'tangible' | 'letter' | 'post' | 'thank' | 'next' | 'call'
> = freezeSet({
  id: 'response/reassurance-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    confirm: hours(0),
    tangible: hours(1),
    letter: hours(3),
    post: hours(4),
    thank: hours(20),
    next: hours(22),
    call: hours(23),
  },
});

const effort = (value: number, per: string, why: string) =>
  assumed(value, `effort per ${per}`, [0, 10], why);

/** How much each part of a complaint channel counts. All are assumed: fit them to complaints of your own. */
export const frictionDefaults: ParameterSet<
  'steps' | 'ways' | 'hours' | 'repeats' | 'handOvers' | 'relief'
> = freezeSet({
  id: 'response/friction-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    steps: effort(0.1, 'step', 'what the others are weighed against'),
    ways: effort(0.3, 'one over the ways', 'a single way is like three steps'),
    hours: effort(0.02, 'hour', 'five hours are like a step'),
    repeats: effort(0.3, 'repeat', 'telling it again is like three steps'),
    handOvers: effort(0.2, 'hand-over', 'being passed on is like two steps'),
    relief: assumed(
      0.5,
      'share of negative word of mouth',
      [0, 1],
      'what a channel without friction averts',
    ),
  },
});
