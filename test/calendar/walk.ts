import type { DurationUnit } from 'overdeliver';
import { type Day, Sight, unseen } from './sight';

const dayMs = 86_400_000;
const minute = 60_000;

/** So much time on a calendar. */
export interface Step {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** When something comes in: by then, and not before what was ordered. */
interface Coming {
  readonly since: number;
  readonly by: number;
}

/** Walks on from one step to the next. */
export class Walk extends Sight {
  private openFor(from: number, ms: number): number {
    let left = ms;
    for (let i = this.index(from); ; i++) {
      if (i === this.open.length) unseen();
      if (!this.open[i]) continue;
      const begin = Math.max(from, this.at(i));
      const length = this.at(i + 1) - begin;
      if (left <= length) return begin + left;
      left -= length;
    }
  }

  private daysFrom(from: number, days: number): number {
    const whole = Math.floor(days);
    const after = (count: number) =>
      count === 0 ? from : this.reach(this.wall(from) + count * dayMs);
    const start = after(whole);
    if (whole === days) return start;
    return Math.ceil(start + (days - whole) * (after(whole + 1) - start));
  }

  /** The same from whichever moment of the day up to one, whichever ends last. */
  private daysBy(by: number, days: number): number {
    const due = this.daysFrom(by, days);
    // The clock shows more than ever: earlier moments end earlier.
    if (this.latest(by) === this.wall(by)) return due;
    let last = due;
    for (let i = this.index(by - dayMs) + 1; this.at(i) <= by; i++)
      for (const at of [this.at(i) - 1, this.at(i)]) last = Math.max(last, this.daysFrom(at, days));
    return last;
  }

  /** The business day, so many after the one that something comes in for. */
  private businessDay({ since, by }: Coming, count: number): Day {
    const isOver = ({ cutOff, handOver }: Day, i: number) => {
      if (since === by) return cutOff < since;
      const before = this.days[i - 1];
      const adjacent = before && before.day === (this.days[i] as Day).day - 1;
      return handOver < by || Math.max(cutOff, adjacent ? before.cutOff : cutOff) < since;
    };
    if (Math.min(since, by) < (this.days[1]?.opening ?? unseen())) unseen();
    const first = this.days.findIndex((day, i) => !isOver(day, i));
    if (first < 0) unseen();
    return this.days.slice(first + count).find(({ end }) => end >= by) ?? unseen();
  }

  /** One step on from when something comes in. */
  step({ amount, unit }: Step, coming: Coming, isFirst: boolean, edge: 'end' | 'opening'): Coming {
    const { since, by } = coming;
    if (unit === 'business-days') {
      const day = this.businessDay(coming, Math.ceil(amount));
      return { since, by: edge === 'end' ? day.end : Math.max(by, day.opening) };
    }
    if (unit === 'days') {
      const days = (from: number) =>
        isFirst ? this.daysFrom(from, amount) : this.daysBy(from, amount);
      return { since: days(since), by: days(by) };
    }
    const ms = amount * (unit.endsWith('hours') ? 60 : 1) * minute;
    const end = unit.startsWith('open') ? this.openFor(by, ms) : by + ms;
    return { since: end, by: end };
  }

  /** So many open minutes, calendar days or business days. */
  between(from: number, to: number, unit: DurationUnit): number {
    if (unit === 'business-days') {
      const isAfter = (at: number) => this.days.findIndex(({ cutOff }) => cutOff >= at);
      const first = isAfter(from);
      const last = this.days.findIndex(({ end }, i) => i >= first && end >= to);
      if (first < 1 || last < 0) unseen();
      return last - first;
    }
    if (unit === 'days') {
      let days = 0;
      while (this.daysFrom(from, days + 1) <= to) days++;
      const start = this.daysFrom(from, days);
      return days + (to - start) / (this.daysFrom(from, days + 1) - start);
    }
    let ms = 0;
    for (let i = this.index(from); this.at(i) < to; i++)
      if (this.open[i] || !unit.startsWith('open'))
        ms += Math.min(to, this.at(i + 1)) - Math.max(from, this.at(i));
    return ms / minute / (unit.endsWith('hours') ? 60 : 1);
  }

  /** The next moment at which the clock shows a full so many minutes; the start of a day for a whole one. */
  roundUp(time: number, minutes: number): number {
    if (minutes === 1440) {
      for (let day = Math.floor(this.wall(time) / dayMs); ; day++) {
        const midnight = this.reach(day * dayMs);
        if (midnight >= time) return midnight;
      }
    }
    let i = this.index(time);
    if (this.at(i) < time) i++;
    while ((this.watch.walls[i] ?? unseen()) % (minutes * minute) !== 0) i++;
    return this.at(i);
  }

  /** The last such moment. */
  roundDown(time: number, minutes: number): number {
    if (minutes === 1440) return this.reach(Math.floor(this.wall(time) / dayMs) * dayMs);
    let i = this.index(time);
    while ((this.watch.walls[i] ?? unseen()) % (minutes * minute) !== 0) i--;
    return this.at(i);
  }

  /** The business day that a moment falls in or before. */
  dayOf(time: number): Day {
    if (time < (this.days[1]?.opening ?? unseen())) unseen();
    return this.days.find(({ end }) => end >= time) ?? unseen();
  }
}

/** The end of steps through calendars in a row, a walk through each. */
export function walkThrough(
  walks: readonly Walk[],
  steps: readonly Step[],
  from: number,
  edge: 'end' | 'opening' = 'end',
): number {
  let coming: Coming = { since: from, by: from };
  for (const [i, step] of steps.entries())
    coming = (walks[i] as Walk).step(step, coming, i === 0, edge);
  return coming.by;
}
