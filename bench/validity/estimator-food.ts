import {
  calibrateEstimates,
  capabilityByGroup,
  capabilityFromSamples,
  estimateWith,
  fitEstimator,
} from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { type Row, row } from '../report';
import { readTable, type TableRow, timeOf } from './data';

const keepRate = 0.9;

/** What is known when an order comes in. A load that was not recorded counts as none, with a category of its own. */
function known(order: TableRow) {
  const log = (name: string) => Math.log1p(Math.max(0, Number(order[name])));
  const at = new Date(timeOf(order.ordered_at));
  return {
    outstanding: log('orders_outstanding'),
    couriers: log('couriers_on_shift'),
    busy: log('couriers_busy'),
    drive: Number(order.drive_seconds_estimate) / 60,
    items: log('items'),
    subtotal: log('subtotal_cents'),
    load: order.orders_outstanding === '' ? 'unknown' : 'known',
    hour: String(at.getUTCHours()),
    weekday: String(at.getUTCDay()),
    market: order.market as string,
    category: order.category as string,
    store: order.store as string,
  };
}

type Known = ReturnType<typeof known>;

function columnsOf(names: readonly (keyof Known)[], rows: readonly Known[]) {
  return Object.fromEntries(
    names.map((name) => [name, rows.map((order) => order[name])]),
  ) as Record<string, readonly number[] | readonly string[]>;
}

/** What a time's day has, made once for each of them. */
function onePerDay<T>(make: (morning: number) => T): (time: number) => T {
  const made = new Map<number, T>();
  return (time) => {
    const morning = time - (time % 86_400_000);
    const found = made.get(morning) ?? make(morning);
    made.set(morning, found);
    return found;
  };
}

/** The first half fits, the next quarter calibrates, the last one is scored; the baselines learn from both. */
function measure(all: readonly TableRow[]): readonly Row[] {
  const minutes = all.map((order) => Number(order.minutes));
  const rows = all.map(known);
  const from = Math.round(0.75 * rows.length);
  const past = rows.slice(0, from);
  const actuals = minutes.slice(0, from);
  const names = Object.keys(rows[0] as Known) as (keyof Known)[];
  const columns = columnsOf(names, past);
  const unit = 'minutes';

  const { model, heldOut } = fitEstimator({ actuals, columns }, { unit, fitShare: 2 / 3 });
  const arrival = calibrateEstimates(heldOut, { unit });
  const everyone = capabilityFromSamples(actuals, { unit });
  // Each morning the model stays, and the last 1,000 orders that have arrived calibrate it.
  const { estimates, spreads } = estimateColumns(model, columnsOf(names, rows));
  const [ordered, delivered] = ['ordered_at', 'delivered_at'].map((name) =>
    all.map((order) => timeOf(order[name])),
  ) as [number[], number[]];
  const anew = onePerDay((morning) => {
    const last = delivered
      .flatMap((time, i) => (time < morning ? [i] : []))
      .sort((a, b) => (delivered[b] as number) - (delivered[a] as number))
      .slice(0, 1000);
    const at = (numbers: ArrayLike<number>) => last.map((i) => numbers[i] as number);
    const history = { estimates: at(estimates), spreads: at(spreads), actuals: at(minutes) };
    return calibrateEstimates(history, { unit });
  });
  const grouped = past.map(({ store, market }, i) => ({
    value: actuals[i] as number,
    path: [store, market],
  }));
  const group = capabilityByGroup(grouped, { unit, levels: ['store', 'market'] });
  const quotes: Readonly<Record<string, (order: Known, i: number) => number>> = {
    'estimator, calibrated': (order) => arrival(estimateWith(model, order)).quantile(keepRate),
    'estimator, calibrated each day': (_, i) =>
      anew(ordered[from + i] as number)({
        estimate: estimates[from + i] as number,
        spread: spreads[from + i] as number,
      }).quantile(keepRate),
    'one quantile for all': () => everyone.quantile(keepRate),
    'store, then market': ({ store, market }) => group([store, market]).quantile(keepRate),
  };
  const scores = Object.entries(quotes).flatMap(([name, quoteOf]) => {
    const caseName = `food delivery, last quarter: ${name}`;
    const quoted = rows.slice(from).map(quoteOf);
    const over = quoted.map((quote, i) => (minutes[from + i] as number) - quote);
    const mean = (numbers: readonly number[]) =>
      numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    return [
      row('estimator', caseName, 'kept at .9', mean(over.map((late) => (late <= 0 ? 1 : 0)))),
      row(
        'estimator',
        caseName,
        'pinball loss at .9, minutes',
        mean(over.map((late) => Math.max(keepRate * late, (keepRate - 1) * late))),
      ),
      row('estimator', caseName, 'mean quote, minutes', mean(quoted)),
    ];
  });
  const fit = 'food delivery, first half: the fit';
  return [
    ...scores,
    row('estimator', fit, 'share of the variance of log minutes explained', model.r2 ?? 0),
    row('estimator', fit, 'residual standard deviation of log minutes', model.residualSd),
  ];
}

/** Food orders in a stream. */
export function foodRows(): readonly Row[] {
  const orders = readTable('food-delivery.csv');
  return orders === null ? [] : measure(orders);
}
