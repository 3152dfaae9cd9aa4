import type { Group } from './groups';
import { deleteId, getId, type Ids, noIds, setId } from './ids';

/**
 * What is kept of an order under way, as columns; times in milliseconds, `openStart` and durations in open time.
 * Its log duration was expected to be the sum from `logEstimate` to `slopeShift`; by `stretch` its deviation from that
 * is divided. The surge it met, how busy it was and the hour of the week it started in tell what to learn from it. Its weight follows
 * the `clock` at its start. It was last seen in a bin of each memory's grid, which would have promised it
 * a quote at the keep rate; it was `promised` so much (NaN for nothing), and counted as lost at a clock (NaN for not).
 * `isNew` is 1 where none of its group had finished when it started, else 0.
 */
export const columns = [
  'start',
  'openStart',
  'logEstimate',
  'drift',
  'groupOffset',
  'hourOffset',
  'dayOffset',
  'busyOffset',
  'slopeShift',
  'stretch',
  'cell',
  'busy',
  'surge',
  'clock',
  'quickBin',
  'longBin',
  'quickQuote',
  'longQuote',
  'promised',
  'lostAt',
  'isNew',
] as const;
/** Where a column is in the numbers of an order. */
export const column = Object.fromEntries(columns.map((name, i) => [name, i])) as Readonly<
  Record<(typeof columns)[number], number>
>;
const width = columns.length;

/** Orders side by side, so many to a part; parts are small, so that making one takes no time to speak of. */
const partSize = 512;

interface Part {
  readonly numbers: Float64Array;
  readonly ids: string[];
  readonly groups: Group[];
  /** The features of each, in the order of the names known when it started. */
  readonly features: (readonly number[] | null)[];
}

/** The last one takes the place of one that leaves, so that room is taken only by those under way. */
export interface Orders {
  readonly parts: Part[];
  readonly rows: Ids<number>;
  size: number;
  /** The numbers of an order that may start: as a quote found them last. */
  readonly draft: Float64Array;
}

/** An order by itself, while it is neither stored nor lost. */
export interface Order {
  readonly id: string;
  readonly group: Group;
  readonly features: readonly number[] | null;
  readonly numbers: Float64Array;
}

export const noOrders = (): Orders => ({
  parts: [],
  rows: noIds(),
  size: 0,
  draft: new Float64Array(width),
});

export const rowOf = ({ rows }: Orders, id: string): number | undefined => getId(rows, id);

/** The numbers of an order in place. */
export function numbersAt({ parts }: Orders, row: number): Float64Array {
  return (parts[Math.floor(row / partSize)] as Part).numbers;
}

/** Where they begin. */
export const offsetAt = (row: number): number => (row % partSize) * width;

export const groupAt = ({ parts }: Orders, row: number): Group =>
  (parts[Math.floor(row / partSize)] as Part).groups[row % partSize] as Group;

export const featuresAt = ({ parts }: Orders, row: number): readonly number[] | null =>
  (parts[Math.floor(row / partSize)] as Part).features[row % partSize] as readonly number[] | null;

/** A copy of an order by itself. */
export function orderAt({ parts }: Orders, row: number): Order {
  const { numbers, ids, groups, features } = parts[Math.floor(row / partSize)] as Part;
  const at = row % partSize;
  return {
    id: ids[at] as string,
    group: groups[at] as Group,
    features: features[at] as readonly number[] | null,
    numbers: numbers.slice(at * width, (at + 1) * width),
  };
}

/** Adds an order with the numbers of the draft and returns its row. */
export function addOrder(
  orders: Orders,
  id: string,
  group: Group,
  features: readonly number[] | null,
): number {
  const row = orders.size++;
  const at = row % partSize;
  if (at === 0 && orders.parts.length * partSize === row) {
    orders.parts.push({
      numbers: new Float64Array(partSize * width),
      ids: [],
      groups: [],
      features: [],
    });
  }
  const part = orders.parts[Math.floor(row / partSize)] as Part;
  part.ids[at] = id;
  part.groups[at] = group;
  part.features[at] = features;
  part.numbers.set(orders.draft, at * width);
  setId(orders.rows, id, row);
  return row;
}

export function removeOrder(orders: Orders, row: number): void {
  const last = --orders.size;
  const part = orders.parts[Math.floor(row / partSize)] as Part;
  const end = orders.parts[Math.floor(last / partSize)] as Part;
  const [at, from] = [row % partSize, last % partSize];
  deleteId(orders.rows, part.ids[at] as string);
  const id = end.ids.pop() as string;
  const group = end.groups.pop() as Group;
  const features = end.features.pop() as readonly number[] | null;
  if (row !== last) {
    part.ids[at] = id;
    part.groups[at] = group;
    part.features[at] = features;
    part.numbers.set(end.numbers.subarray(from * width, (from + 1) * width), at * width);
    setId(orders.rows, id, row);
  }
  // One empty part is kept, or an order that comes and goes at its edge would make one each time.
  if (from === 0 && orders.parts.length * partSize - last >= 2 * partSize) orders.parts.pop();
}
