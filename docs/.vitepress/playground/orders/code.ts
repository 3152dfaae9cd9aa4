import type { BacktestReport } from 'overdeliver/backtest';
import { asResult } from '../shared/numbers';
import { estimatorOptions } from './estimator-options';
import type { Facts } from './look-back';
import { multipleFor } from './multiple';
import { type Next, nextOrder } from './next';
import type { PolicyName } from './policy-names';
import type { Encoding } from './read-table';
import { type OrdersSettings, rowOptionsOf } from './settings';

/** What came out, and what of the file matters to who reads it. */
interface CodeOf {
  readonly orders: number;
  readonly report: BacktestReport;
  readonly next: Next | null;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** How many lines stand above the header. */
  readonly above: number;
  /** Whether rows with too many cells were left out. */
  readonly hasLongRows: boolean;
}

/** The program that reads a file of orders, looks back and plans the next promise, with its true results. */
export function ordersCode(
  settings: OrdersSettings,
  facts: Facts,
  { orders, report, next, encoding, delimiter, above, hasLongRows }: CodeOf,
): string {
  const { unit, by, from, promised } = facts;
  const zone = settings.zone === '' ? 'UTC' : settings.zone;
  const period = by === 'month' ? 'byMonth' : 'byWeek';
  const promise = next?.promise ?? null;
  const rounds = next !== null && promise !== null && multipleFor(next.settings, unit) > 0;
  const policies = policyCode(facts);
  const main = [
    period,
    ...(next?.plan ? ['capabilityAsOf', 'planPromise'] : []),
    ...(rounds ? ['toMultipleOf'] : []),
  ];
  const past = [
    'backtestPromises',
    'ordersFromRows',
    ...(promised ? ['promisesAsMade'] : []),
    ...(promise !== null && !next?.plan ? ['quoteNext'] : []),
    'quotesFromEstimator',
    'quotesFromHistory',
    'quotesFromPromiser',
  ];
  return [
    `import { readFileSync } from 'node:fs';`,
    importCode(main, 'overdeliver'),
    importCode(past, 'overdeliver/backtest'),
    `import Papa from 'papaparse';`,
    '',
    `const csv = readFileSync('orders.csv', '${encoding}');`,
    'const { data } = Papa.parse<Record<string, string>>(csv, {',
    '  header: true,',
    `  delimiter: ${quoted(delimiter)},`,
    ...(above > 0 ? [`  skipFirstNLines: ${above},`] : []),
    `  skipEmptyLines: 'greedy',`,
    '  transformHeader: (name) => name.trim(),',
    '});',
    ...(hasLongRows ? [`const rows = data.filter((row) => !('__parsed_extra' in row));`] : []),
    `const { orders, faults, warnings } = ordersFromRows(${hasLongRows ? 'rows' : 'data'}, ${objectCode(rowOptionsOf(settings), 0)});`,
    `orders.length; // => ${orders}`,
    `console.log(faults, warnings);`,
    '',
    'const report = backtestPromises(orders, {',
    `  unit: '${unit}',`,
    `  keepRate: ${settings.keepRate},`,
    `  from: '${from}',`,
    `  by: ${period}('${zone}'),`,
    '  policies: {',
    ...Object.entries(policies).map(([name, code]) => `    ${name}: ${code},`),
    '  },',
    '});',
    ...Object.entries(report.policies).flatMap(([name, { kept }]) =>
      kept.share === null
        ? []
        : [`report.policies.${name}.kept.share; // => ${asResult(kept.share)}`],
    ),
    ...(next === null || promise === null
      ? []
      : next.plan
        ? planCode(settings, facts, next, promise)
        : quoteCode(settings, facts, next, promise, report.asOf)),
  ].join('\n');
}

/** The policies that are compared, as the code that makes them. */
const policyCode = ({ unit, promised }: Facts): Partial<Record<PolicyName, string>> => ({
  ...(promised && { yours: 'promisesAsMade()' }),
  rolling: 'quotesFromHistory({ days: 60 })',
  live: 'quotesFromPromiser()',
  estimator: `quotesFromEstimator(${objectCode(estimatorOptions(unit))})`,
});

function planCode(
  { keepRate }: OrdersSettings,
  { unit }: Facts,
  { settings: { forGroup, days, multipleOf } }: Next,
  promise: number,
) {
  const isIn = forGroup === '' ? '' : ` && order.group === ${JSON.stringify(forGroup)}`;
  const multiple = multipleFor({ multipleOf }, unit);
  const round = multiple > 0 ? `, round: toMultipleOf(${multiple})` : '';
  return [
    '',
    'const { asOf } = report;',
    `const since = Date.parse(asOf) - ${days} * 86_400_000;`,
    `const recent = orders.filter((order) => order.started.getTime() >= since${isIn});`,
    `const capability = capabilityAsOf(recent, { asOf, unit: '${unit}' });`,
    `const plan = planPromise(capability, { keepRate: ${keepRate}${round} });`,
    `plan.promise; // => ${asResult(promise)}`,
  ];
}

function quoteCode(
  { keepRate }: OrdersSettings,
  facts: Facts,
  { by, settings }: Next,
  promise: number,
  asOf: string,
) {
  const { unit } = facts;
  const multiple = multipleFor(settings, unit);
  const aim = `{ unit: '${unit}', keepRate: ${keepRate} }`;
  return [
    '',
    `const next = ${objectCode(nextOrder(settings, facts, asOf), 0)};`,
    `const policy = ${policyCode(facts)[by]};`,
    `const quote = quoteNext(orders, policy, next, ${aim});`,
    multiple > 0
      ? `quote === null ? null : toMultipleOf(${multiple})(quote, 'up'); // => ${asResult(promise)}`
      : `quote; // => ${asResult(promise)}`,
  ];
}

function importCode(names: readonly string[], from: string): string {
  const line = `import { ${names.join(', ')} } from '${from}';`;
  return line.length < 90
    ? line
    : `import {\n${names.map((name) => `  ${name},`).join('\n')}\n} from '${from}';`;
}

/** Plain data as code, over lines where an indent is given. */
function objectCode(value: unknown, indent?: number): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((one) => objectCode(one)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([name, one]) => {
    const isLong = indent !== undefined && objectCode(one).length > 70;
    return `${nameCode(name)}: ${objectCode(one, isLong ? (indent ?? 0) + 2 : undefined)}`;
  });
  if (indent === undefined) return `{ ${parts.join(', ')} }`;
  const space = ' '.repeat(indent);
  return `{\n${parts.map((part) => `${space}  ${part},`).join('\n')}\n${space}}`;
}

const nameCode = (name: string) => (/^[a-z_$][\w$]*$/i.test(name) ? name : quoted(name));
const quoted = (text: string) =>
  `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}'`;
