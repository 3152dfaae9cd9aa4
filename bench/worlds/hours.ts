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

/** Orders at random moments of open time; each takes as long as it is told, by its place and the load it meets. */
function open(
  count: number,
  draw: Draws,
  { instantAt }: Openings,
  gap: number,
  ended: (started: number, load: number, group: number) => number,
): readonly WorldOrder[] {
  let time = 0;
  let load = 0;
  let last = beginning;
  return Array.from({ length: count }, (_, i) => {
    time += gap * draw.exponential();
    const started = Math.ceil(instantAt(time));
    // Orders of about the last half an hour, against the usual number.
    load = load * Math.exp((last - started) / (30 * minute)) + gap / (30 * minute);
    last = started;
    const group = draw.below(2);
    const took = ended(started, load, group) - started;
    return orderOf(i, started, { took, group: String(group) });
  });
}

/** By the clock or in open time: what is not done by closing then goes on at the next opening. */
type Running = (hours: Openings, started: number, took: number) => number;
const byClock: Running = (_, started, took) => started + took;
const inOpenTime: Running = ({ instantAt, openAt }, started, took) =>
  instantAt(openAt(started) + took);

/** 31 to 50 minutes, whatever there is to do. */
const steady = (hours: Openings, ended: Running): World['orders'] => {
  return (seed, count = 20_000) => {
    const draw = draws(seed);
    const took = () => (31 + 19 * draw.uniform()) * minute;
    return open(count, draw, hours, 10 * minute, (started) => ended(hours, started, took()));
  };
};

/** Longer the more there is to do. */
const slowing = (hours: Openings, ended: Running): World['orders'] => {
  return (seed, count = 20_000) => {
    const draw = draws(seed);
    const took = (load: number) => (25 + 12 * load) * minute * draw.logNormal(0.2);
    return open(count, draw, hours, 5 * minute, (started, load) =>
      ended(hours, started, took(load)),
    );
  };
};

/** About six hours, of an office that counts open time. */
const overWeekends: World['orders'] = (seed, count = 20_000) => {
  const draw = draws(seed);
  return open(count, draw, office, 6 * minute, (started, _, group) =>
    inOpenTime(office, started, 6 * hour * (group === 1 ? 1.3 : 1) * draw.logNormal(0.35)),
  );
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
    orders: orders(hours, inOpenTime),
  },
];

export const hourWorlds: readonly World[] = [
  ...both('evenings', evenings, steady),
  ...both('evenings, load slows', evenings, slowing),
  ...both('lunch break', lunchBreak, steady),
  // Without its calendar nobody can tell a Friday afternoon from another.
  { ...desk, name: 'weekdays', openings: office, blind: true },
  { ...desk, name: 'weekdays, calendar given', openings: office, calendar: office.calendar },
];
