import type { Capability } from '../capability/capability';
import type { DateInput } from '../input/date';
import type { LiveQuote } from './live-quote';
import type { LivePromiserJson } from './snapshot';

/** What a quote is asked for. */
export interface QuoteRequest {
  /** When the order starts: not before the last event, by more than events may be late. */
  readonly at: DateInput;
  /**
   * What it has in common with others, such as a state or a store; all orders are of one group unless given. A column such as
   * `region` or `priority` without one is refused: `''` says that none is meant.
   */
  readonly group?: string | undefined;
  /**
   * Your own estimate of its duration, above 0, in the unit of all others and of `typical`, which it is unless given; how true it
   * is gets learnt.
   */
  readonly estimate?: number | undefined;
  /**
   * Numbers of the order by name, such as `{ items: 3, freight: 12.5 }`, each from -1e9 to 1e9, at most 20 names in
   * all; how durations follow them gets learnt. One that is not given counts as average.
   */
  readonly features?: Readonly<Record<string, number>> | undefined;
  /** Above 0 and below 1; the promiser's own unless given. */
  readonly keepRate?: number | undefined;
}

/** An order that starts. */
export interface LiveStart extends QuoteRequest {
  /** Its name until it ends; it may be used again after that. */
  readonly id: string;
}

/** An order that ends. */
export interface LiveEnd {
  /** The order's id, as it was started under. */
  readonly id: string;
  /** Not before the last event, by more than events may be late. */
  readonly at: DateInput;
}

/** What became of a promise. */
export interface LiveOutcome {
  /** How long the order took, in the promiser's unit; open time with a calendar. */
  readonly took: number;
  /** What had been promised at its start; null for nothing. */
  readonly promise: number | null;
  /** Whether the promise was kept; null without one. */
  readonly kept: boolean | null;
}

/** A promiser that learns from a stream of orders. It owns its buffers and changes with every event but a quote. */
export interface LivePromiser {
  /** An order starts; returns what to promise. */
  readonly start: (event: LiveStart) => LiveQuote;
  /**
   * It finishes, not before it started. One that counts as lost may still do so for a while; after that its id is
   * unknown, as one that was never there is, or whose start is still to come: tell its end again after that.
   */
  readonly finish: (event: LiveEnd) => LiveOutcome;
  /** It is cancelled: from now on it would not have finished. */
  readonly cancel: (event: LiveEnd) => void;
  /** It is known to be lost; orders far beyond their quote count as lost by themselves. */
  readonly lose: (event: LiveEnd) => void;
  /** What would be promised to an order that started now; nothing changes. */
  readonly quote: (request: QuoteRequest) => LiveQuote;
  /**
   * What an order that started now may take, for plans of any kind: recent orders, moved and stretched to
   * its estimate, group and surge. Throws `not-enough-data` while the quotes rest on the first guess.
   */
  readonly capability: (request: Omit<QuoteRequest, 'keepRate'>) => Capability;
  /** The time of the last event, from which it goes on; null before any. */
  readonly now: () => Date | null;
  /**
   * All it knows, which is what `JSON.stringify` writes; `reviveLivePromiser` goes on from there as if nothing had
   * happened.
   */
  readonly toJSON: () => LivePromiserJson;
}
