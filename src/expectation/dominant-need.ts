import { InvalidInputError } from '../core/errors';
import type { Level } from '../core/level';
import type { Need } from '../core/needs';
import type { NeedsSignal } from './signals';

/**
 * The dominant need (D7: several at once, always one dominant): the one named, or else the one that
 * calls for the highest level. A tie is refused, since guessing would decide what the customer wants.
 */
export function dominantNeed(
  functionName: string,
  signal: NeedsSignal | undefined,
): { readonly need: Need; readonly level: Level } | null {
  if (signal === undefined) return null;
  const path = 'signals.personalNeeds';
  const needs = Object.entries(signal.needs);
  if (signal.dominant !== undefined) {
    if (Object.hasOwn(signal.needs, signal.dominant)) {
      return { need: signal.dominant, level: signal.needs[signal.dominant] as Level };
    }
    throw new InvalidInputError(
      'unknown-name',
      { function: functionName, path: `${path}.dominant`, value: signal.dominant },
      `one of the needs given: ${needs.map(([need]) => need).join(', ')}`,
    );
  }
  const at = { function: functionName, path: `${path}.needs`, value: signal.needs };
  if (needs.length === 0) throw new InvalidInputError('missing', at, 'at least one need');
  const highest = needs.reduce((most, [, level]) => Math.max(most, level), 0);
  const [first, second] = needs.filter(([, level]) => level === highest);
  if (second !== undefined) {
    throw new InvalidInputError(
      'ambiguous',
      at,
      `one highest level, or dominant: '${first?.[0]}' or '${second[0]}'`,
    );
  }
  return { need: (first as [Need, Level])[0], level: highest };
}
