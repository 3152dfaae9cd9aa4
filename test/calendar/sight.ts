import type { BusinessCalendar } from 'overdeliver';
import { cutOffOn, cutOffsOf, entryOf, openDays, type Watch } from './watch';

const dayMs = 86_400_000;

/** A day on which it was seen open: since when and until when, and until when it takes in what comes from where. */
export interface Day {
  readonly day: number;
  readonly opening: number;
  readonly end: number;
  readonly cutOff: number;
  readonly handOver: number;
}

/** What would have to be known was not seen. */
class Unseen extends Error {}
export const unseen = (): never => {
  throw new Unseen();
};

/** What a slow walk finds, or null where it leaves what was seen. */
export function seen<T>(walk: () => T): T | null {
  try {
    return walk();
  } catch (thrown) {
    if (thrown instanceof Unseen) return null;
    throw thrown;
  }
}

/** What someone sees who looks at a business and the clock of its zone at every step. */
export class Sight {
  readonly open: readonly boolean[];
  readonly days: readonly Day[];

  constructor(
    calendar: BusinessCalendar,
    readonly watch: Watch,
  ) {
    const dayOf = openDays(calendar);
    const shown = watch.reached.map(dayOf);
    this.open = shown.map((day) => day !== null);
    this.days = this.seenDays(calendar, shown);
  }

  private seenDays(calendar: BusinessCalendar, shown: readonly (number | null)[]): Day[] {
    const { reached } = this.watch;
    const first = new Map<number, number>();
    const last = new Map<number, number>();
    for (const [i, day] of shown.entries()) {
      if (day === null) continue;
      if (!first.has(day)) first.set(day, i);
      last.set(day, i);
    }
    // Others were not seen whole, or their cut-off was not.
    const whole = (day: number) =>
      (day - 1) * dayMs > (reached[0] as number) && (day + 2) * dayMs < (reached.at(-1) as number);
    return [...last]
      .filter(([day]) => whole(day))
      .map(([day, i]) => {
        const closing = this.at(i + 1);
        const midnight = this.reach((day + 1) * dayMs);
        const end = closing === midnight ? closing - 1 : closing;
        const text = entryOf(day, calendar.specialCutOffs, cutOffsOf(calendar));
        return {
          opening: this.at(first.get(day) as number),
          end,
          cutOff:
            text === undefined
              ? end
              : Math.min(end, this.reach(day * dayMs + cutOffOn(calendar, day, text))),
          handOver: Math.max(end, midnight - 1),
          day,
        };
      });
  }

  at(i: number): number {
    return this.watch.from + i * this.watch.step;
  }

  index(time: number): number {
    const i = Math.floor((time - this.watch.from) / this.watch.step);
    return i >= 0 && i < this.open.length ? i : unseen();
  }

  /** What the clock shows. */
  wall(time: number): number {
    const i = this.index(time);
    return (this.watch.walls[i] as number) + time - this.at(i);
  }

  /** The latest that it has shown. */
  latest(time: number): number {
    const i = this.index(time);
    return Math.max(this.watch.reached[i] as number, this.wall(time));
  }

  /** When the clock first shows a time or a later one. */
  reach(wall: number): number {
    const { walls, reached, step } = this.watch;
    if (wall < (reached[0] as number)) unseen();
    let [low, high] = [0, reached.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reached[middle] as number) + step > wall) high = middle;
      else low = middle + 1;
    }
    if (low === reached.length) unseen();
    return this.at(low) + Math.max(0, wall - (walls[low] as number));
  }
}
