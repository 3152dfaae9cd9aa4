import { door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import type { LiveQuote } from '../live/live-quote';
import type { PromisePlan } from '../promise/promise-plan';
import type { WindowPlan } from '../promise/window';
import { amount, around, shared, shown } from './figures';
import { type CodedRead, planSchema, quoteSchema, windowPlanSchema } from './input';
import { worded } from './worded';

/**
 * A promise in plain English, for those who make it: what to say, what to expect oneself, why, and what to know before relying
 * on it. A plan (of `deviations` it counts from the agreed time), a window, or what a live promiser quotes. For the
 * customer there is {@link customerWording}.
 *
 * @throws InvalidInputError `missing` or `wrong-type` for what is no plan; `missing` for a figure that the wording of one of
 *   its reasons names
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, planWindow, toMultipleOf } from 'overdeliver';
 * import { promiseInEnglish } from 'overdeliver/english';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * promiseInEnglish(planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) }));
 * // => 'Promise 60 minutes: kept 91.7% of the time, typically 45 minutes (to be kept 90% of the time; rounded from 58 to 60, a multiple of 5; none of the observations breaks it).'
 * promiseInEnglish(planWindow(kitchen, { keepRate: 0.8 }));
 * // => 'Promise 36 to 58 minutes: kept 83.3% of the time, typically 45 minutes (a window that holds 80%; none of the observations breaks it).'
 * ```
 */
export function promiseInEnglish(plan: PromisePlan | WindowPlan | LiveQuote): string {
  return door('promiseInEnglish', () => {
    const has = (field: string) => reading('plan', plan, () => field in Object(plan));
    if (has('due')) return quoted(read(quoteSchema, plan, 'plan'));
    if (has('from')) {
      const { from, to, ...basis } = read(windowPlanSchema, plan, 'plan');
      return planned([from, to], basis);
    }
    const { promise, ...basis } = read(planSchema, plan, 'plan');
    return planned([promise], basis);
  });
}

interface Basis {
  readonly unit: string;
  readonly deviations?: boolean | undefined;
  readonly chance: { readonly estimate: number };
  readonly typical: number;
  readonly why: readonly CodedRead[];
  readonly warnings: readonly CodedRead[];
}

function planned(ends: readonly number[], basis: Basis): string {
  const { unit, deviations, chance, typical, why, warnings } = basis;
  const kept = `kept ${shared(chance.estimate, unit)}`;
  const reasons = [
    ...why.map((one, i) => worded(one, `plan.why[${i}]`, unit)),
    ...warnings.map((one, i) => worded(one, `plan.warnings[${i}]`, unit)),
  ].join('; ');
  const promise = deviations
    ? `${ends.map((end) => around(end, unit, '!')).join(' to ')} the agreed time`
    : amount(ends.map((end) => shown(end, '!')).join(' to '), unit);
  const usual = deviations ? `${around(typical, unit)} it` : amount(shown(typical), unit);
  return `Promise ${promise}: ${kept}, typically ${usual} (${reasons}).`;
}

interface Quoted {
  readonly promise: number | null;
  readonly due: Date | null;
  readonly unit: string;
  readonly keepRate: number;
  readonly typical: number | null;
  readonly guarantee: { readonly n: number } | null;
  readonly reason: CodedRead | null;
  readonly unidentified: {
    readonly atLeast: number;
    readonly chance: number;
    readonly help: readonly CodedRead[];
  } | null;
  readonly warnings: readonly CodedRead[];
}

function quoted(quote: Quoted): string {
  const { promise, due, unit, keepRate, typical, guarantee, reason, unidentified, warnings } =
    quote;
  const seen =
    unidentified &&
    `${amount(shown(unidentified.atLeast), unit)} is the longest that they vouch for, kept ${shared(unidentified.chance, unit)}`;
  const reasons = [
    ...(guarantee ? [`by the last ${guarantee.n} orders`] : []),
    ...(reason ? [worded(reason, 'plan.reason', unit)] : []),
    ...(seen ? [seen] : []),
    ...warnings.map((one, i) => worded(one, `plan.warnings[${i}]`, unit)),
  ].join('; ');
  const help = (unidentified?.help ?? []).map((one, i) =>
    worded(one, `plan.unidentified.help[${i}]`),
  );
  const usual = typical === null ? '' : `, typically ${amount(shown(typical), unit)}`;
  const said =
    promise === null || due === null
      ? `Promise nothing yet: ${reasons}.`
      : `Promise ${amount(shown(promise, '!'), unit)}, due ${shown(due)}: to be kept ${shared(keepRate, unit)}${usual} (${reasons}).`;
  return [said, ...help].join(' ');
}
