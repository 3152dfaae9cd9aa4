import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  exportedSets,
  missingLines,
  parameterChanges,
  type Sets,
} from '../../.ci/parameter-changes';
import { marketplaceSatisfaction } from '../../src';

const released: Sets = {
  lateness: { id: 'lateness/1', values: { late: 1, early: 0.5, gone: 3 } },
  waiting: { id: 'waiting/1', values: { perMinute: 2 } },
};
const { lateness, waiting } = released as { lateness: Sets[string]; waiting: Sets[string] };

describe('a release of parameter sets', () => {
  it('says nothing where none has changed, or one is new', () => {
    const none = { refused: [], lines: [] };
    expect(parameterChanges(released, released)).toEqual(none);
    expect(parameterChanges(released, { ...released, other: waiting })).toEqual(none);
    expect(parameterChanges(released, { waiting, lateness })).toEqual(none);
  });

  it('says each number before and after, under a new id', () => {
    const next = { id: 'lateness/2', values: { late: 1.25, early: 0.5, fresh: 4 } };
    const { refused, lines } = parameterChanges(released, { ...released, lateness: next });
    expect(refused).toEqual([]);
    expect(lines).toEqual([
      '- `lateness`: lateness/1 -> lateness/2',
      '- `lateness` fresh: none -> 4',
      '- `lateness` gone: 3 -> none',
      '- `lateness` late: 1 -> 1.25',
    ]);
  });

  it('refuses another number under the same id', () => {
    const changed = { ...lateness, values: { ...lateness.values, late: 2 } };
    expect(parameterChanges(released, { ...released, lateness: changed })).toEqual({
      refused: ['lateness late: 1 -> 2, still called lateness/1'],
      lines: [],
    });
  });

  it('says which set is gone', () => {
    expect(parameterChanges(released, { lateness }).lines).toEqual([
      '- `waiting` (waiting/1) is gone',
    ]);
  });

  it('wants the lines word by word, in any changeset', () => {
    const lines = ['- `a` late: 1 -> 1.25', '- `a` early: 1 -> 2'];
    const changesets = [
      '---\n"overdeliver": minor\n---\n\nLess late\n  - `a` late: 1 -> 1.25\n',
      '',
    ];
    expect(missingLines(lines, changesets)).toEqual(['- `a` early: 1 -> 2']);
    expect(missingLines(['- `a` late: 1 -> 1.2'], changesets)).toEqual(['- `a` late: 1 -> 1.2']);
  });
});

it('every exported set is compared, value by value', () => {
  const { id, parameters } = marketplaceSatisfaction;
  const kept = exportedSets.marketplaceSatisfaction;
  expect(kept?.id).toBe(id);
  expect(Object.keys(kept?.values ?? {})).toEqual(Object.keys(parameters));
  expect(Object.keys(exportedSets).length).toBeGreaterThan(20);
  const values = Object.values(exportedSets).flatMap((set) => Object.values(set.values));
  expect(values).not.toContain(undefined);
});

it('npm run parameters fails until a changeset says it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'overdeliver-parameters-'));
  for (const name of ['.ci', '.changeset']) mkdirSync(join(folder, name));
  const run = () => {
    const [tsx, script] = [resolve('node_modules/.bin/tsx'), resolve('.ci/parameter-changes.ts')];
    const args = ['--tsconfig', resolve('tsconfig.json'), script];
    const { status, stdout } = spawnSync(tsx, args, { cwd: folder, encoding: 'utf8' });
    return { status, stdout };
  };
  const gone = { ...exportedSets, waiting: { id: 'waiting/1', values: {} } };
  writeFileSync(join(folder, '.ci/released-parameters.json'), JSON.stringify(gone));
  const line = '- `waiting` (waiting/1) is gone';
  writeFileSync(join(folder, '.changeset/README.md'), line);
  expect(run()).toEqual({ status: 1, stdout: `A changeset must say:\n${line}\n` });
  writeFileSync(join(folder, '.changeset/brave-bikes-wait.md'), `Fewer sets\n\n${line}\n`);
  expect(run()).toEqual({ status: 0, stdout: '' });
  rmSync(folder, { recursive: true });
});
