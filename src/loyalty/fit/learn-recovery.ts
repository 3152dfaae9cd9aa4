import { rowScaleWarnings } from '../../core/other-scale';
import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { recoveryAmounts } from '../recovery-amounts';
import { recoveryDefaults } from '../recovery-model';
import type { LoyaltyFit, LoyaltyFitFlag } from './fit-types';
import { type FitOptionsRead, learn, usualOf } from './learn';
import { learntSet } from './learnt-set';
import { addSquare, type Losses } from './losses';
import type { RecoveryFitRow } from './rows';

type Name = keyof typeof recoveryDefaults.parameters;

const levels = ['before', 'failed', 'recovered', 'distributive', 'interactional', 'procedural'];
const names = Object.keys(recoveryDefaults.parameters) as Name[];

/** Learns what share of the satisfaction lost each part of a recovery regains. */
export function learnRecovery(
  rows: readonly RecoveryFitRow[],
  options: FitOptionsRead<Name>,
): LoyaltyFit<Name> {
  const amounts = rows.map((row) => recoveryAmounts(row).map(([, amount]) => amount));
  const lost = (row: RecoveryFitRow) => compare(row.before, row.failed, 100);
  const tells = (row: RecoveryFitRow, i: number) =>
    lost(row) > 0 && (amounts[i] as readonly number[]).some((amount) => amount !== 0);
  if (rows.length > 0 && !rows.some(tells)) {
    const expected = 'rows of which some lost satisfaction and had something done about it';
    refuse('rows', rows, expected, 'ambiguous');
  }
  const learnt = learn(
    {
      ...usualOf(names, options.parameters, recoveryDefaults),
      names,
      losses: squaredErrors(rows, amounts),
      // Where nothing is regained, no row is at an end of the scale.
      start: new Float64Array(names.length),
      stratumOf: () => '',
      canSeparate: false,
    },
    rows,
    options,
  );
  const column = (part: number) => amounts.map((row) => row[part] as number);
  return {
    ...learntSet([learnt], recoveryDefaults, options, {
      rows: rows.length,
      inputs: {
        distributive: column(0).map((share) => 100 * share),
        interactional: column(1).map((share) => 100 * share),
        procedural: column(2).map((share) => 100 * share),
        apologies: rows.map(({ apologies = 0 }) => apologies),
      },
    }),
    rows: rows.length,
    customers: learnt.customers,
    comparison: learnt.comparison,
    flags: [
      ...rowScaleWarnings(rows, levels),
      ...learnt.flags,
      ...counted('nothing-lost', rows.filter((row) => lost(row) === 0).length),
      ...counted(
        'at-scale-end',
        rows.filter((row) => lost(row) > 0 && (row.recovered === 0 || row.recovered === 100))
          .length,
      ),
    ],
  };
}

/** As predictRecovery foresees it: what is regained is added to what was left, and bounded by the scale. */
function squaredErrors(
  rows: readonly RecoveryFitRow[],
  amounts: readonly (readonly number[])[],
): Losses {
  const derivatives = new Float64Array(names.length);
  const add: Losses['add'] = (i, at, slope, bend) => {
    const { before, failed, recovered } = rows[i] as RecoveryFitRow;
    const done = amounts[i] as readonly number[];
    const regained = done.reduce((sum, amount, part) => sum + amount * (at[part] as number), 0);
    const unbounded = failed + regained * (before - failed);
    const foreseen = Math.min(100, Math.max(0, unbounded));
    const moves = foreseen === unbounded ? before - failed : 0;
    for (let part = 0; part < done.length; part++) {
      derivatives[part] = (done[part] as number) * moves;
    }
    return addSquare(recovered - foreseen, derivatives, slope, bend);
  };
  return { rows: rows.length, add };
}

const counted = (code: LoyaltyFitFlag['code'], rows: number): LoyaltyFitFlag[] =>
  rows > 0 ? [{ code, detail: { rows } }] : [];
