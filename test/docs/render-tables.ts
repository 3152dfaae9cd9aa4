import * as backtest from 'overdeliver/backtest';
import * as capability from 'overdeliver/capability';
import type { ParameterSet } from 'overdeliver/core';
import * as expectation from 'overdeliver/expectation';
import {
  airlineExpectation,
  factors,
  predictedFactors,
  stageNames,
  stages,
  stageWeights,
} from 'overdeliver/expectation';
import * as ledger from 'overdeliver/ledger';
import * as lifetime from 'overdeliver/lifetime';
import * as live from 'overdeliver/live';
import * as loyalty from 'overdeliver/loyalty';
import * as promise from 'overdeliver/promise';
import * as response from 'overdeliver/response';
import * as satisfaction from 'overdeliver/satisfaction';
import * as simulation from 'overdeliver/simulation';
import * as survey from 'overdeliver/survey';

const modules = {
  ...backtest,
  ...capability,
  ...expectation,
  ...ledger,
  ...lifetime,
  ...live,
  ...loyalty,
  ...promise,
  ...response,
  ...satisfaction,
  ...simulation,
  ...survey,
};

/** The tables that the docs show, made from the code they speak of. */
const tables: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
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
};

/** The numbers of an exported parameter set, by the name it is exported under. */
function parametersOf(name: string): readonly (readonly string[])[] {
  const set = (modules as unknown as Record<string, ParameterSet | undefined>)[name];
  if (set?.parameters === undefined) throw new Error(`no table ${name}`);
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
  const marks = page.match(/<!-- (table: |end ).*-->/g) ?? [];
  const isPaired = marks.every((mark, i) => mark.includes('table: ') === (i % 2 === 0));
  if (!isPaired || marks.length % 2 !== 0) throw new Error('a table without its <!-- end -->');
  return page.replace(/<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const rows = tables[name]?.() ?? parametersOf(name);
    const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
    const rule = `|${'---|'.repeat(rows[0]?.length ?? 0)}`;
    return `<!-- table: ${name} -->\n${[lines[0], rule, ...lines.slice(1)].join('\n')}\n<!-- end -->`;
  });
}
