import type { ExpectationEvent } from '../events';
import type { ExpectationNumbers } from '../parameters';
import { type Axis, modelAxis, strayAxes } from './axes';
import { type PanelCustomer, reportsOf } from './panel';
import type { ReportedRegister, StrayName, UpdatingName } from './updating-types';

/** What is to be learnt from the reports of one register. */
export interface Task<Name extends UpdatingName> {
  /** Customers with a report. */
  readonly told: readonly PanelCustomer[];
  readonly axes: readonly Axis<Name | StrayName>[];
  /** Numbers that no event before a report can tell. */
  readonly unseen: readonly Name[];
  /** Whether each customer reported once, so that all straying is noise of the report. */
  readonly isOnce: boolean;
  /** What these two hold fast, and how many numbers are left to learn. */
  readonly fixed: ReadonlyMap<Name | StrayName, number>;
  readonly learnt: number;
}

/** A task by the numbers of a register, and the events of which each needs one before a report. */
export function taskOf<Name extends UpdatingName>(
  customers: readonly PanelCustomer[],
  register: ReportedRegister,
  numbers: ExpectationNumbers,
  toldBy: Readonly<Record<Name, ((event: ExpectationEvent) => boolean) | null>>,
): Task<Name> {
  const told = customers.filter((customer) => reportsOf(customer, register) > 0);
  const names = Object.keys(toldBy) as Name[];
  const isTold = told.length > 0;
  const unseen = names.filter((name) => {
    const tells = toldBy[name];
    return isTold && tells !== null && !told.some((customer) => sees(customer, register, tells));
  });
  const isOnce = isTold && told.every((customer) => reportsOf(customer, register) === 1);
  const once = isOnce ? (['startSd', 'unseenVariancePerDay'] as const) : [];
  const axes = [...names.map((name) => modelAxis(name, numbers[name])), ...strayAxes()];
  const fixed = new Map<Name | StrayName, number>([
    ...unseen.map((name) => [name, numbers[name]] as const),
    ...once.map((name) => [name, 0] as const),
  ]);
  return { told, axes, unseen, isOnce, fixed, learnt: axes.length - fixed.size };
}

/** Whether something that tells of a number happened before a report, or with one. */
function sees(
  { steps }: PanelCustomer,
  register: ReportedRegister,
  tells: (event: ExpectationEvent) => boolean,
): boolean {
  const first = steps.findIndex(({ event }) => event !== null && tells(event));
  return first >= 0 && steps.some((step, i) => i >= first && !Number.isNaN(step[register]));
}
