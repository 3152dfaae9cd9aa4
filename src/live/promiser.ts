import * as z from 'zod/mini';
import { check } from '../core/check';
import type { ParameterSet } from '../core/parameters';
import { refuse } from '../core/refuse';
import { anySchema } from '../core/schemas';
import { checkAt, checkDuration, checkFields, checkShare, checkText } from './checks';
import { end, start } from './events';
import * as order from './orders';
import { type PromiserParameter, promiserDefaults, promiserNumbers } from './parameters';
import { draftQuote, type LiveQuote } from './quote';
import { type LivePromiserJson, snapshotOf } from './snapshot';
import { newState, type State } from './state';
import { type LiveUnit, unitLengths } from './units';

/** How a live promiser starts. */
export interface LivePromiserOptions {
  /** The unit of estimates and quotes; a day has 24 hours. */
  readonly unit: LiveUnit;
  /** The share of promises to keep, above 0 and below 1, unless an order says otherwise. */
  readonly keepRate: number;
  /** How long an order typically takes, as far as you know: a first guess, soon outweighed by orders. */
  readonly typical: number;
  /** `promiserDefaults` unless given. */
  readonly parameters?: ParameterSet<PromiserParameter> | undefined;
}

/** What a quote is asked for. */
export interface QuoteRequest {
  /** When the order starts: not before the last event. */
  readonly at: Date;
  /** What it has in common with others, such as a state or a store; all orders are of one group unless given. */
  readonly group?: string | undefined;
  /** Your own estimate of its duration, above 0; how true it is gets learnt. `typical` unless given. */
  readonly estimate?: number | undefined;
  /** Above 0 and below 1; the promiser's own unless given. */
  readonly keepRate?: number | undefined;
}

/** An order that starts. */
export interface LiveStart extends QuoteRequest {
  /** Its name until it ends; it may be used again after that. */
  readonly id: string;
}

/** An order that ends. */
export interface LiveEnd {
  readonly id: string;
  /** Not before the last event. */
  readonly at: Date;
}

/** What became of a promise. */
export interface LiveOutcome {
  /** How long the order took, in the promiser's unit. */
  readonly took: number;
  /** What had been promised at its start; null for nothing. */
  readonly promise: number | null;
  /** Whether the promise was kept; null without one. */
  readonly kept: boolean | null;
}

/** A promiser that learns from a stream of orders. It owns its buffers and changes with every event but a quote. */
export interface LivePromiser {
  /** An order starts; returns what to promise. */
  readonly start: (event: LiveStart) => LiveQuote;
  /** It finishes, later than it started; a lost one may still do so for a while. */
  readonly finish: (event: LiveEnd) => LiveOutcome;
  /** It is cancelled: from now on it would not have finished. */
  readonly cancel: (event: LiveEnd) => void;
  /** It is known to be lost; orders far beyond their quote count as lost by themselves. */
  readonly lose: (event: LiveEnd) => void;
  /** What would be promised to an order that started now; nothing changes. */
  readonly quote: (request: QuoteRequest) => LiveQuote;
  /** All it knows, as plain JSON; `reviveLivePromiser` goes on from there as if nothing had happened. */
  readonly snapshot: () => LivePromiserJson;
}

const optionsSchema = z.strictObject({
  unit: z.enum(Object.keys(unitLengths) as LiveUnit[]),
  keepRate: anySchema,
  typical: anySchema,
  parameters: anySchema,
});

/**
 * Promises from a stream of orders as they start and end, so that about `keepRate` of promises are kept
 * although deliveries get slower or faster.
 *
 * Orders under way count for as long as they have been seen (a long wait is news before it is over),
 * cancelled and lost ones as another end; recent orders count more; groups differ by a factor and a
 * spread, learnt with shrinkage; a surge of orders lengthens quotes before deliveries slow. An order is
 * forgotten when it ends, so that memory grows with what is under way, not with what has been.
 *
 * @throws InvalidInputError `missing`, `wrong-type`, `out-of-range` or `unknown-name` for options that
 *   cannot be used. An event is refused with `date-order` when it comes before the last one or finishes
 *   an order no later than it started, `duplicate-id` or `unknown-id`, or as options are; nothing has changed then.
 * @example
 * ```ts
 * import { livePromiser } from 'overdeliver';
 *
 * const kitchen = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
 * const time = (minute: number) => new Date(Date.UTC(2026, 2, 2, 17, minute));
 * kitchen.start({ id: 'first', at: time(0) }).reason; // => 'too-few-orders'
 * for (let i = 0; i < 60; i++) {
 *   kitchen.start({ id: `order ${i}`, at: time(i) });
 *   if (i >= 40) kitchen.finish({ id: `order ${i - 40}`, at: time(i) });
 * }
 * const quote = kitchen.quote({ at: time(60) });
 * quote.guarantee; // => { kind: 'recent-orders', n: 20 }
 * Math.round(quote.typical ?? 0); // => 40
 * ```
 */
export function livePromiser(options: LivePromiserOptions): LivePromiser {
  const fn = 'livePromiser';
  const { unit } = check(fn, optionsSchema, options, 'options');
  const { keepRate, typical, parameters = promiserDefaults } = options;
  checkShare(fn, 'options.keepRate', keepRate);
  checkDuration(fn, 'options.typical', typical);
  const numbers = promiserNumbers(fn, parameters);
  return handleOf(newState({ unit, keepRate, typical, parameters: parameters.id, numbers }));
}

/** The functions around a state. */
export function handleOf(state: State): LivePromiser {
  const { settings, orders, lost } = state;
  const length = unitLengths[settings.unit];

  const draft = (fn: string, request: QuoteRequest, at: number) => {
    const { group = '', estimate, keepRate = settings.keepRate } = request;
    checkText(fn, 'event.group', group);
    if (estimate !== undefined) checkDuration(fn, 'event.estimate', estimate);
    checkShare(fn, 'event.keepRate', keepRate);
    const logEstimate = Math.log((estimate ?? settings.typical) * length);
    return { group, logEstimate, plan: draftQuote(state, at, group, logEstimate, keepRate) };
  };

  const endAs = (how: 'finished' | 'cancelled' | 'lost', fn: string, event: LiveEnd) => {
    checkFields(fn, event, ['id', 'at']);
    checkText(fn, 'event.id', event.id);
    const at = checkAt(fn, event.at, state);
    const row = orders.rows.get(event.id);
    const startedAt =
      row === undefined
        ? lost.get(event.id)?.numbers[order.start]
        : orders.numbers[row * order.fields + order.start];
    if (startedAt === undefined) {
      refuse(fn, 'event.id', event.id, 'an order under way, or lost lately', 'unknown-id');
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
      checkText(fn, 'event.id', id);
      const at = checkAt(fn, event.at, state);
      if (orders.rows.has(id) || lost.has(id)) {
        refuse(fn, 'event.id', id, 'an order that is not under way yet', 'duplicate-id');
      }
      const { group, logEstimate, plan } = draft(fn, event, at);
      start(state, id, at, group, logEstimate, plan);
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
    snapshot: () => snapshotOf(state),
  };
}
