import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bgNbd, bgNbdOfAMillion, noTwoAlike } from './peers/bg-nbd';
import { businessDays, openHours } from './peers/calendar';
import { expectations } from './peers/expectation';
import { goodwill } from './peers/goodwill';
import { samples } from './peers/samples';
import { intentions, oneScore, scores } from './peers/satisfaction';
import { alpha, kano, netPromoter } from './peers/survey';
import { survival } from './peers/survival';
import { trend } from './peers/trend';
import { besides, type Work } from './peers/work';
import { type Bench, type Row, report } from './report';
import { goodwill as repeatedly } from './speed/goodwill';
import { live } from './speed/live';

type Works = readonly Work[] | Promise<readonly Work[]>;

/** By subject; each is made when its turn comes, so that the data of one are gone by the next. */
const subjects: Readonly<Record<string, readonly (() => Works)[]>> = {
  samples: [() => samples(1000), () => samples(100_000), () => samples(1_000_000)],
  survival: [() => [survival(10_000)], () => [survival(100_000)], () => [survival(1_000_000)]],
  lifetime: [() => [bgNbd(2357)], () => [bgNbd(100_000)], () => [noTwoAlike(100_000)]],
  calendar: [
    () => businessDays('Europe/Berlin'),
    () => businessDays('UTC'),
    async () => [await openHours()],
  ],
  trend: [() => [trend(1000), trend(5000)]],
  survey: [() => [netPromoter()], () => [alpha()], () => [kano()]],
  satisfaction: [() => [oneScore()], () => [scores()], () => [intentions()]],
  expectation: [() => [expectations()]],
  goodwill: [() => [goodwill()]],
};

/**
 * The same work by other software, by subject, each in a process of its own: what an engine has learnt of one piece of work changes
 * how it runs the next. `--subject calendar` for one of them, here.
 */
const peers: Bench = {
  room: 'peers',
  async run(args) {
    const only = args.includes('--subject') ? args[args.indexOf('--subject') + 1] : undefined;
    if (only === undefined) return Object.keys(subjects).flatMap(apart);
    const rows: Row[] = [];
    for (const make of subjects[only] ?? []) {
      for (const work of await make()) rows.push(...(await besides(work)));
    }
    if (only === 'lifetime') rows.push(bgNbdOfAMillion());
    return rows;
  },
};

function apart(subject: string): readonly Row[] {
  process.stderr.write(`  ${subject}\n`);
  const script = fileURLToPath(import.meta.url);
  const node = ['--import', 'tsx', script, '--only', 'peers', '--subject', subject, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  // It ends with 1 where a bound does not hold.
  if (stdout === '') throw new Error(`${subject}: ${stderr}`);
  return JSON.parse(stdout);
}

await report('speed', [peers, repeatedly, live], process.argv.slice(2));
