import { rowScaleWarnings } from '../../core/other-scale';
import { notEnough } from '../../input/refusal';
import { switchingDefaults } from '../switching-model';
import type { LoyaltyFit } from './fit-types';
import { oneStage } from './flags';
import { type FitOptionsRead, type LearntNumber, learn, usualOf } from './learn';
import { learntSet } from './learnt-set';
import { logLosses } from './losses';
import type { SwitchingFitRow } from './rows';

type Name = keyof typeof switchingDefaults.parameters;

const names = [
  'inertia.firstUse',
  'inertia.longTerm',
  'perPoint',
  'delight',
  'disappointment',
] as const satisfies readonly Name[];

/**
 * Learns the numbers of the choice between staying and going. The cost of switching and the inertia of a stage count for
 * staying together at every offer: what they come to is learnt, and the cost keeps its usual part of it.
 */
export function learnSwitching(
  rows: readonly SwitchingFitRow[],
  options: FitOptionsRead<Name>,
): LoyaltyFit<Name> {
  for (const all of [true, false]) {
    if (rows.length === 0 || rows.some(({ left }) => left !== all)) continue;
    const held = `customers of one kind, who all ${all ? 'left' : 'stayed'}`;
    const purpose = 'a fit: some who left and some who stayed';
    notEnough('rows', { needed: 2, available: 1 }, purpose, held);
  }
  const cost = options.parameters.numbers.switchingCost;
  const { usual, walls } = usualOf(names, options.parameters, switchingDefaults);
  const isInertia = (i: number) => i < 2;
  const amounts = rows.flatMap((row) => [
    row.stage === 'first-use' ? -1 : 0,
    row.stage === 'long-term' ? -1 : 0,
    row.credibility * row.promised + (1 - row.credibility) * row.market - row.expected,
    row.outcome === 'exceeded' ? -1 : 0,
    row.outcome === 'below' ? 1 : 0,
  ]);
  const answer = Float64Array.from(rows, ({ left }) => (left ? 1 : 0));
  const learnt = learn(
    {
      names,
      usual,
      // Together with the cost of switching, an inertia is at least 0.
      walls: {
        ...walls,
        low: names.map((_, i) => (isInertia(i) ? -cost : (walls.low[i] as number))),
      },
      losses: logLosses({
        amounts: Float64Array.from(amounts),
        numbers: names.length,
        offset: -cost,
        answer,
      }),
      start: usual,
      stratumOf: (row) => {
        const { left, outcome, stage } = rows[row] as SwitchingFitRow;
        return `${left} ${outcome} ${stage}`;
      },
      canSeparate: true,
    },
    rows,
    options,
  );
  const { numbers, short } = settled(learnt.numbers);
  const less = short > 0 ? ', less what would leave an inertia below 0' : '';
  const source = `no offer tells it from inertia: as in ${options.parameters.set.id}${less}`;
  return {
    ...learntSet([{ ...learnt, numbers }], switchingDefaults, options, {
      rows: rows.length,
      inputs: {
        expected: rows.map(({ expected }) => expected),
        promised: rows.map(({ promised }) => promised),
        credibility: rows.map(({ credibility }) => credibility),
        market: rows.map(({ market }) => market),
      },
      assumed: new Map([['switchingCost', { value: cost - short, source }]]),
    }),
    rows: rows.length,
    customers: learnt.customers,
    comparison: learnt.comparison,
    flags: [
      ...oneStage(rows),
      ...rowScaleWarnings(rows, ['expected', 'promised', 'market']),
      ...learnt.flags,
      ...(short > 0
        ? [{ code: 'cost-gave-way', detail: { parameter: 'switchingCost', by: short } } as const]
        : []),
    ],
  };
}

/** Inertias of at least 0, and by how much they were short of it: what the cost of switching gives up to them. */
function settled(learnt: ReadonlyMap<Name, LearntNumber>) {
  const inertias = names.slice(0, 2);
  const short = Math.max(0, ...inertias.map((name) => -(learnt.get(name)?.value ?? 0)));
  const numbers = new Map(learnt);
  for (const name of inertias) {
    const known = learnt.get(name);
    if (known === undefined) continue;
    const { value, interval, standardError } = known;
    const raised = interval && {
      low: Math.max(0, interval.low + short),
      high: interval.high + short,
    };
    // What is short by itself alone is left at 0, without a rounding below it.
    numbers.set(name, { value: Math.max(0, value + short), standardError, interval: raised });
  }
  return { numbers, short };
}
