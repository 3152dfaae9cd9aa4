import type { Level } from '../core/level';
import type { EightExpectation } from './eight-expectations';
import type { CustomerRole } from './responses';

/** One thing that speaks for how an expectation is met. */
export interface ExpectationEvidence {
  /** The one of the eight it is about. */
  readonly expectation: EightExpectation;
  /** How well it is met, 0 to 100. */
  readonly level: Level;
  /** Whose it is: the evidence of one respondent counts once. */
  readonly respondent: string;
  /** In which role; left out where it is not known. */
  readonly role?: CustomerRole | undefined;
  /** Where it was found: an item, a quote, a record. */
  readonly source: string;
}
