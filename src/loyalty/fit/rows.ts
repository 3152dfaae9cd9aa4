import type { Level } from '../../core/level';
import type {
  CompetitorOffer,
  CourtedCustomer,
  FailureRecovered,
  IntentionInput,
  TalkingCustomer,
} from '../customer';
import type { Intention } from '../intention-model';

/** Whose row it is, where some customers have several: their rows go together in errors and folds. */
interface Named {
  /** A name or a number; left out where each row is a customer of its own. */
  readonly customer?: string | number | undefined;
}

/**
 * A customer after an experience, and what they said or did, 0 (certainly not) to 1 (certainly); null or left out where they
 * were not asked. A yes is 1, an answer on a scale its place between the ends.
 */
export interface IntentionFitRow
  extends IntentionInput,
    Named,
    Readonly<Partial<Record<Intention, number | null | undefined>>> {}

/** A customer who was made an offer elsewhere, and whether they went. */
export interface SwitchingFitRow extends CourtedCustomer, CompetitorOffer, Named {
  /** Whether they left for it. */
  readonly left: boolean;
}

/** A customer after an experience, and how many people they told. */
export interface WordOfMouthFitRow extends TalkingCustomer, Named {
  /** How many they told good, 0 to 1,000. */
  readonly positive: number;
  /** How many they told bad, 0 to 1,000. */
  readonly negative: number;
}

/** A failure, what was done about it, and how satisfied the customer was each time. */
export interface RecoveryFitRow extends FailureRecovered, Named {
  /** Their satisfaction before the failure, 0 to 100. */
  readonly before: Level;
  /** Their satisfaction after the recovery, 0 to 100. */
  readonly recovered: Level;
}
