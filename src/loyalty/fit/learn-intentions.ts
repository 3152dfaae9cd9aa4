import { rowScaleWarnings } from '../../core/other-scale';
import { notEnough } from '../../input/refusal';
import { type Intention, surveyIntentions } from '../intention-model';
import type { FitComparison, LoyaltyFit, LoyaltyFitFlag } from './fit-types';
import { oneStage } from './flags';
import { customersIn, type FitOptionsRead, type Learnt, learn, leastRows, usualOf } from './learn';
import { learntSet } from './learnt-set';
import { logLosses } from './losses';
import type { IntentionFitRow } from './rows';

type Name = keyof typeof surveyIntentions.parameters;
type Options = FitOptionsRead<Name>;

const intentions = ['repurchase', 'recommend', 'complain'] as const;
const terms = ['base', 'satisfaction', 'below', 'exceeded', 'longTerm'] as const;

/** Learns each intention from the rows that answer it. */
export function learnIntentions(
  rows: readonly IntentionFitRow[],
  options: Options,
): LoyaltyFit<Name, Readonly<Record<Intention, FitComparison | null>>> {
  const flags: LoyaltyFitFlag[] = [...oneStage(rows), ...rowScaleWarnings(rows, ['satisfaction'])];
  const comparison: Record<Intention, FitComparison | null> = {
    repurchase: null,
    recommend: null,
    complain: null,
  };
  const parts: Learnt<Name>[] = [];
  for (const intention of intentions) {
    const answered = rows.filter((row) => typeof row[intention] === 'number');
    if (answered.length === 0) {
      flags.push({ code: 'unanswered', detail: { intention } });
      continue;
    }
    const learnt = learnOne(intention, answered, options);
    parts.push(learnt);
    comparison[intention] = learnt.comparison;
    const about = ({ code, detail }: LoyaltyFitFlag) => ({
      code,
      detail: { intention, ...detail },
    });
    flags.push(...learnt.flags.map(about));
  }
  if (parts.length === 0) {
    const counts = { needed: leastRows(terms.length, options), available: 0 };
    notEnough('rows', counts, `a fit of an intention (${intentions.join(', ')})`, 'no answers');
  }
  return {
    ...learntSet(parts, surveyIntentions, options, {
      rows: rows.length,
      inputs: { satisfaction: rows.map(({ satisfaction }) => satisfaction) },
    }),
    rows: rows.length,
    customers: customersIn(rows),
    comparison,
    flags,
  };
}

function learnOne(
  intention: Intention,
  rows: readonly IntentionFitRow[],
  options: Options,
): Learnt<Name> {
  const names = terms.map((term): Name => `${intention}.${term}`);
  const problem = usualOf(names, options.parameters, surveyIntentions);
  const answer = Float64Array.from(rows, (row) => row[intention] as number);
  for (const all of [0, 1]) {
    if (answer.some((share) => share !== all)) continue;
    const held = `one kind of answer to ${intention}, ${all}`;
    notEnough('rows', { needed: 2, available: 1 }, 'a fit, such as yes and no', held);
  }
  const amounts = rows.flatMap(({ satisfaction, outcome, stage }) => [
    1,
    satisfaction / 100,
    outcome === 'below' ? 1 : 0,
    outcome === 'exceeded' ? 1 : 0,
    stage === 'long-term' ? 1 : 0,
  ]);
  const design = { amounts: Float64Array.from(amounts), numbers: names.length, offset: 0, answer };
  return learn(
    {
      ...problem,
      names,
      losses: logLosses(design),
      start: problem.usual,
      stratumOf: (row) => {
        const { outcome, stage } = rows[row] as IntentionFitRow;
        return `${outcome} ${stage}`;
      },
      canSeparate: true,
    },
    rows,
    options,
  );
}
