import type { NumbersRead } from '../../core/input';
import { rowScaleWarnings } from '../../core/other-scale';
import { recordFor } from '../../core/record-for';
import type { ExpectationNumbers } from '../parameters';
import { updatingFlags } from './flags';
import { learn } from './learn';
import { movedSet } from './moved-set';
import { type HistoryRead, panelOf, reportsOf } from './panel';
import {
  reportedRegisters,
  type StrayName,
  strayNames,
  type UpdatingFit,
  type UpdatingFitOptions,
  type UpdatingName,
  type UpdatingNumber,
} from './updating-types';

/** The options as read. */
type OptionsRead = Omit<UpdatingFitOptions, 'parameters'> & {
  readonly parameters: NumbersRead<keyof ExpectationNumbers>;
};

/** Learns how levels move, and makes a set of it. */
export function learnUpdating(
  histories: readonly HistoryRead[],
  { parameters: { numbers, set }, confidence = 0.95, ...names }: OptionsRead,
): UpdatingFit {
  const panel = panelOf(histories);
  const steps = panel.flatMap((customer) => customer.steps);
  const registers = learn(panel, numbers, confidence);
  const found = registers.flatMap((one) => one.found ?? []);
  const reports = recordFor(reportedRegisters, (register) =>
    panel.reduce((sum, customer) => sum + reportsOf(customer, register), 0),
  );
  const customers = new Set(registers.flatMap(({ task }) => task.told)).size;
  const moving = found.flatMap((one) => one.numbers.filter(isOfModel));
  const kept: readonly string[] = [
    ...registers.flatMap(({ task }) => task.unseen),
    ...found.flatMap(({ open }) => open),
  ];
  const parameters = movedSet(
    {
      numbers: moving.filter(({ name }) => !kept.includes(name)),
      customers,
      reports: reportedRegisters.reduce((sum, register) => sum + reports[register], 0),
      fit: {
        logLikelihood: found.reduce((sum, one) => sum + one.logLikelihood, 0),
        converged: found.every(({ converged }) => converged),
      },
    },
    names,
    set,
  );
  const straysOf = (register: string) =>
    registers.find((one) => one.register === register)?.found?.numbers.filter(isStray) ?? [];
  return {
    parameters,
    customers,
    reports,
    numbers: moving,
    strays: recordFor(reportedRegisters, straysOf),
    flags: [
      ...rowScaleWarnings(steps, reportedRegisters, 'histories[].path[].reported.'),
      ...registers.flatMap(updatingFlags),
    ],
  };
}

type AnyNumber = UpdatingNumber<UpdatingName | StrayName>;
const isStray = (one: AnyNumber): one is UpdatingNumber<StrayName> =>
  strayNames.some((name) => name === one.name);
const isOfModel = (one: AnyNumber): one is UpdatingNumber => !isStray(one);
