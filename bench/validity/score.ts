import type { PastOrder } from './data';

/** How the promises of a method did at one target. Durations in milliseconds. */
export interface Score {
  readonly n: number;
  readonly kept: number;
  readonly mean: number;
  readonly pinball: number;
  /** The least share kept in a month of purchase with more than 100 orders. */
  readonly worstMonth: number;
}

/** Pinball loss: what a quantile forecast is scored by; lower is sharper and truer. */
function pinball(outcome: number, promise: number, p: number): number {
  return outcome > promise ? p * (outcome - promise) : (1 - p) * (promise - outcome);
}

export function scoreOf(
  orders: readonly PastOrder[],
  promises: readonly number[],
  p: number,
  from: number,
  to = Infinity,
): Score {
  let n = 0;
  let kept = 0;
  let sum = 0;
  let loss = 0;
  const months = new Map<string, [orders: number, kept: number]>();
  orders.forEach((order, i) => {
    if (order.started < from || order.started >= to || order.how !== 'finished') return;
    const promise = promises[i] as number;
    const took = order.ended - order.started;
    const keeps = took <= promise ? 1 : 0;
    n++;
    kept += keeps;
    sum += promise;
    loss += pinball(took, promise, p);
    const month = new Date(order.started).toISOString().slice(0, 7);
    const [count, good] = months.get(month) ?? [0, 0];
    months.set(month, [count + 1, good + keeps]);
  });
  const rates = [...months.values()].filter(([count]) => count > 100).map(([c, good]) => good / c);
  return {
    n,
    kept: kept / n,
    mean: sum / n,
    pinball: loss / n,
    worstMonth: Math.min(...rates),
  };
}
