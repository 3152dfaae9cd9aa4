import * as z from 'zod/mini';
import { once } from '../../input/once';
import { optionFor, recordOf } from '../../input/schemas';
import { listeningDefaults } from './parameters';

const negationReach = listeningDefaults.parameters.negationReach;
export const textSchema = once(() => z.string());
const phrases = z.array(z.string());
const group = z.optional(recordOf(phrases));
export const lexiconSchema = once(() =>
  z.strictObject({
    locale: z.string(),
    needs: group,
    expectations: group,
    negations: z.optional(phrases),
  }),
);
export const optionsSchema = once(() =>
  z.strictObject({
    negationReach: z._default(optionFor(negationReach), negationReach.value),
  }),
);
