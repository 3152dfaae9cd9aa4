import { type Bench, type Row, row } from '../report';
import { worlds } from '../worlds';
import { liveThrough } from '../worlds/live-through';
import type { World } from '../worlds/world';
import { judge } from './worlds-judge';

/**
 * The live promiser in a battery of seeded worlds. `--world NAME` runs one and shows more of it, `--seed 2` draws
 * others.
 */
function rowsOf(world: World, seed: number, more: boolean): readonly Row[] {
  const began = Date.now();
  const orders = world.orders(seed);
  const lived = liveThrough(world, orders);
  const took = Date.now() - began;
  const { held, shown } = judge(world, orders, lived);
  process.stderr.write(`  ${world.name}: ${took} ms, judged in ${Date.now() - began - took} ms\n`);
  return [...held, ...(more ? shown : [])].map(([metric, value]) =>
    row('worlds', world.name, metric, value),
  );
}

export const liveWorlds: Bench = {
  room: 'worlds',
  run(args) {
    const after = (option: string) =>
      args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
    const only = after('--world');
    const seed = Number(after('--seed') ?? 1);
    return worlds
      .filter(({ name }) => only === undefined || name === only)
      .flatMap((world) => rowsOf(world, seed, only !== undefined));
  },
};
