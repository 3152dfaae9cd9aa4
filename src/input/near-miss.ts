/** What looks the same is made of the same characters: files write an umlaut as one or as two. */
export const composed = (name: string): string => name.normalize('NFKC');

/** Two names are one for this purpose where they differ in case and in what joins their words. */
export const folded = (name: string) =>
  composed(name)
    .toLowerCase()
    .replace(/[\s_.-]/g, '');

/** What people put around a name they know: `is_finished`, `finishedAt`. */
const affixes = /^(is|has|was)|(at|on|date|time)$/g;

/**
 * The known name that the name of a column probably means: the same in another spelling (`stage_name`,
 * `Finished`) or without its vowels, or but for a slip of the hand (`finised`). Of a name that the row has as well, it is
 * one only where it can hardly be a word of its own: `state` beside `stage` is another column.
 */
export function nearMiss(
  name: string,
  known: readonly string[],
  given: readonly string[],
): string | undefined {
  const word = folded(name);
  const near = known.filter((wanted) => {
    const target = folded(wanted);
    const isGiven = given.includes(wanted);
    // `_id` beside `id` is a column of a store's own.
    if (word === target || word === target.replace(/[aeiou]/g, ''))
      return !isGiven || word !== 'id';
    const slips = slipsBetween(word, target);
    const length = Math.min(word.length, target.length);
    if (isGiven) {
      const plural = word === `${target}s` || target === `${word}s`;
      return !plural && slips === 1 && (length >= 6 || (length >= 4 && areSwapped(word, target)));
    }
    return word.replace(affixes, '') === target || slips <= (length >= 8 ? 2 : length >= 4 ? 1 : 0);
  });
  const slipsOf = (wanted: string) => slipsBetween(word, folded(wanted));
  return near.sort((a, b) => slipsOf(a) - slipsOf(b))[0];
}

/** Whether a slip of the hand swapped two letters. */
const areSwapped = (a: string, b: string) => [...a].sort().join() === [...b].sort().join();

/** Letters put in, left out, exchanged, or swapped with the next (Damerau 1964); 3 for three and more. */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const [left, up, corner] = [row[j - 1], above[j], above[j - 1]] as [number, number, number];
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swappedFrom = swap ? (twoAbove[j - 2] as number) + 1 : 3;
      row[j] = Math.min(left + 1, up + 1, corner + (same ? 0 : 1), swappedFrom);
    }
    [twoAbove, above] = [above, row];
  }
  return Math.min(3, above[b.length] as number);
}
