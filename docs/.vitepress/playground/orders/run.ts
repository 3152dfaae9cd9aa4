import {
  type BacktestReport,
  backtestSteps,
  ordersFromRows,
  promiseFrontier,
} from 'overdeliver/backtest';
import { inEnglish } from 'overdeliver/english';
import { faultsIn } from './faults';
import {
  backtestOptionsOf,
  type Facts,
  factsOf,
  frontierRates,
  type Order,
  policiesOf,
} from './look-back';
import type { Answer } from './messages';
import { nextFor, type Past } from './next';
import { type PolicyName, policyNames } from './policy-names';
import type { ReadTable } from './read-table';
import { type OrdersSettings, rowOptionsOf } from './settings';

/** So many kinds of faults are listed; the count says how many rows there are. */
const faultsShown = 100;

/** From a table to the report, the frontier and the next promise, told piece by piece. */
export function lookBack(
  table: ReadTable,
  settings: OrdersSettings,
  say: (answer: Answer) => void,
): Past {
  const progress = (what: string) =>
    throttled((done, of) => say({ kind: 'progress', what, done, of }));
  const reading = progress('Reading orders');
  const { orders, faults, warnings } = ordersFromRows(table.rows, {
    ...rowOptionsOf(settings),
    onProgress: ({ done, of }) => reading(done, of ?? done),
  });
  const facts = factsOf(orders, settings);
  say({
    kind: 'orders',
    orders: orders.length,
    faults: faultsIn(table, faults).slice(0, faultsShown),
    faultCount: table.faults.length + faults.length,
    warnings: warnings.map((warning) => inEnglish(warning)),
    facts,
  });
  const report = reportOf(orders, facts, settings, progress('Living through the orders'));
  say({ kind: 'report', report });
  const past = { orders, facts, report };
  say({ kind: 'progress', what: 'The next promise', done: 0, of: 1 });
  say({ kind: 'next', next: nextFor(past, settings) });
  for (const [name, policy] of Object.entries(policiesOf(facts))) {
    if (name === 'yours' || report.policies[name]?.kept.n === 0) continue;
    const drawing = progress(`Other keep rates: ${policyNames[name as PolicyName]}`);
    const points = promiseFrontier(orders, policy, frontierRates, {
      unit: facts.unit,
      from: facts.from,
      onProgress: ({ done, of }) => drawing(done, of ?? done),
    });
    say({ kind: 'frontier', policy: name, points });
  }
  say({ kind: 'done' });
  return past;
}

function reportOf(
  orders: readonly Order[],
  facts: Facts,
  settings: OrdersSettings,
  progress: (done: number, of: number) => void,
): BacktestReport {
  const steps = backtestSteps(orders, backtestOptionsOf(facts, settings));
  let step = steps.next();
  while (!step.done) {
    progress(step.value.done, step.value.of ?? orders.length);
    step = steps.next();
  }
  return step.value;
}

/** Not more often than twenty times a second, and at the end. */
function throttled(tell: (done: number, of: number) => void) {
  let last = 0;
  return (done: number, of: number) => {
    const now = performance.now();
    if (now - last < 50 && done < of) return;
    last = now;
    tell(done, of);
  };
}
