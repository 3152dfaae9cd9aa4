import type { Level } from '../../core/level';
import type { ReadResponses } from '../input-responses';
import type { Instrument } from '../instrument';
import { scaleItems } from '../instrument';
import { levelsOf } from '../levels';
import { weightedMean } from '../mean';
import type { IndexModel, IndexScores } from './index-types';

/** The levels of every respondent's constructs; the instrument has all items of the model. */
export function scoresBy(
  instrument: Instrument,
  responses: ReadResponses,
  { constructs }: Pick<IndexModel, 'constructs'>,
): readonly IndexScores[] {
  const items = new Map(scaleItems(instrument).map((item) => [item.id, item]));
  const columns = Object.entries(constructs).map(([construct, shares]) => {
    const parts = Object.entries(shares).map(([id, { value }]) => {
      const item = items.get(id);
      return { share: value, levels: item === undefined ? [] : levelsOf(responses, item) };
    });
    const isSure = parts.every(({ share }) => share >= 0);
    const levelOf = (person: number): Level | null => {
      const levels = parts.map(({ levels: own }) => own[person] ?? null);
      if (!isSure || levels.includes(null)) return null;
      return weightedMean(
        levels as number[],
        parts.map(({ share }) => share),
      );
    };
    return { construct, levelOf };
  });
  return responses.people.map(({ respondent }, person) => ({
    respondent,
    levels: Object.fromEntries(
      columns.map(({ construct, levelOf }) => [construct, levelOf(person)]),
    ),
  }));
}
