import { greatest, least } from '../lifetime/rows';
import { slack } from '../numerics/nearly';
import { aliveLayers } from './alive-layers';
import { type Dialect, dialects } from './dialects';
import {
  doubleColumn,
  type Fault,
  type Given,
  layered,
  outputOf,
  type Plan,
  resultOf,
  v,
} from './nested';
import {
  lacking,
  type NumberRead,
  offRange,
  outOfRange,
  type Range,
  readLayers,
  upTo,
  within,
} from './numbers-read';
import { type BgNbdNumbers, type PeriodEnd, purchaseTables } from './purchase-terms';
import type { SqlQuery, SqlRows } from './query';

/** Histories as a query reads them. */
export interface HistoriesRead {
  readonly values: BgNbdNumbers;
  readonly columns: { readonly frequency: string; readonly recency: string; readonly age: string };
  readonly ends: readonly PeriodEnd[];
  /** The end of the last period. */
  readonly horizon: number;
  readonly orders: OrdersRead | null;
}

/** The values of orders: the numbers of the gamma-gamma model, the column of means, and what is left of an order. */
interface OrdersRead {
  readonly values: readonly [p: number, q: number, gamma: number];
  readonly column: string;
  readonly marginRate: number;
}

const aTime = upTo(greatest);
const aCount: Range = (x, { number }) =>
  `${x} >= ${number(0)} AND ${x} <= ${number(greatest)} AND floor(${x}) = ${x}`;
const aValue = within(least, greatest);

/** The customers as layers in a first table, then the tables of purchases, and both together. */
export function lifetimeQuery(rows: SqlRows, histories: HistoriesRead): SqlQuery {
  const dialect = dialects[rows.dialect];
  const plan = lifetimePlan(histories, dialect);
  const tables = [
    `od_base AS MATERIALIZED (${layered(rows, plan)})`,
    ...purchaseTables(histories.values, histories.ends, dialect),
  ];
  const joined = `od_base LEFT JOIN od_sums ON od_tx = ${v('x')} AND od_tage = ${v('age')}`;
  const text = `WITH RECURSIVE ${tables.join(',\n')}\nSELECT ${outputOf(rows, plan)}\nFROM ${joined}`;
  return resultOf(rows, plan, text);
}

function lifetimePlan({ values, columns, horizon, orders }: HistoriesRead, dialect: Dialect): Plan {
  const frequency: NumberRead = { as: 'x', column: columns.frequency, range: aCount };
  const age: NumberRead = { as: 'age', column: columns.age, range: aTime };
  const recency: NumberRead = { as: 'recency', column: columns.recency, range: aTime };
  const means = orders ? [{ as: 'mean', column: orders.column, range: aValue }] : [];
  const [raw, fit] = readLayers([frequency, age, recency, ...means], dialect);
  const isRepeat = `${v('x')} > ${dialect.number(0)}`;
  const ofRepeats = (fault: Fault) => ({ ...fault, when: `${isRepeat} AND ${fault.when}` });
  return {
    layers: [raw, fit, ...aliveLayers(values, dialect)],
    faults: [
      ...[frequency, age, recency].map((read) => offRange(read, dialect)),
      ...[frequency, age, recency].map((read) => lacking(read, dialect)),
      outOfRange(columns.recency, `${v('recency')} > ${v('age')} * ${dialect.number(1 + slack)}`),
      outOfRange(columns.recency, `NOT (${isRepeat}) AND ${v('recency')} > ${dialect.number(0)}`),
      ...means.flatMap((mean) => [
        ofRepeats(offRange(mean, dialect)),
        ofRepeats(lacking(mean, dialect)),
      ]),
      outOfRange(null, `${dialect.number(horizon)} > ${farthest(values, dialect)}`),
    ],
    columns: [
      doubleColumn('alive', 'the chance that they will buy again at all, 0 to 1', v('alive')),
      doubleColumn(
        'purchases',
        'how often they are expected to buy, from 0',
        `${v('alive')} * od_purchases`,
      ),
      ...(orders ? valueColumns(orders, dialect) : []),
    ],
    reads: [frequency, age, recency, ...means].map((read) => read.column),
  };
}

/** As far as some thousand terms reach. */
function farthest([r, alpha]: BgNbdNumbers, dialect: Dialect): string {
  const { number } = dialect;
  // The sum of BG/NBD takes more terms the further it reaches, the sooner the greater r and x.
  const terms = dialect.least(number(1e3), `${number(1e4)} / (${number(r)} + ${v('x')})`);
  return `(${number(alpha)} + ${v('age')}) * ${terms}`;
}

/** What the next order is worth, as `expectedOrderValue` has it, and what all of them leave. */
function valueColumns({ values, marginRate }: OrdersRead, { number }: Dialect): readonly Given[] {
  const [p, q, gamma] = values;
  const x = v('x');
  const spent = `CASE WHEN ${x} > ${number(0)} THEN ${x} * ${v('mean')} ELSE ${number(0)} END`;
  const all = `(${number(p)} * ${x} + ${number(q - 1)})`;
  const worth = `CASE WHEN ${all} > ${number(0)} THEN ${number(p)} * (${number(gamma)} + ${spent}) / ${all} END`;
  const money = 'in the money of the column; null where the model gives no mean';
  return [
    doubleColumn('order_value', `what an order is expected to be worth, ${money}`, worth),
    doubleColumn(
      'value',
      `what they are still worth, ${money}`,
      `${number(marginRate)} * (${worth}) * ${v('alive')} * od_discounted`,
    ),
  ];
}
