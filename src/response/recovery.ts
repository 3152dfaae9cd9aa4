import * as z from 'zod/mini';
import { hourMs } from '../core/time-units';
import { calendarDateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { from0to1Schema, recordOf } from '../input/schemas';
import type { ReviewReason } from '../promise/promise-again';
import { type Action, countedIn, type Evidence, fromPractice, practice } from './action';
import { reachOf } from './contact';
import { datedShape, nameSchema, responseSchema } from './input';
import type { Failure, RecoveryCode, RecoveryOptions, RecoveryPlan } from './recovery-types';

const failureSchema = once(() =>
  z.strictObject({
    what: nameSchema,
    at: calendarDateSchema,
    apologised: z.optional(z.boolean()),
    compensated: z.optional(z.boolean()),
  }),
);
/** A code of a review, of which only that it is a name is read: more may be added. */
const reasonSchema = readWith((code: ReviewReason['code']) => {
  read(nameSchema, code);
  return code;
});
const optionsSchema = once(() =>
  z.strictObject({
    ...datedShape,
    compensation: z.optional(
      z.strictObject({ offer: z.string(), worth: z.number().check(z.gt(0, 'a worth above 0')) }),
    ),
    change: z.optional(z.string()),
    review: z.optional(
      z.looseObject({
        advice: z.enum(['wait', 'promise-again', 'tell']),
        newPromise: z.nullable(
          z.looseObject({
            promise: z.number().check(z.gte(0, 'an amount of at least 0')),
            unit: nameSchema,
            deviations: z.optional(z.boolean()),
            chance: z.looseObject({ estimate: from0to1Schema() }),
          }),
        ),
        why: z.array(z.looseObject({ code: reasonSchema, detail: recordOf(z.number()) })),
      }),
    ),
    parameters: responseSchema,
  }),
);

const orsingher: Evidence = {
  status: 'published',
  source: 'Orsingher, Valentini & de Angelis 2010, JAMS 38',
};
const halperin: Evidence = {
  status: 'published',
  source: 'Halperin, Ho, List & Muir 2022, Economic Journal 132',
};
const again = fromPractice('practice: a promise broken twice costs more than the truth');

type Justice = RecoveryPlan['justice'][number]['kind'];
type RecoveryAction = RecoveryPlan['actions'][number];

/** The justice that each action does, if any, and what is known of it. */
const doing: Readonly<Record<RecoveryCode, readonly [Justice | null, Evidence]>> = {
  listen: ['interactional', orsingher],
  compensate: ['distributive', halperin],
  apologise: ['interactional', halperin],
  'explain-failure': ['interactional', orsingher],
  'tell-change': ['procedural', orsingher],
  'promise-again': ['procedural', again],
  'tell-late': ['procedural', again],
  'follow-up': [null, practice],
};

/**
 * Plans how to make up for a failure: listen, compensate, apologise once, explain, say what changes and
 * what holds of the promise under way, and follow up.
 *
 * Compensation comes before the apology and outweighs it; a repeated apology does harm (Halperin et al. 2022), so
 * one that was made is never made again. What is fair in the outcome counts most for satisfaction, then how the
 * customer was treated, then the procedure (Orsingher et al. 2010). A new promise is made only if `reviewPromise`
 * advises one: it does so once, with more margin than the first.
 *
 * Everything is due when somebody may do it, the follow-up `followUpAfter` later. For somebody who is waiting right
 * now, leave the quiet hours out of the contact.
 *
 * A recovery lifts satisfaction but was not found to lift repurchase (de Matos, Henrique & Rossi 2007): do not count
 * on more loyalty than before.
 *
 * @throws InvalidInputError `date-order` for a failure after `asOf`; `out-of-range` for a worth that is not above 0;
 *   `wrong-type` for a review whose new promise is not what it advises; what a contact calls for
 * @example
 * ```ts
 * import { planRecovery } from 'overdeliver';
 *
 * const { actions, justice } = planRecovery(
 *   { what: 'cold meal', at: new Date('2026-03-06T19:10:00Z') },
 *   {
 *     compensation: { offer: 'a new meal at no charge', worth: 25 },
 *     asOf: new Date('2026-03-06T19:15:00Z'),
 *     contact: { zone: 'Europe/London', quiet: '22:00-09:00' },
 *   },
 * );
 * actions.map(({ code }) => code);
 * // => ['listen', 'compensate', 'apologise', 'explain-failure', 'follow-up']
 * justice.map(({ kind, covered }) => [kind, covered]);
 * // => [['distributive', true], ['interactional', true], ['procedural', false]]
 * ```
 * @example What a compensation wins back, from money to a percentage of what the failure cost them
 * ```ts
 * import { predictRecovery } from 'overdeliver';
 *
 * const [worth, damage] = [25, 40]; // pounds: a new meal, for an evening that was spoilt
 * const distributive = Math.min(100, (100 * worth) / damage); // 62.5
 * const guest = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
 * predictRecovery(guest, { failed: 40, distributive, apologies: 1 }).satisfaction;
 * // => { before: 80, failed: 40, recovered: 56.5 }
 * ```
 */
export function planRecovery(failure: Failure, options: RecoveryOptions): RecoveryPlan {
  return door('planRecovery', () => {
    const given = read(failureSchema, failure, 'failure');
    const { what, at, apologised = false, compensated = false } = given;
    const asked = read(optionsSchema, options, 'options');
    const { asOf, compensation, change, review } = asked;
    if (review && (review.advice === 'promise-again') !== (review.newPromise !== null)) {
      const expected = 'a new promise where one is advised, else null';
      refuse('options.review.newPromise', review.newPromise, expected, 'wrong-type');
    }
    const { followUpAfter } = asked.parameters.numbers;
    if (at > asOf)
      refuse('failure.at', failure.at, `a date up to ${asOf.toISOString()}`, 'date-order');
    const reach = reachOf(asked.contact);
    const now = reach(asOf.getTime());
    const hoursAgo = (asOf.getTime() - at.getTime()) / hourMs;
    const failed: RecoveryAction['why'] = [{ code: 'failed', detail: { what, hoursAgo } }];
    const act = (
      code: RecoveryCode,
      detail: Action['detail'] = {},
      why: RecoveryAction['why'] = failed,
      when = now,
    ): RecoveryAction => ({
      code,
      detail: { what, ...detail },
      why,
      when,
      serves: what,
      evidence: doing[code][1],
    });
    const actions = [act('listen')];
    const leftOut: RecoveryPlan['leftOut'][number][] = [];
    if (compensated) leftOut.push({ code: 'done-before', detail: { action: 'compensate' } });
    else if (compensation) actions.push(act('compensate', compensation));
    else leftOut.push({ code: 'none-offered', detail: { action: 'compensate' } });
    if (apologised) leftOut.push({ code: 'once-only', detail: { action: 'apologise' } });
    else actions.push(act('apologise'));
    actions.push(act('explain-failure'));
    if (change !== undefined) actions.push(act('tell-change', { change }));
    if (review?.newPromise) {
      const { promise, chance } = review.newPromise;
      const detail = { promise, ...countedIn(review.newPromise), chance: chance.estimate };
      actions.push(act('promise-again', detail, review.why));
    } else if (review?.advice === 'tell') actions.push(act('tell-late', {}, review.why));
    else if (review) leftOut.push({ code: 'promise-stands', detail: { action: 'promise-again' } });
    actions.push(act('follow-up', {}, failed, reach(now.getTime() + followUpAfter * hourMs)));
    const before = { distributive: compensated, interactional: apologised, procedural: false };
    const justice = (['distributive', 'interactional', 'procedural'] as const).map((kind) => {
      const by = actions.map(({ code }) => code).filter((code) => doing[code][0] === kind);
      return { kind, by, covered: before[kind] || by.length > 0 };
    });
    return { actions, leftOut, justice };
  });
}
