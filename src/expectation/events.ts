import type { Level } from '../core/level';

/** A use as it is judged. */
export interface Experience {
  /** The level perceived, 0 to 100; not the satisfaction felt. */
  readonly perceived: Level;
  /** Whether the product met the customer's need; at first use this decides. */
  readonly needMet?: boolean | undefined;
}

/**
 * What moves an expectation. `information` between uses moves the predicted level, usually down. A `promise` the company
 * makes is information that the next experience will be held to. An `experience`, a use, moves the predicted and the
 * adequate level, may lift the desired one, and is compared with what was expected. A `purchase` moves no level: it makes a
 * customer who had not bought a first-use one. A `competitorOffer` that became known
 * may lift the desired level. A `need` that changed may lift it too, and becomes the dominant one.
 *
 * Levels are 0 to 100. An `sd` says how far the level may be off, in points, above 0 and up to 1000; unless given, it is
 * the parameter `experienceSd` of an experience and `informationSd` else. A `reliability`, 0 to 1, says how far an offer is
 * believed; 1 unless given.
 */
export type ExpectationEvent =
  | {
      readonly kind: 'information' | 'promise';
      readonly level: Level;
      readonly sd?: number | undefined;
    }
  | (Experience & { readonly kind: 'experience'; readonly sd?: number | undefined })
  | { readonly kind: 'purchase' }
  | {
      readonly kind: 'competitorOffer';
      readonly level: Level;
      readonly reliability?: number | undefined;
    }
  | { readonly kind: 'need'; readonly need: string; readonly level: Level };
