import type { Learnt } from './learn';
import type { UpdatingFitFlag } from './updating-types';

/** Below this many, the spread of customers is known too roughly for errors by customer. */
const fewCustomers = 30;

/** What to know of what was learnt from a register before it is used. */
export function flagsOf({ register, task, found }: Learnt): readonly UpdatingFitFlag[] {
  const { told, unseen, isOnce, learnt } = task;
  const customers = told.length;
  if (found === null) {
    return [{ code: 'few-reports', detail: { register, customers, needed: learnt + 1 } }];
  }
  const named = (code: UpdatingFitFlag['code'], names: readonly string[]) =>
    names.map((parameter) => ({ code, detail: { register, parameter } }));
  const flags: UpdatingFitFlag[] = [
    ...named('unseen-events', unseen),
    ...named('not-told-apart', found.open),
    ...named('at-boundary', found.atBoundary),
  ];
  if (isOnce) flags.push({ code: 'one-report-each', detail: { register } });
  if (customers < fewCustomers)
    flags.push({ code: 'few-customers', detail: { register, customers } });
  if (!found.converged) flags.push({ code: 'not-converged', detail: { register } });
  return flags;
}
