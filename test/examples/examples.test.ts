import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const examples = ['', 'plain/'].flatMap((folder) =>
  readdirSync(here(`../../examples/${folder}`))
    .filter((file) => /\.(ts|mjs|cjs)$/.test(file) && file !== 'worker.mjs')
    .map((file) => folder + file),
);

/** What an example prints, far from the zone and the language that it was written in. */
function output(file: string): string {
  const tsx = here('../../node_modules/tsx/dist/cli.mjs');
  return execFileSync(process.execPath, [tsx, here(`../../examples/${file}`)], {
    cwd: here('../..'),
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it.each(examples)('examples/%s prints what it printed when it was last read', (file) => {
  const expected = here(`${file.replace(/^.*\/|\.\w+$/g, '')}.txt`);
  const printed = output(file);
  if (process.env.WRITE_OUTPUTS) writeFileSync(expected, printed);
  expect(existsSync(expected), 'WRITE_OUTPUTS=1 npm run examples writes it, to be read').toBe(true);
  expect(printed).toBe(readFileSync(expected, 'utf8'));
});
