import { type LivePromiser, reviveLivePromiser } from 'overdeliver';
import { median } from './pairs';
import { report, row } from './report';
import { endlessStream, newPromiser } from './soak/stream';

/**
 * One live promiser through 20,000,000 events, brought back from its snapshot every million: what it holds, how long its
 * snapshot is and what an event costs must be at the end what they were at the beginning. `-- --events 2000000` makes it shorter.
 */
const million = 1_000_000;
const at = process.argv.indexOf('--events');
const events = at < 0 ? 20 * million : Number(process.argv[at + 1]);
const gc = globalThis.gc;
if (gc === undefined) throw new Error('start it with node --expose-gc, as npm run bench:soak does');

const held = () => {
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Written, read and gone on from: the new one must write the same. */
function revived(promiser: LivePromiser): { readonly promiser: LivePromiser; bytes: number } {
  const text = JSON.stringify(promiser);
  const again = reviveLivePromiser(JSON.parse(text));
  if (JSON.stringify(again) !== text) throw new Error('a revived promiser writes another snapshot');
  return { promiser: again, bytes: text.length };
}

/** Goes on by some events, and gives the processor's microseconds for each. */
function timed(run: () => void, count: number): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / count;
}

function soak() {
  const stream = endlessStream(3);
  const before = held();
  let promiser = newPromiser();
  const seen = [];
  for (let done = million; done <= events; done += million) {
    const cost = timed(() => stream.run(promiser, million), million);
    const again = revived(promiser);
    promiser = again.promiser;
    seen.push({ done, cost, bytes: again.bytes, held: held() - before });
    process.stderr.write(`${JSON.stringify({ ...seen.at(-1), ...stream.tally })}\n`);
  }
  return { stream, promiser, seen };
}

/** The million after the last one and the second one, in turns, since the machine is not as fast at all times. */
function costOf(late: ReturnType<typeof soak>): number {
  const stream = endlessStream(3);
  const promiser = newPromiser();
  stream.run(promiser, million);
  const early = revived(promiser).promiser;
  const ratios = Array.from({ length: 50 }, (_, i) => {
    const second = () => timed(() => stream.run(early, million / 50), 1);
    const last = () => timed(() => late.stream.run(late.promiser, million / 50), 1);
    if (i % 2 === 0) return last() / second();
    const yardstick = second();
    return last() / yardstick;
  });
  return median(ratios);
}

const name = `${events.toLocaleString('en')} events, 10,000 under way`;
const run = () => {
  const all = soak();
  const { tally } = all.stream;
  const about = (done: number) => all.seen.find((one) => one.done === done);
  const [early, middle, late] = [2 * million, events / 2, events].map(about);
  if (!early || !middle || !late) throw new RangeError('--events: give an even number of millions');
  const figure = (metric: string, value: number) => row('soak', name, metric, value);
  return [
    figure('memory held at the end / after 2,000,000', late.held / early.held),
    figure('memory held half-way / after 2,000,000', middle.held / early.held),
    figure('megabytes held at the end', late.held / 1e6),
    figure('snapshot at the end / after 2,000,000, bytes', late.bytes / early.bytes),
    figure('snapshot half-way / after 2,000,000, bytes', middle.bytes / early.bytes),
    figure('cost of an event, million after the last / second million, in turns', costOf(all)),
    figure('quotes without a promise', tally.nullQuotes),
    figure('promises kept, of those finished', tally.kept / tally.finished),
    figure('orders finished', tally.finished),
    figure('cancelled, lost or never heard of', tally.cancelled + tally.lost + tally.silent),
    figure('told of late', tally.late),
  ];
};

await report('soak', [{ room: 'soak', run }], process.argv.slice(2));
