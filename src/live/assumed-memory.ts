import { assumed } from '../core/parameters';
import { tuned } from './tuned';

/** How long orders are remembered, and which memory quotes go by. */
export const memoryNumbers = {
  halfLife: assumed(
    1,
    'mean durations',
    [0.01, 1000],
    `time in which an order loses half its weight${tuned}`,
  ),
  minOrders: assumed(
    50,
    'orders',
    [1, 1e6],
    `an order never loses half its weight to fewer later ones${tuned}`,
  ),
  maxOrders: assumed(
    2000,
    'orders',
    [1, 1e6],
    'nor has to wait for more of them, however heavy the tail',
  ),
  quoteError: assumed(
    0.035,
    'log duration',
    [0.001, 1],
    'so many orders are remembered that a quote is uncertain by this much, one standard error',
  ),
  levelHalfLives: assumed(
    4,
    'half-lives',
    [0.01, 1000],
    `how long the common level of durations is remembered${tuned}`,
  ),
  groupHalfLives: assumed(
    8,
    'half-lives',
    [0.01, 1000],
    `the same for what sets a group apart${tuned}`,
  ),
  groupOrders: assumed(
    50,
    'orders',
    [1, 1e6],
    'a group never loses half its weight to fewer orders of its own',
  ),
  slowHalfLives: assumed(
    8,
    'half-lives',
    [0.01, 1000],
    'the same for the mean duration and the share that finishes; so long a lost order may still finish',
  ),
  longMemory: assumed(
    8,
    'times',
    [1, 1e6],
    'the long memory forgets so many times more slowly: its quotes scatter about a third as much',
  ),
  longLoss: assumed(
    0.98,
    'share',
    [0, 1],
    'quotes go by the long memory where it lost at most this share of what the quick one did lately: slow to own up to a change, it must win clearly; 0 for never',
  ),
  lossOrders: assumed(
    1000,
    'orders',
    [1, 1e9],
    'what the two have lost is forgotten over about so many: both are scored on the same orders, so that a few percent between them show',
  ),
  slowdownRate: assumed(
    1.5,
    'times',
    [1.01, 100],
    'a slowdown worth noticing: orders finish at a rate so many times lower',
  ),
  slowdownAlarm: assumed(
    15,
    'log likelihood ratio',
    [0.1, 1000],
    'with this much evidence of one the long memory is not asked and no order counts as lost: by chance so much comes once in three million orders (the exponential of 15)',
  ),
  slowdownLeft: assumed(
    0.1,
    'share of orders',
    [0.001, 1],
    'how long the last tenth waits is no evidence of one: they may be lost rather than slow',
  ),
  lostAfter: assumed(
    4,
    'quotes',
    [1, 1000],
    'an order older than so many of its quotes or mean durations, and than twice the longest, counts as lost',
  ),
};
