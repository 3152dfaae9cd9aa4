import { rowScaleWarnings } from '../../core/other-scale';
import { notEnough } from '../../input/refusal';
import { wordOfMouthDefaults } from '../word-of-mouth-model';
import type { LoyaltyFit } from './fit-types';
import { type FitOptionsRead, type Learnt, learn, usualOf } from './learn';
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
    notEnough('rows', { needed: 1, available: 0 }, 'a fit', 'nobody who told anybody');
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
  const { numbers, flags } = withoutSharpSilence(learnt);
  return {
    ...learntSet([{ ...learnt, numbers }], wordOfMouthDefaults, options, {
      rows: rows.length,
      inputs: { satisfaction: rows.map(({ satisfaction }) => satisfaction) },
    }),
    rows: rows.length,
    customers: learnt.customers,
    comparison: learnt.comparison,
    flags: [...rowScaleWarnings(rows, ['satisfaction']), ...flags],
  };
}

/**
 * Below a curve of 1 the mean rises at silence as steeply as can be: where silence lies then hangs on the customers next to
 * it, and has no standard error.
 */
function withoutSharpSilence({
  numbers,
  flags,
}: Learnt<Name>): Pick<Learnt<Name>, 'numbers' | 'flags'> {
  const curve = numbers.get('curve');
  if (curve === undefined || curve.value >= 1) return { numbers, flags };
  const known = new Map(numbers);
  for (const [name, { value }] of numbers) {
    if (name.startsWith('silentAt'))
      known.set(name, { value, standardError: null, interval: null });
  }
  return { numbers: known, flags: [...flags, { code: 'abrupt', detail: { parameter: 'curve' } }] };
}
