import type { OrderColumns, OrderField, OrderRowsOptions } from 'overdeliver/backtest';

/** How orders are read and looked back at; all of it stands in the address, the orders do not. */
export const ordersDefaults = {
  /** `pizzeria` or `flights`, which are a click away; nothing for one's own. */
  sample: '',
  id: '',
  started: '',
  finished: '',
  cancelled: '',
  lost: '',
  group: '',
  estimate: '',
  promise: '',
  due: '',
  /** Columns of numbers that may matter, as JSON. */
  features: '[]',
  zone: '',
  dateOrder: '',
  /** 0 for not said. */
  yearsFrom: 0,
  /** `comma` or `point`; nothing for not said. */
  decimals: '',
  missing: '-, NULL, n/a',
  unit: '',
  keepRate: 0.9,
  by: '',
  /** The policy that promises the next order; nothing for the one that came out best. */
  nextBy: '',
  /** What is known of the next order, as JSON: numbers by the name of their column; the median where it says nothing. */
  nextKnown: '{}',
  forGroup: '',
  days: 60,
  /** Of which multiple a promise is to be; -1 for what suits the unit, 0 for an exact one. */
  multipleOf: -1,
};
export type OrdersSettings = typeof ordersDefaults;

/** All but the beginning of a window: a look back holds orders against its end. */
export const orderFields = [
  'id',
  'started',
  'finished',
  'cancelled',
  'lost',
  'due',
  'promise',
  'estimate',
  'group',
] as const satisfies readonly OrderField[];

/** What a column may hold, as a question. */
export const fieldNames: Readonly<Record<(typeof orderFields)[number], string>> = {
  id: 'Name of the order',
  started: 'When it started',
  finished: 'When it was delivered',
  cancelled: 'When it was called off',
  lost: 'When it was known to be lost',
  due: 'The date it was promised for',
  promise: 'The duration it was promised',
  estimate: 'Your own estimate of its duration',
  group: 'What it has in common with others (area, shop)',
};

/** The field of words that say that a cell is empty. */
export const missingLabel = 'Nothing is there where it says';

export const featuresOf = ({ features }: OrdersSettings): readonly string[] => {
  try {
    const names: unknown = JSON.parse(features);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
};

/** What was said of the next order. */
export const knownOf = ({
  nextKnown,
}: Pick<OrdersSettings, 'nextKnown'>): Readonly<Record<string, number>> => {
  try {
    const known: unknown = JSON.parse(nextKnown);
    return Object.fromEntries(
      Object.entries(known ?? {}).filter(([, value]) => typeof value === 'number'),
    );
  } catch {
    return {};
  }
};

/** The columns that were chosen. */
export const columnsOf = (settings: OrdersSettings): OrderColumns =>
  Object.fromEntries(
    orderFields.filter((field) => settings[field] !== '').map((field) => [field, settings[field]]),
  );

/** What `ordersFromRows` is to be told, without what it need not be. */
export function rowOptionsOf(settings: OrdersSettings): OrderRowsOptions {
  const { started, zone, dateOrder, yearsFrom, decimals, missing } = settings;
  const words = missing
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const features = featuresOf(settings);
  return {
    columns: { ...columnsOf(settings), started },
    ...(features.length > 0 && { features }),
    ...(zone !== '' && { zone }),
    ...(dateOrder !== '' && { dateOrder: dateOrder as 'day-first' }),
    ...(yearsFrom !== 0 && { yearsFrom }),
    ...(decimals !== '' && { decimalComma: decimals === 'comma' }),
    ...(words.length > 0 && { missing: words }),
  };
}
