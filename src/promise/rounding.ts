import * as z from 'zod/mini';
import { behindDoor, door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';

const stepText = 'a step above 0';
const stepSchema = once(() => z.number(stepText).check(z.gt(0, stepText)));

/**
 * Turns a quote into one that reads well, never on the side that is harder to keep: where one of your own does, as `Math.round` does
 * with 57.4 minutes, the plan is refused.
 */
export interface Rounding {
  /**
   * @param quote the promise as it was computed
   * @param easier the direction in which a promise is easier to keep
   */
  (quote: number, easier: 'up' | 'down'): number;
  /** What it rounds to, for the reason that a plan gives, such as `{ multipleOf: 5 }`; none unless given. */
  readonly figures?: Readonly<Record<string, number>> | undefined;
}

/**
 * Rounds quotes to multiples of a step, up for times and costs, down for levels, so that the promise is
 * always easier to keep.
 *
 * A quote that is a multiple up to rounding, such as 60.00000000000001, is that multiple, on either side.
 *
 * @param step above 0, in the unit of the promise
 * @throws InvalidInputError `out-of-range` for a step that is not above 0
 * @example
 * ```ts
 * import { toMultipleOf } from 'overdeliver';
 *
 * toMultipleOf(5)(57, 'up'); // => 60
 * ```
 */
export function toMultipleOf(step: number): Rounding {
  return door('toMultipleOf', () => {
    read(stepSchema, step, 'step');
    // Counted in wholes, in shares such as 1/60 or in thousandths: 3 of .3 are 900 / 1000, which is .9 to the last bit.
    const { isInteger } = Number;
    const perUnit = isInteger(step) ? 1 : isInteger(1 / step) ? 1 / step : 1000;
    const whole = Math.round(perUnit * step);
    const [times, over] = whole / perUnit === step ? [whole, perUnit] : [step, 1];
    const multiple = (count: number) => (count * times) / over + 0;
    const round = behindDoor('toMultipleOf', (quote: number, easier: 'up' | 'down') => {
      if (!Number.isFinite(quote)) refuse('quote', quote, 'a finite number');
      if (easier !== 'up' && easier !== 'down')
        refuse('easier', easier, 'up or down', 'unknown-name');
      const nearest = multiple(Math.round(quote / step));
      if (compare(nearest, quote) === 0) return nearest;
      const rounded = multiple(
        easier === 'up' ? Math.ceil(quote / step) : Math.floor(quote / step),
      );
      if (Number.isFinite(rounded)) return rounded;
      return refuse('quote', quote, `a number with a finite multiple of ${step}`);
    });
    return Object.assign(round, { figures: { multipleOf: step } });
  });
}
