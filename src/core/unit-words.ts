/** The name of what is counted, after the number as it is written: `day` after 1; names of units are plural. */
export function nounAfter(written: string, plural: string): string {
  if (!/^[+−-]?1$/.test(written)) return plural;
  return plural.replace(/(ie|[^us])s$/, (_, end: string) => (end === 'ie' ? 'y' : end));
}

/** A unit as words: `business-days` are business days. */
export const unitWords = (unit: string): string => unit.replaceAll('-', ' ');

/** A share in words, without the last bits of a hundred times it. */
export const percent = (share: number): string => `${Number((100 * share).toPrecision(12))}%`;
