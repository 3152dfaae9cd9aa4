import type { World, WorldOrder } from '../worlds/world';

/** Orders, by where they stand among all, under a name. */
type Cells = readonly (readonly [name: string, places: readonly number[]])[];

/** Orders by hour, weekday and group, by their place in an opening, and by the world's own parts. */
export function cellsOf(
  { openings, part }: World,
  orders: readonly WorldOrder[],
  of: readonly number[],
): Cells {
  const by = (name: (order: WorldOrder, i: number) => string) => cellsBy(name, orders, of);
  const placeOf = openings && placesIn(orders.map(({ started }) => openings.openingAt(started)));
  return [
    ...by(({ started }) => `${new Date(started).getUTCHours()} h`),
    ...by(({ started }) => `weekday ${new Date(started).getUTCDay()}`),
    ...by(({ group }) => `group ${group}`),
    ...(placeOf ? by((_, i) => placeOf(i)) : []),
    ...(part ? by(part) : []),
  ];
}

export function cellsBy(
  nameOf: (order: WorldOrder, i: number) => string,
  orders: readonly WorldOrder[],
  of: readonly number[],
): Cells {
  const cells = new Map<string, number[]>();
  for (const i of of) {
    const name = nameOf(orders[i] as WorldOrder, i);
    const cell = cells.get(name);
    if (cell) cell.push(i);
    else cells.set(name, [i]);
  }
  return [...cells];
}

function placesIn(openings: readonly number[]): (i: number) => string {
  let nth = 0;
  const names = openings.map((opening, i) => {
    nth = opening === openings[i - 1] ? nth + 1 : 1;
    return nth === 1 ? '1st' : nth <= 3 ? '2nd and 3rd' : nth <= 10 ? '4th to 10th' : 'later';
  });
  return (i) => `${names[i]} of an opening`;
}
