import type { BusinessCalendar } from 'overdeliver/calendar';
import type { LiveUnit } from 'overdeliver/live';
import type { Draws } from './draws';
import type { Openings } from './openings';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A Monday. */
export const beginning = Date.UTC(2026, 2, 2);

/** An order of a world; times in milliseconds. */
export interface WorldOrder {
  readonly id: string;
  readonly group: string;
  readonly started: number;
  /** When it finished, was cancelled or known to be lost; Infinity for never. */
  readonly ended: number;
  readonly how: 'finished' | 'cancelled' | 'lost' | 'never';
  /** In milliseconds. */
  readonly estimate?: number;
}

/** A seeded world that a live promiser has to live in. */
export interface World {
  readonly name: string;
  readonly unit: LiveUnit;
  readonly keepRate: number;
  /** The caller's first guess, in `unit`. */
  readonly typical: number;
  /** When the business is open, if not always: places of the day are counted from its opening. */
  readonly openings?: Openings;
  /** The same as the promiser is told; it then promises open time. */
  readonly calendar?: BusinessCalendar;
  /** Where durations are atoms: the one right promise, in milliseconds. */
  readonly exact?: number;
  /** Hours and weekdays are not judged: durations go by what is not told, or an hour sees too few surges. */
  readonly blind?: true;
  /** How often it is lived through, from one seed on; once unless given. */
  readonly lives?: number;
  /** Parts of the story in which promises are to be kept as often as in others, such as a burst. */
  readonly part?: (order: WorldOrder) => string;
  /** Parts that are only shown, since nothing that is told forecasts them. */
  readonly shown?: (order: WorldOrder) => string;
  /** Its orders as they start; so many, or as many as its figures need. */
  readonly orders: (seed: number, count?: number) => readonly WorldOrder[];
}

/** What becomes of an order. */
export interface Fate {
  /** In milliseconds. */
  readonly took: number;
  readonly group?: string;
  readonly how?: WorldOrder['how'];
  readonly estimate?: number;
}

/** Orders that come one by one, each `gap` on average after the last one. */
export function arriving(
  count: number,
  draw: Draws,
  gap: number | ((i: number, time: number) => number),
  fate: (i: number, started: number) => Fate,
): readonly WorldOrder[] {
  let time = beginning;
  return Array.from({ length: count }, (_, i) => {
    const mean = typeof gap === 'number' ? gap : gap(i, time);
    time += Math.ceil(mean * draw.exponential());
    return orderOf(i, time, fate(i, time));
  });
}

/** An order that starts at a time and meets its fate. */
export function orderOf(i: number, started: number, fate: Fate): WorldOrder {
  const { took, group = '', how = 'finished', estimate } = fate;
  const ended = how === 'never' ? Infinity : started + Math.ceil(took);
  const order = { id: String(i), group, started, ended, how };
  return estimate === undefined ? order : { ...order, estimate };
}
