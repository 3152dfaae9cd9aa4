import type { FitNames } from '../../core/fit-names';
import type { Interval } from '../../core/interval';
import type { Level } from '../../core/level';
import type { Reason } from '../../core/reason';
import type { DateInput } from '../../input/date';
import type { ExpectationEvent } from '../events';
import type { Expectation } from '../expectation';
import type { expectationDefaults } from '../parameters';

/** The registers of which customers report the level. */
export const reportedRegisters = /* @__PURE__ */ Object.freeze(['predicted', 'desired'] as const);

/** One of them. */
export type ReportedRegister = (typeof reportedRegisters)[number];

/** Something that happened to a customer, something they said they expect, or both: then the event came first. */
export interface UpdatingStep {
  readonly at: DateInput;
  readonly event?: ExpectationEvent | undefined;
  /** The levels they say they predict, and desire, 0 to 100: one of them or both. */
  readonly reported?:
    | {
        readonly predicted?: Level | undefined;
        readonly desired?: Level | undefined;
      }
    | undefined;
}

/** The life of one customer's expectation as `followExpectation` takes it, with what the customer said in between. */
export interface UpdatingHistory {
  /** As it was formed; its variance sets the scale of what is learnt. */
  readonly start: Expectation;
  /** When it was formed. */
  readonly from: DateInput;
  /** In order of time. */
  readonly path: readonly UpdatingStep[];
}

/** What the fitted set says of itself, and what it starts from. */
export interface UpdatingFitOptions extends FitNames {
  /** The set whose other numbers are kept; `expectationDefaults` unless given. */
  readonly parameters?: typeof expectationDefaults | undefined;
  /** How sure the intervals are to hold the number, above 0 and below 1; .95 unless given. */
  readonly confidence?: number | undefined;
}

/** A number of the model that is learnt. */
export type UpdatingName =
  | 'experienceSd'
  | 'informationSd'
  | 'driftVariancePerDay'
  | 'desiredRise'
  | 'desiredHalfLifeDays';

/**
 * How answers stray from the path, in points: `reportSd`, one answer from what the customer expects; `startSd`, customers
 * from what was formed of them at the start; `unseenVariancePerDay`, squared points that an expectation moves a day for reasons
 * that nobody wrote down.
 */
export type StrayName = (typeof strayNames)[number];

/** Their names. */
export const strayNames = /* @__PURE__ */ Object.freeze([
  'reportSd',
  'startSd',
  'unseenVariancePerDay',
] as const);

/** One number as it was learnt. */
export interface UpdatingNumber<Name extends string = UpdatingName> {
  /** The number's name in the parameter set. */
  readonly name: Name;
  /** The value that fits best, in the set's unit. */
  readonly value: number;
  /** Null where the value was not learnt, or lies on its bound. */
  readonly standardError: number | null;
  /** Within the range of the number; null as above. */
  readonly interval: Interval | null;
}

/**
 * What to know of a fit. `unseen-events`: nothing happened before a report that would tell a number, which keeps the value of the
 * set it started from. `not-told-apart`: the reports say nothing of it; the same. `at-boundary`: a number lies at an end of its
 * range. `one-report-each`: with a single report a customer all straying counts as noise of the report. `few-reports`: of a register
 * that no more customers report than there are numbers, nothing is learnt. `few-customers`: below 30 errors by customer are rough.
 * `not-converged`: the likelihood still rose where the search ended. `another-scale`: these levels seem to be of another scale than
 * 0 to 100, such as answers from 1 to 7; they were taken as they are. Codes may be added.
 */
export type UpdatingFitFlag = Reason<
  | 'unseen-events'
  | 'not-told-apart'
  | 'at-boundary'
  | 'one-report-each'
  | 'few-reports'
  | 'few-customers'
  | 'not-converged'
  | 'another-scale'
>;

/** How fast expectations move, as learnt from what customers said along the way. Plain JSON. */
export interface UpdatingFit {
  /** Goes wherever `expectationDefaults` goes. */
  readonly parameters: typeof expectationDefaults;
  /** How many customers made a report. */
  readonly customers: number;
  /** How many answers of each register there were. */
  readonly reports: Readonly<Record<ReportedRegister, number>>;
  /** The numbers of the registers that enough customers reported. */
  readonly numbers: readonly UpdatingNumber[];
  /** How answers stray from the path; empty for a register that too few reported. */
  readonly strays: Readonly<Record<ReportedRegister, readonly UpdatingNumber<StrayName>[]>>;
  readonly flags: readonly UpdatingFitFlag[];
}
