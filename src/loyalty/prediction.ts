import { type DomainWarning, domainWarnings } from '../core/domain';
import type { ParameterSet } from '../core/parameters';

/** What every prediction says of the numbers behind it. */
export interface PredictionNotes {
  /** The parameter set, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
  /** Inputs outside the data that the set was fitted on. */
  readonly warnings: readonly DomainWarning[];
}

/** The notes of a prediction from inputs under the names that a set's domain knows them by. */
export function notesOf(
  set: ParameterSet,
  inputs: Readonly<Record<string, number>>,
  pathOf?: (name: string) => string,
): PredictionNotes {
  const { id, setting } = set;
  return { model: { id, setting }, warnings: warningsOf(set, inputs, pathOf) };
}

/** The warnings alone, with the path of each input where it is more than its name. */
export function warningsOf(
  set: ParameterSet,
  inputs: Readonly<Record<string, number>>,
  pathOf = (name: string) => name,
): readonly DomainWarning[] {
  return domainWarnings(inputs, set).map((warning) => ({
    ...warning,
    path: pathOf(warning.path),
  }));
}
