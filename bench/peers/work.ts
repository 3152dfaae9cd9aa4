import { type Paired, processorTime, timePairs, timeTurns } from '../pairs';
import { type Row, row } from '../report';
import { pythonPeer } from './python';

/** Does the work once: what it answers, in columns. */
export type Run = () => readonly ArrayLike<number>[];

/** Other software, or a loop written by hand, that does the same work. */
interface Peer {
  readonly name: string;
  /** The work here, or a script that does it and the columns it reads. */
  readonly by: Run | { readonly script: string; readonly columns: readonly Float64Array[] };
  /** Their answers as ours say it, where they are told in another way. */
  readonly told?: (answers: readonly ArrayLike<number>[]) => readonly ArrayLike<number>[];
  /** How far answers may be apart, as a share of ours; not at all unless given. */
  readonly within?: number;
}

/** Work that ours and others do alike. */
export interface Work {
  readonly name: string;
  readonly ours: Run;
  readonly peers: readonly Peer[];
  /** How many calls one run makes, where what one of them takes is told. */
  readonly calls?: number;
  readonly pairs?: number;
}

/** How long ours takes beside each peer, in turns; refuses to time what does not answer the same. */
export async function besides(work: Work): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let microseconds = Number.NaN;
  for (const peer of work.peers) {
    const paired = await beside(work, peer);
    if (paired === null) {
      process.stderr.write(`${work.name}: skipped ${peer.name}, which Python lacks here\n`);
      continue;
    }
    rows.push(row('peers', work.name, `ratio to ${peer.name}`, paired.ratio));
    microseconds = 1000 * paired.subject;
  }
  const { calls } = work;
  if (calls === undefined) return rows;
  return [...rows, row('peers', work.name, 'microseconds a call', microseconds / calls)];
}

async function beside({ name, ours, pairs = 21 }: Work, peer: Peer): Promise<Paired | null> {
  const { by, told = (answers) => answers } = peer;
  const check = (theirs: readonly ArrayLike<number>[]) =>
    checkSame(`${name} beside ${peer.name}`, ours(), told(theirs), peer.within ?? 0);
  if (typeof by === 'function') {
    check(by());
    return timePairs(ours, by, pairs, processorTime);
  }
  const python = await pythonPeer(by.script, by.columns);
  if (python === null) return null;
  check([python.answers]);
  const paired = await timeTurns(ours, python.turn, pairs);
  python.end();
  return paired;
}

function checkSame(
  what: string,
  ours: readonly ArrayLike<number>[],
  theirs: readonly ArrayLike<number>[],
  within: number,
): void {
  const lengths = (answers: typeof ours) => answers.map(({ length }) => length).join();
  if (lengths(ours) !== lengths(theirs)) {
    throw new Error(`${what}: ${lengths(ours)} answers against ${lengths(theirs)}`);
  }
  ours.forEach((column, c) => {
    for (let i = 0; i < column.length; i++) {
      const [one, other] = [column[i] as number, theirs[c]?.[i] as number];
      if (Object.is(one, other) || Math.abs(one - other) <= within * Math.abs(one)) continue;
      throw new Error(`${what}: answer ${i} of column ${c} is ${one} against ${other}`);
    }
  });
}
