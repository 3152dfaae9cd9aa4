import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { functionSchema } from '../input/schemas';
import type { Rounding } from './rounding';

const shareText = 'a share above 0 and below 1, such as .9 for 90%';

/** A share of promises. */
export const shareSchema = z.number(shareText).check(z.gt(0, shareText), z.lt(1, shareText));

const positiveText = 'a finite number above 0';

/** A cost, a revenue, a distance. */
export const positiveSchema = z.number(positiveText).check(z.gt(0, positiveText));

/** A function of a known type, as far as one can tell: what it returns is looked at where it is used. */
export const functionOf = <F>() => functionSchema as unknown as z.ZodMiniType<F>;

/** The options that most plans have. */
export const planShape = {
  round: z.optional(functionOf<Rounding>()),
  bestEffort: z.optional(z.boolean()),
};

/** Throws unless a value answers what plans ask of a capability. */
export function checkPlannable(capability: Capability): void {
  const good = reading('capability', capability, () => isPlannable(Object(capability)));
  if (good) return;
  refuse(
    'capability',
    capability,
    'a capability, such as capabilityFromSamples makes',
    'wrong-type',
  );
}

function isPlannable(capability: Capability): boolean {
  const { kind, unit, better, n, identified, identifiedFrom, ranks, warnings } = capability;
  const { quantile, chance, expectedOvershoot } = capability;
  const answers =
    typeof quantile === 'function' &&
    typeof chance === 'function' &&
    typeof expectedOvershoot === 'function';
  const ranked =
    ranks === null ||
    (typeof ranks?.kept === 'function' &&
      typeof ranks.byRank === 'function' &&
      Number.isSafeInteger(ranks.n));
  const described =
    typeof kind === 'string' &&
    typeof unit === 'string' &&
    (better === 'lower' || better === 'higher') &&
    [n, identified, identifiedFrom].every(Number.isFinite) &&
    Array.isArray(warnings);
  return answers && ranked && described;
}
