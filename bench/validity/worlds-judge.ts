import { type Lived, unitLengths } from '../worlds/live-through';
import { minute, type World, type WorldOrder } from '../worlds/world';
import { type Seen, simpleForecasts } from './worlds-baselines';

/** A place of the day, a weekday or a group with fewer orders tells more of chance: .04 is 4 standard errors of 1,000. */
const enough = 1000;

type Figure = readonly [metric: string, value: number];

/** How a promiser did in a world: figures with bounds first, then what explains them. */
export function judge(
  world: World,
  orders: readonly WorldOrder[],
  lived: Lived,
): readonly Figure[] {
  const { keepRate, exact, calendar, part } = world;
  const few = Math.ceil(3 / (1 - keepRate));
  const { promises, dues, finished, astray } = lived;
  let nulls = 0;
  const scored: number[] = [];
  orders.forEach(({ how }, i) => {
    if ((finished[i] as number) < few) return;
    if (Number.isNaN(promises[i])) nulls++;
    // Ten times as many as are needed, so that learning to start with is not scored.
    if (how === 'finished' && (finished[i] as number) >= 10 * few) scored.push(i);
  });
  const kept = (of: readonly number[]) =>
    of.filter((i) => (orders[i] as WorldOrder).ended <= (dues[i] as number)).length / of.length;
  // Where durations are atoms, more than asked for may be right.
  const off = (rate: number) =>
    exact === undefined ? Math.abs(rate - keepRate) : Math.max(0, keepRate - rate);
  const cells = [...cellsOf(world, orders, scored)].filter(([, own]) => own.length >= enough);
  const rates = cells.map(([name, own]) => [name, kept(own)] as const);
  const worst = rates.reduce((most, [, rate]) => Math.max(most, off(rate)), 0);
  const near = (i: number) => Math.abs((promises[i] as number) / (exact as number) - 1) <= 0.01;
  return [
    ...(calendar ? [['takes its calendar', Number(lived.takesCalendar)] as const] : []),
    ['null promises', nulls],
    ['snapshots astray', astray],
    ['kept, off by', off(kept(scored))],
    ...(world.blind ? [] : [['kept in the worst cell, off by', worst] as const]),
    ...(exact === undefined
      ? []
      : [['share of exact promises', scored.filter(near).length / scored.length] as const]),
    ...losses(world, orders, lived, scored),
    ['kept', kept(scored)],
    ...rates
      .filter(([, rate]) => off(rate) > 0.04)
      .map(([name, rate]): Figure => [`kept, ${name}`, rate]),
    ...(part ? partsOf(part, orders, scored) : []).map(
      ([name, own]): Figure => [`kept, ${name}`, kept(own)],
    ),
  ];
}

function gathered(of: readonly number[], names: (i: number) => readonly string[]) {
  const cells = new Map<string, number[]>();
  for (const i of of) {
    for (const name of names(i)) {
      const cell = cells.get(name);
      if (cell) cell.push(i);
      else cells.set(name, [i]);
    }
  }
  return cells;
}

const partsOf = (
  part: NonNullable<World['part']>,
  orders: readonly WorldOrder[],
  of: readonly number[],
) => [...gathered(of, (i) => [part(orders[i] as WorldOrder, i)])];

/** Orders by the place of the day, the weekday and the group. */
function cellsOf({ openings }: World, orders: readonly WorldOrder[], scored: readonly number[]) {
  const places = openings
    ? placesOf(orders.map(({ started }) => openings.openingAt(started)))
    : null;
  return gathered(scored, (i) => {
    const { started, group } = orders[i] as WorldOrder;
    const at = new Date(started);
    const place = places ? `${places[i]} of an opening` : '';
    const cells = [`${at.getUTCHours()} h`, `weekday ${at.getUTCDay()}`, place, `group ${group}`];
    return cells.filter((name) => name !== '');
  });
}

function placesOf(openings: readonly number[]): readonly string[] {
  let nth = 0;
  return openings.map((opening, i) => {
    nth = opening === openings[i - 1] ? nth + 1 : 1;
    return nth === 1 ? '1st' : nth <= 3 ? '2nd and 3rd' : nth <= 10 ? '4th to 10th' : 'later';
  });
}

/** Pinball loss against that of the best simple method; in open time where a calendar is told. */
function losses(
  world: World,
  orders: readonly WorldOrder[],
  { promises, takesCalendar }: Lived,
  scored: readonly number[],
): readonly Figure[] {
  const { keepRate, openings, calendar } = world;
  const typical = world.typical * unitLengths[world.unit];
  const clock = calendar && openings ? openings.openAt : (at: number) => at;
  const scale = ({ estimate = 1 }: WorldOrder) => estimate;
  const seen = orders.map((order): Seen => {
    const { group, started, ended, how } = order;
    const start = clock(started);
    const age = (now: number) => (clock(now) - start) / scale(order);
    return { group, started, ended, finished: how === 'finished', took: age(ended), age };
  });
  const guess = orders[0]?.estimate === undefined ? typical : 1;
  const simple = simpleForecasts(seen, { keepRate, first: 2 * guess, typical });
  const loss = (promised: (i: number) => number) =>
    scored.reduce((sum, i) => {
      const order = orders[i] as WorldOrder;
      const over = clock(order.ended) - clock(order.started) - promised(i);
      return sum + (over > 0 ? keepRate * over : (keepRate - 1) * over);
    }, 0) / scored.length;
  const theirs = [...simple].map(([name, forecasts]) => {
    const value = loss((i) => (forecasts[i] as number) * scale(orders[i] as WorldOrder));
    return [name, value] as const;
  });
  const [best, least] = theirs.reduce((a, b) => (b[1] < a[1] ? b : a));
  // Without a calendar its promises run by the clock.
  const open = (i: number) => {
    const { started } = orders[i] as WorldOrder;
    const promise = promises[i] as number;
    if (Number.isNaN(promise)) return 2 * guess * scale(orders[i] as WorldOrder);
    return takesCalendar ? promise : clock(started + promise) - clock(started);
  };
  const ours = loss(open);
  const ratio = ours === least ? 1 : ours / least;
  return [
    ["pinball loss / the best simple method's", ratio],
    ['pinball loss, minutes', ours / minute],
    [`pinball loss, minutes: ${best}`, least / minute],
  ];
}
