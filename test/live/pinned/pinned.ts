import { isOverdeliverError, type LivePromiser, type LiveQuote } from 'overdeliver';
import type { QuoteRequest } from 'overdeliver/live';
import { dataOf, type Happening } from '../stream';

// Numbers in this folder are what the build answered whose worlds stand in bench/README.md: there is no other source for what
// a whole promiser answers, and no rewriting may move a quote unseen.

/** What a starting order is asked with, besides its group. */
export type Asking = (i: number) => Partial<QuoteRequest>;

/** Tells a promiser what happened, and returns its quotes. An order that was lost and forgotten ends unheard. */
export function quotesOf(
  promiser: LivePromiser,
  all: readonly Happening[],
  asking: Asking = () => ({}),
): readonly LiveQuote[] {
  const quotes: LiveQuote[] = [];
  for (const { time, what, id, group } of all) {
    if (what === 'start') {
      quotes.push(promiser.start({ id, at: time, group, ...asking(Number(id.slice(6))) }));
      continue;
    }
    try {
      promiser[what]({ id, at: time });
    } catch (error) {
      if (!isOverdeliverError(error) || error.code !== 'unknown-id') throw error;
    }
  }
  return quotes;
}

const digits = (x: number) => Number(x.toPrecision(9));

const mean = (xs: readonly (number | null | undefined)[]) => {
  const known = xs.filter((x) => typeof x === 'number');
  return known.length === 0 ? null : digits(known.reduce((sum, x) => sum + x, 0) / known.length);
};

/** What a quote says of a memory that is too short. */
function shortMemoryOf({ warnings }: LiveQuote) {
  for (const { code, detail } of warnings) if (code === 'short-memory') return detail;
  return undefined;
}

/** Means over all quotes, to nine digits, and how many quotes have one of what may be missing. */
export const meansOf = (quotes: readonly LiveQuote[]) => ({
  promise: mean(quotes.map(({ promise }) => promise)),
  typical: mean(quotes.map(({ typical }) => typical)),
  group: mean(quotes.map(({ factors }) => factors.group)),
  time: mean(quotes.map(({ factors }) => factors.time)),
  surge: mean(quotes.map(({ factors }) => factors.surge)),
  features: mean(quotes.map(({ factors }) => factors.features)),
  margin: mean(quotes.map(({ factors }) => factors.margin)),
  rounding: mean(quotes.map(({ factors }) => factors.rounding)),
  n: mean(quotes.map(({ guarantee }) => guarantee?.n)),
  atLeast: mean(quotes.map(({ unidentified }) => unidentified?.atLeast)),
  chance: mean(quotes.map(({ unidentified }) => unidentified?.chance)),
  promised: quotes.filter(({ promise }) => promise !== null).length,
  guaranteed: quotes.filter(({ guarantee }) => guarantee !== null).length,
  needed: mean(quotes.map((quote) => shortMemoryOf(quote)?.needed)),
  available: mean(quotes.map((quote) => shortMemoryOf(quote)?.available)),
});

/** The promise of every so many orders, to nine digits. */
export const everyPromise = (quotes: readonly LiveQuote[], nth: number) =>
  quotes.filter((_, i) => i % nth === 0).map(({ promise }) => promise && digits(promise));

/** One number that moves when anything moves that a promiser remembers, in any column of any part. */
export function traceOf(promiser: LivePromiser): number {
  let trace = 0;
  let place = 0;
  const walk = (value: unknown) => {
    place++;
    // Large and small numbers count alike.
    if (typeof value === 'number')
      trace += Math.cos(place) * Math.sign(value) * Math.log1p(1e3 * Math.abs(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(dataOf(promiser));
  return digits(trace);
}
