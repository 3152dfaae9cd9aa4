import type { ParameterSet } from '../core/parameters';
import type { DateInput } from '../input/date';
import type { PromiseGroup } from '../ledger/promise-group';
import type { LiveUnit } from '../live/units';
import type { backtestDefaults } from './parameters';
import type { PromisePolicy } from './policy';

/** What every run through orders takes. */
export interface RunThrough {
  /** The unit of promises, estimates and quotes: minutes, hours, or days of 24 hours. */
  readonly unit: LiveUnit;
  /** Orders that started before are learnt from and not scored; all are scored unless given. */
  readonly from?: DateInput | undefined;
  /**
   * What happened later is not known. Of an array it is the latest date in it unless given; of orders that come one by one it
   * must be.
   */
  readonly asOf?: DateInput | undefined;
  /** The share of intervals that hold the true value, .95 unless given. */
  readonly confidence?: number | undefined;
  /** `backtestDefaults` unless given. */
  readonly parameters?: ParameterSet<keyof typeof backtestDefaults.parameters> | undefined;
}

/** What is compared in a backtest, and how. */
export interface BacktestOptions<Name extends string = string> extends RunThrough {
  /** The share of promises to keep, above 0 and below 1. */
  readonly keepRate: number;
  /**
   * The period of an order: `byMonth(zone)`, `byWeek(zone)` or a function of your own. It is given the order as a promise that
   * falls due when the order starts, so that all policies have the same orders in a period; its `segment` is the group.
   */
  readonly by: PromiseGroup;
  /** What is compared, under names of your own. */
  readonly policies: Readonly<Record<Name, PromisePolicy>>;
  /** The name of the policy that all are compared with; the first unless given, and an object has whole numbers first. */
  readonly against?: NoInfer<Name> | undefined;
  /** Of the resampling behind the intervals of differences, a whole number of at least 0; 1 unless given. */
  readonly seed?: number | undefined;
}
