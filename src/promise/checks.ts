import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { refuse } from '../core/refuse';
import { functionSchema } from '../core/schemas';

const shareText = 'a share above 0 and below 1, such as .9 for 90%';

/** A share of promises. */
export const shareSchema = z.number(shareText).check(z.gt(0, shareText), z.lt(1, shareText));

const costText = 'a finite cost above 0';
export const costSchema = z.number(costText).check(z.gt(0, costText));

/** The options that most plans have. */
export const planShape = {
  round: z.optional(functionSchema),
  bestEffort: z.optional(z.boolean()),
};

/** Throws unless a value answers what plans ask of a capability. */
export function checkPlannable(fn: string, capability: Capability): void {
  const { ranks, quantile, chance, expectedOvershoot } = Object(capability) as Capability;
  const answers =
    typeof quantile === 'function' &&
    typeof chance === 'function' &&
    typeof expectedOvershoot === 'function';
  const ranked =
    ranks === null || (typeof ranks?.kept === 'function' && typeof ranks.byRank === 'function');
  if (answers && ranked) return;
  refuse(
    fn,
    'capability',
    capability,
    'a capability, such as capabilityFromSamples makes',
    'wrong-type',
  );
}
