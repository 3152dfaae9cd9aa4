import type { Reason } from '../core/reason';
import type { LifetimeFitReason } from './fit-reasons';

/** A warning that comes with what a lifetime model says. */
export interface LifetimeWarning {
  /**
   * `alive-by-assumption`: P(alive) is 1 because the BG/NBD model lets customers go after a repeat purchase
   * only, so that single buyers never do, however long ago they bought. `not-converged`: the numbers come
   * from a fit that did not converge, for a reason that follows, as {@link LifetimeFitReason} has it. Codes may be added.
   */
  readonly code: 'alive-by-assumption' | 'not-converged' | LifetimeFitReason['code'];
  /** What it is about. */
  readonly path: string;
}

/**
 * Something to know before relying on histories. `similar-customers`: so many `customers` differ from another in
 * capitals, spaces or how an umlaut is stored alone, the first of them `customer` from `similar`; each counts as a
 * customer of its own. Codes may be added.
 */
export type PurchaseWarning = Reason<
  'similar-customers',
  Readonly<Record<string, number | string>>
>;

/** Which model says it, and with what warnings. */
export interface LifetimeNotes {
  /** The model, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
  readonly warnings: readonly LifetimeWarning[];
}

/** A model as predictions need it: its numbers in their order, and the notes that results carry. */
export interface ModelRead {
  readonly values: readonly number[];
  readonly notes: LifetimeNotes;
}
