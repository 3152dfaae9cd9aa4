import { readFileSync } from 'node:fs';
import {
  airlineExpectation,
  factors,
  predictedFactors,
  stageNames,
  stages,
  stageWeights,
} from 'overdeliver/expectation';
import { learnerText } from './learners';
import { measuredTables } from './measured';
import { parameterSets } from './parameter-sets';

/** The tables that the docs show, made from the code they speak of. */
const tables: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  ...measuredTables,
  factors: () => [
    ['factor', 'informs', 'meaning'],
    ...Object.entries(factors).map(([name, { register, meaning }]) => [
      `\`${name}\``,
      `\`${register}\``,
      meaning,
    ]),
  ],
  stages: () => [
    ['stage', 'factors in order of influence', 'counts as a promise', 'what to do'],
    ...Object.entries(stages).map(([name, { order, promises, advice }]) => [
      `\`${name}\``,
      order.map((factor) => `\`${factor}\``).join(', '),
      promises.map((factor) => `\`${factor}\``).join(', '),
      advice.map(({ meaning }) => meaning).join('; '),
    ]),
  ],
  weights: () => [
    ['factor', ...stageNames.map((stage) => `\`${stage}\``)],
    ...predictedFactors.map((factor) => [
      `\`${factor}\``,
      ...stageNames.map((stage) => stageWeights(stage)[factor].toFixed(3)),
    ]),
  ],
  airlineWeights: () => [
    ['number', 'value', 'standard error'],
    ...Object.entries(airlineExpectation.parameters)
      .filter(([, { status }]) => status === 'fitted')
      .map(([name, { value, standardError }]) => [
        `\`${name}\``,
        value.toFixed(3),
        standardError?.toPrecision(2) ?? 'at the boundary',
      ]),
  ],
  parameterSets: () => [
    ['set', 'exported as', 'published', 'fitted', 'assumed', 'learnt by'],
    ...parameterSets.map(([name, { id, parameters }]) => {
      const all = Object.entries(parameters);
      const count = (wanted: string) =>
        String(all.filter(([, { status }]) => status === wanted).length);
      const functions = all.map(([number]) => learnerText(name, number));
      const learnt = [...new Set(functions.filter((text) => text.startsWith('`')))];
      return [
        `\`${id}\``,
        `\`${name}\``,
        count('published'),
        count('fitted'),
        count('assumed'),
        learnt.join(', ') || (functions[0] ?? ''),
      ];
    }),
    ['all', '', ...['published', 'fitted', 'assumed'].map(countAll), ''],
  ],
  everyNumber: () => [
    ['set', 'number', 'value', 'unit', 'range', 'status', 'learnt by'],
    ...parameterSets.flatMap(([name, { id, parameters }]) =>
      Object.entries(parameters).map(([number, { value, unit, range, status }], i, all) => [
        i === 0 ? `\`${id}\`` : '',
        `\`${number}\``,
        String(Number(value.toPrecision(4))),
        unit,
        `${range[0]} to ${range[1]}`,
        status,
        // Said once where it goes on.
        learnerText(name, number) === learnerText(name, all[i - 1]?.[0] ?? '') && i > 0
          ? ''
          : learnerText(name, number),
      ]),
    ),
  ],
  learningByRows: () => {
    const kept: Readonly<Record<string, readonly Readonly<Record<string, number>>[]>> = JSON.parse(
      readFileSync('bench/learning-by-rows.json', 'utf8'),
    );
    const columns = Object.values(kept);
    const points = (row: Readonly<Record<string, number>> | undefined, name: string) =>
      (row?.[name] ?? Number.NaN).toFixed(1);
    return [
      ['rows', ...Object.keys(kept).map((name) => name.replace(/^\w+/, '`$&`'))],
      ...(columns[0] ?? []).map(({ rows }, i) => [
        String(rows),
        ...columns.map(
          (column) => `${points(column[i], 'learnt')} (${points(column[i], 'defaults')})`,
        ),
      ]),
    ];
  },
};

/** How many numbers of all sets have a status. */
function countAll(wanted: string): string {
  const all = parameterSets.flatMap(([, { parameters }]) => Object.values(parameters));
  return String(all.filter(({ status }) => status === wanted).length);
}

/** The numbers of an exported parameter set, by the name it is exported under. */
function parametersOf(name: string): readonly (readonly string[])[] {
  const set = parameterSets.find(([known]) => known === name)?.[1];
  if (set === undefined) throw new Error(`no table ${name}`);
  const entries = Object.entries(set.parameters);
  if (entries.some(([, p]) => p.standardError !== undefined)) {
    return [
      ['parameter', 'value', 'standard error', 'unit', 'status'],
      ...entries.map(([parameter, p]) => [
        `\`${parameter}\``,
        String(p.value),
        p.standardError === undefined
          ? ''
          : p.standardError.toPrecision(2) + (p.source.includes('robust') ? ' (robust)' : ''),
        p.unit,
        p.status,
      ]),
    ];
  }
  return [
    ['parameter', 'value', 'unit', 'range', 'status', 'why'],
    ...entries.map(([parameter, p]) => [
      `\`${parameter}\``,
      String(p.value),
      p.unit,
      `${p.range[0]} to ${p.range[1]}`,
      p.status,
      p.source,
    ]),
  ];
}

/** A page with each table between `<!-- table: name -->` and `<!-- end -->` as the code has it now. */
export function renderTables(page: string): string {
  const marks = page.match(/<!-- (table: .*|end )-->/g) ?? [];
  const isPaired = marks.every((mark, i) => mark.includes('table: ') === (i % 2 === 0));
  if (!isPaired || marks.length % 2 !== 0) throw new Error('a table without its <!-- end -->');
  return page.replace(/<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const rows = tables[name]?.() ?? parametersOf(name);
    const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
    const rule = `|${'---|'.repeat(rows[0]?.length ?? 0)}`;
    return `<!-- table: ${name} -->\n${[lines[0], rule, ...lines.slice(1)].join('\n')}\n<!-- end -->`;
  });
}
