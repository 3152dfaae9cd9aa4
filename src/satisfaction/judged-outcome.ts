import type { Outcome } from '../core/outcome';
import { differs } from './noticeable';

/** An outcome and its reason. */
export interface JudgedOutcome {
  readonly outcome: Outcome;
  /** Why it is what it is. Codes may be added. */
  readonly reason:
    | 'need-unmet'
    | 'need-met'
    | 'promise-broken'
    | 'noticeably-better'
    | 'noticeably-worse'
    | 'as-expected';
}

/** A level perceived beside the one predicted and the one promised, if any; met within the noticeable points. */
export function judgedLevel(
  predicted: number,
  promised: number | null,
  perceived: number,
  noticeable: number,
): JudgedOutcome {
  if (promised !== null && differs(promised - perceived, noticeable)) {
    return { outcome: 'below', reason: 'promise-broken' };
  }
  const gap = perceived - predicted;
  if (differs(gap, noticeable)) return { outcome: 'exceeded', reason: 'noticeably-better' };
  return differs(-gap, noticeable)
    ? { outcome: 'below', reason: 'noticeably-worse' }
    : { outcome: 'met', reason: 'as-expected' };
}

/** A time or a cost beside what was promised; met up to a noticeable share of it. */
export function judgedTime(promised: number, actual: number, share: number): JudgedOutcome {
  if (differs(actual - promised, 0, promised)) {
    return { outcome: 'below', reason: 'promise-broken' };
  }
  return differs(promised - actual, share * promised, promised)
    ? { outcome: 'exceeded', reason: 'noticeably-better' }
    : { outcome: 'met', reason: 'as-expected' };
}
