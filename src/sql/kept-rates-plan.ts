import type { Dialect } from './dialects';
import { firstFault, type GroupedPlan, groupBy } from './input-groups';
import { timeFaults, timeOf, timeReader } from './input-times';
import { countColumn, type Fault, v } from './nested';
import { offRange, readLayers } from './numbers-read';
import { placeFaults, placeLayers } from './place-read';
import { shareColumns } from './wilson';

/**
 * The names of the columns of promises.
 *
 * @inline
 */
export interface PromiseNames {
  /** When it was made. */
  readonly made: string;
  /** The last moment at which delivery keeps it. */
  readonly due: string;
  /** The first one, null where no window was promised; none was unless given. */
  readonly from?: string | undefined;
  /** When it was delivered, null where it has not been. */
  readonly delivered: string;
  /** When it was called off, null where it has not been, and by whom: the same for all, or a column that says so. */
  readonly cancelled?:
    | { readonly at: string; readonly by: 'customer' | 'company' | { readonly column: string } }
    | undefined;
}

/** What is counted, and of what. */
interface Counted {
  readonly asOf: Date;
  readonly dueFrom?: Date | undefined;
  readonly dueTo?: Date | undefined;
  readonly confidence?: number | undefined;
  readonly columns: PromiseNames;
}

/** How a promise may stand, by its number. */
const standings = ['kept', 'broken', 'early', 'overdue', 'pending', 'cancelled'] as const;

const made = v('made');
const due = v('due');
const from = v('from');
const delivered = v('delivered');
const cancelled = v('cancelled');
const by = v('by');

/** The kept rates of groups of promises. */
export function keptRatesPlan(counted: Counted, dialect: Dialect): GroupedPlan {
  const { columns, confidence } = counted;
  const { cancelled: calledOff } = columns;
  const timeRead = timeReader(counted.asOf);
  const start = timeRead('made', columns.made);
  const needed = [timeRead('due', columns.due)];
  const window = columns.from === undefined ? [] : [timeRead('from', columns.from)];
  const ends = [
    timeRead('delivered', columns.delivered),
    ...(calledOff ? [timeRead('cancelled', calledOff.at)] : []),
  ];
  const byColumn = calledOff && typeof calledOff.by !== 'string' ? calledOff.by.column : null;
  const [raw, fit] = readLayers([start, ...needed, ...window, ...ends], dialect);
  const [told, place] = byColumn
    ? placeLayers('by', byColumn, ['customer', 'company'], dialect)
    : [];
  const count = standings.map(
    (name, i) => `count(CASE WHEN ${v('standing')} = ${i} THEN 1 END) AS ${v(name)}`,
  );
  const broken = `(${v('broken')} + ${v('early')} + ${v('overdue')})`;
  const allDue = `(${v('kept')} + ${broken})`;
  return {
    layers: [{ ...raw, ...told }, { ...fit, ...place }, { standing: standingOf(counted, dialect) }],
    rowFaults: [
      ...timeFaults(start, needed, ends, dialect),
      ...window.flatMap((read): Fault[] => [
        offRange(read, dialect),
        { code: 'date-order', input: read.column, when: `${from} > ${due}` },
      ]),
      ...(calledOff
        ? [
            {
              code: 'ambiguous',
              input: calledOff.at,
              when: `${delivered} IS NOT NULL AND ${cancelled} IS NOT NULL`,
            },
          ]
        : []),
      ...(byColumn ? placeFaults('by', byColumn) : []).map((fault) => ({
        ...fault,
        when: `${cancelled} IS NOT NULL AND ${fault.when}`,
      })),
    ],
    isFlat: false,
    group: (rows, keys) =>
      `SELECT ${[...keys, ...count, firstFault(dialect)].join(',\n  ')}
FROM (${rows}) AS od_rows
WHERE ${v('fault')} > 0 OR ${v('standing')} IS NOT NULL${groupBy(keys)}`,
    results: [...standings],
    faults: [],
    columns: [
      countColumn('due', 'the promises that fell due', allDue),
      countColumn('kept', 'those kept', v('kept')),
      countColumn('broken', 'those broken, early and overdue ones too', broken),
      countColumn('early', 'those delivered before their window began', v('early')),
      countColumn('overdue', 'those still open', v('overdue')),
      countColumn('pending', 'not yet due, and not counted', v('pending')),
      countColumn(
        'cancelled',
        'called off by the customer in time, and not counted',
        v('cancelled'),
      ),
      ...shareColumns('rate', { count: v('kept'), of: allDue, confidence }, dialect),
    ],
    reads: [
      ...[start, ...needed, ...window, ...ends].map(({ column }) => column),
      ...(byColumn ? [byColumn] : []),
    ],
  };
}

/** How a promise stands by a date; null for one that is not counted. What happened later is not known. */
function standingOf({ asOf, dueFrom, dueTo, columns }: Counted, dialect: Dialect): string {
  const now = timeOf(asOf, dialect);
  const { cancelled: calledOff, from: window } = columns;
  const place = (name: (typeof standings)[number]) => standings.indexOf(name);
  const known = (end: string) => `${end} <= ${now}`;
  const byCustomer =
    !calledOff || calledOff.by === 'company'
      ? null
      : calledOff.by === 'customer'
        ? ''
        : ` AND ${by} = 0`;
  const cases = [
    `${made} > ${now} THEN NULL`,
    ...(dueFrom ? [`${due} < ${timeOf(dueFrom, dialect)} THEN NULL`] : []),
    ...(dueTo ? [`${due} >= ${timeOf(dueTo, dialect)} THEN NULL`] : []),
    ...(byCustomer === null
      ? []
      : [`${known(cancelled)} AND ${cancelled} <= ${due}${byCustomer} THEN ${place('cancelled')}`]),
    `${due} > ${now} THEN ${place('pending')}`,
    ...(calledOff ? [`${known(cancelled)} THEN ${place('broken')}`] : []),
    `${delivered} IS NULL OR ${delivered} > ${now} THEN ${place('overdue')}`,
    `${delivered} > ${due} THEN ${place('broken')}`,
    ...(window === undefined ? [] : [`${delivered} < ${from} THEN ${place('early')}`]),
  ];
  return `CASE ${cases.map((one) => `WHEN ${one}`).join(' ')} ELSE ${place('kept')} END`;
}
