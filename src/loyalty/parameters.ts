import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers by which a customer weighs a competitor's promise. */
export type SwitchingParameter =
  | 'perPoint'
  | 'inertia.firstUse'
  | 'inertia.longTerm'
  | 'delight'
  | 'disappointment'
  | 'switchingCost';

const odds = (value: number, why: string) => assumed(value, 'log odds', [0, 20], why);

/** When a customer follows a competitor's promise. All are assumed: fit them to customers who were made offers. */
export const switchingDefaults: ParameterSet<SwitchingParameter> = freezeSet({
  id: 'loyalty/switching-1',
  setting: 'any; a reasoned starting point',
  parameters: {
    perPoint: assumed(
      0.1,
      'log odds per point',
      [0.001, 10],
      'ten points more, believed, move a customer who is in two minds to .73',
    ),
    'inertia.firstUse': odds(0.5, 'five points: one has been tried, the other not'),
    'inertia.longTerm': odds(1, 'ten points: habit'),
    delight: odds(1, 'ten points: an exceeded expectation binds (D21), a met one does not (D22)'),
    disappointment: odds(1, 'ten points: a disappointed customer does not return (D23)'),
    switchingCost: odds(0.5, 'five points: finding out, signing up, getting used to it'),
  },
});

/** The numbers of the word of mouth to expect. */
export type WordOfMouthParameter =
  | 'positive.most'
  | 'negative.most'
  | 'curve'
  | 'silentAt.below'
  | 'silentAt.met'
  | 'silentAt.exceeded'
  | 'toldWhenMet';

const people = (value: number, why: string) => assumed(value, 'people told', [0, 1000], why);
const silentAt = (value: number, why: string) => assumed(value, 'points', [1, 99], why);
const bend = (value: number, why: string) => assumed(value, 'exponent', [0, 10], why);
const told = (value: number, why: string) => assumed(value, 'share of what is told', [0, 1], why);

/**
 * How many people customers tell, by how satisfied they are. All are assumed, so that the shape is that of Anderson
 * (1998), a U that is steeper for the dissatisfied, and that the 250 customers of the survey behind `surveyIntentions`
 * would tell three times as much good as bad (East, Hammond & Wright 2007).
 */
export const wordOfMouthDefaults: ParameterSet<WordOfMouthParameter> = freezeSet({
  id: 'loyalty/word-of-mouth-1',
  setting: 'any; shape and ratio as studies found them, the numbers assumed',
  parameters: {
    'positive.most': people(2, 'what somebody satisfied altogether tells after an experience'),
    'negative.most': people(
      3,
      'somewhat more: the dissatisfied tell more, though less so than is supposed (Anderson 1998)',
    ),
    curve: bend(1.5, 'what is usual is hardly told, extremes are (Anderson 1998)'),
    'silentAt.below': silentAt(80, 'a disappointment is told from a higher satisfaction down'),
    'silentAt.met': silentAt(
      70,
      'good outnumbers bad 3 to 1 (East et al. 2007) at the satisfactions of the index survey',
    ),
    'silentAt.exceeded': silentAt(60, 'delight is told from a lower satisfaction up'),
    toldWhenMet: told(0.5, 'a met expectation is no story (D22)'),
  },
});

/**
 * The rule that a satisfied customer tells five people and a dissatisfied one ten. It is folklore, told in many
 * versions, and no default: what customers tell is mostly good (East et al. 2007). Here to be compared with.
 */
export const folkloreWordOfMouth: ParameterSet<WordOfMouthParameter> = freezeSet({
  id: 'loyalty/word-of-mouth-folklore',
  setting: 'folklore, held against what studies find; not to be relied on',
  parameters: {
    'positive.most': people(5, 'folklore'),
    'negative.most': people(10, 'folklore'),
    curve: bend(0, 'folklore: whoever is satisfied, or not, tells as much as the next'),
    'silentAt.below': silentAt(50, 'folklore knows no degrees'),
    'silentAt.met': silentAt(50, 'folklore knows no degrees'),
    'silentAt.exceeded': silentAt(50, 'folklore knows no degrees'),
    toldWhenMet: told(1, 'folklore knows no outcomes'),
  },
});

/** The numbers of what a recovery wins back. */
export type RecoveryParameter =
  | 'distributive'
  | 'interactional'
  | 'procedural'
  | 'apology'
  | 'apologyRepeated';

const regained = (value: number, why: string) =>
  assumed(value, 'share of the satisfaction lost', [0, 2], why);
const justice = 'in the order that Orsingher et al. 2010 found; the size is assumed';

/**
 * What share of the satisfaction lost a recovery wins back. The order is published, the sizes are assumed: all of them
 * together come to a little more than what was lost, as de Matos et al. (2007) found for satisfaction.
 */
export const recoveryDefaults: ParameterSet<RecoveryParameter> = freezeSet({
  id: 'loyalty/recovery-1',
  setting: 'any; the order as meta-analyses found it, the numbers assumed',
  parameters: {
    distributive: regained(0.5, justice),
    interactional: regained(0.35, justice),
    procedural: regained(0.15, justice),
    apology: regained(0.1, 'less than compensation does (Halperin et al. 2022)'),
    apologyRepeated: regained(
      0.15,
      'lost by each further apology: two do worse than none (after Halperin et al. 2022)',
    ),
  },
});
