import { assumed } from '../core/parameters';
import { tuned } from './tuned';

/** What is known of an order before there is evidence, and how fast evidence on what shifts durations counts. */
export const effectNumbers = {
  guessPriorSize: assumed(5, 'orders', [0.01, 1e6], "prior size of the caller's first guess"),
  guessSpread: assumed(
    0.6,
    'log duration',
    [0.01, 3],
    'spread around it: 9 of 10 within 2.1 times',
  ),
  guessOrders: assumed(
    3,
    'orders',
    [1, 1000],
    'after so many have finished their durations are held against their estimates; only where each is off, and to the same side, were these of another unit',
  ),
  guessOff: assumed(
    10,
    'times',
    [2, 1e4],
    'estimates off by more than so many times give way, by at most the square of it at once: of another unit they are off by 24 or more, and the level finds what is off by less',
  ),
  spreadPriorSize: assumed(
    20,
    'orders',
    [0.01, 1e6],
    `prior size of the common spread beside a group's own${tuned}`,
  ),
  groupsApart: assumed(
    0.01,
    'share of the variance within groups',
    [1e-9, 1],
    'groups differ by at least this much, so that with a hundred orders of its own a group counts as much as all others, however alike they were',
  ),
  outlierSpread: assumed(
    3,
    'standard deviations',
    [1, 100],
    'no deviation counts for more when levels are learnt: of a normal distribution 1 in 370 lies further out, and other causes do',
  ),
  hourVisits: assumed(
    28,
    'visits',
    [1, 1e6],
    'what sets an hour of the day apart, or how many orders came lately, loses half its weight in so many days: four weeks, which hold every weekday four times',
  ),
  dayVisits: assumed(
    13,
    'visits',
    [1, 1e6],
    'the same for a weekday, which comes once a week: 13 weeks, a season',
  ),
  slopePriorSize: assumed(
    500,
    'orders',
    [0, 1e9],
    'prior size of durations that follow no number of an order',
  ),
  slopeReach: assumed(
    2,
    'standard deviations',
    [0.1, 100],
    'a number further from its mean counts as this far: a straight line is trusted where 19 of 20 orders of a normal distribution lie',
  ),
  slowOrders: assumed(
    4000,
    'orders',
    [1, 1e9],
    'how durations follow the surge and the features of an order is forgotten over about so many',
  ),
  surgeSlope: assumed(
    0.5,
    'log duration per log arrivals',
    [0, 1],
    'how durations follow a surge, before evidence: halfway between ample and fixed capacity; orders before 2017-09 show little of it, food deliveries and November 2017 do',
  ),
  surgeSlopeSd: assumed(
    0.25,
    'log duration per log arrivals',
    [0, 1],
    'how sure that is: none to all of it lie within two of these',
  ),
  loadWeeks: assumed(
    13,
    'weeks',
    [1, 1000],
    'usual arrivals of an hour of the week are the mean of about so many',
  ),
  loadPriorSize: assumed(
    4,
    'orders',
    [0, 1e6],
    'so many arrivals as usual are added, so that a few orders are no surge',
  ),
  loadWatched: assumed(
    0.5,
    'share of the window',
    [0, 1],
    'before half of a mean duration has been watched, how busy it is counts as usual',
  ),
  surgeCap: assumed(2, 'log arrivals', [0, 10], 'no surge counts for more; 0 for none at all'),
};
