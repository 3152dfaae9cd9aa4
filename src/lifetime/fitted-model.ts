import { numbersOf } from '../core/numbers-of';
import type { ParameterSet } from '../core/parameters';
import { refuse } from '../input/refusal';

/** A warning that comes with what a lifetime model says. */
export interface LifetimeWarning {
  /**
   * `alive-by-assumption`: P(alive) is 1 because the BG/NBD model lets customers go after a repeat purchase
   * only, so that single buyers never do, however long ago they bought. `not-converged`: the numbers come
   * from a fit that did not converge. May grow.
   */
  readonly code: 'alive-by-assumption' | 'not-converged';
  /** What it is about. */
  readonly path: string;
}

/** Which model says it, and with what warnings. */
export interface LifetimeNotes {
  /** The model, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
  readonly warnings: readonly LifetimeWarning[];
}

/** The numbers of a model in the order of its kernel, and the notes that results carry. */
export function readModel<Name extends string>(
  model: ParameterSet<Name>,
  example: ParameterSet<Name>,
): { readonly values: readonly number[]; readonly notes: LifetimeNotes } {
  if (model === undefined) {
    refuse('model', model, `a parameter set such as ${example.id}`, 'missing');
  }
  const numbers = numbersOf(model, example, 'model');
  // Models share names: without those that it lacks, BG/NBD would pass for sBG.
  for (const name of Object.keys(model.parameters)) {
    if (Object.hasOwn(numbers, name)) continue;
    const expected = `one of ${Object.keys(numbers).join(', ')}`;
    refuse(`model.${name}`, name, expected, 'unknown-name');
  }
  const { id, setting, fit } = model;
  const warnings: readonly LifetimeWarning[] =
    fit?.converged === false ? [{ code: 'not-converged', path: 'model' }] : [];
  return { values: Object.values<number>(numbers), notes: { model: { id, setting }, warnings } };
}
