import { distinctRows } from '../numerics/distinct-rows';

/** Purchase histories as a fit needs them, with time in a unit of its own: those alike are counted once. */
export interface Histories {
  /** The times that occur, as ages or as recencies. */
  readonly times: Float64Array;
  /** For each of these, how many customers are of this age, and their repeat purchases. */
  readonly customers: Float64Array;
  readonly purchases: Float64Array;
  readonly repeatBuyers: readonly RepeatBuyers[];
}

/** The customers of one frequency above 0: the histories that occur, and how many have each. */
interface RepeatBuyers {
  readonly frequency: number;
  /** The places of their recencies and ages among the times. */
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly customers: Float64Array;
}

type HistoryColumns = Readonly<Record<'frequency' | 'recency' | 'age', Float64Array>>;

/** One in so many customers. */
export function thinned(
  { frequency, recency, age }: HistoryColumns,
  every: number,
): HistoryColumns {
  const rows = Math.ceil(age.length / every);
  const few = (column: Float64Array) =>
    Float64Array.from({ length: rows }, (_, i) => column[i * every] as number);
  return { frequency: few(frequency), recency: few(recency), age: few(age) };
}

/** Counts histories that were read, their times divided by a unit. */
export function historiesOf(columns: HistoryColumns, unit: number): Histories {
  const { first, counts } = distinctRows([columns.frequency, columns.recency, columns.age]);
  const [x, recency, age] = [columns.frequency, columns.recency, columns.age].map((column) =>
    Float64Array.from(first, (row) => column[row] as number),
  ) as [Float64Array, Float64Array, Float64Array];
  const size = first.length;
  const both = new Float64Array(2 * size);
  both.set(recency);
  both.set(age, size);
  const distinct = distinctRows([both]);
  const times = Float64Array.from(distinct.first, (place) => (both[place] as number) / unit);
  const customers = new Float64Array(times.length);
  const purchases = new Float64Array(times.length);
  const byFrequency = new Map<number, number[]>();
  for (let i = 0; i < size; i++) {
    const at = distinct.groups[size + i] as number;
    const n = counts[i] as number;
    customers[at] = (customers[at] as number) + n;
    purchases[at] = (purchases[at] as number) + n * (x[i] as number);
    if (x[i] === 0) continue;
    const alike = byFrequency.get(x[i] as number);
    if (alike) alike.push(i);
    else byFrequency.set(x[i] as number, [i]);
  }
  const repeatBuyers = Array.from(byFrequency, ([frequency, alike]) => ({
    frequency,
    recency: Int32Array.from(alike, (i) => distinct.groups[i] as number),
    age: Int32Array.from(alike, (i) => distinct.groups[size + i] as number),
    customers: Float64Array.from(alike, (i) => counts[i] as number),
  }));
  return { times, customers, purchases, repeatBuyers };
}
