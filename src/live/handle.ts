import { NotEnoughDataError } from '../core/errors';
import { refuse } from '../core/refuse';
import { justAbove } from '../numerics/nearly';
import { liveCapability } from './capability';
import {
  checkAt,
  checkDuration,
  checkId,
  checkShare,
  checkText,
  eventReader,
  readFeatures,
} from './checks';
import { end, start } from './events';
import { recentOrders } from './evidence';
import * as order from './orders';
import { draftQuote } from './quote';
import { snapshotOf } from './snapshot';
import type { State } from './state';
import type { LivePromiser } from './stream';
import { unitLengths } from './units';

const ends = ['id', 'at'] as const;
const asks = ['at', 'group', 'estimate', 'features'] as const;

const readers = {
  start: eventReader('promiser.start', ['id', ...asks, 'keepRate'], true),
  finish: eventReader('promiser.finish', ends, true),
  cancel: eventReader('promiser.cancel', ends, true),
  lose: eventReader('promiser.lose', ends, true),
  // The row of an order that is about to start may be asked about first.
  quote: eventReader('promiser.quote', ['id', ...asks, 'keepRate'], false),
  capability: eventReader('promiser.capability', ['id', ...asks], false),
};

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings, orders, lost } = state;
  const length = unitLengths[settings.unit];

  const read = (fn: string, request: ReturnType<typeof readers.quote>, at: number) => {
    const { group = '', estimate = settings.typical, keepRate = settings.keepRate } = request;
    checkText(fn, 'event.group', group);
    checkDuration(fn, 'event.estimate', estimate, settings.unit);
    checkShare(fn, 'event.keepRate', keepRate);
    const features = readFeatures(fn, request.features, state.slopes, false);
    const ask = { group, estimate, keepRate, features };
    return { ask, draft: draftQuote(fn, state, at, ask) };
  };

  const endAs = (
    how: 'finished' | 'cancelled' | 'lost',
    fn: string,
    event: ReturnType<typeof readers.finish>,
  ) => {
    const { id } = event;
    checkId(fn, id);
    const at = checkAt(fn, event.at, state);
    const one = order.rowOf(orders, id) ?? lost.get(id);
    if (one === undefined) {
      const text = 'an order under way or lost lately; those that ended are forgotten';
      refuse(fn, 'event.id', id, text, 'unknown-id');
    }
    const isRow = typeof one === 'number';
    const numbers = isRow ? order.numbersAt(orders, one) : one.numbers;
    const from = isRow ? order.offsetAt(one) : 0;
    const startedAt = numbers[from + order.start] as number;
    if (at < startedAt) {
      const text = `a time not before its start at ${new Date(startedAt).toISOString()}`;
      refuse(fn, 'event.at', event.at, text, 'date-order');
    }
    const took = settings.clock.openAt(at) - (numbers[from + order.openStart] as number);
    const promised = numbers[from + order.promised] as number;
    end(state, one, at, how);
    return { took, promised };
  };

  return {
    start(given) {
      const fn = 'promiser.start';
      const event = readers.start(given);
      const { id } = event;
      checkId(fn, id);
      const at = checkAt(fn, event.at, state);
      if (order.rowOf(orders, id) !== undefined || (lost.size > 0 && lost.has(id))) {
        refuse(fn, 'event.id', id, 'an order that is not under way yet', 'duplicate-id');
      }
      const { ask, draft } = read(fn, event, at);
      // Names that are new are taken up once nothing else can be refused.
      const features = ask.features && readFeatures(fn, event.features, state.slopes, true);
      start(state, id, ask.group, features, draft);
      return draft.quote;
    },
    finish(given) {
      const { took, promised } = endAs('finished', 'promiser.finish', readers.finish(given));
      const none = Number.isNaN(promised);
      return {
        took: took / length,
        promise: none ? null : promised / length,
        kept: none ? null : took <= justAbove(promised),
      };
    },
    cancel(given) {
      endAs('cancelled', 'promiser.cancel', readers.cancel(given));
    },
    lose(given) {
      endAs('lost', 'promiser.lose', readers.lose(given));
    },
    quote(given) {
      const fn = 'promiser.quote';
      const request = readers.quote(given);
      return read(fn, request, checkAt(fn, request.at, state)).draft.quote;
    },
    capability(given) {
      const fn = 'promiser.capability';
      const { at, group, estimate, features } = readers.capability(given);
      const { draft } = read(fn, { group, estimate, features }, checkAt(fn, at, state));
      const [needed, n] = [settings.least, recentOrders(state)];
      if (n >= needed) return liveCapability(state, draft, n);
      const counts = { needed, available: Math.floor(n) };
      const purpose = `a capability whose promises are kept ${100 * settings.keepRate}% of the time`;
      throw new NotEnoughDataError({ function: fn, path: 'promiser' }, counts, purpose);
    },
    now: () => (state.now === -Infinity ? null : new Date(state.now)),
    toJSON: () => snapshotOf(state),
  };
}
