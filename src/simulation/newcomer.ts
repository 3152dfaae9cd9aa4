import { formation } from '../expectation/formation';
import type { WorldRead } from './compile-world';

type Predicted = ReturnType<typeof formation>['expectation']['predicted'];

/** What was formed before, by world and by what was said: plays of one world begin alike, and a reputation often stays. */
const formed = new WeakMap<WorldRead, Map<number, Predicted>>();
/** Then remembering begins anew. */
const most = 1000;

/** What a newcomer expects who hears so much good of the company. */
export function newcomerOf(world: WorldRead, wordOfMouth: number): Predicted {
  let known = formed.get(world);
  if (known === undefined) {
    known = new Map();
    formed.set(world, known);
  }
  let predicted = known.get(wordOfMouth);
  if (predicted === undefined) {
    const heard = { stage: 'never-used', signals: { ...world.signals, wordOfMouth } } as const;
    predicted = formation(heard, world.weighting).expectation.predicted;
    if (known.size >= most) known.clear();
    known.set(wordOfMouth, predicted);
  }
  return predicted;
}
