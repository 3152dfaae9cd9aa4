import * as z from 'zod/mini';
import { type Dialect, dialects } from './dialects';
import { nameSchema, rowsShape } from './input';
import { type Fault, fromText, type Given, type Layer, layered, queryOf, v } from './nested';
import type { SqlDialect, SqlQuery, SqlSource } from './query';

/** Where the rows lie that an answer is made of, one for each group. */
export interface SqlGroups {
  /** The engine that is to run it. */
  readonly dialect: SqlDialect;
  /** A table or view by its name, or as `['schema', 'name']` (`'schema.name'` is one name with a full stop in it); or a query. */
  readonly from: string | readonly string[] | SqlSource;
  /** The columns that tell groups apart, which are handed on as they are; one answer for all rows unless given. */
  readonly by?: string | readonly string[] | undefined;
}

/** The options that say so. */
export const groupsShape = {
  dialect: rowsShape.dialect,
  from: rowsShape.from,
  by: z.optional(z.union([nameSchema, z.array(nameSchema)])),
};

/** Where rows lie, as it was read. */
export interface ReadGroups extends SqlGroups {
  readonly by: readonly string[];
  /** Whether that was one name. */
  readonly isOne: boolean;
}

export const groupsOf = ({ dialect, from, by = [] }: SqlGroups): ReadGroups => ({
  dialect,
  from,
  by: typeof by === 'string' ? [by] : by,
  isOne: typeof by === 'string',
});

/** How the rows of a group become its answer. */
export interface GroupedPlan {
  /** What is read of rows, in layers. */
  readonly layers: readonly Layer[];
  /** What a row may lack; a group with such a row has no answer. */
  readonly rowFaults: readonly Fault[];
  /** Whether planners may see through the rows, which grow by little: then the nodes of a cluster group their own. */
  readonly isFlat: boolean;
  /** Gives the columns of groups, and `results`, of a query of rows; the groups themselves may be read from the source of these. */
  readonly group: (rows: string, keys: readonly string[], source: string) => string;
  readonly results: readonly string[];
  readonly faults: readonly Fault[];
  readonly columns: readonly Given[];
  readonly reads: readonly string[];
}

const rowFault = v('row_fault');

/** The first fault of the rows of a group; null, in ClickHouse 0, for none. */
export const leastFault = ({ name }: Dialect): string =>
  name === 'clickhouse'
    ? `minIf(${v('fault')}, ${v('fault')} > 0)`
    : `min(CASE WHEN ${v('fault')} > 0 THEN ${v('fault')} END)`;
export const firstFault = (dialect: Dialect): string => `${leastFault(dialect)} AS ${rowFault}`;

/** What stands behind what is selected of groups. */
export const groupBy = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : `\nGROUP BY ${keys.join(', ')}`;

/** Writes a plan as selects of rows, of groups around them, and of what is told of these. */
export function groupedQuery(
  { dialect: name, from, by, isOne }: ReadGroups,
  plan: GroupedPlan,
): SqlQuery {
  const { layers, rowFaults, isFlat, group, results, faults, columns, reads } = plan;
  const dialect = dialects[name];
  const read = { layers, faults: rowFaults };
  const rows = layered(
    { dialect: name, from, keep: by },
    read,
    isFlat ? { ...dialect, fence: '' } : dialect,
  );
  const text = group(rows, by.map(dialect.quote), fromText(from, dialect));
  return queryOf(
    { dialect: name, from: { text }, keep: by },
    {
      layers: [Object.fromEntries(['row_fault', ...results].map((result) => [result, v(result)]))],
      faults: [
        ...rowFaults.map(({ code, input }, i) => ({ code, input, when: `${rowFault} = ${i + 1}` })),
        ...faults,
      ],
      columns,
      reads,
    },
    (i) => (isOne ? 'options.by' : `options.by[${i}]`),
  );
}
