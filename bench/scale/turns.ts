import { median } from '../pairs';

/** Two that take turns: an engine, which is waited for, and TypeScript. */
export interface Turns {
  readonly engine: number;
  readonly own: number;
  /** The median over the turns of engine / own. */
  readonly ratio: number;
  /** The medians of the time of processors, in this process alone. */
  readonly engineCpu: number;
  readonly ownCpu: number;
  /** By how much the memory of the process grew at most meanwhile, in bytes. */
  readonly engineBytes: number;
  readonly ownBytes: number;
}

export async function inTurns(
  engine: () => Promise<unknown>,
  own: () => unknown,
  turns: number,
): Promise<Turns> {
  const times: (readonly [number, number])[] = [];
  const cpu: (readonly [number, number])[] = [];
  let [engineBytes, ownBytes] = [0, 0];
  for (let i = 0; i < turns; i++) {
    const one = await measured(engine);
    const other = await measured(async () => own());
    times.push([one.ms, other.ms]);
    cpu.push([one.cpu, other.cpu]);
    engineBytes = Math.max(engineBytes, one.bytes);
    ownBytes = Math.max(ownBytes, other.bytes);
  }
  return {
    engine: median(times.map(([one]) => one)),
    own: median(times.map(([, other]) => other)),
    ratio: median(times.map(([one, other]) => one / other)),
    engineCpu: median(cpu.map(([one]) => one)),
    ownCpu: median(cpu.map(([, other]) => other)),
    engineBytes,
    ownBytes,
  };
}

async function measured(work: () => Promise<unknown>) {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  const used = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  clearInterval(timer);
  const { user, system } = process.cpuUsage(used);
  look();
  // Looked at, so that no engine may skip the work.
  if (result === ms) throw new Error('a benchmark must return its result');
  return { ms, cpu: (user + system) / 1000, bytes: most - before };
}
