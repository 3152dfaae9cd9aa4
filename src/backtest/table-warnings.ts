import { similarGroup } from '../capability/input-similar-group';
import type { Reason } from '../core/reason';
import { similarNames } from '../core/similar-names';
import { dayMs } from '../core/time-units';
import { dateFields } from './order-fields';
import type { TableOrder } from './order-row';

/**
 * Something to know before relying on the orders of a table, and the figures behind it. `ends-by-day`: so many `orders`
 * of a table that has times end on a day alone; they are taken to last until its end, up to a day too long.
 * `clock-changes`: so many `orders` that are known by days alone ran over a change of clocks, and are an hour off whole
 * days; `UTC` has none. `similar-groups`: so many `groups` differ from another in capitals, spaces or how an umlaut is stored alone, or are a
 * slip of the hand away from one that is twenty times as frequent, the first of them `group` from `similar`.
 * `no-group`: so many `orders` `of` all have no group, and others have one: they are a group by themselves. Codes may
 * be added.
 */
export type TableWarning = Reason<
  'ends-by-day' | 'clock-changes' | 'similar-groups' | 'no-group',
  Readonly<Record<string, number | string>>
>;

/** Looks at the orders of a table. */
export function tableWatch() {
  let [endingByDay, overChanges, ungrouped, of] = [0, 0, 0, 0];
  const groups = new Map<string, number>();
  return {
    see(read: TableOrder): void {
      if (read.endsByDay) endingByDay++;
      if (read.isByDays && !isInWholeDays(read.order)) overChanges++;
      of++;
      const { group } = read.order;
      if (typeof group === 'string') groups.set(group, (groups.get(group) ?? 0) + 1);
      else ungrouped++;
    },
    warnings(): readonly TableWarning[] {
      const warnings: TableWarning[] = [];
      if (endingByDay > 0) warnings.push({ code: 'ends-by-day', detail: { orders: endingByDay } });
      if (overChanges > 0)
        warnings.push({ code: 'clock-changes', detail: { orders: overChanges } });
      if (ungrouped > 0 && groups.size > 0)
        warnings.push({ code: 'no-group', detail: { orders: ungrouped, of } });
      const alike = similarNames(groups.keys(), (group) => meantBy(group, groups));
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

/** Of more groups, none is compared with each: that would take longer than to read the table. */
const mostCompared = 500;
/** A name that comes so many times as often as another was hardly misspelt itself. */
const farMore = 20;

/** The group that was probably meant, but for a slip of the hand. */
function meantBy(group: string, groups: ReadonlyMap<string, number>) {
  if (groups.size > mostCompared) return undefined;
  const orders = groups.get(group) as number;
  const frequent = [...groups].filter(([, often]) => often >= farMore * orders);
  return similarGroup(
    group,
    frequent.map(([name]) => name),
  );
}
