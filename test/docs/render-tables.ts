import {
  expectationDefaults,
  factors,
  marketplaceSatisfaction,
  mixedSatisfaction,
  type ParameterSet,
  stageNames,
  stages,
  stageWeights,
  surveySatisfaction,
  willFactors,
} from 'overdeliver';

/** A set with the standard errors of what was fitted. */
const estimates = (set: ParameterSet) => () => [
  ['parameter', 'value', 'standard error', 'unit', 'status'],
  ...Object.entries(set.parameters).map(([name, p]) => [
    `\`${name}\``,
    String(p.value),
    p.standardError === undefined ? '' : p.standardError.toPrecision(2),
    p.unit,
    p.status,
  ]),
];

/** The tables that the docs show, made from the code they speak of. */
const tables: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  factors: () => [
    ['id', 'factor', 'informs', 'meaning'],
    ...Object.entries(factors).map(([name, { id, register, meaning }]) => [
      id,
      `\`${name}\``,
      `\`${register}\``,
      meaning,
    ]),
  ],
  stages: () => [
    ['id', 'stage', 'factors in order of influence', 'counts as a promise', 'what to do'],
    ...Object.entries(stages).map(([name, { id, order, promises, advice }]) => [
      id,
      `\`${name}\``,
      order.map((factor) => `\`${factor}\``).join(', '),
      promises.map((factor) => `\`${factor}\``).join(', '),
      advice.map(({ meaning }) => meaning).join('; '),
    ]),
  ],
  weights: () => [
    ['factor', ...stageNames.map((stage) => `\`${stage}\``)],
    ...willFactors.map((factor) => [
      `\`${factor}\``,
      ...stageNames.map((stage) => stageWeights(stage)[factor].toFixed(3)),
    ]),
  ],
  marketplace: estimates(marketplaceSatisfaction),
  survey: estimates(surveySatisfaction),
  mixed: estimates(mixedSatisfaction),
  parameters: () => [
    ['parameter', 'value', 'unit', 'range', 'status', 'why'],
    ...Object.entries(expectationDefaults.parameters).map(([name, p]) => [
      `\`${name}\``,
      String(p.value),
      p.unit,
      `${p.range[0]} to ${p.range[1]}`,
      p.status,
      p.source,
    ]),
  ],
};

/** A page with each table between `<!-- table: name -->` and `<!-- end -->` as the code has it now. */
export function renderTables(page: string): string {
  return page.replace(/<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const rows = tables[name]?.();
    if (rows === undefined) throw new Error(`no table ${name}`);
    const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
    const rule = `|${'---|'.repeat(rows[0]?.length ?? 0)}`;
    return `<!-- table: ${name} -->\n${[lines[0], rule, ...lines.slice(1)].join('\n')}\n<!-- end -->`;
  });
}
