import { NotEnoughDataError } from '../core/errors';
import { refuse } from '../core/refuse';
import { samplesForRank } from '../numerics/conformal-rank';
import { liveCapability } from './capability';
import { checkAt, checkDuration, checkFields, checkId, checkShare, checkText } from './checks';
import { end, start } from './events';
import * as order from './orders';
import { draftQuote, recentOrders } from './quote';
import { snapshotOf } from './snapshot';
import type { State } from './state';
import type { LiveEnd, LivePromiser, QuoteRequest } from './stream';
import { unitLengths } from './units';

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings, orders, lost } = state;
  const length = unitLengths[settings.unit];

  const draft = (fn: string, request: QuoteRequest, at: number) => {
    const { group = '', estimate = settings.typical, keepRate = settings.keepRate } = request;
    checkText(fn, 'event.group', group);
    checkDuration(fn, 'event.estimate', estimate);
    checkShare(fn, 'event.keepRate', keepRate);
    return { group, plan: draftQuote(state, at, group, estimate, keepRate) };
  };

  const endAs = (how: 'finished' | 'cancelled' | 'lost', fn: string, event: LiveEnd) => {
    checkFields(fn, event, ['id', 'at']);
    checkId(fn, event.id);
    const at = checkAt(fn, event.at, state);
    const row = orders.rows.get(event.id);
    const startedAt =
      row === undefined
        ? lost.get(event.id)?.numbers[order.start]
        : orders.numbers[row * order.fields + order.start];
    if (startedAt === undefined) {
      const text = 'an order under way or lost lately; those that ended are forgotten';
      refuse(fn, 'event.id', event.id, text, 'unknown-id');
    }
    if (how === 'finished' && at <= startedAt) {
      const text = `a time after its start at ${new Date(startedAt).toISOString()}`;
      refuse(fn, 'event.at', event.at, text, 'date-order');
    }
    const promised = end(state, event.id, at, how)[order.promised] as number;
    return { took: at - startedAt, promised };
  };

  return {
    start(event) {
      const fn = 'promiser.start';
      checkFields(fn, event, ['id', 'at', 'group', 'estimate', 'keepRate']);
      const { id } = event;
      checkId(fn, id);
      const at = checkAt(fn, event.at, state);
      if (orders.rows.has(id) || lost.has(id)) {
        refuse(fn, 'event.id', id, 'an order that is not under way yet', 'duplicate-id');
      }
      const { group, plan } = draft(fn, event, at);
      start(state, id, at, group, plan);
      return plan.quote;
    },
    finish(event) {
      const { took, promised } = endAs('finished', 'promiser.finish', event);
      const none = Number.isNaN(promised);
      return {
        took: took / length,
        promise: none ? null : promised / length,
        kept: none ? null : took <= promised,
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
      checkFields(fn, request, ['at', 'group', 'estimate', 'keepRate']);
      return draft(fn, request, checkAt(fn, request.at, state)).plan.quote;
    },
    capability(request) {
      const fn = 'promiser.capability';
      checkFields(fn, request, ['at', 'group', 'estimate']);
      const { plan } = draft(fn, request, checkAt(fn, request.at, state));
      const [needed, n] = [samplesForRank(settings.keepRate), recentOrders(state)];
      if (n >= needed) return liveCapability(state, plan, n);
      const counts = { needed, available: Math.floor(n) };
      const purpose = `a capability that promises to be kept at ${settings.keepRate} rest on`;
      throw new NotEnoughDataError({ function: fn, path: 'promiser' }, counts, purpose);
    },
    toJSON: () => snapshotOf(state),
  };
}
