import type { DateInput } from '../input/date';

/** An order of the past; a row may have other columns. Nothing but `id` and `started` need be there, or may be null. */
export interface BacktestOrder {
  /** Its name, which no other order has while it is under way. */
  readonly id: string;
  readonly started: DateInput;
  /** When it was delivered. Without this, `cancelled` or `lost` it was still under way when last looked at. */
  readonly finished?: DateInput | null | undefined;
  /** When it was called off. */
  readonly cancelled?: DateInput | null | undefined;
  /** When it was known that it would never be delivered. */
  readonly lost?: DateInput | null | undefined;
  /** What it has in common with others, such as a state or a store. */
  readonly group?: string | null | undefined;
  /** Your estimate of its duration at its start, above 0, in the unit of the backtest. */
  readonly estimate?: number | null | undefined;
  /** Numbers known at its start by name, such as `{ items: 3 }`; one that is null is not known. */
  readonly features?: Readonly<Record<string, number | null | undefined>> | null | undefined;
  /** What it was promised, a duration in the unit of the backtest, at least 0; or else `due`. */
  readonly promise?: number | null | undefined;
  /** When it was promised for, not before its start; or else `promise`. */
  readonly due?: DateInput | null | undefined;
  /** When the window begins that it was promised, up to `due`, which is its end; without one it may end as early as it likes. */
  readonly from?: DateInput | null | undefined;
}
