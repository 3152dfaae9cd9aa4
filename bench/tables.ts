import type { Row } from './report';

const text = (value: number) => (Number.isInteger(value) ? String(value) : value.toPrecision(4));

/** A line a figure. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((r) => [
    r.room,
    r.case,
    r.metric,
    text(r.value),
    r.bound ?? '',
    r.holds === null ? '' : r.holds ? 'yes' : 'NO',
  ]);
  return table(['room', 'case', 'metric', 'value', 'bound', 'holds'], lines);
}

/** A line a case, with a column for each metric; what does not hold is in bold. */
export function tableByCase(rows: readonly Row[]): string {
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  const lines = new Map<string, string[]>();
  for (const { case: name, metric, value, holds } of rows) {
    const line = lines.get(name) ?? [name, ...metrics.map(() => '')];
    lines.set(name, line);
    line[metrics.indexOf(metric) + 1] = holds === false ? `**${text(value)}**` : text(value);
  }
  return table(['case', ...metrics], [...lines.values()]);
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, c) =>
    Math.max(...[head, ...lines].map((line) => (line[c] as string).length)),
  );
  const written = (parts: readonly string[]) =>
    `| ${parts.map((part, c) => part.padEnd(widths[c] as number)).join(' | ')} |\n`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`;
  return [written(head), rule, ...lines.map(written)].join('');
}
