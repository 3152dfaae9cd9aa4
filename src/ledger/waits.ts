import type { Entry } from './log';

/** What is waited for, by its reason; undefined for a wait without one. */
export type Waits = Set<string | undefined>;

/** Ends what a resume ends: the wait of its reason, or every one. False where there is none. */
export function endWait(waits: Waits, { reason }: Entry): boolean {
  if (reason !== undefined) return waits.delete(reason);
  const any = waits.size > 0;
  waits.clear();
  return any;
}
