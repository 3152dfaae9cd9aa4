import type { Better } from './capability';

/** What is measured, and which way is better. */
export interface UnitOptions {
  /**
   * The unit; plans and messages carry it. Times are counted in `minutes`, `hours`, `days`, `open-minutes`, `open-hours` or
   * `business-days`, of which `min` or `hour` is refused; any other name, such as `euros`, is a unit of its own.
   */
  readonly unit: string;
  /** `lower` (times, costs) unless given. */
  readonly better?: Better | undefined;
}

/** What a quantity is a quantity of. */
export interface QuantityOptions extends UnitOptions {
  /** Whether the quantities are deviations from an appointment, which may lie below 0. */
  readonly deviations?: boolean | undefined;
}
