import type { Level } from '../core/level';
import type { Need } from '../core/needs';
import { refuse } from '../input/refusal';
import type { NeedsSignal } from './signals';

/**
 * The dominant need, since of several at once one is always dominant: the one named, or else the one that
 * calls for the highest level. A tie is refused, since guessing would decide what the customer wants.
 */
export function dominantNeed(
  signal: NeedsSignal | undefined,
): { readonly need: Need; readonly level: Level } | null {
  if (signal === undefined) return null;
  const path = 'signals.personalNeeds';
  const needs = Object.entries(signal.needs);
  if (signal.dominant !== undefined) {
    if (Object.hasOwn(signal.needs, signal.dominant)) {
      return { need: signal.dominant, level: signal.needs[signal.dominant] as Level };
    }
    refuse(
      `${path}.dominant`,
      signal.dominant,
      `one of the needs given: ${needs.map(([need]) => need).join(', ')}`,
      'unknown-name',
    );
  }
  if (needs.length === 0) refuse(`${path}.needs`, signal.needs, 'at least one need', 'missing');
  const highest = needs.reduce((most, [, level]) => Math.max(most, level), 0);
  const [first, second] = needs.filter(([, level]) => level === highest);
  if (second !== undefined) {
    const expected = `one highest level, or dominant: '${first?.[0]}' or '${second[0]}'`;
    refuse(`${path}.needs`, signal.needs, expected, 'ambiguous');
  }
  return { need: (first as [Need, Level])[0], level: highest };
}
