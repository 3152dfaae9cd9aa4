import type { Level } from '../../core/level';
import { door } from '../../input/door';
import { read } from '../../input/read';
import { refuse, refuseName } from '../../input/refusal';
import { logistic } from '../../numerics/logistic';
import { journeyAtSchema, predictOptionsSchema } from './input-model';
import { placesOf, type TouchpointEffects, type TouchpointModel } from './touchpoint-model';

/** How likely a customer is satisfied, and where that comes from. */
export interface JourneyPrediction {
  /** The chance that they are satisfied, 0 to 1; where the model learnt levels, the mean level over 100. */
  readonly satisfied: number;
  /** The chance of one whose ratings add what they add on average at the stage. */
  readonly reference: number;
  /** What each touchpoint adds to it, in points of that chance, 0 to 100; they add up to the difference. Worst first. */
  readonly contributions: readonly { readonly touchpoint: string; readonly points: number }[];
  /** The model that predicted it. */
  readonly model: Pick<TouchpointModel, 'id' | 'setting'>;
}

/**
 * How likely a customer is satisfied with the whole after what they met, by a model that {@link touchpointImportance} learnt,
 * and what each touchpoint adds.
 *
 * The points are each touchpoint's share of the way between the two log odds (Aumann & Shapley 1974, Values of Non-Atomic Games).
 *
 * @param journey the stage, and the level found at every touchpoint of the model, 0 to 100, null where there is none
 * @param options the model
 * @returns the chance, that of an average customer of the stage, and what each touchpoint adds, in points
 * @throws InvalidInputError `unknown-name` for a stage or a touchpoint that the model does not have, `missing` for a touchpoint
 *   without a level, or null where the rows always had one; `out-of-range` for a level off its scale
 * @example
 * ```ts
 * import { predictJourney, touchpointImportance } from 'overdeliver/journey';
 *
 * const rows = Array.from({ length: 100 }, (_, i) => {
 *   const [desk, room] = [25 * ((i * 7) % 5), 25 * ((i * 11) % 4)];
 *   return { ratings: { desk, room }, satisfied: desk + 2 * room + ((i * 37) % 97) > 130 };
 * });
 * const names = { id: 'ours/guests', setting: 'guests', data: 'our survey', licence: 'internal' };
 * const { model } = touchpointImportance(rows, names);
 * const guest = { stage: 'all', ratings: { desk: 75, room: 25 } };
 * const { satisfied, reference, contributions } = predictJourney(guest, { model });
 * [satisfied, reference]; // => [0.91, 0.93]
 * contributions; // => [{ touchpoint: 'room', points: -11.6 }, { touchpoint: 'desk', points: 9.5 }]
 * ```
 */
export function predictJourney(
  journey: { readonly stage: string; readonly ratings: Readonly<Record<string, Level | null>> },
  options: { readonly model: TouchpointModel },
): JourneyPrediction {
  return door('predictJourney', () => {
    const { stage, ratings } = read(journeyAtSchema, journey, 'journey');
    const { model } = read(predictOptionsSchema, options, 'options');
    const { stages, id, setting } = model;
    const known = Object.hasOwn(stages, stage) ? stages[stage] : undefined;
    if (known === undefined) {
      const names = Object.keys(stages).join(', ');
      return refuse('journey.stage', stage, `one of the stages of ${id}: ${names}`, 'unknown-name');
    }
    const { intercept, touchpoints } = known;
    for (const [name, rating] of Object.entries(ratings)) {
      if (Object.hasOwn(touchpoints, name)) continue;
      const names = Object.keys(touchpoints).join(', ');
      const expected = `one of the touchpoints of ${id}: ${names}`;
      refuseName(`journey.ratings.${name}`, rating, expected);
    }
    const added = Object.entries(touchpoints).map(([touchpoint, effects]) => ({
      touchpoint,
      logOdds: addedBy(effects, ratings, touchpoint),
    }));
    const way = added.reduce((sum, { logOdds }) => sum + logOdds, 0);
    const [satisfied, reference] = [logistic(intercept + way), logistic(intercept)];
    const slope =
      Math.abs(way) < 1e-9 ? reference * (1 - reference) : (satisfied - reference) / way;
    const contributions = added
      .map(({ touchpoint, logOdds }) => ({ touchpoint, points: 100 * slope * logOdds }))
      .sort((a, b) => a.points - b.points);
    return { satisfied, reference, contributions, model: { id, setting } };
  });
}

function addedBy(
  { levels, unrated }: TouchpointEffects,
  ratings: Readonly<Record<string, Level | null>>,
  name: string,
): number {
  const rating = Object.hasOwn(ratings, name) ? ratings[name] : undefined;
  if (rating === undefined || (rating === null && unrated === null)) {
    const expected = unrated === null ? 'a level from 0 to 100' : 'a level from 0 to 100, or null';
    return refuse(`journey.ratings.${name}`, rating, expected, 'missing');
  }
  if (rating === null) return unrated as number;
  const [below, above, share] = placesOf(
    levels.map(({ level }) => level),
    rating,
  );
  const [from, to] = [levels[below]?.logOdds as number, levels[above]?.logOdds as number];
  return from + share * (to - from);
}
