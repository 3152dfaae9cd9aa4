import { unitMs } from '../core/time-units';
import { door } from '../input/door';
import { notEnough, refuse } from '../input/refusal';
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

const ends = ['id', 'at'] as const;
const asks = ['at', 'group', 'estimate', 'features'] as const;

const readers = {
  start: eventReader(['id', ...asks, 'keepRate'], true),
  finish: eventReader(ends, true),
  cancel: eventReader(ends, true),
  lose: eventReader(ends, true),
  // The row of an order that is about to start may be asked about first.
  quote: eventReader(['id', ...asks, 'keepRate'], false),
  capability: eventReader(['id', ...asks], false),
};

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings, orders, lost } = state;
  const length = unitMs[settings.unit];

  const read = (request: ReturnType<typeof readers.quote>, at: number) => {
    const { group = '', estimate = settings.typical, keepRate = settings.keepRate } = request;
    checkText('event.group', group);
    checkDuration('event.estimate', estimate, settings.unit);
    checkShare('event.keepRate', keepRate);
    const features = readFeatures(request.features, state.slopes, false);
    const ask = { group, estimate, keepRate, features };
    return { ask, draft: draftQuote(state, at, ask) };
  };

  const endAs = (
    how: 'finished' | 'cancelled' | 'lost',
    event: ReturnType<typeof readers.finish>,
  ) => {
    const { id } = event;
    checkId(id);
    const at = checkAt(event.at, state);
    const one = order.rowOf(orders, id) ?? lost.get(id);
    if (one === undefined) {
      const text = 'an order under way or lost lately; those that ended are forgotten';
      refuse('event.id', id, text, 'unknown-id');
    }
    const isRow = typeof one === 'number';
    const numbers = isRow ? order.numbersAt(orders, one) : one.numbers;
    const from = isRow ? order.offsetAt(one) : 0;
    const startedAt = numbers[from + order.start] as number;
    if (at < startedAt) {
      const text = `a time not before its start at ${new Date(startedAt).toISOString()}`;
      refuse('event.at', event.at, text, 'date-order');
    }
    const took = settings.clock.openAt(at) - (numbers[from + order.openStart] as number);
    const promised = numbers[from + order.promised] as number;
    end(state, one, at, how);
    return { took, promised };
  };

  return {
    start: (given) =>
      door('promiser.start', () => {
        const event = readers.start(given);
        const { id } = event;
        checkId(id);
        const at = checkAt(event.at, state);
        if (order.rowOf(orders, id) !== undefined || (lost.size > 0 && lost.has(id))) {
          refuse('event.id', id, 'an order that is not under way yet', 'duplicate-id');
        }
        const { ask, draft } = read(event, at);
        // Names that are new are taken up once nothing else can be refused.
        const features = ask.features && readFeatures(event.features, state.slopes, true);
        start(state, id, ask.group, features, draft);
        return draft.quote;
      }),
    finish: (given) =>
      door('promiser.finish', () => {
        const { took, promised } = endAs('finished', readers.finish(given));
        const none = Number.isNaN(promised);
        return {
          took: took / length,
          promise: none ? null : promised / length,
          kept: none ? null : took <= justAbove(promised),
        };
      }),
    cancel: (given) =>
      door('promiser.cancel', () => {
        endAs('cancelled', readers.cancel(given));
      }),
    lose: (given) =>
      door('promiser.lose', () => {
        endAs('lost', readers.lose(given));
      }),
    quote: (given) =>
      door('promiser.quote', () => {
        const request = readers.quote(given);
        return read(request, checkAt(request.at, state)).draft.quote;
      }),
    capability: (given) =>
      door('promiser.capability', () => {
        const { at, group, estimate, features } = readers.capability(given);
        const { draft } = read({ group, estimate, features }, checkAt(at, state));
        const [needed, n] = [settings.least, recentOrders(state)];
        if (n >= needed) return liveCapability(state, draft, n);
        const counts = { needed, available: Math.floor(n) };
        const purpose = `a capability whose promises are kept ${100 * settings.keepRate}% of the time`;
        return notEnough('promiser', counts, purpose);
      }),
    now: () => (state.now === -Infinity ? null : new Date(state.now)),
    toJSON: () => snapshotOf(state),
  };
}
