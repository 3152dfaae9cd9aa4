import { unitMs } from '../core/time-units';
import { percent } from '../core/unit-words';
import { notEnough, refuse } from '../input/refusal';
import { justAbove } from '../numerics/nearly';
import { liveCapability } from './capability';
import { draftOrder } from './draft';
import { draftStart, type Ended, type Ending, end, start } from './events';
import { recentOrders } from './evidence';
import { behindDoors, readEnd, readRequest, readStart } from './input';
import { quoteOf } from './quote';
import { snapshotOf } from './snapshot';
import type { State } from './state';
import type { LiveEnd, LivePromiser } from './stream';

const gone = `the id of an order under way, or lost lately: pass this over where its end was told already, or comes long after it \
counted as lost; where its start is still to come, tell the end again after that; else correct the id`;

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings } = state;
  const length = unitMs[settings.unit];

  const endAs = (how: Ending, event: LiveEnd): Ended => {
    const { id, at } = readEnd(event, state);
    return end(state, id, at, how) ?? refuse('event.id', id, gone, 'unknown-id');
  };

  return behindDoors({
    start: (event) => {
      const { id, at, ask } = readStart(event, state);
      const draft = draftStart(state, id, at, ask);
      const quote = quoteOf(state, draft);
      start(state, id, draft);
      return quote;
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
      return quoteOf(state, draftOrder(state, at, ask));
    },
    capability: (request) => {
      const { at, ask } = readRequest(request, state, 'capability');
      const draft = draftOrder(state, at, ask);
      const [needed, n] = [settings.least, recentOrders(state)];
      if (n >= needed) return liveCapability(state, draft, n);
      const counts = { needed, available: Math.floor(n) };
      const purpose = `a capability whose promises are kept ${percent(settings.keepRate)} of the time`;
      return notEnough('promiser', counts, purpose);
    },
    now: () => (state.now === -Infinity ? null : new Date(state.now)),
    toJSON: () => snapshotOf(state),
  });
}
