import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { median } from '../pairs';
import { type Bench, row } from '../report';

const rounds = 15;
const yardstick = 'zod';
const subjects = ['overdeliver', 'overdeliver/promise', 'overdeliver/capability'];
// What every app pays that has this library: its own peer.
const modules = [yardstick, 'zod/mini', ...subjects];

/** The user and system time of a fresh process that imports a module, or nothing, in milliseconds. */
function cpuOf(module?: string): number {
  const load = module === undefined ? '' : `import '${module}';`;
  const code = `${load} const { user, system } = process.cpuUsage(); console.log(user + system);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', code],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout) / 1000;
}

/** One process of each, each round from another one on, less the empty one of the round. */
function round(index: number): ReadonlyMap<string, number> {
  const order = [undefined, ...modules].map((_, i, all) => all[(i + index) % all.length]);
  const spent = new Map(order.map((module) => [module, cpuOf(module)]));
  const empty = spent.get(undefined) ?? 0;
  return new Map(modules.map((module) => [module, (spent.get(module) ?? 0) - empty]));
}

export const startup: Bench = {
  room: 'startup',
  run() {
    if (!existsSync('dist/index.js'))
      throw new Error('start-up is that of the build: npm run build');
    round(0);
    const times = Array.from({ length: rounds }, (_, index) => round(index));
    const of = (module: string) => times.map((time) => time.get(module) ?? 0);
    const theirs = of(yardstick);
    return modules.flatMap((module) => {
      const name = `import '${module}'`;
      const ratios = of(module).map((ours, i) => ours / (theirs[i] ?? 0));
      return [
        row('startup', name, `CPU / that of import '${yardstick}'`, median(ratios)),
        row('startup', name, 'milliseconds of CPU', median(of(module))),
      ].slice(module === yardstick ? 1 : 0);
    });
  },
};
