import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { anySchema } from '../input/schemas';
import { type ExpectationEvent, expectationEventSchema } from './events';
import { type Expectation, expectationSchema } from './expectation';
import { wantedOnTop } from './form-rows';
import { halved, type LocalLevel, observe } from './local-level';
import {
  type ExpectationNumbers,
  type ExpectationParameter,
  expectationDefaults,
  expectationNumbers,
} from './parameters';

const optionsSchema = z.strictObject({
  elapsedDays: z.number().check(z.gte(0, 'a number of days of at least 0')),
  parameters: anySchema,
});

/**
 * Moves an expectation on by one event and the days that passed before it (D16, D17).
 *
 * First time passes: the variance of `predicted` grows by `driftVariancePerDay`, and the lead of `desired` over
 * `predicted` halves every `desiredHalfLifeDays`. Then the event: information and experience move `predicted` as a
 * Kalman local level, `K = v / (v + sd^2)`, `m <- m + K (x - m)`, `v <- v sd^2 / (v + sd^2)`; an
 * experience above `desired` lifts it by `desiredRise` of the surprise (the ratchet: no experience lowers
 * it), and `adequate` follows `predicted` in part; an offer or a need may lift `desired`. A promise moves `predicted`
 * like information and is what the next experience is held to, which settles it. The first experience
 * makes a never-used customer a first-use one.
 *
 * @param expectation the expectation before
 * @param event what happened
 * @param options `elapsedDays` since the expectation was last true, and the parameters
 * @throws InvalidInputError `out-of-range`, `wrong-type` or `missing` for a bad event or a negative time
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
    readonly parameters?: ParameterSet<ExpectationParameter> | undefined;
  },
): Expectation {
  return door('updateExpectation', () => {
    read(expectationSchema, expectation, 'expectation');
    read(expectationEventSchema, event, 'event');
    const { elapsedDays } = read(optionsSchema, options, 'options');
    const p = expectationNumbers(options);
    const { id } = options.parameters ?? expectationDefaults;
    return applyEvent(passTime(expectation, elapsedDays, p), event, p, id);
  });
}

/** What days without any event do. */
export function passTime(
  expectation: Expectation,
  days: number,
  p: ExpectationNumbers,
): Expectation {
  const { predicted, desired, adequate } = expectation;
  const faded = predicted.mean + (desired - predicted.mean) * halved(days, p.desiredHalfLifeDays);
  return {
    ...expectation,
    predicted: {
      mean: predicted.mean,
      variance: predicted.variance + days * p.driftVariancePerDay,
    },
    desired: faded,
    adequate: Math.min(adequate, faded),
  };
}

/** What one event does, at once. */
export function applyEvent(
  before: Expectation,
  event: ExpectationEvent,
  p: ExpectationNumbers,
  parameters: string,
): Expectation {
  const expectation = { ...before, parameters };
  const { predicted, desired } = expectation;
  switch (event.kind) {
    case 'information':
    case 'promise': {
      const sd = event.sd ?? p.informationSd;
      const moved = movePredicted(expectation, observe(predicted, event.level, sd), desired, p);
      return event.kind === 'promise' ? { ...moved, promised: event.level } : moved;
    }
    case 'experience': {
      const sd = event.sd ?? p.experienceSd;
      const lifted = desired + p.desiredRise * Math.max(0, event.perceived - desired);
      const moved = movePredicted(expectation, observe(predicted, event.perceived, sd), lifted, p);
      const stage = before.stage === 'never-used' ? 'first-use' : before.stage;
      return { ...moved, stage, promised: null };
    }
    case 'competitorOffer': {
      const gap = wantedOnTop(event.level, p.competitorExtra) - desired;
      return { ...expectation, desired: desired + (event.reliability ?? 1) * Math.max(0, gap) };
    }
    case 'need':
      return {
        ...expectation,
        desired: Math.max(desired, event.level),
        dominantNeed: event.need,
      };
  }
}

/** Sets the predicted level anew; the desired one never falls below it, and adequate follows in part, within its bounds. */
function movePredicted(
  expectation: Expectation,
  predicted: LocalLevel,
  desired: number,
  p: ExpectationNumbers,
): Expectation {
  const from = expectation.predicted.mean;
  const { adequate } = expectation;
  const ceiling = Math.max(desired, predicted.mean);
  // Downwards in proportion, so that it never falls below 0; upwards by points, up to the desired level.
  const followed =
    predicted.mean < from
      ? adequate * (1 - p.adequateFollows * (1 - predicted.mean / from))
      : Math.min(ceiling, adequate + p.adequateFollows * (predicted.mean - from));
  return { ...expectation, predicted, desired: ceiling, adequate: followed };
}
