import { unitMs } from '../core/time-units';
import { notEnough, refuse } from '../input/refusal';
import { justAbove } from '../numerics/nearly';
import { liveCapability } from './capability';
import { end, start } from './events';
import { recentOrders } from './evidence';
import { behindDoors, readEnd, readRequest, readStart } from './input';
import * as order from './orders';
import { column } from './orders';
import { draftQuote } from './quote';
import { snapshotOf } from './snapshot';
import type { State } from './state';
import type { LiveEnd, LivePromiser } from './stream';

const gone = `the id of an order under way, or lost lately: where its start is still to come, tell its end again after that; a \
mistyped id is to be mended; one that ended long after it counted as lost is forgotten, and to be passed over`;

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings, orders, lost } = state;
  const length = unitMs[settings.unit];

  const endAs = (how: 'finished' | 'cancelled' | 'lost', event: LiveEnd) => {
    const { id, at } = readEnd(event, state);
    const one = order.rowOf(orders, id) ?? lost.get(id);
    if (one === undefined) refuse('event.id', id, gone, 'unknown-id');
    const isRow = typeof one === 'number';
    const numbers = isRow ? order.numbersAt(orders, one) : one.numbers;
    const from = isRow ? order.offsetAt(one) : 0;
    const startedAt = numbers[from + column.start] as number;
    if (at < startedAt) {
      const text = `a time not before its start at ${new Date(startedAt).toISOString()}`;
      refuse('event.at', new Date(at), text, 'date-order');
    }
    const openStart = numbers[from + column.openStart] as number;
    // One that started by other hours than those it ends by, before they changed, took no less than nothing.
    const open = Math.max(openStart, settings.clock.openAt(at));
    const promised = numbers[from + column.promised] as number;
    end(state, one, at, open, how);
    return { took: open - openStart, promised };
  };

  return behindDoors({
    start: (event) => {
      const { id, at, ask } = readStart(event, state);
      if (order.rowOf(orders, id) !== undefined || (lost.size > 0 && lost.has(id))) {
        refuse('event.id', id, 'an order that is not under way yet', 'duplicate-id');
      }
      const draft = draftQuote(state, at, ask);
      start(state, id, ask, draft);
      return draft.quote;
    },
    finish: (event) => {
      const { took, promised } = endAs('finished', event);
      const none = Number.isNaN(promised);
      return {
        took: took / length,
        promise: none ? null : promised / length,
        kept: none ? null : took <= justAbove(promised),
      };
    },
    cancel: (event) => {
      endAs('cancelled', event);
    },
    lose: (event) => {
      endAs('lost', event);
    },
    quote: (request) => {
      const { at, ask } = readRequest(request, state, 'quote');
      return draftQuote(state, at, ask).quote;
    },
    capability: (request) => {
      const { at, ask } = readRequest(request, state, 'capability');
      const draft = draftQuote(state, at, ask);
      const [needed, n] = [settings.least, recentOrders(state)];
      if (n >= needed) return liveCapability(state, draft, n);
      const counts = { needed, available: Math.floor(n) };
      const purpose = `a capability whose promises are kept ${100 * settings.keepRate}% of the time`;
      return notEnough('promiser', counts, purpose);
    },
    now: () => (state.now === -Infinity ? null : new Date(state.now)),
    toJSON: () => snapshotOf(state),
  });
}
