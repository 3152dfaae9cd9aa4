import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly 'runs-on': string; readonly needs?: string; readonly steps: Step[] }>
  >;
}

const folder = '.github/workflows';
const text = (file: string) => readFileSync(file, 'utf8');
const workflows = readdirSync(folder).map((file): [string, Workflow] => [
  file,
  parse(text(`${folder}/${file}`)),
]);
const scripts = Object.keys(manifest.scripts);

it.each(workflows)('%s may read alone unless a job says more, and its jobs run', (_, workflow) => {
  expect(new Set(Object.values(workflow.permissions))).toEqual(new Set(['read']));
  for (const { 'runs-on': machine, needs, steps } of Object.values(workflow.jobs)) {
    expect(machine).toBe('ubuntu-latest');
    expect(steps.length).toBeGreaterThan(0);
    for (const { run, uses } of steps) expect([run, uses].filter(Boolean)).toHaveLength(1);
    if (needs !== undefined) expect(Object.keys(workflow.jobs)).toContain(needs);
  }
});

it.each(workflows)('%s uses actions of a stated version', (_, { jobs }) => {
  const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([]);
});

it('the oldest Node that is tested is the oldest that the package takes', () => {
  const matrix = /matrix:\n\s+node: \[(\d+), .*latest\]/.exec(text(`${folder}/ci.yml`));
  expect(manifest.engines.node).toBe(`>=${matrix?.[1]}`);
});

it.each([
  ...workflows.map(([file]) => `${folder}/${file}`),
  '.ci/run',
  'CONTRIBUTING.md',
  '.github/PULL_REQUEST_TEMPLATE.md',
])('every script, tool and file that %s runs is there', (file) => {
  const lines = text(file);
  const named = [...lines.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  const tools = [...lines.matchAll(/npx (?:--no-install )?([\w-]+)/g)].map(([, name]) => name);
  expect(tools.filter((name) => !existsSync(`node_modules/.bin/${name}`))).toEqual([]);
  if (lines.includes('.ci/run')) accessSync('.ci/run', constants.X_OK);
});

it('updates are put off for packages that are there', () => {
  const { updates } = parse(text('.github/dependabot.yml')) as {
    updates: { ignore?: { 'dependency-name': string }[] }[];
  };
  const put = updates.flatMap(({ ignore = [] }) => ignore.map((one) => one['dependency-name']));
  const names = Object.keys(manifest.devDependencies);
  const isThere = (pattern: string) =>
    names.some((name) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    );
  expect(put.length).toBeGreaterThan(0);
  expect(put.filter((pattern) => !isThere(pattern))).toEqual([]);
});
