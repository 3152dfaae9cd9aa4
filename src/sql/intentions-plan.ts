import { type Outcome, outcomes } from '../core/outcome';
import type { surveyIntentions } from '../loyalty/intention-model';
import type { Dialect } from './dialects';
import { expWithin } from './limits';
import { doubleColumn, type Plan, v } from './nested';
import { aLevel, lacking, offRange, readLayers } from './numbers-read';
import { byPlace, placeFaults, placeLayers } from './place-read';

/** What is known of customers after an experience, by the names of columns. */
export interface IntentionNames {
  /** The column of satisfactions, 0 to 100, such as the `score` of `satisfactionSql`. */
  readonly satisfaction: string;
  /** One outcome for all rows, or a column that holds its name. */
  readonly outcome: Outcome | { readonly column: string };
  /** One stage for all rows, or a column that holds its name. */
  readonly stage: 'first-use' | 'long-term' | { readonly column: string };
}

type Numbers = Readonly<Record<keyof typeof surveyIntentions.parameters, number>>;

/** The stages at which customers have had an experience. */
export const stages = ['first-use', 'long-term'] as const;
const intentions = [
  ['repurchase', 'buy again'],
  ['recommend', 'recommend'],
  ['complain', 'complain'],
] as const;

/** Three log odds, and their chances. */
export function intentionsPlan(
  { satisfaction, outcome, stage }: IntentionNames,
  numbers: Numbers,
  dialect: Dialect,
): Plan {
  const { number } = dialect;
  const read = { as: 's', column: satisfaction, range: aLevel };
  const [raw, fit] = readLayers([read], dialect);
  const places = [
    { as: 'outcome', source: outcome, names: outcomes },
    { as: 'stage', source: stage, names: stages },
  ].flatMap(({ as, source, names }) =>
    typeof source === 'string' ? [] : [{ as, column: source.column, names }],
  );
  const layers = places.map(({ as, column, names }) => placeLayers(as, column, names, dialect));
  const logOdds = intentions.map(([name]) => {
    const level = `${number(numbers[`${name}.satisfaction`])} * (${v('s')} / ${number(100)})`;
    const byOutcome = [numbers[`${name}.below`], 0, numbers[`${name}.exceeded`]];
    const judged = byPlace('outcome', outcome, outcomes, byOutcome, dialect);
    const habit = byPlace('stage', stage, stages, [0, numbers[`${name}.longTerm`]], dialect);
    return [name, `${number(numbers[`${name}.base`])} + ${level} + ${judged} + ${habit}`];
  });
  const chance = (name: string) =>
    `${number(1)} / (${number(1)} + ${expWithin(`-${v(name)}`, dialect)})`;
  return {
    layers: [
      Object.assign({}, raw, ...layers.map(([told]) => told)),
      Object.assign({}, fit, ...layers.map(([, place]) => place)),
      Object.fromEntries(logOdds),
    ],
    faults: [
      ...places.flatMap(({ as, column }) => placeFaults(as, column)),
      offRange(read, dialect),
      lacking(read, dialect),
    ],
    columns: intentions.map(([name, meaning]) =>
      doubleColumn(name, `the chance that they say they will ${meaning}, 0 to 1`, chance(name)),
    ),
    reads: [satisfaction, ...places.map(({ column }) => column)],
  };
}
