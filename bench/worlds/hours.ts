import { type Draws, draws } from './draws';
import { type Openings, openings } from './openings';
import { beginning, hour, minute, orderOf, type World, type WorldOrder } from './world';

/** Worlds that close: orders come while they are open, and durations may run while they are closed or not. */
const evenings = openings([[17, 22]]);
const lunchBreak = openings([
  [11, 14],
  [17, 22],
]);
const office = openings([[9, 17]], 5);

/** By the clock or in open time: what is not done by closing then goes on at the next opening. */
interface Running {
  /** Time as it counts, and back. */
  readonly at: (instant: number) => number;
  readonly instant: (time: number) => number;
}
const byClock: Running = { at: (instant) => instant, instant: (time) => time };
const inOpenTime = ({ openAt, instantAt }: Openings): Running => ({
  at: openAt,
  instant: instantAt,
});

/** Orders of two groups at random moments of open time; `took` knows the orders of about the last half an hour. */
function open(
  count: number,
  draw: Draws,
  { instantAt }: Openings,
  running: Running,
  gap: number,
  took: (load: number, group: number) => number,
): readonly WorldOrder[] {
  let open = 0;
  let load = 0;
  let last = running.at(beginning);
  return Array.from({ length: count }, (_, i) => {
    open += gap * draw.exponential();
    const started = Math.ceil(instantAt(open));
    const time = running.at(started);
    load = load * Math.exp((last - time) / (30 * minute)) + gap / (30 * minute);
    last = time;
    const group = draw.below(2);
    const ended = running.instant(time + took(load, group));
    return orderOf(i, started, { took: ended - started, group: String(group) });
  });
}

/** 31 to 50 minutes, whatever there is to do. */
const steady = (hours: Openings, running: Running): World['orders'] => {
  return (seed, count = 32_000) => {
    const draw = draws(seed);
    const took = () => (31 + 19 * draw.uniform()) * minute;
    return open(count, draw, hours, running, 10 * minute, took);
  };
};

/** Longer the more there is to do. */
const slowing = (hours: Openings, running: Running): World['orders'] => {
  return (seed, count = 32_000) => {
    const draw = draws(seed);
    const took = (load: number) => 37 * load ** 0.3 * minute * draw.logNormal(0.2);
    return open(count, draw, hours, running, 10 * minute, took);
  };
};

/** About six hours, of an office that counts open time. */
const overWeekends: World['orders'] = (seed, count = 42_000) => {
  const draw = draws(seed);
  const took = (_: number, group: number) =>
    6 * hour * (group === 1 ? 1.3 : 1) * draw.logNormal(0.35);
  return open(count, draw, office, inOpenTime(office), 12 * minute, took);
};

const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;
const desk = { unit: 'hours', keepRate: 0.9, typical: 6, orders: overWeekends } as const;

/** A kitchen that goes on after closing and tells no calendar, and one that stops then and does. */
const both = (name: string, hours: Openings, orders: typeof steady): readonly World[] => [
  { ...kitchen, name, openings: hours, orders: orders(hours, byClock) },
  {
    ...kitchen,
    name: `${name}, calendar given`,
    openings: hours,
    calendar: hours.calendar,
    orders: orders(hours, inOpenTime(hours)),
  },
];

export const hourWorlds: readonly World[] = [
  ...both('evenings', evenings, steady),
  {
    ...kitchen,
    name: 'evenings, the first 120',
    lives: 10,
    openings: evenings,
    orders: (seed, count = 3600) => steady(evenings, byClock)(seed, count),
  },
  ...both('evenings, load slows', evenings, slowing),
  ...both('lunch break', lunchBreak, steady),
  // Without its calendar nobody can tell a Friday afternoon from another.
  { ...desk, name: 'weekdays', openings: office, blind: true },
  { ...desk, name: 'weekdays, calendar given', openings: office, calendar: office.calendar },
];
