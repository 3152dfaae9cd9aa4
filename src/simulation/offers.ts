import { stageNames } from '../expectation/stages';
import { isPromise, makerAdvice, refuse, refusePromise } from '../input/refusal';
import type { WorldRead } from './compile-world';
import { levelOfTime } from './level-of-time';
import { newcomerOf } from './newcomer';
import { type NamedPolicy, quoteOf } from './policy';

/** What customers of a stage are told in a period. */
export interface Offer {
  readonly quote: number;
  /** The level of service that it stands for. */
  readonly level: number;
  /** The chance that somebody who expects the usual level orders at it. */
  readonly chance: number;
  /** Whether attraction asked for a chance above 1. */
  readonly isFull: boolean;
}

/** What a period holds for all customers. */
export interface Period {
  /** By the place of the stage. */
  readonly offers: readonly Offer[];
  /** What a newcomer expects who hears what is said of the company. */
  readonly newcomer: { readonly mean: number; readonly variance: number };
}

/** Asks the policy before a period begins, and forms what newcomers expect in it. */
export function periodOf(
  world: WorldRead,
  policy: NamedPolicy,
  day: number,
  wordOfMouth: number,
): Period {
  const { capability, attraction, numbers, usual } = world;
  const offers = stageNames.map((stage): Offer => {
    const quote = quoteOf(policy, { capability, stage, day });
    const attracted: unknown = attraction(quote);
    if (typeof attracted !== 'number' || !(attracted >= 0 && attracted < Infinity)) {
      if (isPromise(attracted)) {
        refusePromise('world.attraction', attracted, 'a function that returns numbers');
      }
      const expected = `a function that returns finite numbers of at least 0, as at ${quote}`;
      const advice = makerAdvice(attracted, 'cuiAttraction(7)');
      refuse('world.attraction', attracted, expected, undefined, advice);
    }
    const orders = stage === 'never-used' ? numbers.newcomerOrders : numbers.customerOrders;
    const chance = orders * attracted;
    return {
      quote,
      level: levelOfTime(quote, usual, numbers),
      chance: Math.min(1, chance),
      isFull: chance > 1,
    };
  });
  return { offers, newcomer: newcomerOf(world, wordOfMouth) };
}
