/** Numbers that somebody pasted, and where the first one that is none stands. */
export interface ReadDurations {
  readonly numbers: readonly number[];
  /** What is wrong and what to do, in words; null for nothing. */
  readonly fault: string | null;
  /** Whether what a comma is for has to be asked. */
  readonly asks: boolean;
}

/** What a comma is for: between numbers, or before decimals. */
export type CommaMeans = '' | 'between' | 'decimals';

/**
 * Numbers between spaces, line breaks, semicolons or commas. A comma between two digits may be either, so where no other
 * comma tells, it is asked.
 */
export function readDurations(text: string, means: CommaMeans): ReadDurations {
  const asks = /\d,\d/.test(text) && !/\d,\d+,\d/.test(text) && !/\d,\s/.test(text);
  const decimals = asks && means === 'decimals';
  if (asks && means === '') {
    const fault = 'A comma may stand between two numbers or before decimals: say which, below.';
    return { numbers: [], fault, asks };
  }
  const numbers: number[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    for (const found of line.matchAll(decimals ? /[^\s;]+/g : /[^\s;,]+/g)) {
      const word = decimals ? found[0].replace(',', '.') : found[0];
      if (!/^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(word)) {
        const at = `Line ${i + 1}, column ${found.index + 1}`;
        const fault = `${at}: “${found[0].slice(0, 40)}” is no number. Mend it or take it out.`;
        return { numbers: [], fault, asks };
      }
      numbers.push(Number(word));
    }
  }
  const fault =
    numbers.length === 0 ? 'There are no numbers yet: paste how long past orders took.' : null;
  return { numbers, fault, asks };
}
