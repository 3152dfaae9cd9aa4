import { unitMs } from '../core/time-units';
import type { LiveUnit } from '../live/units';
import { slack } from '../numerics/nearly';
import type { Dialect } from './dialects';
import { firstFault, type GroupedPlan, groupBy } from './input-groups';
import { timeFaults, timeOf, timeReader } from './input-times';
import { countColumn, doubleColumn, type Layer, v } from './nested';
import { fromNothing, offRange, readLayers } from './numbers-read';
import { shareColumns } from './wilson';

/**
 * The names of the columns of orders.
 *
 * @inline
 */
export type OrderNames = {
  /** When it began. */
  readonly started: string;
  /** When it was delivered; null where it has not been. */
  readonly finished: string;
  /** When it was called off; null where it has not been. None was unless given. */
  readonly cancelled?: string | undefined;
  /** When it was known to be lost, which keeps no promise; null where it is not. None was unless given. */
  readonly lost?: string | undefined;
} & (
  | {
      /** What it was promised, a duration of at least 0 in the unit; null for none. */
      readonly promise: string;
    }
  | {
      /** When it was promised for; null for no promise. */
      readonly due: string;
    }
);

/** What is scored, and how. */
interface Scored {
  readonly unit: LiveUnit;
  readonly keepRate: number;
  readonly asOf: Date;
  readonly startedFrom?: Date | undefined;
  readonly confidence?: number | undefined;
  readonly columns: {
    readonly started: string;
    readonly finished: string;
    readonly cancelled?: string | undefined;
    readonly lost?: string | undefined;
    /** One of the two. */
    readonly promise?: string | undefined;
    readonly due?: string | undefined;
  };
}

/** What may have become of a promise, by its number. */
const verdicts = ['kept', 'late', 'overdue', 'cancelled', 'pending', 'none'] as const;

const start = v('start');
const quote = v('quote');
const took = v('took');
const verdict = v('verdict');
const isCounted = `${verdict} <= ${verdicts.indexOf('overdue')}`;

/** How promises did, by group. */
export function backtestPlan(scored: Scored, dialect: Dialect): GroupedPlan {
  const { columns, keepRate, confidence } = scored;
  const { number } = dialect;
  const timeRead = timeReader(scored.asOf);
  const started = timeRead('start', columns.started);
  const ends = [
    timeRead('finished', columns.finished),
    ...(columns.cancelled === undefined ? [] : [timeRead('cancelled', columns.cancelled)]),
    ...(columns.lost === undefined ? [] : [timeRead('lost', columns.lost)]),
  ];
  const { promise: durations = '', due } = columns;
  const promise =
    due === undefined
      ? { as: 'promise', column: durations, range: fromNothing }
      : timeRead('due', due);
  const isDue = promise.as === 'due';
  const [raw, fit] = readLayers([started, ...ends, promise], dialect);
  const ended = ends.map(({ as }) => `CASE WHEN ${v(as)} IS NULL THEN 0 ELSE 1 END`).join(' + ');
  const count = verdicts.map(
    (name, i) => `count(CASE WHEN ${verdict} = ${i} THEN 1 END) AS ${v(name)}`,
  );
  const over = `${took} - ${quote}`;
  const late = `${verdict} = ${verdicts.indexOf('late')}`;
  const sums = [
    `sum(CASE WHEN ${isCounted} THEN ${quote} END) AS ${v('quotes')}`,
    `sum(CASE WHEN ${late} THEN ${over} END) AS ${v('lateness')}`,
    `sum(CASE WHEN ${verdict} <= ${verdicts.indexOf('late')} THEN CASE WHEN ${took} > ${quote} THEN ${number(keepRate)} * (${over}) ELSE ${number(1 - keepRate)} * (${quote} - ${took}) END END) AS ${v('loss')}`,
  ];
  const finished = `(${v('kept')} + ${v('late')})`;
  const n = `(${finished} + ${v('overdue')})`;
  const mean = (name: string, meaning: string, sum: string, of: string) =>
    doubleColumn(name, meaning, `CASE WHEN ${of} > 0 THEN ${v(sum)} / ${of} END`);
  return {
    layers: [raw, fit, quoteLayer(scored, isDue, dialect), { verdict: verdictOf(scored, dialect) }],
    rowFaults: [
      ...timeFaults(started, [], isDue ? [...ends, promise] : ends, dialect),
      ...(isDue ? [] : [offRange(promise, dialect)]),
      { code: 'ambiguous', input: null, when: `${ended} > 1` },
    ],
    isFlat: false,
    group: (rows, keys) =>
      `SELECT ${[...keys, ...count, ...sums, firstFault(dialect)].join(',\n  ')}
FROM (${rows}) AS od_rows
WHERE ${v('fault')} > 0 OR ${verdict} IS NOT NULL${groupBy(keys)}`,
    results: [...verdicts, 'quotes', 'lateness', 'loss'],
    faults: [],
    columns: [
      countColumn('orders', 'how many started', verdicts.map(v).join(' + ')),
      countColumn('n', 'those whose promise fell due', n),
      ...shareColumns('share', { count: v('kept'), of: n, confidence }, dialect),
      mean('quote', 'the mean promise of those, in the unit', 'quotes', n),
      mean(
        'pinball',
        'the mean pinball loss of those that finished, in the unit',
        'loss',
        finished,
      ),
      mean(
        'lateness',
        'by how much late ones were late on average, in the unit',
        'lateness',
        v('late'),
      ),
      countColumn('overdue', 'broken ones that had not finished', v('overdue')),
      countColumn('pending', 'not yet due, and not counted', v('pending')),
      countColumn('cancelled', 'called off before they were due, and not counted', v('cancelled')),
      countColumn('without_quote', 'orders without a promise, not counted', v('none')),
    ],
    reads: [started, ...ends, promise].map(({ column }) => column),
  };
}

/** What was promised and how long it took, in the unit; null for not. */
function quoteLayer({ unit, asOf }: Scored, isDue: boolean, dialect: Dialect): Layer {
  const length = dialect.number(unitMs[unit]);
  return {
    quote: isDue ? `(${v('due')} - ${start}) / ${length}` : v('promise'),
    took: `CASE WHEN ${v('finished')} <= ${timeOf(asOf, dialect)} THEN (${v('finished')} - ${start}) / ${length} END`,
  };
}

/** What became of a promise by a date; null for an order that is not scored. What happened later is not known. */
function verdictOf({ unit, asOf, startedFrom, columns }: Scored, dialect: Dialect): string {
  const now = timeOf(asOf, dialect);
  const span = `${quote} * ${dialect.number(unitMs[unit])}`;
  const inTime = (end: string) =>
    `${end} <= ${now} AND ${end} - ${start} <= ${span} + ${dialect.number(slack)} * (${span})`;
  const place = (name: (typeof verdicts)[number]) => verdicts.indexOf(name);
  const cases = [
    `${start} > ${now} THEN NULL`,
    ...(startedFrom ? [`${start} < ${timeOf(startedFrom, dialect)} THEN NULL`] : []),
    `${quote} IS NULL THEN ${place('none')}`,
    `${start} + ${span} > ${now} THEN ${place('pending')}`,
    `${inTime(v('finished'))} THEN ${place('kept')}`,
    `${took} IS NOT NULL THEN ${place('late')}`,
    ...(columns.cancelled === undefined
      ? []
      : [`${inTime(v('cancelled'))} THEN ${place('cancelled')}`]),
  ];
  return `CASE ${cases.map((one) => `WHEN ${one}`).join(' ')} ELSE ${place('overdue')} END`;
}
