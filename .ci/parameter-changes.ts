// A changed number changes what people are promised, so that a release says each of them, before and after. This compares
// the exported parameter sets with those of the last release, and demands the lines in a changeset:
//   npm run parameters             names the lines that are missing, and fails if there are any
//   npm run parameters -- --write  keeps the sets of now as those of the last release; a release does it
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parameterSets } from '../test/docs/parameter-sets';

/** The values of a set. */
export interface SetValues {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Sets by the name that they are exported under. */
export type Sets = Readonly<Record<string, SetValues>>;

export interface ParameterChanges {
  /** What no changeset may say: a set's id names its values for good. */
  readonly refused: readonly string[];
  /** The lines that a changeset must hold. */
  readonly lines: readonly string[];
}

/** What became of the sets of the last release. */
export function parameterChanges(released: Sets, now: Sets): ParameterChanges {
  const refused: string[] = [];
  const lines: string[] = [];
  for (const [name, before] of Object.entries(released)) {
    const after = now[name];
    if (after === undefined) {
      lines.push(`- \`${name}\` (${before.id}) is gone`);
      continue;
    }
    const changed = changedValues(before.values, after.values);
    if (before.id === after.id) {
      refused.push(...changed.map((change) => `${name} ${change}, still called ${after.id}`));
    } else {
      lines.push(`- \`${name}\`: ${before.id} -> ${after.id}`);
      lines.push(...changed.map((change) => `- \`${name}\` ${change}`));
    }
  }
  return { refused, lines };
}

/** `late: 1 -> 2` for each value that differs, is new or is gone. */
function changedValues(before: SetValues['values'], after: SetValues['values']): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const text = (value: unknown) => (value === undefined ? 'none' : JSON.stringify(value));
  return names
    .filter((name) => text(before[name]) !== text(after[name]))
    .map((name) => `${name}: ${text(before[name])} -> ${text(after[name])}`);
}

/** The lines that none of the changesets holds. */
export function missingLines(lines: readonly string[], changesets: readonly string[]): string[] {
  const said = new Set(changesets.flatMap((text) => text.split('\n').map((line) => line.trim())));
  return lines.filter((line) => !said.has(line));
}

/** The sets that are exported now. */
export const exportedSets: Sets = Object.fromEntries(
  parameterSets.map(([name, { id, parameters }]) => {
    const values = Object.entries(parameters).map(([key, { value }]) => [key, value]);
    return [name, { id, values: Object.fromEntries(values) }];
  }),
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kept = '.ci/released-parameters.json';
  if (process.argv.includes('--write')) {
    writeFileSync(kept, `${JSON.stringify(exportedSets, null, 2)}\n`);
  } else {
    const released: Sets = JSON.parse(readFileSync(kept, 'utf8'));
    const { refused, lines } = parameterChanges(released, exportedSets);
    const files = readdirSync('.changeset').filter((file) => /(?<!README)\.md$/.test(file));
    const missing = missingLines(
      lines,
      files.map((file) => readFileSync(`.changeset/${file}`, 'utf8')),
    );
    if (refused.length > 0) console.log(['Give a changed set a new id:', ...refused].join('\n'));
    if (missing.length > 0) console.log(['A changeset must say:', ...missing].join('\n'));
    process.exitCode = refused.length + missing.length > 0 ? 1 : 0;
  }
}
