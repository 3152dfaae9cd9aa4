import * as z from 'zod/mini';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { from0to1Schema } from '../input/schemas';
import type { PromisePlan } from '../promise/promise-plan';
import type { WindowPlan } from '../promise/window';
import { ratioIntervalShape } from './input';

/** What is drawn of a plan: its promise, or both ends of its window. */
export interface PlanRead {
  readonly ends: readonly [number, number?];
  readonly unit: string;
  readonly typical: number;
  readonly chance: {
    readonly estimate: number;
    readonly low: number | null;
    readonly high: number | null;
  };
}

const basis = {
  unit: z.string(),
  typical: z.number(),
  chance: z.object({ estimate: from0to1Schema(), ...ratioIntervalShape }),
};
const promiseSchema = once(() =>
  z.object({ promise: z.number(), ...basis }, 'a plan, such as planPromise or planWindow makes'),
);
const windowSchema = once(() => z.object({ from: z.number(), to: z.number(), ...basis }));

/** A plan of a promise or of a window. */
export const planSchema = once(() =>
  readWith((plan: PromisePlan | WindowPlan): PlanRead => {
    if (typeof plan === 'object' && plan !== null && 'from' in plan) {
      const { from, to, ...rest } = read(windowSchema, plan);
      return { ends: [from, to], ...rest };
    }
    const { promise, ...rest } = read(promiseSchema, plan);
    return { ends: [promise], ...rest };
  }),
);
