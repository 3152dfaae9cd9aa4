/** Quotes by their size, of which the mean and the median can be told without keeping each. */
export interface Quotes {
  readonly bins: Map<number, Bin>;
  n: number;
  mean: number;
}

interface Bin {
  count: number;
  mean: number;
}

/** Quotes that lie closer together than this share of them may be in one bin. */
const scale = 1 / Math.log1p(0.002);

export const noQuotes = (): Quotes => ({ bins: new Map(), n: 0, mean: 0 });

/** The key of a quote's bin; that of 0 is -Infinity. */
export const keyOf = (quote: number): number => Math.floor(Math.log(quote) * scale);

/**
 * Bins of equal width on a logarithmic scale, each with its count and its mean (after Masson, Rim & Lee 2019,
 * doi:10.14778/3352063.3352135), so that a million quotes take no more room than some hundred sizes.
 */
export function addQuote(quotes: Quotes, quote: number, key = keyOf(quote), count = 1): void {
  quotes.n += count;
  quotes.mean += ((quote - quotes.mean) * count) / quotes.n;
  const bin = quotes.bins.get(key);
  if (bin === undefined) quotes.bins.set(key, { count, mean: quote });
  else {
    bin.count += count;
    bin.mean += ((quote - bin.mean) * count) / bin.count;
  }
}

/** Adds what others hold. */
export function addQuotes(quotes: Quotes, others: Quotes): void {
  for (const [key, { count, mean }] of others.bins) addQuote(quotes, mean, key, count);
}

/**
 * The median: exact where the middle quotes have their bins to themselves or equal one another, off by less than .2%
 * otherwise. Null of none.
 */
export function medianOf({ bins, n }: Quotes): number | null {
  if (n === 0) return null;
  const sorted = [...bins].sort(([a], [b]) => a - b).map(([, bin]) => bin);
  return (ranked(sorted, (n + 1) >> 1) + ranked(sorted, (n + 2) >> 1)) / 2;
}

/** The quote of a rank, from 1 on. */
function ranked(sorted: readonly Bin[], rank: number): number {
  let left = rank;
  for (const { count, mean } of sorted) {
    left -= count;
    if (left <= 0) return mean;
  }
  return Number.NaN;
}
