import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import type { Experience } from '../expectation/events';
import type { Expectation } from '../expectation/expectation';
import { expectationSchema, experienceSchema } from '../expectation/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { atLeast } from '../numerics/nearly';
import { type JudgedOutcome, judgedLevel, judgedTime } from './judged-outcome';
import { refuseMisplaced } from './misplaced';
import { outcomeDefaults } from './noticeable';

/**
 * Judges a level perceived by the expectation it met: exceeded or below from a noticeable
 * difference on, met between. Three things override the difference: at first use an unmet need is always
 * below, and a met one lifts a disappointment to met as long as it stays within the zone of tolerance;
 * a promised level that is noticeably missed is always below.
 *
 * @param experience what the customer perceived, 0 to 100, and where it counts whether their need was met, as
 *   `{ perceived: 80 }`; `placeInZone` takes the level alone
 * @param options the differences that are noticed, `outcomeDefaults` unless given
 * @throws InvalidInputError `out-of-range`, `wrong-type`, `missing` or `unknown-name` for a bad expectation
 *   or experience
 * @example
 * ```ts
 * import { formExpectation, judgeOutcome } from 'overdeliver';
 *
 * const expectation = formExpectation({ stage: 'long-term', signals: { longTermExperience: 70 } });
 * judgeOutcome(expectation, { perceived: 80 });
 * // => { outcome: 'exceeded', reason: 'noticeably-better' }
 * ```
 */
export function judgeOutcome(
  expectation: Expectation,
  experience: Experience,
  options: { readonly parameters?: typeof outcomeDefaults | undefined } = {},
): JudgedOutcome {
  return door('judgeOutcome', () => {
    const { numbers } = read(optionsSchema, options, 'options').parameters;
    const wanted = 'an Expectation, such as formExpectation makes';
    reading('expectation', expectation, () =>
      refuseMisplaced('expectation', expectation, wanted, ['levels', 'delivery']),
    );
    const held = read(expectationSchema, expectation, 'expectation');
    const { perceived, ...use } = read(experienceSchema, experience, 'experience');
    const { stage, promised, predicted, adequate } = held;
    const needMet = stage === 'first-use' ? use.needMet : undefined;
    if (needMet === false) return { outcome: 'below', reason: 'need-unmet' };
    const judged = judgedLevel(predicted.mean, promised, perceived, numbers.noticeablePoints);
    const isSaved = judged.reason === 'noticeably-worse' && needMet === true;
    return isSaved && atLeast(perceived, adequate)
      ? { outcome: 'met', reason: 'need-met' }
      : judged;
  });
}

/**
 * Judges a time or a cost by what was promised: a broken promise is always below; exceeded when better by
 * a noticeable share of the promise.
 *
 * @param delivery `promised` and `actual` in one unit, lower being better; promised above 0. What else a
 *   delivery says of itself (its unit, whether the customer still waits) makes no difference here
 * @param options the differences that are noticed, `outcomeDefaults` unless given
 * @throws InvalidInputError `out-of-range` when promised is not above 0 or actual is below 0
 * @example
 * ```ts
 * import { judgePromise } from 'overdeliver';
 *
 * judgePromise({ promised: 60, actual: 45 }).outcome; // => 'exceeded'
 * judgePromise({ promised: 60, actual: 57 }).outcome; // => 'met'
 * judgePromise({ promised: 60, actual: 61 }).outcome; // => 'below'
 * ```
 */
export function judgePromise(
  delivery: {
    readonly promised: number;
    readonly actual: number;
    readonly unit?: string | undefined;
    readonly stillWaiting?: boolean | undefined;
    readonly currency?: string | undefined;
  },
  options: { readonly parameters?: typeof outcomeDefaults | undefined } = {},
): JudgedOutcome {
  return door('judgePromise', () => {
    const { noticeableShare: share } = read(optionsSchema, options, 'options').parameters.numbers;
    const wanted = 'a delivery, { promised, actual }';
    reading('', delivery, () => refuseMisplaced('', delivery, wanted, ['levels', 'expectation']));
    const { promised, actual } = read(deliverySchema, delivery);
    return judgedTime(promised, actual, share);
  });
}

const optionsSchema = once(() => z.strictObject({ parameters: parametersSchema(outcomeDefaults) }));
const deliverySchema = once(() =>
  z.strictObject({
    promised: z.number().check(z.gt(0, 'an amount above 0')),
    actual: z.number().check(z.gte(0, 'an amount of at least 0')),
    unit: z.optional(z.string()),
    stillWaiting: z.optional(z.boolean()),
    currency: z.optional(z.string()),
  }),
);
