import { recordFor } from '../../core/record-for';
import { dayMs } from '../../core/time-units';
import { refuse } from '../../input/refusal';
import type { ExpectationEvent } from '../events';
import type { Expectation } from '../expectation';
import { type ReportedRegister, reportedRegisters } from './updating-types';

type Reported = Readonly<Partial<Record<ReportedRegister, number | undefined>>>;

/** A history whose dates were read. */
export interface HistoryRead {
  readonly start: Expectation;
  readonly from: Date;
  readonly path: readonly {
    readonly at: Date;
    readonly event?: ExpectationEvent | undefined;
    readonly reported?: Reported | undefined;
  }[];
}

/** One step of a path, with the days that passed before it; a register without a report is NaN. */
interface PanelStep extends Readonly<Record<ReportedRegister, number>> {
  readonly days: number;
  readonly event: ExpectationEvent | null;
}

/** One customer as the arithmetic takes them. */
export interface PanelCustomer {
  readonly start: Expectation;
  readonly steps: readonly PanelStep[];
}

/** Histories as days and steps; refuses dates out of order. */
export function panelOf(histories: readonly HistoryRead[]): readonly PanelCustomer[] {
  return histories.map(({ start, from, path }, h) => {
    let since = from;
    const steps = path.map(({ at, event, reported }, i): PanelStep => {
      if (at < since) {
        const expected = `a date from ${since.toISOString()} on, since a path is in order of time`;
        refuse(`histories[${h}].path[${i}].at`, at, expected, 'date-order');
      }
      const days = (at.getTime() - since.getTime()) / dayMs;
      since = at;
      const levels = recordFor(reportedRegisters, (one) => reported?.[one] ?? Number.NaN);
      return { days, event: event ?? null, ...levels };
    });
    return { start, steps };
  });
}

/** How many reports of a register a customer made. */
export const reportsOf = ({ steps }: PanelCustomer, register: ReportedRegister): number =>
  steps.filter((step) => !Number.isNaN(step[register])).length;
