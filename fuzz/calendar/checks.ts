import { type BusinessCalendar, type DurationUnit, dueDate, durationBetween } from 'overdeliver';
import { fromLocalTime } from 'overdeliver/calendar';
import { seen } from '../../test/calendar/sight';
import { type Walk, walkThrough } from '../../test/calendar/walk';
import type { Scene, Way } from './scene';

const dayMs = 86_400_000;

/** What the library said and what was seen; `seen` null where the answer lies outside of what was looked at. */
export interface Check {
  readonly kind: string;
  readonly zone: string;
  readonly call: unknown;
  readonly said: number | string;
  readonly seen: number | null;
}

/** What the library says, or the code of what it refuses. */
function answer(call: () => number | Date): number | string {
  try {
    return Number(call());
  } catch (thrown) {
    return String(thrown);
  }
}

const iso = (time: number) => new Date(time).toISOString();

/** Due dates through one calendar and through two in a row. */
export function* dueDates(
  { moment, steps, uniform }: Scene,
  { calendars, walks }: Way,
): Generator<Check> {
  for (let j = 0; j < 10; j++) {
    const count = 1 + (j % 2);
    const [from, legs] = [moment(0.35, 0.55), steps(count)];
    const plans = legs.map(({ amount, unit }) => ({ promise: amount, unit }));
    const where = calendars.slice(0, count);
    const last = walks[count - 1] as Walk;
    const roundUpTo = uniform() < 0.2 ? ([15, 60, 1440][j % 3] as number) : undefined;
    yield {
      kind: `dueDate, ${legs.map(({ unit }) => unit).join(' then ')}${roundUpTo ? ', rounded' : ''}`,
      zone: where.map(({ zone }) => zone).join(' then '),
      call: [where, iso(from), plans, roundUpTo],
      said: answer(() => dueDate(where, from, plans, { roundUpTo })),
      seen: seen(() => {
        const due = walkThrough(walks, legs, from);
        return roundUpTo === undefined ? due : last.roundUp(due, roundUpTo);
      }),
    };
  }
}

/** How long something took, in each unit. */
export function* durations(
  { moment, uniform, span }: Scene,
  { calendars, walks }: Way,
): Generator<Check> {
  const [calendar, walk] = [calendars[0] as BusinessCalendar, walks[0] as Walk];
  for (const unit of Object.keys(span.amounts) as DurationUnit[]) {
    for (let i = 0; i < 2; i++) {
      const from = moment(0.35, 0.55);
      const to = from + Math.floor(0.3 * span.days * dayMs * uniform() ** 2);
      yield {
        kind: `durationBetween, ${unit}`,
        zone: calendar.zone,
        call: [calendar, iso(from), iso(to), unit],
        said: answer(() => durationBetween(calendar, from, to, unit)),
        seen: seen(() => walk.between(from, to, unit)),
      };
    }
  }
}

/** From what the clock shows to when it does: the first time that it shows it, or a later one. */
export function* localTimes(
  { moment, pick, uniform }: Scene,
  { calendars, walks }: Way,
): Generator<Check> {
  const [calendar, walk] = [calendars[0] as BusinessCalendar, walks[0] as Walk];
  for (let i = 0; i < 12; i++) {
    const near = seen(() => walk.wall(moment(0.4, 0.6)));
    if (near === null) continue;
    // What it never showed, too.
    const wall = near + Math.floor(dayMs * (uniform() - 0.5));
    const step = pick([1, 1000, 60_000, 900_000, dayMs]);
    const asked = Math.floor(wall / step) * step;
    const text = iso(asked).slice(0, step === dayMs ? 10 : 23);
    yield {
      kind: 'fromLocalTime',
      zone: calendar.zone,
      call: [text, calendar.zone],
      said: answer(() => fromLocalTime(text, calendar.zone)),
      seen: seen(() => walk.reach(asked)),
    };
  }
}

export const differs = ({ said, seen }: Check): boolean =>
  seen !== null && !(typeof said === 'number' && Math.abs(said - seen) < 1e-9);
