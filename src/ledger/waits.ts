/** What is waited for, by its reason; undefined for a wait without one. */
export type Waits = Set<string | undefined>;

interface Resume {
  readonly reason: string | undefined;
}

/** Ends what a resume ends: the wait of its reason, or every one. False where there is none. */
export function endWait(waits: Waits, { reason }: Resume): boolean {
  if (reason !== undefined) return waits.delete(reason);
  const any = waits.size > 0;
  waits.clear();
  return any;
}

/** Whether a resume would end any. */
export function isWait(waits: Waits, { reason }: Resume): boolean {
  return reason === undefined ? waits.size > 0 : waits.has(reason);
}
