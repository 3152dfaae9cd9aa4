import { capabilityAsOf, type PromisePlan, planPromise, toMultipleOf } from 'overdeliver';
import { type BacktestOrder, type BacktestReport, quoteNext } from 'overdeliver/backtest';
import { promiseInEnglish } from 'overdeliver/english';
import { messageOf } from '../shared/numbers';
import { bestNext } from './basis';
import { type Facts, type Order, policiesOf } from './look-back';
import { multipleFor } from './multiple';
import { type NextPolicy, policyNames } from './policy-names';
import { knownOf, type OrdersSettings } from './settings';

/** The settings that a next promise has besides those of the look back. */
export type NextSettings = Pick<
  OrdersSettings,
  'nextBy' | 'nextKnown' | 'forGroup' | 'days' | 'multipleOf'
>;

/** What to promise the next order, or why that cannot be said. */
export interface Next {
  readonly settings: NextSettings;
  /** The policy that promises. */
  readonly by: NextPolicy;
  readonly promise: number | null;
  /** The plan behind it, where the last days are the policy, and how many orders it goes by. */
  readonly plan: PromisePlan | null;
  readonly n: number | null;
  readonly english: string;
  readonly fault: string | null;
}

export const nextSettingsOf = (settings: OrdersSettings): NextSettings => {
  const { nextBy, nextKnown, forGroup, days, multipleOf } = settings;
  return { nextBy, nextKnown, forGroup, days, multipleOf };
};

/** The policy that was chosen, else the one that came out best. */
export const policyFor = ({ nextBy }: NextSettings, report: BacktestReport): NextPolicy =>
  nextBy !== 'yours' && Object.hasOwn(policyNames, nextBy)
    ? (nextBy as NextPolicy)
    : bestNext(report);

/** An order that starts where the data end. */
export function nextOrder(settings: NextSettings, { groups, known }: Facts, asOf: string) {
  const given = knownOf(settings);
  const toldOf = ({ name, median }: Facts['known'][number]) => given[name] ?? median;
  const estimate = known.find(({ isEstimate }) => isEstimate);
  const features = known.filter(({ isEstimate }) => !isEstimate);
  const group = settings.forGroup || groups[0];
  return {
    id: 'next',
    started: asOf,
    ...(group !== undefined && { group }),
    ...(estimate && { estimate: toldOf(estimate) }),
    ...(features.length > 0 && {
      features: Object.fromEntries(features.map((one) => [one.name, toldOf(one)])),
    }),
  } satisfies BacktestOrder;
}

/** Orders that were looked back at. */
export interface Past {
  readonly orders: readonly Order[];
  readonly facts: Facts;
  readonly report: BacktestReport;
}

export function nextFor(past: Past, settings: OrdersSettings): Next {
  const about = { settings: nextSettingsOf(settings), by: policyFor(settings, past.report) };
  try {
    return { ...about, ...promiseBy(about.by, past, settings), fault: null };
  } catch (thrown) {
    return { ...about, promise: null, plan: null, n: null, english: '', fault: messageOf(thrown) };
  }
}

function promiseBy(by: NextPolicy, { orders, facts, report }: Past, settings: OrdersSettings) {
  const { unit } = facts;
  const { keepRate, days, forGroup } = settings;
  const { asOf } = report;
  const multipleOf = multipleFor(settings, unit);
  const round = multipleOf > 0 ? toMultipleOf(multipleOf) : undefined;
  if (by === 'rolling') {
    const since = Date.parse(asOf) - days * 86_400_000;
    const recent = orders.filter(
      ({ started, group }) => started.getTime() >= since && (forGroup === '' || group === forGroup),
    );
    const plan = planPromise(capabilityAsOf(recent, { asOf, unit }), { keepRate, round });
    return { promise: plan.promise, plan, n: recent.length, english: promiseInEnglish(plan) };
  }
  const order = nextOrder(settings, facts, asOf);
  const quote = quoteNext(orders, policiesOf(facts)[by], order, { unit, keepRate });
  if (quote === null) throw new Error('It has not seen enough orders to promise anything.');
  return { promise: round ? round(quote, 'up') : quote, plan: null, n: null, english: '' };
}
