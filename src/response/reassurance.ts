import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { hourMs } from '../core/time-units';
import { calendarDateSchema, type DateInput } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { type Action, type Evidence, fromPractice, practice } from './action';
import { type Contact, reachOf } from './contact';
import { contactSchema } from './input';
import { reassuranceDefaults } from './parameters';

/** A step that confirms a choice. Codes may be added. */
export type ReassuranceCode =
  | 'confirm'
  | 'give-tangible'
  | 'send-letter'
  | 'post-letter'
  | 'thank'
  | 'tell-next'
  | 'call';

/** A step, when to take it, and why then. Codes may be added. */
export type ReassuranceAction = Action<
  ReassuranceCode,
  'doubt-after-buying' | 'moved' | 'brought-forward' | 'after-24-hours'
>;

/** Whom to reassure, and how. */
export interface ReassuranceOptions {
  readonly contact: Contact;
  /** Steps to leave out, such as a call that nobody asked for. */
  readonly without?: readonly ReassuranceCode[] | undefined;
  /** `reassuranceDefaults` unless given. */
  readonly parameters?: typeof reassuranceDefaults | undefined;
}

const hunt = 'Hunt 1970, Journal of Marketing 34(3)';
const letters = `${hunt}: posted letters after a purchase lessened doubts`;
const byPost: Evidence = { status: 'published', source: letters };
const byEmail = fromPractice(`by analogy: ${letters}`);
const calls: Evidence = { status: 'contested', source: `${hunt}: calls may raise doubts` };

/** A step, the parameter that says when, whether it needs a person, and what is known of it. */
const steps: readonly (readonly [
  ReassuranceCode,
  keyof typeof reassuranceDefaults.parameters,
  boolean,
  Evidence,
])[] = [
  ['confirm', 'confirm', false, practice],
  ['give-tangible', 'tangible', false, practice],
  ['send-letter', 'letter', false, byEmail],
  ['post-letter', 'post', true, byPost],
  ['thank', 'thank', true, practice],
  ['tell-next', 'next', false, practice],
  ['call', 'call', true, calls],
];

const optionsSchema = once(() =>
  z.strictObject({
    contact: contactSchema,
    without: z.optional(z.array(z.enum(steps.map(([code]) => code)))),
    parameters: parametersSchema(reassuranceDefaults),
  }),
);

/**
 * Plans how to confirm a choice in the first 24 hours, when doubt is strongest: a confirmation with a summary,
 * something tangible in hand, a letter by e-mail and by post, a personal thank-you, what comes next, and a call.
 *
 * The confirmation answers the customer's own act, so it comes as planned even in quiet hours. Everything else waits
 * for them to end, and what needs a person waits for working hours, too; a reason `moved` says by how much. What
 * would miss the 24 hours so is `brought-forward` to a free time within them, less than an hour before the last;
 * `after-24-hours` says where there is none. The telephone call is marked as contested: posted letters helped, calls may
 * raise doubts (Hunt 1970).
 *
 * @param boughtAt when the customer chose: a `Date`, milliseconds since 1970, text with an offset, or an instant of
 *   Temporal
 * @returns the actions in order of time
 * @throws InvalidInputError `unknown-name` for a step or a zone that is none; `out-of-range` for quiet hours that are
 *   malformed, or that leave no time to work
 * @example
 * ```ts
 * import { planReassurance } from 'overdeliver/response';
 *
 * const day = ['09:00-17:00'];
 * const actions = planReassurance(new Date('2026-03-28T19:30:00+01:00'), {
 *   contact: {
 *     zone: 'Europe/Berlin',
 *     quiet: '21:00-08:00',
 *     calendar: { zone: 'Europe/Berlin', open: { monday: day, saturday: day } },
 *   },
 *   without: ['call'],
 * });
 * actions.map(({ code, when }) => [code, when?.toISOString()]);
 * // => [
 * //   ['confirm', '2026-03-28T18:30:00.000Z'],
 * //   ['give-tangible', '2026-03-28T19:30:00.000Z'],
 * //   ['send-letter', '2026-03-29T06:00:00.000Z'],
 * //   ['tell-next', '2026-03-29T16:30:00.000Z'],
 * //   ['post-letter', '2026-03-30T07:00:00.000Z'],
 * //   ['thank', '2026-03-30T07:00:00.000Z']]
 * ```
 */
export function planReassurance(
  boughtAt: DateInput,
  options: ReassuranceOptions,
): readonly ReassuranceAction[] {
  return door('planReassurance', () => {
    const bought = read(calendarDateSchema, boughtAt, 'boughtAt').getTime();
    const { without = [], contact, parameters } = read(optionsSchema, options, 'options');
    const { numbers } = parameters;
    const reach = reachOf(contact);
    const dayEnds = bought + 24 * hourMs;
    /** As planned or soon after; or else, to be within the day, hour by hour earlier, back to the purchase itself. */
    const within = (planned: number, byPerson: boolean) => {
      const when = reach(planned, byPerson);
      if (planned > dayEnds) return when;
      for (let at = planned; at > bought - hourMs; at -= hourMs) {
        const earlier = reach(Math.max(at, bought), byPerson);
        if (earlier.getTime() <= dayEnds) return earlier;
      }
      return when;
    };
    return steps
      .filter(([code]) => !without.includes(code))
      .map(([code, after, byPerson, evidence]) => {
        const planned = bought + Math.round(numbers[after] * hourMs);
        const when = code === 'confirm' ? new Date(planned) : within(planned, byPerson);
        const hours = (when.getTime() - bought) / hourMs;
        const moved = (when.getTime() - planned) / hourMs;
        const why: ReassuranceAction['why'][number][] = [
          { code: 'doubt-after-buying', detail: { hours } },
        ];
        if (moved > 0) why.push({ code: 'moved', detail: { hours: moved } });
        if (moved < 0) why.push({ code: 'brought-forward', detail: { hours: -moved } });
        if (hours > 24) why.push({ code: 'after-24-hours', detail: { hours } });
        return { code, detail: { hours }, why, when, serves: 'confidence', evidence };
      })
      .sort((a, b) => a.when.getTime() - b.when.getTime());
  });
}
