import { notEnough } from '../../input/refusal';
import type { ExpectationEvent } from '../events';
import type { ExpectationNumbers } from '../parameters';
import { followDesired } from './desired-filter';
import { gainsOf } from './gains';
import { type Likeliest, likeliest } from './likeliest';
import type { PanelCustomer } from './panel';
import { followPredicted } from './predicted-filter';
import { type Task, taskOf } from './task';
import type { ReportedRegister, StrayName, UpdatingName } from './updating-types';

/** What was asked of the reports of a register, and what came of it; null where too few made one. */
export interface Learnt<Name extends UpdatingName = UpdatingName> {
  readonly register: ReportedRegister;
  readonly task: Task<Name>;
  readonly found: Omit<Likeliest<Name | StrayName>, 'values'> | null;
}

const isNews = ({ kind }: ExpectationEvent) => kind === 'information' || kind === 'promise';
const isExperience = ({ kind }: ExpectationEvent) => kind === 'experience';
/** What has an sd of its own tells nothing of the parameter. */
const isPlain = (event: ExpectationEvent) => !('sd' in event) || event.sd === undefined;

/** What the reports of each register tell: the predicted level first, since the desired one moves around it. */
export function learn(
  panel: readonly PanelCustomer[],
  numbers: ExpectationNumbers,
  confidence: number,
): readonly Learnt[] {
  const task = taskOf(panel, 'predicted', numbers, {
    experienceSd: (event) => isExperience(event) && isPlain(event),
    informationSd: (event) => isNews(event) && isPlain(event),
    driftVariancePerDay: null,
  });
  refuseTooFew(task);
  const found = solve(task, confidence, followPredicted);
  const { values } = found;
  const gains = new Map(panel.map((one) => [one, gainsOf(one, values)]));
  const ofDesired = taskOf(panel, 'desired', numbers, {
    desiredRise: isExperience,
    desiredHalfLifeDays: null,
  });
  const { competitorExtra } = numbers;
  const desired = isTooFew(ofDesired)
    ? null
    : solve(ofDesired, confidence, (customer, p) => {
        const around = { predicted: values, gains: gains.get(customer) ?? [], competitorExtra };
        return followDesired(customer, around, p);
      });
  return [
    { register: 'predicted', task, found },
    { register: 'desired', task: ofDesired, found: desired },
  ];
}

const solve = <Name extends UpdatingName>(
  { told, axes, fixed }: Task<Name>,
  confidence: number,
  follow: (customer: PanelCustomer, numbers: Readonly<Record<Name | StrayName, number>>) => number,
): Likeliest<Name | StrayName> =>
  likeliest(
    (numbers) => Float64Array.from(told, (customer) => follow(customer, numbers)),
    axes,
    fixed,
    confidence,
  );

/** Errors by customer need more customers than numbers. */
const isTooFew = ({ told, learnt }: Task<UpdatingName>) => told.length <= learnt;

function refuseTooFew(task: Task<UpdatingName>): void {
  if (!isTooFew(task)) return;
  const { told, learnt } = task;
  const counts = { needed: learnt + 1, available: told.length };
  const purpose = `${learnt} numbers by which predicted levels move and stray`;
  notEnough('histories', counts, purpose, `${told.length} customers who say what they predict`);
}
