import { type Bench, type Row, row } from '../report';
import { worlds } from '../worlds';
import { liveThrough } from '../worlds/live-through';
import type { World } from '../worlds/world';
import { judge } from './worlds-judge';

/** The live promiser in a battery of seeded worlds; `--world NAME` runs one. */

function rowsOf(world: World): readonly Row[] {
  const began = Date.now();
  const orders = world.orders(1);
  const lived = liveThrough(world, orders);
  const took = Date.now() - began;
  const figures = judge(world, orders, lived);
  process.stderr.write(`  ${world.name}: ${took} ms, judged in ${Date.now() - began - took} ms\n`);
  return figures.map(([metric, value]) => row('worlds', world.name, metric, value));
}

export const liveWorlds: Bench = {
  room: 'worlds',
  run(args) {
    const only = args.includes('--world') ? args[args.indexOf('--world') + 1] : undefined;
    return worlds.filter(({ name }) => only === undefined || name === only).flatMap(rowsOf);
  },
};
