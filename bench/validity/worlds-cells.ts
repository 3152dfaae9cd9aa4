import type { Openings } from '../worlds/openings';
import type { World, WorldOrder } from '../worlds/world';
import type { Promised } from './worlds-scored';

type Cells = readonly (readonly [name: string, orders: readonly Promised[]])[];

/** Orders by hour, weekday and group, by their place in an opening, and by the world's own parts. */
export function cellsOf({ part }: World, all: readonly Promised[]): Cells {
  return [
    ...cellsBy(({ started }) => `${new Date(started).getUTCHours()} h`, all),
    ...cellsBy(({ started }) => `weekday ${new Date(started).getUTCDay()}`, all),
    ...cellsBy(({ group }) => group && `group ${group}`, all),
    ...cellsBy((_, place) => place, all),
    ...(part ? cellsBy(part, all) : []),
  ];
}

/** Orders by a name of theirs; '' is none. */
export function cellsBy(
  nameOf: (order: WorldOrder, place: string) => string,
  all: readonly Promised[],
): Cells {
  const cells = new Map<string, Promised[]>();
  for (const one of all) {
    const name = nameOf(one.order, one.place);
    const cell = cells.get(name);
    if (name === '') continue;
    if (cell) cell.push(one);
    else cells.set(name, [one]);
  }
  return [...cells];
}

/** The places of orders in their openings. */
export function placesIn(
  orders: readonly WorldOrder[],
  { openingAt }: Openings,
): (i: number) => string {
  let [nth, last] = [0, -1];
  const names = orders.map(({ started }) => {
    const opening = openingAt(started);
    nth = opening === last ? nth + 1 : 1;
    last = opening;
    return nth === 1 ? '1st' : nth <= 3 ? '2nd and 3rd' : nth <= 10 ? '4th to 10th' : 'later';
  });
  return (i) => `${names[i]} of an opening`;
}
