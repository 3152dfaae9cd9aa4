import * as z from 'zod/mini';
import { checkAlike } from '../capability/alike';
import type { Capability } from '../capability/capability';
import { capabilitySchema } from '../capability/input';
import { calendarDateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { notIdentified, refuse } from '../input/refusal';
import { shareSchema } from '../input/share';
import { atLeast } from '../numerics/nearly';
import { chanceKept } from '../promise/chance-kept';
import { planShape } from '../promise/input';
import { capabilityAt, quoteFor } from '../promise/quote-for';
import { planAt } from '../promise/recipe';
import { type Action, practice as evidence } from './action';
import { reachOf } from './contact';
import { datedShape, nameSchema, responseSchema } from './input';
import type { AskedFor, Triage, TriageCode, TriageOptions } from './triage-types';

const optionsSchema = once(() =>
  z.strictObject({
    ...datedShape,
    round: planShape.round,
    industry: capabilitySchema,
    own: capabilitySchema,
    keepRate: shareSchema,
    later: z.optional(z.strictObject({ from: calendarDateSchema, own: capabilitySchema })),
    alternatives: z.optional(z.array(z.string())),
    parameters: responseSchema,
  }),
);
const askedSchema = once(() => z.strictObject({ asked: z.number(), need: z.optional(nameSchema) }));

/**
 * Judges an expectation by the industry's standard and the company's own capability, and answers it:
 *
 * - what can be kept now is served, whether or not others could;
 * - what is reasonable but can be kept later only is explained, with the date (`from`), and announced for it;
 * - what is reasonable and cannot be kept is explained, and alternatives are the answer;
 * - what is unreasonable is refused patiently: listened to, explained, and help offered.
 *
 * Whatever cannot be kept now comes with the nearest promise that can, and with the alternatives given.
 *
 * It is reasonable if the industry keeps it with a chance of `reasonableFrom` or more, and feasible if a plan with
 * the keep rate promises as much before it is rounded.
 *
 * @throws InvalidInputError `unit-mismatch` for capabilities of different units; `out-of-range` for a keep rate that
 *   is not between 0 and 1, and for less than 0 asked where nothing delivered could be; `date-order` for a later date
 *   before `asOf`; NotEnoughDataError and NotIdentifiedError as `planPromise`, the latter also where the industry
 *   was not seen for so long; what a contact calls for
 * @example
 * ```ts
 * import { capabilityFromQuantiles } from 'overdeliver/capability';
 * import { triageExpectation } from 'overdeliver';
 *
 * const days = (from: number, to: number) =>
 *   capabilityFromQuantiles([{ p: 0, value: from }, { p: 1, value: to }], { unit: 'days' });
 * const { answer, plan, actions } = triageExpectation(
 *   { asked: 4, need: 'savingTime' },
 *   {
 *     industry: days(1, 5),
 *     own: days(2, 6),
 *     keepRate: 0.9,
 *     later: { from: new Date('2026-06-01T00:00:00Z'), own: days(1, 4) },
 *     asOf: new Date('2026-03-06T20:00:00Z'),
 *     contact: { zone: 'Europe/Berlin', quiet: '20:00-08:00' },
 *   },
 * );
 * answer; // => 'explain'
 * plan.promise; // => 5.6
 * actions.map(({ code }) => code); // => ['explain', 'offer-nearest', 'announce-later']
 * actions[0]?.when; // => 2026-03-07T07:00:00.000Z
 * ```
 */
export function triageExpectation(request: AskedFor, options: TriageOptions): Triage {
  return door('triageExpectation', () => {
    const { asked, need = 'expectation' } = read(askedSchema, request, 'request');
    const given = read(optionsSchema, options, 'options');
    const { keepRate, alternatives = [], later, asOf, industry: others, own, round } = given;
    const { reasonableFrom } = given.parameters.numbers;
    const then = later?.own;
    if (later && later.from < asOf) {
      const expected = `a date from ${asOf.toISOString()} on`;
      refuse('options.later.from', options.later?.from, expected, 'date-order');
    }
    const all = later ? [own, others, later.own] : [own, others];
    checkAlike(all, (i) => `options.${['own', 'industry', 'later.own'][i]}`);
    if (asked < 0 && !all.some(mayLieBelow0)) {
      refuse('request.asked', asked, 'an amount of at least 0');
    }
    const reach = reachOf(given.contact);
    const keeps = (path: string, capability: Capability) => {
      const { quote, guarantee } = capabilityAt(path, () => quoteFor(capability, { keepRate }));
      const kept = capability.better === 'lower' ? atLeast(asked, quote) : atLeast(quote, asked);
      return { kept, quote, guarantee };
    };
    const now = keeps('options.own', own);
    const isLater = then !== undefined && !now.kept && keeps('options.later.own', then).kept;
    const from = isLater ? later?.from : undefined;
    const industry = chanceKept(others, asked);
    const chance = chanceKept(own, asked);
    const reasonable = atLeast(industry.estimate, reasonableFrom);
    if (!reasonable) checkSeen(others, asked, reasonableFrom);
    const plan = capabilityAt('options.own', () =>
      planAt(own, now.kept ? asked : now.quote, now.guarantee, {
        keepRate,
        round: now.kept ? undefined : round,
        aim: { code: 'keep-rate', detail: { keepRate } },
      }),
    );
    const why: TriageAction['why'] = [
      {
        code: reasonable ? 'reasonable' : 'unreasonable',
        detail: { industry: industry.estimate, reasonableFrom },
      },
      {
        code: now.kept ? 'can-be-kept' : 'cannot-be-kept',
        detail: { chance: chance.estimate, keepRate },
      },
    ];
    const act = (code: TriageCode, detail: Action['detail'] = {}, at = asOf): TriageAction => ({
      code,
      detail,
      why,
      when: reach(at.getTime()),
      serves: need,
      evidence,
    });
    const { unit } = own;
    const promised = { promise: plan.promise, unit, chance: plan.chance.estimate };
    const actions = now.kept
      ? [act('serve', promised)]
      : [
          ...(reasonable ? [] : [act('listen')]),
          act('explain', {
            asked,
            unit,
            industry: industry.estimate,
            chance: chance.estimate,
            ...(from && { from: from.toISOString() }),
          }),
          act('offer-nearest', promised),
          ...(from ? [act('announce-later', { asked, unit }, from)] : []),
          ...alternatives.map((alternative) => act('offer-alternative', { alternative })),
          ...(reasonable ? [] : [act('offer-help')]),
        ];
    const unmet = from ? 'explain' : 'offer-alternatives';
    return {
      answer: now.kept ? 'serve' : reasonable ? unmet : 'refuse-patiently',
      reasonable,
      feasible: now.kept ? 'now' : from ? 'later' : 'never',
      industry,
      own: chance,
      plan,
      actions,
    };
  });
}

type TriageAction = Triage['actions'][number];

/** Deviations from an appointment, whatever was seen of them; or some outcome does. */
function mayLieBelow0({ toJSON, better, chance }: Capability): boolean {
  const below = chance(-Number.MIN_VALUE);
  return toJSON().deviations === true || (better === 'lower' ? below > 0 : below < 1);
}

/** Throws where the chance is only known to be at least so much: what is asked may be reasonable after all. */
function checkSeen(industry: Capability, asked: number, share: number): void {
  const { identified, identifiedFrom, better } = industry;
  if (atLeast(identified, share)) return;
  const last = industry.quantile(identified);
  if (better === 'lower' ? atLeast(last, asked) : atLeast(asked, last)) return;
  notIdentified('options.industry', share, identified, identifiedFrom);
}
