import type { BacktestReport } from 'overdeliver/backtest';
import { rankedIn } from './charts';
import { type NextPolicy, type PolicyName, policyNames } from './policy-names';

/** Where to read how a policy promises in a program. */
export const policyGuides: Readonly<Record<NextPolicy, { page: string; title: string }>> = {
  rolling: { page: './guides/promise', title: 'What should I promise?' },
  live: { page: './guides/live', title: 'A stream of orders' },
  estimator: { page: './guides/capability#no-estimates-yet', title: 'No estimates yet' },
};

/** Of the policies that can promise a next order, the one that came out best. */
export function bestNext(report: BacktestReport): NextPolicy {
  const best = rankedIn(report).find(({ policy }) => policy in policyGuides);
  return (best?.policy as NextPolicy | undefined) ?? 'rolling';
}

/** Says which policy came out best, and whether that may be chance. */
export function basisOf(report: BacktestReport): string {
  const [best, ...others] = rankedIn(report);
  if (best === undefined || others.length === 0) return '';
  const { against } = report;
  // All are held against one policy alone: nothing tells how the best one stands beside a third.
  const isBetter =
    best.policy === against
      ? others.every(({ pinball }) => (pinball.low ?? 0) > 0)
      : best.pinball.high !== null && best.pinball.high < 0;
  const isAll = best.policy === against || others.length === 1;
  const nameOf = (policy: string) => policyNames[policy as PolicyName] ?? policy;
  const surely = isAll ? '' : `, better than ${nameOf(against)} by more than chance`;
  const text = `Of these, ${nameOf(best.policy)} came out best${isBetter ? surely : ', perhaps by chance'}`;
  return best.policy === 'yours'
    ? `${text}, so nothing here says to change them. After them came ${nameOf(bestNext(report))}.`
    : `${text}.`;
}
