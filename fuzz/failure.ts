/** Something that must not be, of one call. */
export interface Failure {
  /** The function, or the method of what it gave: `planPromise`, `byDay()`, `livePromiser().start`. */
  readonly name: string;
  readonly kind:
    | 'error not ours'
    | 'no number'
    | 'input changed'
    | 'slow'
    | 'hang'
    | 'out of memory'
    | 'frozen input differs'
    | 'law broken'
    | 'recipe';
  /** What was seen, such as the error. */
  readonly what: string;
  /** The call as JavaScript. */
  readonly call: string;
  /** Which case it is, to run it again. */
  readonly index: number;
}

/** Failures that are alike, the shortest call of them first. */
export function grouped(failures: readonly Failure[]): readonly (readonly Failure[])[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = [failure.name, failure.kind, alike(failure.what)].join('\n');
    const group = groups.get(key);
    if (group) group.push(failure);
    else groups.set(key, [failure]);
  }
  return [...groups.values()]
    .map((group) => group.sort((a, b) => a.call.length - b.call.length))
    .sort(([a], [b]) => ((a as Failure).name < (b as Failure).name ? -1 : 1));
}

/** What differs between failures of one cause: figures and quoted names. */
const alike = (what: string) =>
  what
    .replace(/"[^"]*"|'[^']*'/g, 'text')
    .replace(/-?\d+(\.\d+)?(e[+-]?\d+)?|-?Infinity|NaN/g, '#');
