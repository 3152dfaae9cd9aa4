import type { Reason } from '../core/reason';
import { similarNames } from '../core/similar-names';
import { dayMs } from '../core/time-units';
import { dateFields } from './order-fields';
import type { TableOrder } from './order-row';

/**
 * Something to know before relying on the orders of a table, and the figures behind it. `ends-by-day`: so many `orders` of a table that has times
 * end on a day alone; they are taken to last until its end, up to a day too long. `clock-changes`: so many `orders` that are known by days alone ran over a change of
 * clocks, and are an hour off whole days; `UTC` has none. `similar-groups`: so many `groups` differ from another in capitals or spaces alone, the
 * first of them `group` from `similar`. Codes may be added.
 */
export type TableWarning = Reason<
  'ends-by-day' | 'clock-changes' | 'similar-groups',
  Readonly<Record<string, number | string>>
>;

/** Looks at the orders of a table. */
export function tableWatch() {
  let [endingByDay, overChanges] = [0, 0];
  const groups = new Set<string>();
  return {
    see(read: TableOrder): void {
      if (read.endsByDay) endingByDay++;
      if (read.isByDays && !isInWholeDays(read.order)) overChanges++;
      if (typeof read.order.group === 'string') groups.add(read.order.group);
    },
    warnings(): readonly TableWarning[] {
      const warnings: TableWarning[] = [];
      if (endingByDay > 0) warnings.push({ code: 'ends-by-day', detail: { orders: endingByDay } });
      if (overChanges > 0)
        warnings.push({ code: 'clock-changes', detail: { orders: overChanges } });
      const alike = similarNames(groups);
      if (alike) {
        const { count, name, similar } = alike;
        warnings.push({ code: 'similar-groups', detail: { groups: count, group: name, similar } });
      }
      return warnings;
    },
  };
}

const isInWholeDays = (order: TableOrder['order']) =>
  dateFields.every((field) => {
    const date = order[field] as Date | null | undefined;
    return !date || (date.getTime() - order.started.getTime()) % dayMs === 0;
  });
