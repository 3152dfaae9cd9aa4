import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseOther } from '../input/refusal';
import { rowReader } from '../input/rows';
import { positiveSchema } from '../input/schemas';
import { fittedDefaults } from './estimator/parameters';
import { amountsSchema, checkArray, positivesSchema, shrinkageSchema, unitShape } from './input';
import { censoredShape } from './input-censoring';
import { factorSchema } from './scaled';

/** Estimates of past orders and what came of them, column by column. */
export interface EstimateHistory {
  /** Above 0. */
  readonly estimates: ArrayLike<number>;
  /** In the same unit and order, at least 0. */
  readonly actuals: ArrayLike<number>;
  /**
   * How far off each was said to be, above 0, as a share of the estimate: a standard deviation of 6 minutes on 30 is .2. Only how they
   * compare counts. All alike unless given.
   */
  readonly spreads?: ArrayLike<number> | undefined;
  /** The group of each, such as its state; one for all unless given. */
  readonly groups?: ArrayLike<string> | undefined;
}

/** An estimate of an order to come; other fields may be there as well. */
export interface PointEstimate {
  /** Above 0, in the unit of the history. */
  readonly estimate: number;
  /** How far off it may be, in proportion, above 0; for a history with spreads. */
  readonly spread?: number | undefined;
  /** For a history with groups. */
  readonly group?: string | undefined;
  /** Looked at if it is there: the unit of the history. */
  readonly unit?: string | undefined;
  /** The columns whose value the estimator was not fitted on, as {@link estimateWith} names them: the capability warns of them. */
  readonly unseen?: readonly string[] | undefined;
}

const groupsSchema = readWith((given: ArrayLike<string>): readonly string[] => {
  checkArray('', given, undefined, 'groups');
  return reading('', given, () =>
    Array.from({ length: given.length }, (_, i) => {
      const group = given[i];
      return typeof group === 'string' ? group : refuse(`[${i}]`, group, 'a string', 'wrong-type');
    }),
  );
});
const historySchema = once(() =>
  z.strictObject(
    {
      estimates: positivesSchema,
      actuals: amountsSchema,
      spreads: z.optional(positivesSchema),
      groups: z.optional(groupsSchema),
    },
    '{ estimates, actuals }, two columns',
  ),
);

/** A history as read. */
export type ReadHistory = z.core.output<ReturnType<typeof historySchema>>;

/** Reads columns of one length. */
export function readHistory(path: string, history: EstimateHistory): ReadHistory {
  const columns = read(historySchema, history, path);
  const { length } = columns.estimates;
  for (const name of ['actuals', 'spreads', 'groups'] as const) {
    const column = columns[name];
    if (column === undefined || column.length === length) continue;
    refuse(`${path}.${name}`, column, `a length of ${length}`, 'length-mismatch');
  }
  return columns;
}

export const calibrationSchema = once(() =>
  z.strictObject({
    ...unitShape,
    ...censoredShape,
    learnSpread: z.optional(z.boolean()),
    shrinkage: shrinkageSchema(),
    parameters: parametersSchema(fittedDefaults),
  }),
);

const spreadSchema = once(positiveSchema);
const checkNames = rowReader(['estimate', 'spread', 'group', 'unit', 'unseen']);

/** An estimate as read; null for what the history does not have. */
export interface ReadEstimate {
  readonly estimate: number;
  readonly spread: number | null;
  readonly group: string | null;
  readonly unseen: readonly string[];
}

/** Reads an estimate to come with what the history has of those past. */
export function readEstimate(
  given: number | PointEstimate,
  unit: string,
  has: { readonly spreads: boolean; readonly groups: boolean },
): ReadEstimate {
  if (typeof given !== 'object' || given === null) {
    const estimate = read(factorSchema, given, 'estimate');
    const needed = [...(has.spreads ? ['spread'] : []), ...(has.groups ? ['group'] : [])];
    if (needed.length === 0) return { estimate, spread: null, group: null, unseen: [] };
    const expected = `an object with estimate, ${needed.join(', ')}, as the history has them`;
    return refuse('estimate', given, expected, 'wrong-type');
  }
  return reading('estimate', given, () => {
    checkNames('estimate', given);
    const estimate = read(factorSchema, given.estimate, 'estimate.estimate');
    if (given.unit !== undefined && given.unit !== unit) {
      refuse('estimate.unit', given.unit, `${unit}, as the history has it`, 'unit-mismatch');
    }
    const spread = has.spreads ? read(spreadSchema, given.spread, 'estimate.spread') : null;
    const group = has.groups ? readGroup(given.group) : null;
    return { estimate, spread, group, unseen: readUnseen(given.unseen) };
  });
}

function readUnseen(unseen: readonly string[] = []): readonly string[] {
  if (Array.isArray(unseen) && unseen.every((name) => typeof name === 'string')) return unseen;
  const expected = 'a list of names, as estimateWith gives it';
  return refuse('estimate.unseen', unseen, expected, 'wrong-type');
}

function readGroup(group: string | undefined): string {
  if (typeof group === 'string') return group;
  return refuseOther('estimate.group', group, 'a string, the group of the order');
}
