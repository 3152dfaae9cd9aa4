import { notEnough } from '../../input/refusal';
import { wordOfMouthDefaults } from '../word-of-mouth-model';
import type { LoyaltyFit } from './fit-types';
import { type FitOptionsRead, learn, usualOf } from './learn';
import { learntSet } from './learnt-set';
import type { WordOfMouthFitRow } from './rows';
import { toldNames as names, squaredErrorsTold } from './told-losses';
import { startOf } from './told-start';

type Name = keyof typeof wordOfMouthDefaults.parameters;

/** Learns the U of what customers tell by least squares on the people told good and bad. */
export function learnWordOfMouth(
  rows: readonly WordOfMouthFitRow[],
  options: FitOptionsRead<Name>,
): LoyaltyFit<Name> {
  if (rows.length > 0 && rows.every(({ positive, negative }) => positive + negative === 0)) {
    notEnough('rows', { needed: 1, available: 0 }, 'customers who told somebody', 'none');
  }
  const problem = usualOf(names, options.parameters, wordOfMouthDefaults);
  const losses = squaredErrorsTold(rows);
  const learnt = learn(
    {
      ...problem,
      names,
      losses,
      start: startOf(rows, losses, problem.usual),
      stratumOf: (row) => (rows[row] as WordOfMouthFitRow).outcome,
      canSeparate: false,
    },
    rows,
    options,
  );
  return {
    ...learntSet([learnt], wordOfMouthDefaults, options, {
      rows: rows.length,
      inputs: { satisfaction: rows.map(({ satisfaction }) => satisfaction) },
    }),
    rows: rows.length,
    customers: learnt.customers,
    comparison: learnt.comparison,
    flags: learnt.flags,
  };
}
