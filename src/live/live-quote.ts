import type { Reason } from '../core/reason';

/**
 * What to tell the customer now; with a promise, it is a plan for `reviewPromise`. Quantities are in the promiser's unit.
 * Where `promise` is not null, neither are `due` and the factors of what was told.
 */
export type LiveQuote = Promised | NotPromised;

/** @inline */
interface Promised extends Quoted {
  /**
   * What to promise, up to whole milliseconds, as rounded. Where no recent order was seen for so long it rests on the
   * guess and the longest seen, and `reason` says so; beyond the promiser's own keep rate it is then null.
   */
  readonly promise: number;
  /** When the promise falls due; null without one. */
  readonly due: Date;
  /** What the promise rests on: as many recent orders, if the next one is like them. Kinds may be added. */
  readonly guarantee: { readonly kind: 'recent-orders'; readonly n: number } | null;
  /**
   * Why there is no guarantee: `too-few-orders` have finished lately, so that the quote rests on the first
   * guess, or is not as sure as asked; `not-identified`: no recent order was seen for so long, see `unidentified`.
   */
  readonly reason: 'too-few-orders' | 'not-identified' | null;
  /** What the promise is made of: factors whose product it is. */
  readonly factors: Factors & {
    /** What keeps the promise at the keep rate; null without one. */
    readonly margin: number;
    /** What rounding adds; null without a promise. */
    readonly rounding: number;
  };
}

/** @inline */
interface NotPromised extends Quoted {
  readonly promise: null;
  readonly due: null;
  readonly guarantee: null;
  readonly reason: 'too-few-orders' | 'not-identified';
  readonly factors: Factors & { readonly margin: null; readonly rounding: null };
}

/** @inline */
interface Quoted {
  /** What will typically be delivered, the median; null when it is not identified. */
  readonly typical: number | null;
  /** The promiser's own; with a calendar `open-minutes` or `open-hours`, as `dueDate` calls them. */
  readonly unit: string;
  /** The share of promises to keep, 0 to 1. */
  readonly keepRate: number;
  /** Where recent orders do not tell: what they do tell, and what would help. Else null. */
  readonly unidentified: {
    /** The longest promise that recent orders vouch for. */
    readonly atLeast: number;
    /** The share of recent orders that would keep that promise, below the keep rate. */
    readonly chance: number;
    /**
     * What would help: `lower-keep-rate`: ask for at most `chance`. `end-orders`: orders under way hide how long
     * they take, so tell of those that finished, were cancelled or lost. Codes may be added.
     */
    readonly help: readonly ('lower-keep-rate' | 'end-orders')[];
  } | null;
  /**
   * What to know of the promise. `short-memory`: durations scatter so much that a promise as sure as wanted rests on more
   * orders (`needed`) than are remembered (`available`), so expect quotes to swing. It goes by itself while few have
   * finished; raise `maxOrders` where many have. `unseen-group`: no order of this group was seen, while one is known whose
   * name is much like it (`similar`), and was probably meant; looked for among up to 100 groups. All orders answer.
   * `no-group`: the order has no group, and nearly all others had one. `holidays-unknown`: it falls due after the calendar's
   * `knownUntil`, and holidays from there on count as working days: `reviveLivePromiser` with a calendar that lists them.
   * Codes may be added.
   */
  readonly warnings: readonly (
    | Reason<'short-memory', { readonly needed: number; readonly available: number }>
    | Reason<
        'unseen-group',
        {
          readonly level: string;
          readonly group: string;
          readonly answeredBy: string;
          readonly similar: string;
        }
      >
    | Reason<'no-group', Readonly<Record<string, never>>>
    | Reason<'holidays-unknown', { readonly knownUntil: string }>
  )[];
}

/** @inline */
interface Factors {
  /** The order's own estimate, or the first guess. */
  readonly estimate: number;
  /** How long orders take beyond their estimates lately, those of its group in particular; what a guess was off by, too. */
  readonly group: number;
  /** The hour of the day and the weekday, by the calendar's zone; by UTC without a calendar. */
  readonly time: number;
  /** More or fewer orders lately than usual at this hour of the week, and how busy that is by itself. */
  readonly surge: number;
  /** Its features. */
  readonly features: number;
}
