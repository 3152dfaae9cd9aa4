import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { PromisePlan } from '../promise/promise-plan';
import type { PhraseCode } from './codes';
import { phrases } from './phrases';

/** Anything with a code, and figures either in its detail or beside the code. */
export type Coded =
  | { readonly code: string; readonly detail?: Readonly<Record<string, unknown>> | undefined }
  | { readonly code: string; readonly detail?: undefined; readonly [figure: string]: unknown };

const codedSchema = z.looseObject({
  code: z.string(),
  detail: z.optional(z.looseObject({})),
});
const planSchema = z.looseObject({
  promise: z.number(),
  unit: z.string(),
  chance: z.looseObject({ estimate: z.number() }),
  typical: z.number(),
  why: z.array(codedSchema),
  warnings: z.array(codedSchema),
});

/**
 * An action, a reason or any other code of this library in plain English. A promise is shown as it is, to at most
 * twelve digits; any other number to three, but to the unit at least. A share reads 100% or 0% only where it is that
 * exactly. A code that has no phrase is shown as it is, with its figures.
 *
 * For another language write your own: the codes and the names of their figures are all it needs, and a
 * `Record<PhraseCode, ...>` holds them all.
 *
 * @param coded what has a code, and its figures in `detail` or beside it; or a code alone
 * @throws InvalidInputError `missing` or `wrong-type` without a code; `missing` for a figure that the wording of a code
 *   names
 * @example
 * ```ts
 * import { inEnglish } from 'overdeliver/english';
 *
 * inEnglish({ code: 'rounded', detail: { from: 57.3333, to: 60 } }); // => 'rounded from 57.3 to 60'
 * inEnglish({ code: 'rising', change: 4.2, p: 0.01 }); // => 'rising by 4.2 points'
 * inEnglish('reverse'); // => 'Find out what moved, and turn it round.'
 * ```
 */
export function inEnglish(coded: Coded | string): string {
  return door('inEnglish', () => {
    const given = typeof coded === 'string' ? { code: coded } : coded;
    const { code, detail, ...beside } = read(codedSchema, given, 'coded');
    const figures: Readonly<Record<string, unknown>> = detail ?? beside;
    if (!Object.hasOwn(phrases, code)) return [code, ...listed(figures)].join(' ');
    const phrase = phrases[code as PhraseCode].replace(/\[(.*\{(\w+)\}.*)\]/, (_, part, name) =>
      Object.hasOwn(figures, name) ? part : '',
    );
    return phrase.replace(/\{(\w+)([-%$!]?)\}/g, (_, name: string, as: string) => {
      if (Object.hasOwn(figures, name)) return shown(figures[name], as);
      const path = `coded.${detail ? 'detail.' : ''}${name}`;
      return refuse(path, undefined, `a figure, for ${code} names it`, 'missing');
    });
  });
}

/**
 * A promise in plain English: what to say, what to expect oneself, why, and what to know before relying on it.
 *
 * @throws InvalidInputError `missing` or `wrong-type` for what is no plan
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
 * import { promiseInEnglish } from 'overdeliver/english';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * promiseInEnglish(planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) }));
 * // => 'Promise 60 minutes: kept 91.7% of the time, typically 45 minutes (to be kept 90% of the time; rounded from 58 to 60; none of the outcomes seen breaks it).'
 * ```
 */
export function promiseInEnglish(plan: PromisePlan): string {
  return door('promiseInEnglish', () => {
    const { promise, unit, chance, typical } = read(planSchema, plan, 'plan');
    const kept = `kept ${shown(chance.estimate, '%')} of the time`;
    const why = [...plan.why, ...plan.warnings].map(inEnglish).join('; ');
    return `Promise ${shown(promise, '!')} ${unit}: ${kept}, typically ${shown(typical)} ${unit} (${why}).`;
  });
}

function listed(figures: Readonly<Record<string, unknown>>): string[] {
  const pairs = Object.entries(figures).map(([name, value]) => `${name} ${shown(value, '!')}`);
  return pairs.length === 0 ? [] : [`(${pairs.join(', ')})`];
}

function shown(value: unknown, as = ''): string {
  if (Array.isArray(value)) return value.map((one) => shown(one)).join(' to ');
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'number') return String(value);
  if (as === '$') return (value / 100).toFixed(2);
  if (as === '!') return String(rounded(value, 12));
  if (as === '%') return `${percent(value)}%`;
  const number = as === '-' ? Math.abs(value) : value;
  return String(Math.abs(number) < 1000 ? rounded(number, 3) : Math.round(number));
}

const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));

/** With as many digits as tell it from a whole. */
function percent(share: number): number {
  let digits = 3;
  while (share !== 1 && rounded(100 * share, digits) === 100) digits++;
  return rounded(100 * share, digits);
}
