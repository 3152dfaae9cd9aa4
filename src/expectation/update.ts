import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { applyEvent, passTime } from './apply-event';
import type { ExpectationEvent } from './events';
import type { Expectation } from './expectation';
import { expectationEventSchema, expectationSchema, parametersOnlySchema } from './input';
import type { expectationDefaults } from './parameters';

const optionsSchema = once(() =>
  z.extend(parametersOnlySchema, {
    elapsedDays: z
      .number()
      .check(z.gte(0, 'a number of days of at least 0'), z.lte(36525, 'at most 36525 days')),
  }),
);

/**
 * Moves an expectation on by one event and the days that passed before it.
 *
 * First time passes: the variance of `predicted` grows by `driftVariancePerDay`, and the lead of `desired` over
 * `predicted` halves every `desiredHalfLifeDays`. Then the event: information and experience move `predicted` as a
 * Kalman local level, `K = v / (v + sd^2)`, `m <- m + K (x - m)`, `v <- v sd^2 / (v + sd^2)`; an
 * experience above `desired` lifts it by `desiredRise` of the surprise (the ratchet: no experience lowers
 * it), and `adequate` follows `predicted` in part; an offer or a need may lift `desired`. A promise moves `predicted`
 * like information and is what the next experience is held to, which settles it. A purchase or a first experience
 * makes a never-used customer a first-use one; who has become long-term is not known here, since it takes dates:
 * {@link followExpectation} knows, and {@link classifyStage}.
 *
 * @param expectation the expectation before
 * @param event what happened
 * @param options `elapsedDays` since the expectation was last true, up to a century, and the parameters
 * @throws InvalidInputError `out-of-range`, `wrong-type` or `missing` for a bad event, a negative time or more than a century
 * @example
 * ```ts
 * import { formExpectation, updateExpectation } from 'overdeliver';
 *
 * const before = formExpectation({ stage: 'never-used', signals: { wordOfMouth: 80 } });
 * const after = updateExpectation(before, { kind: 'experience', perceived: 50 }, { elapsedDays: 30 });
 * after.predicted.mean; // => 64.29
 * after.stage; // => 'first-use'
 * ```
 */
export function updateExpectation(
  expectation: Expectation,
  event: ExpectationEvent,
  options: {
    readonly elapsedDays: number;
    readonly parameters?: typeof expectationDefaults | undefined;
  },
): Expectation {
  return door('updateExpectation', () => {
    const before = read(expectationSchema, expectation, 'expectation');
    const happened = read(expectationEventSchema, event, 'event');
    const { elapsedDays, parameters } = read(optionsSchema, options, 'options');
    const { numbers, set } = parameters;
    return applyEvent(passTime(before, elapsedDays, numbers), happened, numbers, set.id);
  });
}
