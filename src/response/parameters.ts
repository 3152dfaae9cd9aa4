import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers by which answers are chosen. */
export type ResponseParameter =
  | 'reasonableFrom'
  | 'followUpAfter'
  | 'expectedAfter'
  | 'practiceKept'
  | 'noticeable'
  | 'tail';

/** The default numbers of the response room. All are assumed; change them with `adjustParameters`. */
export const responseDefaults: ParameterSet<ResponseParameter> = freezeSet({
  id: 'response/assumed-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    reasonableFrom: assumed(
      0.5,
      'chance',
      [0.01, 0.99],
      'what the industry delivers at least every other time is its standard (D20)',
    ),
    followUpAfter: assumed(24, 'hours', [0, 8760], 'a recovery is looked at once it has settled'),
    expectedAfter: assumed(
      1,
      'times received',
      [1, 1000],
      'what came once is no surprise the second time (D29)',
    ),
    practiceKept: assumed(0.9, 'share', [0, 1], 'what is missed at one contact in ten is felt'),
    noticeable: assumed(5, 'points', [0, 100], 'a smaller difference between days goes unnoticed'),
    tail: assumed(0.1, 'share of days', [0.01, 0.5], 'the best and the worst tenth of days'),
  },
});

/** Hours after buying at which each reassurance is due. */
export type ReassuranceParameter =
  | 'confirm'
  | 'tangible'
  | 'letter'
  | 'post'
  | 'thank'
  | 'next'
  | 'call';

const hours = (value: number, why: string) => assumed(value, 'hours after buying', [0, 168], why);

/** When each step of a reassurance is due. All are assumed: no study tells the best hour. */
export const reassuranceDefaults: ParameterSet<ReassuranceParameter> = freezeSet({
  id: 'response/reassurance-1',
  setting: 'any purchase that can be doubted; a reasoned starting point',
  parameters: {
    confirm: hours(0, 'at once, while the customer still looks'),
    tangible: hours(1, 'in hand before it is first talked about at home'),
    letter: hours(3, 'a letter of its own, apart from the confirmation'),
    post: hours(4, 'posted the same day where there are people to post it'),
    thank: hours(20, 'when the first night has brought doubts'),
    next: hours(22, 'what comes next, before the day is over'),
    call: hours(23, 'last, and only where it is wanted'),
  },
});

/** What makes complaining hard, and what hard complaining does. */
export type FrictionParameter =
  | 'steps'
  | 'ways'
  | 'hours'
  | 'repeats'
  | 'handOvers'
  | 'relief'
  | 'speaksOut';

const effort = (value: number, per: string, why: string) =>
  assumed(value, `effort per ${per}`, [0, 10], why);

/** How much each part of a complaint channel counts. All are assumed: fit them to complaints of your own. */
export const frictionDefaults: ParameterSet<FrictionParameter> = freezeSet({
  id: 'response/friction-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    steps: effort(0.1, 'step', 'each step loses some who would have complained'),
    ways: effort(0.3, 'one over the number of ways', 'a single way suits few; more add ever less'),
    hours: effort(0.02, 'hour until an answer', 'waiting two days weighs as much as ten steps'),
    repeats: effort(0.3, 'telling again', 'having to tell it again vexes more than a step'),
    handOvers: effort(0.2, 'hand-over', 'being passed on vexes more than a step'),
    relief: assumed(
      0.5,
      'share of negative word of mouth',
      [0, 1],
      'what a channel without friction averts: easy complaining lowers the urge to tell friends (D36)',
    ),
    speaksOut: assumed(
      0.5,
      'share of those who would not recommend',
      [0, 1],
      'some who would not recommend warn others, some say nothing',
    ),
  },
});
