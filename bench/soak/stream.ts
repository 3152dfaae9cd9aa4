import { type LivePromiser, type LivePromiserOptions, livePromiser } from 'overdeliver';
import { uniforms } from '../uniforms';

/** How orders came out so far. */
export interface Tally {
  finished: number;
  kept: number;
  cancelled: number;
  lost: number;
  /** Told of only after the event that followed. */
  late: number;
  /** Never heard of again. */
  silent: number;
  /** Quotes and starts that promised nothing. */
  nullQuotes: number;
}

const tickMs = 10_000;
const first = Date.UTC(2026, 0, 1);
/** About as many orders are under way at a time: they take so many ticks. */
const typicalTicks = 10_000;
/** No order takes longer; a power of 2. */
const mostTicks = 2 ** 18;
const steadyGroups = 40;
/** So many orders long there is a group that was not there before and will not be again. */
const popUpOrders = 5000;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const options: LivePromiserOptions = {
  unit: 'hours',
  keepRate: 0.9,
  typical: (typicalTicks * tickMs) / 3_600_000,
  lateness: 0.1,
  // Closed for a minute each night: all the work of a calendar, over changes of clocks too.
  calendar: {
    zone: 'Europe/Berlin',
    open: Object.fromEntries(days.map((day) => [day, ['00:01-24:00']])),
  },
};

export const newPromiser = () => livePromiser(options);

/**
 * A stream that never ends, and takes the same memory however long it runs: every ten seconds an order is asked for and
 * starts, and those end whose time has come. Of 1,000 orders some 950 finish, 40 are cancelled, 9 are said to be lost, and
 * one is never heard of again.
 */
export function endlessStream(seed: number): {
  readonly run: (promiser: LivePromiser, events: number) => void;
  readonly tally: Tally;
} {
  const next = uniforms(seed);
  const tally = { finished: 0, kept: 0, cancelled: 0, lost: 0, late: 0, silent: 0, nullQuotes: 0 };
  // Those that end at a tick, as a list linked through their places; 0 for none.
  const heads = new Int32Array(mostTicks);
  const links = new Int32Array(mostTicks);
  let tick = 1;

  const durationOf = () => {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    // Slower in the evening.
    const hour = 0.2 * Math.sin((2 * Math.PI * tick * tickMs) / 86_400_000);
    const ticks = Math.ceil(typicalTicks * Math.exp(0.4 * normal + hour));
    return Math.min(mostTicks - 1, ticks);
  };
  const end = (promiser: LivePromiser, order: number, at: number) => {
    const id = `order-${order}`;
    const how = next();
    // As late as events may be, told of after the start of the order that comes next.
    const isLate = next() < 0.05;
    if (isLate) tally.late++;
    const event = { id, at: at - (isLate ? 120_000 : 0) };
    if (how < 0.95) {
      tally.finished++;
      if (promiser.finish(event).kept) tally.kept++;
    } else if (how < 0.99) {
      tally.cancelled++;
      promiser.cancel(event);
    } else {
      tally.lost++;
      promiser.lose(event);
    }
  };
  const begin = (promiser: LivePromiser, at: number) => {
    const isPopUp = next() < 0.02;
    const group = isPopUp
      ? `pop-up-${Math.floor(tick / popUpOrders)}`
      : `shop-${Math.floor(steadyGroups * next())}`;
    const ask = { at, group, features: { items: 1 + Math.floor(5 * next()), km: 10 * next() } };
    if (promiser.quote(ask).promise === null) tally.nullQuotes++;
    if (promiser.start({ id: `order-${tick}`, ...ask }).promise === null) tally.nullQuotes++;
    if (next() < 0.001) {
      tally.silent++;
      return;
    }
    const place = (tick + durationOf()) & (mostTicks - 1);
    links[tick & (mostTicks - 1)] = heads[place] as number;
    heads[place] = tick;
  };
  return {
    tally,
    run(promiser, events) {
      for (let done = 0; done < events; tick++) {
        const at = first + tick * tickMs;
        const place = tick & (mostTicks - 1);
        for (let order = heads[place] as number; order !== 0; done++) {
          end(promiser, order, at);
          order = links[order & (mostTicks - 1)] as number;
        }
        heads[place] = 0;
        begin(promiser, at);
        done += 2;
      }
    },
  };
}
