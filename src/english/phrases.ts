import type { PhraseCode } from './codes';
import { warningPhrases } from './warning-phrases';

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
  'promise-again':
    'Give the new promise, once[: {promise!} {unit} in all, kept {chance%} of the time].',
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
  surprise: 'to be bettered by {by!}[ {unit}], {probability%} of the time',
  window: 'a window that holds {keepRate%}',
  sides: 'late at most {late%} of the time, early at most {early%}',
  rounded: 'rounded from {from} to {to!}[, a multiple of {multipleOf}]',
  'at-edge': 'at an end of what was searched, {from} to {to}',
  saturated:
    'attraction asks for more than all would order, at {share%} of the asked: as usual it is 1',
  'several-peaks': 'what earns nearly most lies in {ranges} ranges, and less is earned between',
  'chosen-on-observations':
    'chosen by the observations themselves, so that it holds somewhat fewer of those to come',
  'no-profit': 'no promise earns anything; this one {profit}',
  'chance-at-least': 'kept at least so often, since no more was seen',
  'rests-on-few':
    'it rests on {n} observations, and a guarantee takes {needed} that are finished and alike',
  'no-interval': 'no interval, since the observations cannot be ranked',
  'none-broke': 'none of the observations breaks it',
  'miss-not-identified': 'how far a broken promise misses is not known',
  likely: 'likely enough to be kept ({chance%})',
  unlikely: 'not likely enough to be kept ({chance%})',
  overdue:
    'overdue by {by}[ {unit}][, at {times} times the promise: was elapsed counted in another unit?]',
  'revised-before': 'revised before, so only what is {certain%} certain may be said',
  'too-few': '{available} observations lasted so long, {needed} are needed',
  'not-identified': 'how long the slowest take is not known (were some lost, as no-shows are?)',
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
  ...warningPhrases,
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
