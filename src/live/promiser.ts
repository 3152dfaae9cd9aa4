import * as z from 'zod/mini';
import type { BusinessCalendar } from '../calendar/calendar';
import { calendarSchema } from '../calendar/input';
import { parametersSchema } from '../core/input';
import type { ParameterSet } from '../core/parameters';
import { unitMs } from '../core/time-units';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { shareSchema } from '../input/share';
import { samplesForRank } from '../numerics/conformal-rank';
import { handleOf } from './handle';
import { checkDuration } from './input';
import { durationSchema, roundSchema } from './input-schemas';
import { aroundTheClock, clockOf } from './open-clock';
import { promiserDefaults } from './parameters';
import { newState, type State } from './state';
import type { LivePromiser } from './stream';
import type { LiveUnit } from './units';

/** How a live promiser starts. */
export interface LivePromiserOptions {
  /**
   * The unit of estimates and quotes; a day has 24 hours. (`dueDate` counts days by the calendar, so over a change of
   * the clocks it gives another hour than the quote's own `due`.)
   */
  readonly unit: LiveUnit;
  /** The share of promises to keep, above 0 and below 1, unless an order says otherwise. */
  readonly keepRate: number;
  /**
   * The median duration of an order in `unit`, above 0, as far as you know: a first guess, soon outweighed by orders. Where
   * each of the first three to finish took ten times as long or a tenth of it, it was one of another unit, and gives way.
   */
  readonly typical: number;
  /**
   * When work goes on, up to the last delivery (not when orders are taken). Durations, gaps between orders and how busy it
   * is then count in open time, a promise falls due while open, and hours of the day are those of its zone. The unit is
   * `minutes` or `hours`, which are then open ones, and quotes say `open-minutes` or `open-hours`. Next year's calendar is given
   * to `reviveLivePromiser`.
   */
  readonly calendar?: BusinessCalendar | undefined;
  /**
   * Turns quotes into what is told, such as `toMultipleOf(5)`, and never into less; whether a promise was kept goes by what
   * was told.
   */
  readonly round?: ((quote: number, easier: 'up') => number) | undefined;
  /**
   * By how much an event may come late, in `unit`, 0 unless given: its own time counts for the order, while what was
   * learnt in between stands.
   */
  readonly lateness?: number | undefined;
  /** `promiserDefaults` unless given. */
  readonly parameters?: ParameterSet<keyof typeof promiserDefaults.parameters> | undefined;
}

const latenessText = 'a time of at least 0 and at most 1e9';

/** What to write for a unit of open time. */
function openUnit({ input }: { readonly input?: unknown }): string | undefined {
  const unit = ['minutes', 'hours'].find((name) => input === `open-${name}`);
  return unit && `${unit}, which with a calendar are open ${unit}`;
}

const optionsSchema = once(() =>
  z.strictObject({
    unit: z.enum(Object.keys(unitMs) as LiveUnit[], { error: openUnit }),
    keepRate: shareSchema,
    typical: durationSchema,
    calendar: z.optional(calendarSchema),
    round: z.optional(roundSchema),
    lateness: z.optional(
      z.number(latenessText).check(z.gte(0, latenessText), z.lte(1e9, latenessText)),
    ),
    parameters: parametersSchema(promiserDefaults),
  }),
);

/**
 * Promises from a stream of orders as they start and end, so that about `keepRate` of promises are kept
 * although deliveries get slower or faster.
 *
 * Orders under way count for as long as they have been seen (a long wait is news before it is over),
 * cancelled and lost ones as another end; recent orders count more; groups differ by a factor and a
 * spread, learnt with shrinkage, and so do hours of the day and weekdays; a surge of orders lengthens quotes as far as
 * surges have slowed orders before. An order is forgotten when it ends, so that memory grows with what is under way, not
 * with what has been.
 *
 * @throws InvalidInputError `missing`, `wrong-type`, `out-of-range` or `unknown-name` for options that
 *   cannot be used. An event is refused with `date-order` when it comes before the last one or finishes
 *   an order before it started, `duplicate-id` or `unknown-id`, or as options are; nothing has changed then.
 * @example
 * ```ts
 * import { livePromiser } from 'overdeliver';
 *
 * const kitchen = livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 40 });
 * const time = (minute: number) => new Date(Date.UTC(2026, 2, 2, 17, minute));
 * kitchen.quote({ at: time(0) }).reason; // => 'too-few-orders'
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
  return door('livePromiser', () => handleOf(stateFor(read(optionsSchema, options, 'options'))));
}

/** What a promiser begins with, by options that were read. */
export function stateFor({
  unit,
  keepRate,
  typical,
  calendar: hours,
  round,
  lateness = 0,
  parameters,
}: z.output<ReturnType<typeof optionsSchema>>): State {
  checkDuration('options.typical', typical, unit);
  if (hours !== undefined && unit === 'days') {
    const text = 'minutes or hours with a calendar, since days are open for different times';
    refuse('options.unit', unit, text, 'out-of-range');
  }
  return newState({
    unit,
    keepRate,
    least: samplesForRank(keepRate),
    typical,
    parameters: parameters.set.id,
    numbers: parameters.numbers,
    clock: hours ? clockOf(hours, null) : aroundTheClock,
    calendar: hours?.calendar ?? null,
    round: round ?? null,
    lateness: lateness * unitMs[unit],
  });
}
