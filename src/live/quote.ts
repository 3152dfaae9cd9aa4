import { unitMs } from '../core/time-units';
import { samplesForRank } from '../numerics/conformal-rank';
import type { Draft } from './draft';
import { warningsOf, whatIsKnown } from './evidence';
import { leftOutGroup, unseenGroup } from './groups';
import type { LiveQuote } from './live-quote';
import { column } from './orders';
import type { Settings, State } from './state';
import { unitOf } from './units';

/** How a draft is told, before the order starts. */
export function quoteOf(state: State, draft: Draft): LiveQuote {
  const { settings, groups, finished, orders } = state;
  const { ask, n, guessed, hidden, memory, level, location, middle, whole, told, numbers } = draft;
  const { keepRate } = ask;
  const estimate = ask.estimate * state.scale;
  const length = unitMs[settings.unit];
  const known = told !== null;
  const sure = known && !hidden && n >= leastFor(settings, keepRate);
  const stretch = numbers[column.stretch] as number;
  const hourOffset = numbers[column.hourOffset] as number;
  const dayOffset = numbers[column.dayOffset] as number;
  const busyOffset = numbers[column.busyOffset] as number;
  const usual = estimate * length * Math.exp(location + level);
  let warnings = guessed ? noWarnings : warningsOf(state, memory, n);
  if ((draft.due ?? draft.wall) > settings.clock.knownUntil)
    warnings = [holidaysUnknown(settings), ...warnings];
  const asks =
    ask.group === ''
      ? leftOutGroup(groups, draft.group, finished + orders.size)
      : draft.group === undefined
        ? unseenGroup(groups, ask.group)
        : noWarnings;
  if (asks.length > 0) warnings = [...asks, ...warnings];
  // Written out, since spreads of objects took three quarters of a quote. `known` decides all that the union tells apart.
  return {
    promise: told,
    due: draft.due === null ? null : new Date(draft.due),
    typical: Number.isNaN(middle) ? null : estimate * Math.exp(middle),
    unit: unitOf(settings),
    keepRate,
    unidentified: hidden ? whatIsKnown(state, memory, draft.base, stretch, estimate) : null,
    warnings,
    guarantee: sure ? { kind: 'recent-orders', n: Math.floor(n) } : null,
    reason: sure ? null : hidden ? 'not-identified' : 'too-few-orders',
    factors: {
      estimate: ask.estimate,
      group: state.scale * Math.exp(level + (numbers[column.groupOffset] as number)),
      time: Math.exp(hourOffset + dayOffset),
      surge: Math.exp(draft.surgeShift + busyOffset),
      features: draft.featureShift === 0 ? 1 : Math.exp(draft.featureShift),
      margin: known ? whole / usual : null,
      rounding: known ? (whole > 0 ? (told * length) / whole : 1) : null,
    },
  } as LiveQuote;
}

const noWarnings: LiveQuote['warnings'] = [];

const holidaysUnknown = ({ calendar }: Settings): LiveQuote['warnings'][number] => ({
  code: 'holidays-unknown',
  detail: { knownUntil: calendar?.knownUntil as string },
});

/** How many recent orders a promise rests on, at the least. */
const leastFor = ({ keepRate, least }: Settings, asked: number): number =>
  asked === keepRate ? least : samplesForRank(asked);
