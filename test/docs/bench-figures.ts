import { existsSync, readFileSync } from 'node:fs';
import type { Kind, Results, Row } from '../../bench/report';

type Table = readonly (readonly string[])[];

/** What benchmarks measured, from lines of words, room, case and metric. A missed bound is in bold. */
export function figures(kind: Kind, lines: Table): Table {
  return [
    ['what is measured', 'figure', 'bound', 'holds'],
    ...lines.map(([says = '', room = '', caseName = '', metric = '']) => {
      const all = rowsOf(kind, room);
      const row = all.find((one) => one.case === caseName && one.metric === metric);
      if (row === undefined) throw new Error(`no figure ${room}/${caseName}/${metric}`);
      return [says, textOf(row.value), row.bound ?? '', verdictOf(row)];
    }),
  ];
}

/** All that a room's benchmark gave, as it was stored. */
export function storedTable(kind: Kind, room: string): Table {
  return [
    ['case', 'metric', 'value', 'bound', 'holds'],
    ...stored(kind, room).map((row) => [
      row.case,
      row.metric,
      textOf(row.value),
      row.bound ?? '',
      verdictOf(row),
    ]),
  ];
}

/** How the time of functions grows; what one refuses stands beside its case. */
export function growthTable(): Table {
  const metric = 'exponent of time from n to 8n';
  return [
    ['what there are n of', metric, 'bound', 'holds'],
    ...stored('speed', 'growth').map((row) => [
      row.case + row.metric.replace(metric, ''),
      textOf(row.value),
      row.bound ?? '',
      verdictOf(row),
    ]),
  ];
}

/** All that was stored of a room by case, with a column for each metric; a bound is that of the metric. */
export function tableByCase(kind: Kind, room: string, metrics: readonly string[]): Table {
  const rows = stored(kind, room);
  const cases = [...new Set(rows.map((row) => row.case))];
  return [
    ['case', ...metrics, 'bound', 'holds'],
    ...cases.map((name) => {
      const own = rows.filter((row) => row.case === name);
      const bound = own.find((row) => row.bound !== null);
      const found = metrics.map((metric) => own.find((row) => row.metric.endsWith(metric)));
      return [
        name,
        ...found.map((row) => (row ? textOf(row.value) : '')),
        bound?.bound ?? '',
        bound ? verdictOf(bound) : '',
      ];
    }),
  ];
}

function stored(kind: Kind, room: string): readonly Row[] {
  const results: Results = JSON.parse(readFileSync(fileOf(kind, room), 'utf8'));
  return results.rows;
}

/** A table of bench/README.md: the one that follows a heading, or one further down. */
export function benchTable(heading: string, index = 0): Table {
  const [, section = ''] = benchmarks().split(`\n${heading}\n`);
  const tables = section.split(/\n#+ /)[0]?.match(/(^\|.*\n)+/gm) ?? [];
  const table = tables[index];
  if (table === undefined) throw new Error(`no table ${index} under ${heading}`);
  // The pages write 0.9, as code does.
  const withZeros = table.trimEnd().replace(/(?<![\w.])\.(?=\d)/g, '0.');
  const [head = [], , ...body] = withZeros.split('\n').map(cellsOf);
  return [head, ...body];
}

/** What is stored of a room; of one that takes long to measure, what bench/README.md says. */
function rowsOf(kind: Kind, room: string): readonly Row[] {
  if (existsSync(fileOf(kind, room))) return stored(kind, room);
  const rows = benchmarks()
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  return rows.flatMap(([of, caseName = '', metric = '', value, bound = '', holds]) =>
    of !== room || holds === undefined
      ? []
      : [
          {
            room,
            case: caseName,
            metric,
            value: Number(value),
            bound: bound || null,
            holds: holds === '' ? null : holds === 'yes',
          },
        ],
  );
}

const verdictOf = ({ holds }: Row) => (holds === null ? '' : holds ? 'yes' : '**no**');
const fileOf = (kind: string, room: string) => `bench/results/${kind}/${room}.json`;
const benchmarks = () => readFileSync('bench/README.md', 'utf8');
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function textOf(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(Math.abs(value) < 100 ? value.toPrecision(4) : value.toFixed(0)));
}
