import type { BacktestReport } from 'overdeliver/backtest';
import { bestOf } from './charts';
import { type PolicyName, policyNames } from './policy-names';

/** What the next promise goes by, and the guide to what came out best, where that is another. */
export interface Basis {
  readonly text: string;
  readonly guide: { readonly page: string; readonly title: string } | null;
}

const guides: Readonly<Record<string, Basis['guide']>> = {
  live: { page: './guides/live', title: 'A stream of orders' },
  estimator: { page: './guides/capability#no-estimates-yet', title: 'No estimates yet' },
};
const why: Readonly<Record<string, string>> = {
  yours: 'so that nothing here says to change them',
  rolling: 'which goes by finished orders of so many days, too',
  live: 'which takes a program that tells it of each order as it starts and ends',
  estimator: 'which takes what is known of the next order',
};

/** Says which orders the next promise goes by, and that it does so whichever policy came out best. */
export function basisOf(report: BacktestReport): Basis {
  const rule =
    'It goes by the orders below, those still under way among them, whichever policy came out best.';
  const best = bestOf(report);
  if (best === undefined) return { text: rule, guide: null };
  const winner = best.loss < 0 ? best.policy : report.against;
  const { high } = best.pinball;
  const isSure = winner === report.against || (high !== null && high < 0);
  const name = policyNames[winner as PolicyName] ?? winner;
  const reason = why[winner] === undefined ? '' : `, ${why[winner]}`;
  const text = `${rule} Here the best was ${name}${isSure ? '' : ', perhaps by chance'}${reason}.`;
  return { text, guide: guides[winner] ?? null };
}
