import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/data/', import.meta.url);

/** Where to get the data; files are looked for in ../shared/data, beside the repository. */
const sources = {
  'marketplace-orders.csv':
    'the Brazilian E-Commerce Public Dataset by Olist (Kaggle, CC BY-NC-SA 4.0): orders, items and customers in one table',
  'food-delivery.csv':
    "DoorDash's delivery duration sample (StrataScratch): one row an order, minutes from order to delivery",
  'ecsi-mobi.csv': 'the mobile phone survey mobi of the R packages semPLS and plspm (GPL-3)',
  'kano-answers.csv': 'a Kano questionnaire in an R package (GPL-3)',
  'kano-features.csv': 'the same',
  'airline-survey.csv':
    'the airline survey of the R package MKT4320BGSU (MIT): what was expected of 23 attributes, and how they were found',
  'airline-passengers.csv':
    "Maven Analytics' airline passenger satisfaction (no licence stated): fourteen touchpoints rated by passengers",
  'cdnow-summary.csv':
    'the Python package lifetimes (MIT), made of the CDNOW data of brucehardie.com',
} as const;

/** An order of real data; times in milliseconds, fields as they stand in the file. */
export interface PastOrder {
  readonly id: string;
  readonly group: string;
  readonly started: number;
  /** Infinity for never. */
  readonly ended: number;
  readonly how: 'finished' | 'cancelled' | 'never';
  readonly fields: TableRow;
}

/** A row of a file, by the names in its first line. */
export type TableRow = Readonly<Record<string, string>>;

/** The rows of a file, or null and a word on where to get it. No cell that is used holds a comma. */
export function readTable(file: keyof typeof sources): TableRow[] | null {
  const url = new URL(file, folder);
  if (!existsSync(url)) {
    process.stderr.write(`${file} is not in ../shared/data: it comes from ${sources[file]}\n`);
    return null;
  }
  const [header, ...lines] = readFileSync(url, 'utf8').trim().split(/\r?\n/);
  const names = (header as string).split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** A time of the files, which name no zone: read as UTC. */
export function timeOf(text: string | undefined): number {
  if (!text) return Number.NaN;
  return Date.parse(text.length > 10 ? `${text.replace(' ', 'T')}Z` : `${text}T00:00:00Z`);
}

const byStart = (orders: PastOrder[]) => orders.sort((a, b) => a.started - b.started);

/** The marketplace's delivered orders by purchase, and the others. */
export function marketplaceOrders(): { delivered: PastOrder[]; others: PastOrder[] } | null {
  const rows = readTable('marketplace-orders.csv');
  if (rows === null) return null;
  const of = (how: PastOrder['how']) => (fields: TableRow) => ({
    id: fields.order as string,
    group: fields.state as string,
    started: timeOf(fields.purchased_at),
    ended: how === 'finished' ? timeOf(fields.delivered_at) : Infinity,
    how,
    fields,
  });
  const isDelivered = (row: TableRow) => row.status === 'delivered' && row.delivered_at !== '';
  return {
    delivered: byStart(rows.filter(isDelivered).map(of('finished'))),
    others: byStart(rows.filter((row) => row.status !== 'delivered').map(of('never'))),
  };
}

/** The food orders by time, by store. */
export function foodOrders(): PastOrder[] | null {
  const rows = readTable('food-delivery.csv');
  if (rows === null) return null;
  return byStart(
    rows.map((fields, i) => {
      const started = timeOf(fields.ordered_at);
      return {
        id: String(i),
        group: fields.store as string,
        started,
        ended: started + Math.round(Number(fields.minutes) * 60_000),
        how: 'finished' as const,
        fields,
      };
    }),
  );
}
