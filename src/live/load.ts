import { hourMs } from '../core/time-units';

/**
 * How busy it is, seen before it slows deliveries: the arrivals of about one mean duration against those that are
 * usual at these hours of the week, as a logarithm. Time while closed is no time.
 */
export interface Window {
  /** Arrivals, and those that were usual, exponentially forgotten over one mean duration. */
  readonly recent: number;
  readonly usual: number;
  /** How much of that window has been watched, 0 to 1. */
  readonly watched: number;
  /** As of when: by the wall's clock and in open time, in milliseconds. */
  readonly wall: number;
  readonly open: number;
}

export interface Load {
  window: Window;
  /** Arrivals of each hour of the week, and the open hours in which they were counted. */
  readonly arrivals: Float64Array;
  readonly hours: Float64Array;
  /** The same over the whole week. */
  allArrivals: number;
  allHours: number;
}

const hoursOfWeek = 7 * 24;
const weekMs = hoursOfWeek * hourMs;

export const noLoad = (): Load => ({
  window: { recent: 0, usual: 0, watched: 0, wall: Number.NaN, open: 0 },
  arrivals: new Float64Array(hoursOfWeek),
  hours: new Float64Array(hoursOfWeek),
  allArrivals: 0,
  allHours: 0,
});

/** The hour of the week that a clock shows, 0 from Monday midnight on; 1970 began on a Thursday. */
export function hourOfWeek(local: number): number {
  return (((Math.floor(local / hourMs) + 72) % hoursOfWeek) + hoursOfWeek) % hoursOfWeek;
}

export interface LoadNumbers {
  /** What is usual is the mean over about so many weeks. */
  readonly loadWeeks: number;
  /** So many arrivals, as usual, are added to both sides, so that few of them are no surge. */
  readonly loadPriorSize: number;
  /** The share of a window that must have been watched before there can be a surge. */
  readonly loadWatched: number;
  readonly surgeCap: number;
}

/** The clock by which hours count: the open time at an instant, and what it shows then. */
interface Clock {
  readonly openAt: (wall: number) => number;
  readonly localAt: (wall: number) => number;
}

const averageOf = ({ allArrivals, allHours }: Load) => (allHours > 0 ? allArrivals / allHours : 0);

/** What usually arrives in an open hour of a cell; a cell hardly seen is taken for an average one. */
function rateOf(load: Load, cell: number): number {
  const [arrivals, hours] = [load.arrivals[cell] as number, load.hours[cell] as number];
  return (arrivals + averageOf(load) / 2) / (hours + 0.5);
}

/** Visits the hours that the clock shows from one instant to another: their cells, and the open time at the end of each part. */
function eachHour(
  from: number,
  wall: number,
  clock: Clock,
  visit: (cell: number, open: number, over: boolean) => void,
): void {
  while (from < wall) {
    const local = clock.localAt(from);
    const edge = from + (Math.floor(local / hourMs) + 1) * hourMs - local;
    const to = edge < wall ? edge : wall;
    visit(hourOfWeek(local), clock.openAt(to), to === edge);
    from = to;
  }
}

/** The window after some open time with arrivals at a usual rate, and none that came. */
function faded(window: Window, wall: number, open: number, mean: number, rate: number): Window {
  const keep = Math.exp((window.open - open) / mean);
  return {
    recent: window.recent * keep,
    usual: window.usual * keep + (rate / hourMs) * mean * (1 - keep),
    watched: 1 - (1 - window.watched) * keep,
    wall,
    open,
  };
}

/** The window as of a later moment. */
export function windowAt(load: Load, wall: number, mean: number, clock: Clock): Window {
  const { window } = load;
  const from = window.wall;
  if (Number.isNaN(from)) return { ...window, wall, open: clock.openAt(wall) };
  if (!(wall > from)) return window;
  const cell = hourOfWeek(clock.localAt(from));
  if (wall - from < hourMs && cell === hourOfWeek(clock.localAt(wall))) {
    // Most gaps lie within an hour.
    return faded(window, wall, Math.max(window.open, clock.openAt(wall)), mean, rateOf(load, cell));
  }
  return windowAfterHours(load, wall, mean, clock);
}

/** Of a gap longer than a week only the last week goes by hours: before it, all of them were as usual. */
function windowAfterHours(load: Load, wall: number, mean: number, clock: Clock): Window {
  let { window } = load;
  let from = window.wall;
  if (wall - from > weekMs) {
    from = wall - weekMs;
    window = faded(window, from, Math.max(window.open, clock.openAt(from)), mean, averageOf(load));
  }
  eachHour(from, wall, clock, (cell, to) => {
    if (to > window.open) window = faded(window, wall, to, mean, rateOf(load, cell));
  });
  return { ...window, wall };
}

/** The surge that an order meets which starts then, itself included; 0 while too little was watched. */
export function surgeOf(window: Window, numbers: LoadNumbers): number {
  const { loadPriorSize, loadWatched, surgeCap } = numbers;
  if (window.watched < loadWatched) return 0;
  const log = Math.log((window.recent + 1 + loadPriorSize) / (window.usual + 1 + loadPriorSize));
  return Math.max(-surgeCap, Math.min(surgeCap, log));
}

/** How many places there are for how many orders came lately: half octaves, the last one for ten and more. */
export const busyPlaces = 8;

/**
 * Which of them a window is in. The surge compares with what is usual at the hour; this tells the first order of an evening,
 * which finds hands free, from those that come when all are at work, though either is usual then.
 */
export function busyOf({ recent }: Window): number {
  return Math.min(busyPlaces - 1, Math.floor(2 * Math.log2(1 + recent)));
}

/** Counts an arrival at a window that was rolled up to it, and the hours that went by before. */
export function arrive(load: Load, window: Window, { loadWeeks }: LoadNumbers, clock: Clock): void {
  const { wall: from, open: since } = load.window;
  const keep = 1 - 1 / loadWeeks;
  if (Number.isNaN(from)) {
    count(load, hourOfWeek(clock.localAt(window.wall)), window);
    return;
  }
  const place = hourOfWeek(clock.localAt(from));
  if (window.wall - from < hourMs && place === hourOfWeek(clock.localAt(window.wall))) {
    watch(load, place, (window.open - since) / hourMs);
    count(load, place, window);
    return;
  }
  let open = since;
  if (window.wall - from > weekMs) open = clock.openAt(window.wall - weekMs);
  eachHour(Math.max(from, window.wall - weekMs), window.wall, clock, (cell, to, over) => {
    watch(load, cell, Math.max(0, to - open) / hourMs);
    open = Math.max(open, to);
    if (over) forget(load, cell, keep);
  });
  count(load, hourOfWeek(clock.localAt(window.wall)), window);
}

function count(load: Load, cell: number, { recent, usual, watched, wall, open }: Window): void {
  load.arrivals[cell] = (load.arrivals[cell] as number) + 1;
  load.allArrivals++;
  load.window = { recent: recent + 1, usual, watched, wall, open };
}

function watch(load: Load, cell: number, hours: number): void {
  load.hours[cell] = (load.hours[cell] as number) + hours;
  load.allHours += hours;
}

/** An hour is over: its cell is forgotten by a week's share. */
function forget(load: Load, cell: number, keep: number): void {
  const [arrivals, hours] = [load.arrivals[cell] as number, load.hours[cell] as number];
  load.arrivals[cell] = arrivals * keep;
  load.hours[cell] = hours * keep;
  load.allArrivals = Math.max(0, load.allArrivals - arrivals * (1 - keep));
  load.allHours = Math.max(0, load.allHours - hours * (1 - keep));
}
