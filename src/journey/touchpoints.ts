import { type Estimate, estimateOf, gapOf, type Rating } from './rating';

/** A situation, place or interface in which a customer meets the company. */
export interface Touchpoint {
  /** The touchpoint's id. */
  readonly id: string;
  /** What may go wrong there, in words or codes of your own. */
  readonly mayGoWrong?: readonly string[] | undefined;
}

/** A touchpoint, what customers expect there and what they get. */
export interface MeasuredTouchpoint extends Touchpoint {
  readonly expected: Rating;
  /** When both sides are arrays, the same people gave them, in the same order. */
  readonly perceived: Rating;
  /** How much it counts beside the others, 0 to 100; given for all or for none, which then count the same, or as a set says. */
  readonly importance?: number | undefined;
}

/** A touchpoint as read: both sides, their difference, and its share of the importance. */
export interface ReadTouchpoint {
  readonly id: string;
  readonly mayGoWrong: readonly string[];
  readonly share: number;
  readonly expected: Estimate;
  readonly perceived: Estimate;
  readonly gap: Estimate;
}

export function touchpointOf(
  { id, mayGoWrong = [], expected, perceived }: MeasuredTouchpoint,
  share: number,
): ReadTouchpoint {
  return {
    id,
    mayGoWrong,
    share,
    expected: estimateOf(expected),
    perceived: estimateOf(perceived),
    gap: gapOf(expected, perceived),
  };
}
