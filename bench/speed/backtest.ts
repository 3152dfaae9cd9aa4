import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { byMonth, livePromiser } from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';
import { uniforms } from '../uniforms';

const hour = 3_600_000;
const first = Date.UTC(2026, 0, 1);

type Order = BacktestOrder & { readonly started: number; readonly finished: number };

/** One order an hour of 20 groups, log-normal durations about so many days, one after another in order of start. */
function* stream(count: number, days: number): Generator<Order> {
  const next = uniforms(11);
  const groups = Array.from({ length: 20 }, (_, i) => `group-${i}`);
  for (let i = 0; i < count; i++) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const started = first + i * hour;
    const finished = started + Math.ceil(24 * days * hour * Math.exp(0.4 * normal));
    yield { id: `order-${i}`, started, finished, group: groups[i % 20] as string };
  }
}

/** The same orders through a promiser, as one would write it who wants nothing but its quotes. */
function bareLoop(orders: readonly Order[]): number {
  const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 10 });
  const ends = [...orders].sort((a, b) => a.finished - b.finished);
  let next = 0;
  let sum = 0;
  for (const { id, started, group } of orders) {
    for (let end = ends[next]; end && end.finished < started; end = ends[++next]) {
      promiser.finish({ id: end.id, at: end.finished });
    }
    sum += promiser.start({ id, at: started, group: group as string }).promise ?? 0;
  }
  return sum;
}

function againstBareLoop() {
  const orders = [...stream(25_000, 10)];
  const by = byMonth('America/Sao_Paulo');
  const options = { unit: 'days', keepRate: 0.9, by } as const;
  const policies = { live: quotesFromPromiser({ typical: 10 }) };
  const ours = () => backtestPromises(orders, { ...options, policies }).policies.live.kept.n;
  const { ratio, subject } = timePairs(ours, () => bareLoop(orders));
  const name = '25,000 orders, live policy';
  return [
    row('backtest', name, 'ratio to a bare loop over livePromiser', ratio),
    row('backtest', name, 'milliseconds', subject),
  ];
}

function searches(size: number, count: number): () => number {
  const next = uniforms(5);
  const sorted = Float64Array.from({ length: size }, () => next()).sort();
  const wanted = Float64Array.from({ length: count }, () => next());
  return () => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const x = wanted[i] as number;
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] as number) < x) low = middle + 1;
        else high = middle;
      }
      sum += low;
    }
    return sum;
  };
}

/** An order quoted and one that ends, while so many are remembered. */
function againstSearch(remembered: number) {
  const events = 20_000;
  const next = uniforms(7);
  const days = (remembered * hour) / (24 * hour);
  const { quote, end } = quotesFromHistory({ days })({ unit: 'days', keepRate: 0.9 });
  const groups = Array.from({ length: 20 }, (_, i) => `group-${i}`);
  let i = 0;
  const goOn = (count: number) => {
    let sum = 0;
    for (const until = i + count; i < until; i++) {
      const at = new Date(first + i * hour);
      const group = groups[i % 20] as string;
      const order = { id: '', started: at, group, estimate: null, features: null, promise: null };
      sum += quote(order) ?? 0;
      end?.(order, { at, how: 'finished', took: next() });
    }
    return sum;
  };
  goOn(2 * remembered);
  const { ratio, subject } = timePairs(() => goOn(events), searches(remembered, events));
  const name = `quotesFromHistory, ${remembered.toLocaleString('en')} remembered`;
  return [
    row('backtest', name, 'an order / a binary search over as many', ratio),
    row('backtest', name, 'microseconds', (1000 * subject) / events),
  ];
}

/** The most that is held while orders come one by one, in bytes beyond what was held before. */
function mostHeld(count: number): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  };
  const before = held();
  let most = 0;
  backtestPromises(stream(count, 10), {
    unit: 'days',
    keepRate: 0.9,
    asOf: first + count * hour,
    by: (order) => (order.due < new Date(0) ? 'before' : 'after'),
    policies: { rolling: quotesFromHistory({ days: 60 }), live: quotesFromPromiser() },
    onProgress: ({ done }) => {
      if (done % (count / 10) === 0) most = Math.max(most, held() - before);
    },
  });
  return most;
}

function inMemory() {
  const [few, many] = [mostHeld(100_000), mostHeld(1_000_000)];
  const name = '1,000,000 orders one by one, two policies';
  return [
    row('backtest', name, 'held / that of 100,000', many / few),
    row('backtest', name, 'megabytes', many / 2 ** 20),
  ];
}

export const backtest: Bench = {
  room: 'backtest',
  run: () => [
    ...againstBareLoop(),
    ...againstSearch(1000),
    ...againstSearch(100_000),
    ...inMemory(),
  ],
};
