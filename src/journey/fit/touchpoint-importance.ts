import { door } from '../../input/door';
import { read } from '../../input/read';
import { fitImportance } from './fit-importance';
import type {
  TouchpointImportance,
  TouchpointImportanceOptions,
  TouchpointRow,
} from './importance-types';
import { importanceOptionsSchema, stagesBy, touchpointRowsSchema } from './input';

/**
 * Learns from a survey what each touchpoint is worth to satisfaction, stage by stage, in place of importances that are assumed.
 *
 * A logit: the log odds of being satisfied are the stage's own, plus what each touchpoint's level adds. That is a straight
 * line, how far the level lies off it, and how far the stage lies off all stages, each normal around 0 (ridge: le Cessie & van
 * Houwelingen 1992, 10.2307/2347628); the rows choose the three spreads by marginal likelihood, so that few rows change
 * little and many speak for themselves. A worth is the average marginal effect: 100 times the slope of effects on levels,
 * times the mean of p (1 - p). It says what goes together with satisfaction at given other touchpoints, not what causes it.
 *
 * @param rows levels by touchpoint and whether each customer was satisfied; other columns pass, and `stage` may look at them
 * @param options the stage of a row, names of the new sets, and how to fit
 * @returns a set of importances for each stage and one for all, what each touchpoint is worth and how sure that is, a model that
 *   {@link predictJourney} takes, and how it does beside simpler forms
 * @throws InvalidInputError `out-of-range` for a level off its scale, by row, and for more than 1000 effects,
 *   one for each level of each touchpoint at each stage; `missing` or `unknown-name` for a row that names
 *   other touchpoints than the first; `ambiguous` where every `satisfied` is 0 or 1; `wrong-type` for bad rows, stages or options
 * @throws NotEnoughDataError for no more rows, or respondents, than touchpoints and stages, fewer than two a fold, or answers
 *   that are all alike
 * @example
 * ```ts
 * import { touchpointGaps, touchpointImportance } from 'overdeliver/journey';
 *
 * // What 200 guests said of the desk and the room, and whether they were satisfied; regulars care about the room.
 * const rows = Array.from({ length: 200 }, (_, i) => {
 *   const [desk, room, isNew] = [25 * ((i * 7) % 5), 25 * ((i * 11) % 4), i % 3 === 0];
 *   const felt = isNew ? desk : 0.2 * desk + 0.8 * room;
 *   return { ratings: { desk, room }, satisfied: felt + ((i * 37) % 41) > 65, isNew };
 * });
 * const learnt = touchpointImportance(rows, {
 *   stage: ({ isNew }) => (isNew ? 'new' : 'regular'),
 *   id: 'ours/guests-2026',
 *   setting: 'guests of one spring',
 *   data: 'our survey',
 *   licence: 'internal',
 * });
 * learnt.worths.map(({ stage, touchpoint, importance }) => [stage, touchpoint, importance]);
 * // => [['new', 'desk', 100], ['new', 'room', 0], ['regular', 'room', 80.6], ['regular', 'desk', 19.4]]
 * const importance = learnt.importance.regular; // plain JSON, and goes wherever importances are assumed
 * const guests = [
 *   { id: 'desk', expected: 80, perceived: 60 },
 *   { id: 'room', expected: 80, perceived: 60 },
 * ];
 * touchpointGaps(guests, { importance }).gaps.map(({ id, worth }) => [id, worth]); // => [['room', 16.1], ['desk', 3.9]]
 * ```
 */
export function touchpointImportance<Row extends TouchpointRow>(
  rows: readonly Row[],
  options: TouchpointImportanceOptions<Row>,
): TouchpointImportance {
  return door('touchpointImportance', () => {
    const { stage, ...given } = read(importanceOptionsSchema, options, 'options');
    const known = read(touchpointRowsSchema, rows, 'rows');
    return fitImportance(known, stagesBy(rows, stage), given);
  });
}
