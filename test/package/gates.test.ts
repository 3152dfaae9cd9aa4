import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// A gate that lets everything through is worth nothing: each is shown something it must refuse.

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a tool in a folder, below the repository's node_modules, that holds just these files. */
function run(command: string, files: Readonly<Record<string, string>>) {
  mkdirSync(join(root, 'temp'), { recursive: true });
  const cwd = mkdtempSync(join(root, 'temp/gates-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
  const { status, stdout, stderr } = spawnSync(`../../node_modules/.bin/${command}`, {
    cwd,
    encoding: 'utf8',
    shell: true,
  });
  rmSync(cwd, { recursive: true });
  return { passes: status === 0, output: stdout + stderr };
}

describe('the order of the rooms', () => {
  const check = (files: Readonly<Record<string, string>>) =>
    run('depcruise --config ../../.ci/rooms.mjs src', files);
  const house = {
    'src/index.ts': "export * from './core';",
    'src/core/index.ts': 'export const a = 1;',
    'src/input/read.ts': "import 'zod/mini'; export const a = 1; export type A = 1;",
    'src/input/refusal.ts': 'export const a = 1;',
    'src/numerics/index.ts': 'export const a = 1;',
    'src/promise/index.ts':
      "export { type B, a } from './plan'; export { type A } from './plan-types';",
    'src/promise/plan.ts':
      "export { a } from '../core'; export type B = 1; import 'zod/mini'; import '../input/read'; import 'date-fns';",
    'src/promise/plan-types.ts': "export type { A } from '../input/read';",
    'src/promise/input.ts': "import 'zod/mini'; import '../input/read';",
    'src/promise/inner.ts':
      "export { a } from '../numerics'; import '../input/refusal'; import '@date-fns/tz';",
    'src/satisfaction/index.ts': 'export const a = 1;',
    'test/help.ts': 'export const a = 1;',
  };

  it('lets a room use lower floors and dates, and read at its door', () => {
    expect(check(house)).toMatchObject({ passes: true });
  });

  it('refuses everything else', () => {
    const { passes, output } = check({
      ...house,
      'src/attic/a.ts': 'export const a = 1;',
      'src/core/attic.ts': "export { a } from '../attic/a';",
      'src/core/from-above.ts': "import type { a } from '../promise';",
      'src/input/from-beside.ts': "export { a } from '../numerics';",
      'src/promise/from-beside.ts': "export { a } from '../satisfaction';",
      'src/promise/from-root.ts': "export { a } from '..';",
      'src/promise/from-test.ts': "export { a } from '../../test/help';",
      'src/promise/from-node.ts': "import 'node:fs';",
      'src/promise/whole-zod.ts': "import 'zod';",
      'src/promise/cycle-1.ts': "export { a } from './cycle-2';",
      'src/promise/cycle-2.ts': "export { a } from './cycle-1';",
      'src/promise/reads.ts': "import '../input/read';",
      'src/promise/parses.ts': "import 'zod/mini';",
      'src/numerics/a.ts': "import 'zod/mini';",
    });
    expect(passes).toBe(false);
    for (const expected of [
      'every-room-is-on-a-floor: src/core/attic.ts → src/attic/a.ts',
      'floor-2-uses-lower-floors-only: src/core/from-above.ts → src/promise/index.ts',
      'floor-1-uses-lower-floors-only: src/input/from-beside.ts → src/numerics/index.ts',
      'floor-4-uses-lower-floors-only: src/promise/from-beside.ts → src/satisfaction/index.ts',
      'no-room-uses-the-root: src/promise/from-root.ts → src/index.ts',
      'src-uses-nothing-else: src/promise/from-test.ts → test/help.ts',
      'src-uses-nothing-else: src/promise/from-node.ts → fs',
      'src-uses-nothing-else: src/promise/whole-zod.ts → ',
      'no-cycles: src/promise/cycle-1.ts → ',
      'arguments-are-read-at-the-door: src/promise/reads.ts → src/input/read.ts',
      'arguments-are-read-at-the-door: src/promise/parses.ts → ',
      'arguments-are-read-at-the-door: src/numerics/a.ts → ',
    ]) {
      expect(output).toContain(`error ${expected}`);
    }
  });
});

describe('the linter', () => {
  const check = (expressions: readonly string[]) => {
    const code = expressions.map((text, index): [string, string] => [
      `src/core/${index}.ts`,
      `export const a = ${text};\n`,
    ]);
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    return run('biome lint --vcs-enabled=false --max-diagnostics=none', {
      'biome.json': read('biome.json'),
      '.ci/no-ambient-reads.grit': read('.ci/no-ambient-reads.grit'),
      ...Object.fromEntries(code),
    });
  };

  it('lets dates come in', () => {
    const expressions = ['(at: Date) => new Date(at.getTime() + 1)', 'new Date(0).getUTCDay()'];
    expect(check(expressions)).toMatchObject({ passes: true });
  });

  it('refuses to read clock, locale, host time zone, randomness or host', () => {
    const expressions = [
      'new Date()',
      'Date()',
      'Date.now()',
      'new Date(2026, 0, 5)',
      'new Date(0).getHours()',
      'new Date(0).toLocaleDateString()',
      "'a'.localeCompare('b')",
      'Math.random()',
      '[1].map(Math.random)',
      'new Intl.NumberFormat()',
      'performance.now()',
      'console.log(1)',
      'process.env',
    ];
    const { output } = check(expressions);
    const refused = expressions.filter((_, index) => output.includes(`src/core/${index}.ts:1:`));
    expect(refused).toEqual(expressions);
  });
});
