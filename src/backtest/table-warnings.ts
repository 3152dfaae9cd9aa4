import { similarGroup } from '../capability/input-similar-group';
import type { Reason } from '../core/reason';
import { similarNames } from '../core/similar-names';
import { dayMs } from '../core/time-units';
import { wallAt, type ZoneClock } from '../core/zone-clock';
import { dateFields, endFields, type OrderColumns } from './order-fields';
import type { TableOrder } from './order-row';

/**
 * Something to know before relying on the orders of a table, and the figures behind it. `ends-by-day`: so many `orders`
 * of a table that has times end on a day alone; they are taken to last until its end, up to a day too long.
 * `clock-changes`: so many `orders` that are known by days alone ran over a change of clocks, and are an hour off whole
 * days; `UTC` has none. `at-midnight`: all dates of a `column` are 00:00, those of `orders`, and others are not; where they
 * are days, what comes by daylight seems late. `similar-groups`: so many `groups` differ from another in capitals, spaces or
 * how an umlaut is stored alone, or are a slip of the hand away from one that is twenty times as frequent, the first of them
 * `group` from `similar`. `no-group`: so many `orders` `of` all have no group, and others have one: they are a group by
 * themselves. Codes may be added.
 */
export type TableWarning = Reason<
  'ends-by-day' | 'clock-changes' | 'at-midnight' | 'similar-groups' | 'no-group',
  Readonly<Record<string, number | string>>
>;

/** Looks at the orders of a table with such columns, its dates by the clocks of a zone. */
export function tableWatch(columns: OrderColumns, zone: ZoneClock | undefined) {
  let [endingByDay, overChanges, ungrouped, of] = [0, 0, 0, 0];
  const midnights = midnightWatch(columns, zone);
  const groups = new Map<string, number>();
  return {
    see(read: TableOrder): void {
      if (read.endsByDay) endingByDay++;
      if (!read.isByDays) midnights.see(read.order);
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
      warnings.push(...midnights.warnings());
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

/** Fewer may have come at midnight. */
const leastMidnights = 3;

/** Looks for columns of ends that hold days with a time that nobody looked at. */
function midnightWatch(columns: OrderColumns, zone: ZoneClock | undefined) {
  const found = new Map(dateFields.map((field) => [field, { dates: 0, midnights: 0 }]));
  return {
    see(order: TableOrder['order']): void {
      for (const [field, counts] of found) {
        const date = order[field] as Date | null | undefined;
        if (!date) continue;
        const wall = zone ? wallAt(zone, date.getTime()) : date.getTime();
        counts.dates++;
        if (wall % dayMs === 0) counts.midnights++;
      }
    },
    warnings(): readonly TableWarning[] {
      const isByTimes = [...found.values()].some(({ dates, midnights }) => midnights < dates);
      if (!isByTimes) return [];
      return endFields.flatMap((field): readonly TableWarning[] => {
        const { dates, midnights } = found.get(field) as { dates: number; midnights: number };
        if (dates < leastMidnights || midnights < dates) return [];
        return [
          { code: 'at-midnight', detail: { column: columns[field] ?? field, orders: dates } },
        ];
      });
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
