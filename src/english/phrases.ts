import type { PhraseCode } from './codes';

/**
 * The wording of each code; `{name}` is a figure of its detail, `{name%}` one shown as percent, `{name$}` one of cents
 * shown with two decimals, `{name-}` one shown without its sign, `{name!}` one that is promised, shown as it
 * is. What stands in brackets is said where its figure is there.
 */
export const phrases: Readonly<Record<PhraseCode, string>> = Object.freeze({
  // What triage answers, and why.
  serve: 'Say yes: {promise!} {unit}, kept {chance%} of the time.',
  listen: 'Listen, patiently and to the end.',
  explain:
    'Explain why: {asked!} {unit} would be kept {industry%} of the time in the industry, {chance%} by us[; by us often enough from {from} on].',
  'offer-nearest': 'Offer what can be kept: {promise!} {unit}, kept {chance%} of the time.',
  'announce-later': '{asked!} {unit} can be kept from now on: say so.',
  'offer-alternative': 'Offer instead: {alternative}.',
  'offer-help': 'Offer to help with what lies behind it.',
  reasonable: 'the industry keeps it {industry%} of the time',
  unreasonable: 'the industry keeps it only {industry%} of the time',
  'can-be-kept': 'we keep it {chance%} of the time, and aim at {keepRate%}',
  'cannot-be-kept': 'we keep it {chance%} of the time, but aim at {keepRate%}',
  // Recovery.
  compensate: 'Make up for it: {offer}.',
  apologise: 'Apologise, once.',
  'explain-failure': 'Explain what happened with the {what}.',
  'tell-change': 'Say what changes: {change}.',
  'promise-again': 'Give the new promise, once[: {promise!} {unit}, kept {chance%} of the time].',
  'tell-late': 'Say that it will be late and why, but give no new time.',
  'follow-up': 'Ask whether all is well with the {what} now.',
  failed: '{what} failed {hoursAgo} hours ago',
  'none-offered': 'there is nothing to {action} with',
  'done-before': 'done before: {action}',
  'once-only': 'made before, and a second one does harm: {action}',
  'promise-stands': 'nothing known calls for another promise than the one that stands',
  // Complaints.
  'ease-complaining': 'Make complaining easier: {term} ({amount}).',
  friction: '{effort} of an effort of {of}',
  // The first 24 hours.
  confirm: 'Confirm the choice with a summary.',
  'give-tangible': 'Give something tangible: notes, references, a guide.',
  'send-letter': 'Send a supporting letter by e-mail.',
  'post-letter': 'Post a supporting letter.',
  thank: 'Thank them personally.',
  'tell-next': 'Tell what comes next.',
  call: 'Call, if a call is wanted.',
  'doubt-after-buying': '{hours} hours after buying',
  moved: 'moved by {hours} hours, to a time for it',
  'brought-forward': 'brought forward by {hours} hours, to be within the day',
  'after-24-hours': 'after the first 24 hours',
  // Bonuses.
  'give-bonus': 'Surprise {customer} with: {bonus} ({cost$}).',
  'most-for-the-budget': 'part of the most that {budget$} can do',
  'promises-broken':
    'no extras while {rate%} of promises are kept, below {basicKept%}: keep promises first',
  'budget-below-every-bonus':
    'the budget of {budget$} is below every bonus; the least costs {least$}',
  'nobody-to-surprise': 'no bonus would surprise anybody here',
  'in-contract': 'the contract holds it already',
  expected: 'received before, so no longer a surprise',
  'serves-no-need': 'serves none of their needs',
  'over-budget': 'it costs more than the whole budget',
  'gets-another': 'they get another extra',
  outbid: 'the budget does more for others',
  // Habits and days.
  train: 'Practise: {meaning} (done {share%} of the time).',
  stop: 'Stop: {meaning} (absent {share%} of the time).',
  'practice-missed': 'well at {share%} of {n} contacts, surely below {practiceKept%}',
  'steady-days': 'Make good and bad days alike: they lie {spread} points apart.',
  'days-differ': 'between {low} and {high} points, where {noticeable} are noticed',
  // Plans and reviews of promises.
  'keep-rate': 'to be kept {keepRate%} of the time',
  tolerance: 'to be kept {keepRate%} of the time, with a confidence of {confidence%}',
  cost: 'where misses cost least',
  balance: 'where it earns most',
  surprise: 'to be bettered by {by!}, {probability%} of the time',
  window: 'a window that holds {keepRate%}',
  sides: 'late at most {late%} of the time, early at most {early%}',
  rounded: 'rounded from {from} to {to!}[, a multiple of {multipleOf}]',
  'at-edge': 'at an end of what was searched, {from} to {to}',
  'several-peaks': 'what earns nearly most lies in {ranges} ranges, and less is earned between',
  'chosen-on-observations':
    'chosen by the observations themselves, so that it holds somewhat fewer of those to come',
  'no-profit': 'no promise earns anything; this one {profit}',
  'chance-at-least': 'kept at least so often, since no more was seen',
  'no-interval': 'no interval, since the observations cannot be ranked',
  'none-broke': 'none of the observations breaks it',
  'miss-not-identified': 'by how much it is missed was not seen',
  likely: 'likely enough to be kept ({chance%})',
  unlikely: 'not likely enough to be kept ({chance%})',
  overdue: 'overdue by {by}',
  'revised-before': 'revised before, so only what is {certain%} certain may be said',
  'too-few': '{available} observations lasted so long, {needed} are needed',
  'not-identified': 'nothing so late was observed',
  'beyond-experience': 'none has taken so long',
  'no-later': 'a new promise would not be later',
  'too-few-orders': 'too few orders have finished lately',
  wait: 'Say nothing yet.',
  tell: 'Say that it will be late, why, and what you do about it, but give no new time.',
  'lower-keep-rate': 'Aim at a lower keep rate.',
  'end-orders': 'Tell of the orders that finished, were cancelled or were lost.',
  // Outcomes.
  'need-unmet': 'a need was not met',
  'need-met': 'the need was met, and the rest was tolerable',
  'promise-broken': 'it was noticeably worse than promised',
  'noticeably-better': 'it was noticeably better than expected',
  'noticeably-worse': 'it was noticeably worse than expected',
  'as-expected': 'no difference was to be noticed',
  // What to know before relying on it.
  'poor-fit':
    'the model does not describe the observations well: try another family, or promise from the observations themselves',
  'no-observations': 'it rests on a guess alone',
  'few-observations':
    'it rests on {observations} observations and a guess that counts as {priorSize}',
  'unseen-group':
    'nothing is known of the {level} {group}[ (is it {similar}?)], so the wider {answeredBy} answers',
  'beyond-seen':
    'orders under way hide how long the slowest take: beyond {seen%} it rests on the fitted shape alone',
  'distant-date':
    '{dates} dates lie years from all others, such as {date} at {path}: was a year misread?',
  'short-memory':
    'durations scatter so much that {needed} orders are needed, and {available} are remembered',
  'digits-as-names':
    'the {categories} categories of {column} are all of digits: were they meant as numbers?',
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
  pooled: 'nobody answered {answer}, so that it counts as {as} and has no chance',
  'not-compared': 'an answer is too rare for the ways of counting gaps to be compared',
  'not-scored': 'a form of the model has no answer for some row, and is not compared',
  'alive-by-assumption': 'the model takes single buyers to be alive, however long ago they bought',
  'outside-fitted-range': '{path} is {value}, and the model was fitted on {range}',
  // Trends.
  rising: 'rising by {change} points',
  falling: 'falling by {change-} points',
  'rising-in-part': 'rising, though the median change is 0',
  'falling-in-part': 'falling, though the median change is 0',
  unclear: 'no clear direction',
  'stepped-up': 'a step up by {shift} points',
  'stepped-down': 'a step down by {shift-} points',
  autocorrelated: 'each value stays near the one before, so chance alone may look like a trend',
  keep: 'Find out what works, and keep it.',
  reverse: 'Find out what moved, and turn it round.',
  watch: 'Watch.',
  // What to do for the customers of a stage.
  'nurture-word-of-mouth':
    "Win present customers' word of mouth: the strongest and cheapest channel.",
  'advertise-with-care':
    'Advertise with care: it costs much, and counts as a promise at first use.',
  'meet-the-need': 'See that it meets the need: at first use that decides.',
  'keep-advertised-promises': 'Keep every promise made in advertising.',
  'stay-close': 'Stay close: reward programmes and interaction.',
  'recover-failures-well':
    'Recover failures well: handled badly, one makes a strong negative voice.',
});
