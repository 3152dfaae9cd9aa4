import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { unitMs } from '../core/time-units';
import { dateSchema } from '../input/date';
import { door } from '../input/door';
import { seedOption } from '../input/fit-options';
import { once } from '../input/once';
import { read } from '../input/read';
import { isPromise, refusePromise } from '../input/refusal';
import { confidenceSchema, functionOf, recordOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import type { PromiseGroup } from '../ledger/promise-group';
import type { LiveUnit } from '../live/units';
import { backtestDefaults } from './parameters';
import type { PolicyRun, PolicySetting, PromisePolicy, StartedOrder } from './policy';
import type { Progress } from './progress';

const daysText = 'a number of days above 0';
export const daysSchema = z.number(daysText).check(z.gt(0, daysText));

/** A policy as it is given, such as `quotesFromHistory({ days: 60 })` makes. */
export const policySchema = functionOf<PromisePolicy>(
  'a policy: a function, such as quotesFromHistory({ days: 60 }) makes, or () => ({ quote: () => 4 }) for always 4',
);

const unitText = `one of ${Object.keys(unitMs).join(', ')}: for open hours or business days let a policy of yours quote the time until their dueDate`;

/** What every run through orders takes. */
export const runShape = {
  unit: z.enum(Object.keys(unitMs) as LiveUnit[], unitText),
  from: z.optional(dateSchema),
  asOf: z.optional(dateSchema),
  confidence: confidenceSchema,
  parameters: parametersSchema(backtestDefaults),
};

/** What a policy is to aim at. */
export const settingSchema = once(() =>
  z.strictObject({ unit: runShape.unit, keepRate: shareSchema }),
);

/** A policy that reads its setting at the door of the function that made it. */
export const policyOf =
  (name: string, run: (setting: PolicySetting) => PolicyRun): PromisePolicy =>
  (setting) =>
    door(name, () => run(read(settingSchema, setting, 'setting')));

/** A function of an order that was given to the function `name`, which refuses a promise for its answer. */
export const answerOf =
  <Answer>(name: string, path: string, answerTo: (order: StartedOrder) => Answer) =>
  (order: StartedOrder): Answer => {
    const answer = answerTo(order);
    if (!isPromise(answer)) return answer;
    const text = `a function that answers for order ${order.id}`;
    return door(name, () => refusePromise(path, answer, text));
  };

export const progressSchema = z.optional(functionOf<(progress: Progress) => void>());

/** What a backtest takes. */
export const backtestShape = {
  ...runShape,
  keepRate: shareSchema,
  by: functionOf<PromiseGroup>('a function from an order to its period, such as byMonth(zone)'),
  policies: recordOf(policySchema),
  against: z.optional(z.string()),
  seed: seedOption(),
};
