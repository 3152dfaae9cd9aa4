/** A text of a kind that is often met, and what to do about it. */
export type Advice = readonly [met: RegExp, advice: string];

/** What to do about a text, where that can be told from it; else nothing. */
export function adviceAmong(value: unknown, all: readonly Advice[]): string {
  if (typeof value !== 'string' || value.length > 60) return '';
  return all.find(([met]) => met.test(value))?.[1] ?? '';
}
