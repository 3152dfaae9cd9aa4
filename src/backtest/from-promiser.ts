import * as z from 'zod/mini';
import { calendarSchema } from '../calendar/input';
import { parametersSchema } from '../core/input';
import { unitMs } from '../core/time-units';
import { behindDoor, door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { functionOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import type { Draft } from '../live/draft';
import { draftStart, end as endOn, start as startOn } from '../live/events';
import { endOf, readStart, startOf } from '../live/input';
import { durationSchema, roundSchema } from '../live/input-schemas';
import { promiserDefaults } from '../live/parameters';
import { type LivePromiserOptions, stateFor } from '../live/promiser';
import type { State } from '../live/state';
import type { LiveStart } from '../live/stream';
import { answerOf, policyOf } from './input';
import type { OrderEnd, PolicySetting, PromisePolicy, StartedOrder } from './policy';

/** What a live promiser is told of an order besides its id and start. */
type PromiserAsk = Pick<LiveStart, 'group' | 'estimate' | 'features'>;

/** How a live promiser takes part in a backtest. */
export interface PromiserPolicyOptions
  extends Pick<LivePromiserOptions, 'calendar' | 'round' | 'parameters'> {
  /**
   * The median duration of an order, as far as you knew at the first one. Unless given, the median of what the first three
   * orders to finish took, and no promise before.
   */
  readonly typical?: number | undefined;
  /** The promiser's own keep rate, where the one of the run is asked of each order; that of the run unless given. */
  readonly keepRate?: number | undefined;
  /** What it is told of an order; its group, estimate and features, as far as there are any, unless given. */
  readonly ask?: ((order: StartedOrder) => PromiserAsk) | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    typical: z.optional(durationSchema),
    keepRate: z.optional(shareSchema),
    calendar: z.optional(calendarSchema),
    round: z.optional(roundSchema),
    parameters: parametersSchema(promiserDefaults),
    ask: z.optional(functionOf<(order: StartedOrder) => PromiserAsk>()),
  }),
);

/** What happened before a promiser could be made: an order started, or ended. */
interface Early {
  readonly order: StartedOrder;
  readonly end: OrderEnd | null;
}

/**
 * The policy of `livePromiser`: it learns from orders as they start and end, those under way and cancelled ones included, and
 * quotes each by its group, estimate and features. With a calendar, which needs a run in minutes or hours, it quotes in open
 * time, and the promise is judged by the date it falls due.
 *
 * @throws InvalidInputError for options that cannot be used
 * @example
 * ```ts
 * import { quotesFromPromiser } from 'overdeliver/backtest';
 *
 * const policy = quotesFromPromiser({ typical: 5 })({ unit: 'days', keepRate: 0.8 });
 * const order = { id: 'o-1', group: null, estimate: null, features: null, promise: null };
 * policy.quote({ ...order, started: new Date('2026-03-02T09:00:00Z') }); // => 7.9
 * ```
 */
export function quotesFromPromiser(options: PromiserPolicyOptions = {}): PromisePolicy {
  return door('quotesFromPromiser', () => {
    const given = read(optionsSchema, options, 'options');
    const { typical, keepRate, calendar, round } = given;
    const ask = given.ask ? answerOf('quotesFromPromiser', 'options.ask', given.ask) : askOf;
    return policyOf('quotesFromPromiser', (setting) => {
      const make = behindDoor('livePromiser', (median: number) =>
        stateFor({
          unit: setting.unit,
          keepRate: keepRate ?? setting.keepRate,
          typical: median,
          calendar,
          round,
          parameters: given.parameters,
        }),
      );
      // Its own door is passed by: an order was read before, and nobody asks for more than what is told.
      const startIn = behindDoor('promiser.start', (promiser: State, order: StartedOrder) => {
        const { group, estimate, features } = ask(order);
        const { id, started: at } = order;
        const event = { id, at, group, estimate, features, keepRate: setting.keepRate };
        // What a function of the caller's answered is read as an event is.
        const start = given.ask ? readStart(event, promiser) : startOf(event, promiser);
        const draft = draftStart(promiser, start.id, start.at, start.ask);
        startOn(promiser, start.id, draft);
        return draft;
      });
      const endIn = (name: string, how: 'finished' | 'cancelled') =>
        behindDoor(name, (promiser: State, { id }: StartedOrder, { at }: OrderEnd) => {
          const end = endOf({ id, at }, promiser);
          // One that counted as lost long ago was forgotten.
          endOn(promiser, end.id, end.at, how);
        });
      const finishIn = endIn('promiser.finish', 'finished');
      // One that is lost here never comes after all: a promiser that waited for it would refuse its id to another.
      const cancelIn = endIn('promiser.cancel', 'cancelled');
      const tell = (promiser: State, order: StartedOrder, end: OrderEnd) =>
        (end.how === 'finished' ? finishIn : cancelIn)(promiser, order, end);
      let promiser = typical === undefined ? null : make(typical);
      let early: Early[] = [];
      const took: number[] = [];
      return {
        quote(order) {
          if (promiser !== null) return durationOf(promiser, startIn(promiser, order), setting);
          early.push({ order, end: null });
          return null;
        },
        end(order, end) {
          if (promiser !== null) return tell(promiser, order, end);
          early.push({ order, end });
          if (end.how !== 'finished' || end.took === 0) return;
          // The first one alone may be a slip, such as a test order that took a second.
          if (took.push(end.took) < 3) return;
          promiser = make(took.sort((a, b) => a - b)[1] as number);
          for (const one of early) {
            if (one.end === null) startIn(promiser, one.order);
            else tell(promiser, one.order, one.end);
          }
          early = [];
        },
      };
    });
  });
}

const askOf = ({ group, estimate, features }: StartedOrder): PromiserAsk => ({
  group: group ?? undefined,
  estimate: estimate ?? undefined,
  features: features ?? undefined,
});

/** A quote as a duration that passes: with a calendar until it falls due. */
function durationOf(
  { settings }: State,
  { told, due, wall }: Draft,
  { unit }: PolicySetting,
): number | null {
  return due === null || settings.calendar === null ? told : (due - wall) / unitMs[unit];
}
