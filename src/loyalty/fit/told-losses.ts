import { outcomes } from '../../core/outcome';
import { plus } from '../../numerics/nearly';
import type { wordOfMouthDefaults } from '../word-of-mouth-model';
import { addSquare, type Losses } from './losses';
import type { WordOfMouthFitRow } from './rows';

/** In the order in which they are given up where others make them up: the last ones first. */
export const toldNames = [
  'positive.most',
  'negative.most',
  'silentAt.below',
  'silentAt.met',
  'silentAt.exceeded',
  'curve',
  'toldWhenMet',
] as const satisfies readonly (keyof typeof wordOfMouthDefaults.parameters)[];

/** The places of those names. */
export const places = { good: 0, bad: 1, silent: 2, curve: 5, met: 6 };

/** How far a customer lies from silence, 0 to 1, on which side, and what they tell of the most. */
export function shapeOf({ satisfaction, outcome }: WordOfMouthFitRow, at: ArrayLike<number>) {
  const silentPlace = places.silent + outcomes.indexOf(outcome);
  const silent = at[silentPlace] as number;
  const lead = plus(satisfaction, -silent);
  const extreme = lead > 0 ? lead / (100 - silent) : -lead / silent;
  const heard = outcome === 'met' ? (at[places.met] as number) : 1;
  const curve = at[places.curve] as number;
  // Nobody at silence tells, even at curve 0.
  const told = lead === 0 ? 0 : extreme ** curve;
  return { silentPlace, silent, isGood: lead > 0, extreme, curve, told, heard };
}

/** Squared errors of the people told good and bad, as predictWordOfMouth foresees them. */
export function squaredErrorsTold(rows: readonly WordOfMouthFitRow[]): Losses {
  const slopes = new Float64Array(toldNames.length);
  const add: Losses['add'] = (i, at, slope, bend) => {
    const row = rows[i] as WordOfMouthFitRow;
    const { silentPlace, silent, isGood, extreme, curve, told, heard } = shapeOf(row, at);
    const mostPlace = isGood ? places.good : places.bad;
    const most = at[mostPlace] as number;
    const foreseen = most * heard * told;
    slopes.fill(0);
    if (extreme > 0) {
      const moved = isGood
        ? (row.satisfaction - 100) / (100 - silent) ** 2
        : row.satisfaction / silent ** 2;
      slopes[mostPlace] = heard * told;
      slopes[silentPlace] = (foreseen * curve * moved) / extreme;
      slopes[places.curve] = foreseen * Math.log(extreme);
      if (row.outcome === 'met') slopes[places.met] = most * told;
    }
    const [here, there] = isGood ? [row.positive, row.negative] : [row.negative, row.positive];
    return there * there + addSquare(here - foreseen, slopes, slope, bend);
  };
  return { rows: rows.length, add };
}
