/** How many names are another one but for their spelling, and the first of them. */
export interface SimilarNames {
  readonly count: number;
  readonly name: string;
  /** The one that came before it. */
  readonly similar: string;
}

/**
 * Names that are one but for capitals, spaces and the characters that an umlaut is made of, in the order in which they
 * came; null where none are.
 *
 * @param meantBy which other name a name means for another reason, if any
 */
export function similarNames(
  names: Iterable<string>,
  meantBy?: (name: string) => string | undefined,
): SimilarNames | null {
  const firstOf = new Map<string, string>();
  const found: Pick<SimilarNames, 'name' | 'similar'>[] = [];
  for (const name of names) {
    const folded = name.normalize('NFKC').toLowerCase().replace(/\s/g, '');
    const similar = firstOf.get(folded) ?? meantBy?.(name);
    if (similar === undefined) firstOf.set(folded, name);
    else found.push({ name, similar });
  }
  const [one] = found;
  return one ? { count: found.length, ...one } : null;
}
