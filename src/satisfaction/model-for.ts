import { surveySatisfaction } from './index-survey';
import { kindOf } from './judged';
import { marketplaceSatisfaction } from './marketplace';
import { mixedSatisfaction } from './mixed';
import type { SatisfactionModel } from './model';
import { checkModel } from './model-numbers';

/** The model a caller chose, checked, or the standard one for what is given. */
export function modelFor(
  given: object,
  options: { readonly model?: SatisfactionModel | undefined },
): SatisfactionModel {
  if (options.model !== undefined) return checkModel(options.model);
  const kind = kindOf(given);
  if (kind === 'time') return marketplaceSatisfaction;
  return kind === 'level' ? surveySatisfaction : mixedSatisfaction;
}
