import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { levelSchema } from '../input/schemas';
import { atLeast, compare } from '../numerics/nearly';
import type { Expectation } from './expectation';

/** Where a perceived level lies in the zone of tolerance; gaps in points, positive when better. */
export interface ZonePlacement {
  /** Below the zone of tolerance, within it, or above. */
  readonly position: 'below' | 'within' | 'above';
  /** Perceived minus adequate. */
  readonly adequacyGap: number;
  /** Perceived minus desired. */
  readonly superiorityGap: number;
  /** Desired minus adequate. */
  readonly width: number;
}

/**
 * Places a perceived level in the zone of tolerance, the band from adequate to desired (Zeithaml, Berry
 * & Parasuraman 1993). The ends belong to the zone.
 *
 * @param expectation what the customer hopes for and puts up with
 * @param perceived what the customer perceived, 0 to 100; the level alone, where `judgeOutcome` takes an experience
 * @throws InvalidInputError `out-of-range` for a level off 0 to 100
 * @example
 * ```ts
 * import { formExpectation, placeInZone } from 'overdeliver';
 *
 * const expectation = formExpectation({ stage: 'long-term', signals: { longTermExperience: 70 } });
 * placeInZone(expectation, 60);
 * // => { position: 'within', adequacyGap: 4, superiorityGap: -16, width: 20 }
 * ```
 */
export function placeInZone(
  expectation: Pick<Expectation, 'desired' | 'adequate'>,
  perceived: Level,
): ZonePlacement {
  return door('placeInZone', () => {
    const { desired, adequate } = read(zoneSchema, expectation, 'expectation');
    const level = readLevel(perceived);
    const adequacyGap = gapOf(level, adequate);
    const superiorityGap = gapOf(level, desired);
    return {
      position: adequacyGap < 0 ? 'below' : superiorityGap > 0 ? 'above' : 'within',
      adequacyGap,
      superiorityGap,
      width: gapOf(desired, adequate),
    };
  });
}

/** A level; the experience that `judgeOutcome` takes is none. */
function readLevel(perceived: unknown): Level {
  if (typeof perceived !== 'object' || perceived === null) {
    return read(levelSchema, perceived, 'perceived');
  }
  return refuse('perceived', perceived, 'a level alone, such as 80 and not { perceived: 80 }');
}

/** The points between two levels; none where they are equal up to rounding. */
const gapOf = (a: Level, b: Level) => (compare(a, b, 100) === 0 ? 0 : a - b);

const zoneSchema = once(() =>
  z
    .looseObject(
      { desired: levelSchema, adequate: levelSchema },
      'an expectation, as formExpectation forms it, or its { desired, adequate }',
    )
    .check(
      z.refine(
        ({ desired, adequate }) => atLeast(desired, adequate, 100),
        'adequate no higher than desired',
      ),
    ),
);
