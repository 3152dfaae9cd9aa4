import {
  byMonth,
  driftAlarms,
  type KeptRate,
  keptRate,
  keptRates,
  type Ledger,
  type LedgerEvent,
  openLedger,
  recordEvent,
} from 'overdeliver';
import { cusum, pageHinkley } from 'overdeliver/ledger';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { readTable, type TableRow, timeOf } from './data';

interface Order {
  readonly promise: LedgerEvent & { readonly kind: 'promise'; readonly due: Date };
  readonly delivery: LedgerEvent;
}

/** Delivered orders; a promise is kept to the end of the calendar day shown at purchase. */
function delivered(table: readonly TableRow[]): readonly Order[] {
  return table.flatMap((row) => {
    if (row.status !== 'delivered' || row.delivered_at === '') return [];
    const [id, segment] = [row.order as string, row.state as string];
    const [at, deliveredAt] = [row.purchased_at, row.delivered_at].map(
      (text) => new Date(timeOf(text)),
    ) as [Date, Date];
    const due = new Date(`${row.promised_date}T23:59:59.999Z`);
    return {
      promise: { kind: 'promise', id, at, due, segment },
      delivery: { kind: 'delivery', id, at: deliveredAt },
    };
  });
}

const recorded = (some: readonly Order[]): Ledger =>
  some.flatMap(({ promise, delivery }) => [promise, delivery]).reduce(recordEvent, openLedger());

/** The evening before 2018-03-20, when the promises of the 19th were still running. */
const asOf = new Date('2018-03-19T23:59:59Z');
const month = 30 * 86_400_000;
const atLast = new Date('2019-01-01');

const share = (rate: KeptRate) => rate.rate as number;

/** What the last 30 days look like, by who is counted and by when. */
function lastMonth(all: readonly Order[]): readonly Row[] {
  const name = '30 days to 2018-03-20';
  const madeLately = all.filter(({ promise }) => promise.at <= asOf && +promise.at > +asOf - month);
  const ended = madeLately.filter(({ delivery }) => delivery.at <= asOf);
  const endedOrDue = madeLately.filter(
    ({ promise, delivery }) => delivery.at <= asOf || promise.due <= asOf,
  );
  const seen = (some: readonly Order[]) => share(keptRate(recorded(some), { asOf: atLast }));
  const from = new Date(+asOf - month);
  const dueLately = keptRate(recorded(all), { asOf, from });
  const dueLater = keptRate(recorded(all), { asOf: atLast, from, to: asOf });
  return [
    row('ledger', name, 'kept of promises made, finished orders only', seen(ended)),
    row('ledger', name, 'the same with overdue ones broken', seen(endedOrDue)),
    row('ledger', name, 'kept of promises made, as it turned out', seen(madeLately)),
    row('ledger', name, 'kept of promises fallen due, seen then', share(dueLately)),
    row('ledger', name, 'kept of promises fallen due, seen later', share(dueLater)),
  ];
}

function drift(all: readonly Order[]): readonly Row[] {
  const ledger = recorded(all);
  const { alarms, rule } = driftAlarms(ledger, { asOf: atLast, keepRate: 0.95 });
  const within = (from: string, to: string) =>
    alarms.filter(({ at }) => at >= new Date(from) && at < new Date(to)).length;
  const by = byMonth('America/Sao_Paulo');
  const months = keptRates(ledger, { asOf: atLast, by }).filter(({ due }) => due > 100);
  const name = 'alarms when .95 are meant to be kept';
  return [
    row('ledger', name, 'false alarm after promises, on average', rule.falseAlarmEvery),
    row('ledger', name, '2017-03 to 2017-11, .96 kept', within('2017-03-01', '2017-12-01')),
    row('ledger', name, '2017-12 to 2018-01, .89 kept', within('2017-12-01', '2018-02-01')),
    row('ledger', name, '2018-03 to 2018-04, .84 kept', within('2018-03-01', '2018-05-01')),
    row('ledger', name, 'worst month', Math.min(...months.map(share))),
  ];
}

/** How many values the default CUSUM runs on average to a false alarm, and how it fares on promises. */
function runs(): readonly Row[] {
  const length = 4_000_000;
  const next = uniforms(3);
  const filled = (draw: () => number) => Float64Array.from({ length }, draw);
  const run = (alarms: number) => length / alarms;
  const normal = filled(
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
  const name = 'values to a false alarm, k = .5, h = 5';
  return [
    row('ledger', name, 'CUSUM, normal', run(cusum(normal, { target: 0, sd: 1 }).length)),
    row('ledger', name, 'Page-Hinkley, normal', run(pageHinkley(normal, { sd: 1 }).length)),
    ...[0.8, 0.9, 0.95, 0.99].map((p) => {
      const broken = filled(() => (next() < p ? 0 : 1));
      const found = cusum(broken, { target: 1 - p, sd: Math.sqrt(p * (1 - p)) });
      return row('ledger', name, `CUSUM, promises kept at ${p}`, run(found.length));
    }),
  ];
}

export const ledger: Bench = {
  room: 'ledger',
  run() {
    const table = readTable('marketplace-orders.csv');
    if (table === null) return runs();
    const all = delivered(table);
    return [...lastMonth(all), ...drift(all), ...runs()];
  },
};
