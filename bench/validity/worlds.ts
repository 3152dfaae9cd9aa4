import { type Bench, type Row, row } from '../report';
import { worlds } from '../worlds';
import { judge } from './worlds-judge';

/**
 * The live promiser in a battery of seeded worlds. `--world NAME` runs one, `--more` shows what explains its
 * figures, `--seed 2` draws others.
 */
export const liveWorlds: Bench = {
  room: 'worlds',
  run(args) {
    const after = (option: string) =>
      args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
    const only = after('--world');
    const seed = Number(after('--seed') ?? 1);
    const chosen = worlds.filter(({ name }) => only === undefined || name === only);
    return chosen.flatMap((world): readonly Row[] => {
      const began = Date.now();
      const { held, shown } = judge(world, seed);
      process.stderr.write(`  ${world.name}: ${Date.now() - began} ms\n`);
      const figures = [...held, ...(args.includes('--more') ? shown : [])];
      return figures.map(([metric, value]) => row('worlds', world.name, metric, value));
    });
  },
};
