import type { PhraseCode } from './codes';

/** What to know before relying on an answer or a fit, in the notation of the other phrases. */
export const warningPhrases = {
  'poor-fit':
    'the model does not describe the observations well: try another family, or promise from the observations themselves',
  'another-scale':
    'all numbers of {path} lie from {least} to {most}: were they answers on another scale?',
  'no-observations': 'it rests on a guess alone',
  'few-observations':
    'it rests on {observations} observations and a guess that counts as {priorSize}',
  'unseen-group':
    'nothing is known of the {level} {group}[ (is it {similar}?)], so the wider {answeredBy} answers',
  'beyond-seen':
    'orders under way hide how long the slowest take: beyond {seen%} it rests on the fitted shape alone',
  'ends-by-day':
    'the end of {orders} orders is a day alone, and counts until its end, up to a day too long: cut the times off all dates to count whole days',
  'clock-changes':
    '{orders} orders of days alone, over a change of clocks, are not in whole days: read such a table in UTC',
  'at-midnight': 'all {orders} times of {column} are 00:00: if they are days, cut the times off',
  'similar-customers':
    '{customer} is written like {similar}, the first of {customers} such customers: are they one?',
  'similar-groups':
    '{group} is written much like {similar}, the first of {groups} such groups: are they one?',
  'no-group': '[{orders} of {of} orders have ]no group, unlike others: was it left out?',
  'keeps-more': '{rate%} were kept, and down to {keepRate%} no alarm is raised',
  'distant-date':
    '{dates} dates lie years from all others, such as {date} at {path}: was a year misread?',
  'short-memory':
    'durations scatter so much that {needed} orders are needed, and {available} are remembered',
  'holidays-unknown':
    'holidays after {knownUntil} are not known, and count as working days: revive the promiser with a calendar that lists them',
  'digits-as-names':
    'the {categories} categories of {column} are all of digits: were they meant as numbers?',
  'numbers-as-names':
    'the {categories} categories of {column} are all numbers with {unit}: leave it out if they are meant as numbers',
  'nearly-unique':
    '{column} has {categories} categories in {rows} rows, and says hardly anything of rows to come: leave it out if it is an id, else put rare categories together',
  'unseen-value':
    'the estimator was fitted on no such value of {column}: is it in the same unit, and written the same way?',
  drift:
    'earlier and later orders are off differently: a share kept that one half promises may be wrong by {distance%} for the other',
  separated: 'some rows are told apart perfectly, so that they set no bound to a number',
  'unseen-events':
    '{parameter}: nothing happened before a report that would tell, and it keeps the value it had',
  'not-told-apart':
    '[{parameter}: ][{factor} at {stage}: ]the data say nothing of it, and it keeps the value it had',
  'at-boundary': '[{parameter}: ][{factor} at {stage}: ]it lies at an end of its range',
  'one-report-each': 'with one report a customer, all straying counts as noise of the report',
  'few-reports':
    '{customers} customers report what is {register}, and {needed} are needed to learn from it',
  'few-customers': 'with {customers} customers the standard errors are rough',
  'not-converged':
    'the fit stopped short of its best numbers: fit on more rows before you rely on it',
  'nobody-goes':
    'nobody seems to have gone yet: fit again after a longer time, and rely on no chance of being alive until then',
  'all-go':
    'everybody seems to go at the first chance: see that the columns hold what they should, then fit on more customers',
  'chances-alike':
    'the chance to go seems the same for all: to tell customers apart, fit on more of them or on a longer time',
  'rates-alike':
    'all seem to buy at the same rate: to tell customers apart, fit on more of them or on a longer time',
  'orders-alike':
    'all orders of a customer seem to have one value: go by the mean of each customer instead',
  'values-alike':
    'all customers seem to spend the same: go by the mean of all orders instead, or fit on more customers',
  'numbers-open':
    'too little is known to settle the numbers: fit on more customers, or on a longer time',
  unanswered: 'no row answers {intention}, which keeps the default',
  'one-stage': 'all rows are of one stage, {stage}',
  unseen: 'hardly a row tells {parameter}, which keeps the value of the default',
  abrupt:
    'much is told as soon as silence is left, so that where silence lies has no standard error',
  'nothing-lost': '{rows} rows lost no satisfaction, and tell nothing',
  'at-scale-end':
    '{rows} rows end at 0 or 100, beyond which nothing is seen, so that what was regained is misjudged',
  'cost-gave-way':
    'beside the usual cost of switching an inertia would be below 0, so that the cost is lower by {by}',
  register: 'the answers speak of what is {register}, and the numbers serve for what is predicted',
  'unseen-stage': 'no row is of the stage {stage}, which keeps the default',
  'unseen-factors':
    'some factors never had a signal at {stage}, and keep their ratio to the others',
  'few-rows': 'the stage {stage} has {rows} rows, no more than there is to learn',
  'base-open': 'what is expected without a signal has no weight, so that its level is open',
  'one-answer': 'all customers at {stage} answered alike, so that other stages tell their share',
  collinear:
    'the level of {touchpoint} follows from those of others, and they share what is worth something',
  unrated: 'the level of {touchpoint} never differs, so that nothing tells its worth',
  'below-zero':
    'at {stage} more of {touchpoint} goes with less satisfaction, so that its importance is 0',
  'nothing-worth': 'at {stage} no touchpoint is worth anything',
  incomplete: '{leftOut} respondents did not answer every item, and are left out',
  'negative-weight': '{item} counts against {construct}, which has no levels: is it reversed?',
  'few-respondents': 'there are {respondents} respondents, and {needed} are wanted',
  'unstable-sign': 'the sign of the path from {from} to {to} may be chance',
  'lost-resamples':
    'in {lost} of {of} resamples some answers were all alike: errors do without them',
  'not-fitted': 'no number of the model was fitted to data',
  'beyond-cap':
    '{dimension} is worse by {gap!} {unit}, which the model takes for {cap!} {unit}: the score is too high',
  'no-expectation': 'nothing was expected of {dimension}, so that it counts as met',
  pooled: 'nobody answered {answer}, so that it counts as {as} and has no chance',
  'not-compared':
    'the ways of counting gaps are not compared, since the answer {answer} was given {given} times, in one fold only: count it as its neighbour',
  'not-scored': 'a form of the model has no answer for some row, and is not compared',
  'alive-by-assumption': 'the model takes single buyers to be alive, however long ago they bought',
  'outside-fitted-range': '{path} is {value}, and the model was fitted on {range}',
} as const satisfies Partial<Record<PhraseCode, string>>;
