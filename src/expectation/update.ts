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
 * First time passes: the variance of `will` grows by `driftVariancePerDay`, and the lead of `should` over
 * `will` halves every `shouldHalfLifeDays`. Then the event: information and experience move `will` as a
 * Kalman local level, `K = v / (v + sd^2)`, `m <- m + K (x - m)`, `v <- v sd^2 / (v + sd^2)`; an
 * experience above `should` lifts it by `shouldRise` of the surprise (the ratchet: no experience lowers
 * it), and `adequate` follows `will` in part; an offer or a need may lift `should`. A promise moves `will`
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
 * after.will.mean; // => 64.29
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
  const { will, should, adequate } = expectation;
  const faded = will.mean + (should - will.mean) * halved(days, p.shouldHalfLifeDays);
  return {
    ...expectation,
    will: { mean: will.mean, variance: will.variance + days * p.driftVariancePerDay },
    should: faded,
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
  const { will, should } = expectation;
  switch (event.kind) {
    case 'information':
    case 'promise': {
      const sd = event.sd ?? p.informationSd;
      const moved = moveWill(expectation, observe(will, event.level, sd), should, p);
      return event.kind === 'promise' ? { ...moved, promised: event.level } : moved;
    }
    case 'experience': {
      const sd = event.sd ?? p.experienceSd;
      const lifted = should + p.shouldRise * Math.max(0, event.perceived - should);
      const moved = moveWill(expectation, observe(will, event.perceived, sd), lifted, p);
      const stage = before.stage === 'never-used' ? 'first-use' : before.stage;
      return { ...moved, stage, promised: null };
    }
    case 'competitorOffer': {
      const gap = wantedOnTop(event.level, p.competitorExtra) - should;
      return { ...expectation, should: should + (event.reliability ?? 1) * Math.max(0, gap) };
    }
    case 'need':
      return {
        ...expectation,
        should: Math.max(should, event.level),
        dominantNeed: event.need,
      };
  }
}

/** Sets will anew; should never falls below it, and adequate follows in part, within its bounds. */
function moveWill(
  expectation: Expectation,
  will: LocalLevel,
  should: number,
  p: ExpectationNumbers,
): Expectation {
  const from = expectation.will.mean;
  const { adequate } = expectation;
  const ceiling = Math.max(should, will.mean);
  // Downwards in proportion, so that it never falls below 0; upwards by points, up to should.
  const followed =
    will.mean < from
      ? adequate * (1 - p.adequateFollows * (1 - will.mean / from))
      : Math.min(ceiling, adequate + p.adequateFollows * (will.mean - from));
  return { ...expectation, will, should: ceiling, adequate: followed };
}
