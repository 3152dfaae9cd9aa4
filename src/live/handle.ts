import { NotEnoughDataError } from '../core/errors';
import { refuse } from '../core/refuse';
import { justAbove } from '../numerics/nearly';
import { liveCapability } from './capability';
import {
  checkAt,
  checkDuration,
  checkId,
  checkRecord,
  checkShare,
  checkText,
  readFeatures,
} from './checks';
import { end, start } from './events';
import * as order from './orders';
import { draftQuote, recentOrders } from './quote';
import { snapshotOf } from './snapshot';
import type { State } from './state';
import type { LiveEnd, LivePromiser, LiveStart, QuoteRequest } from './stream';
import { unitLengths } from './units';

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings, orders, lost } = state;
  const length = unitLengths[settings.unit];

  const read = (fn: string, request: QuoteRequest, at: number) => {
    const { group = '', estimate = settings.typical, keepRate = settings.keepRate } = request;
    checkText(fn, 'event.group', group);
    checkDuration(fn, 'event.estimate', estimate, settings.unit);
    checkShare(fn, 'event.keepRate', keepRate);
    const features = readFeatures(fn, request.features, state.slopes, false);
    const ask = { group, estimate, keepRate, features };
    return { group, draft: draftQuote(fn, state, at, ask) };
  };

  const endAs = (how: 'finished' | 'cancelled' | 'lost', fn: string, event: LiveEnd) => {
    checkRecord(fn, event);
    checkId(fn, event.id);
    const at = checkAt(fn, event.at, state);
    const one = order.rowOf(orders, event.id) ?? lost.get(event.id);
    if (one === undefined) {
      const text = 'an order under way or lost lately; those that ended are forgotten';
      refuse(fn, 'event.id', event.id, text, 'unknown-id');
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
    start(event: LiveStart) {
      const fn = 'promiser.start';
      checkRecord(fn, event);
      const { id } = event;
      checkId(fn, id);
      const at = checkAt(fn, event.at, state);
      if (order.rowOf(orders, id) !== undefined || lost.has(id)) {
        refuse(fn, 'event.id', id, 'an order that is not under way yet', 'duplicate-id');
      }
      const { group, draft } = read(fn, event, at);
      const features = readFeatures(fn, event.features, state.slopes, true);
      start(state, id, group, features, draft);
      return draft.quote;
    },
    finish(event) {
      const { took, promised } = endAs('finished', 'promiser.finish', event);
      const none = Number.isNaN(promised);
      return {
        took: took / length,
        promise: none ? null : promised / length,
        kept: none ? null : took <= justAbove(promised),
      };
    },
    cancel(event) {
      endAs('cancelled', 'promiser.cancel', event);
    },
    lose(event) {
      endAs('lost', 'promiser.lose', event);
    },
    quote(request) {
      const fn = 'promiser.quote';
      checkRecord(fn, request);
      return read(fn, request, checkAt(fn, request.at, state)).draft.quote;
    },
    capability(request) {
      const fn = 'promiser.capability';
      checkRecord(fn, request);
      const { draft } = read(fn, request, checkAt(fn, request.at, state));
      const [needed, n] = [settings.least, recentOrders(state)];
      if (n >= needed) return liveCapability(state, draft, n);
      const counts = { needed, available: Math.floor(n) };
      const purpose = `a capability that promises to be kept at ${settings.keepRate} rest on`;
      throw new NotEnoughDataError({ function: fn, path: 'promiser' }, counts, purpose);
    },
    now: () => (state.now === -Infinity ? null : new Date(state.now)),
    toJSON: () => snapshotOf(state),
  };
}
