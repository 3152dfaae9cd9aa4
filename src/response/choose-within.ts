import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import { bestChoices, type Choices, commonDivisor } from './knapsack';

/** Beyond these, the table of the knapsack takes too much memory, and looking at its cells too much time. */
const mostCells = 2 ** 24;
const mostLooks = 2 ** 28;

const dearest = (group: Choices) => group.reduce((most, { cost }) => Math.max(most, cost), 0);

/** What suits each group best and, of that, costs least; -1 where nothing does. */
const favourite = (group: Choices) =>
  group.reduce((top, { cost, worth }, i) => {
    const { cost: least = 0, worth: most = 0 } = group[top] ?? {};
    const more = compare(worth, most);
    return more > 0 || (more === 0 && cost < least) ? i : top;
  }, -1);

/**
 * What each group takes of a budget, -1 for nothing: what suits it best where the budget pays that for all, else by a
 * table, in units of the costs' common divisor, and no more of them than could be spent.
 */
export function chooseWithin(groups: readonly Choices[], budget: number): readonly number[] {
  const favourites = groups.map(favourite);
  const wanted = groups.reduce(
    (sum, group, g) => sum + (group[favourites[g] as number]?.cost ?? 0),
    0,
  );
  if (wanted <= budget) return favourites;
  const unit = commonDivisor(groups.flatMap((group) => group.map(({ cost }) => cost))) || 1;
  const most = groups.reduce((sum, group) => sum + dearest(group), 0);
  const width = Math.floor(Math.min(budget, most) / unit);
  const widest = Math.floor(
    Math.min(
      mostCells / groups.length,
      mostLooks / groups.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  if (width >= widest) {
    const expected = `at most ${Math.max(0, widest - 1) * unit} for so many customers, or costs with a greater common divisor`;
    refuse('options.budget', budget, expected);
  }
  const scaled = groups.map((group) =>
    group.map(({ cost, worth }) => ({ cost: cost / unit, worth })),
  );
  return bestChoices(scaled, width);
}
