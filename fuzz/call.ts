import { isOverdeliverError } from 'overdeliver';
import type { Failure } from './failure';
import { isTrap } from './hostile';
import { unsaid } from './judge';
import { show } from './show';
import { yardstick } from './yardstick';

/** What the watchdog is told before each call, and what failures go to. */
export interface Report {
  readonly starts: (call: string) => void;
  readonly fails: (failure: Omit<Failure, 'index'>) => void;
}

/** A call that can be made again with arguments of its own. */
export interface Call {
  readonly name: string;
  /** The call as JavaScript, up to its arguments. */
  readonly code: string;
  readonly run: (...args: readonly never[]) => unknown;
  /** Whether it is a schema's `safeParse`; and whether it makes an error, of any value that was found. */
  readonly isSchema?: boolean;
  readonly isClass?: boolean;
  /** Makes the arguments, the same ones each time. */
  readonly args: () => readonly unknown[];
}

/** Milliseconds that a small input may take, of the processor or by the clock, whichever are fewer. */
const limit = 200;
/** The same in yardsticks, for machines and hours that are slower in all they do. */
const yardsticks = 10;
/** A slow call is made again so often, since a busy machine is slow too; the fastest counts. */
const tries = 10;

/** What hands values back as they were given, unread: what those say is the caller's, or a checksum's to vouch for. */
const handBack = ['byRole', 'livePromiserSchema'];

/** Makes a call and looks at all that must hold of any; what it returned, if it did. */
export function judged(call: Call, report: Report): { readonly value: unknown } | null {
  const args = call.args();
  const before = show(args);
  const code = `${call.code}(${before.slice(1, -1)})`;
  report.starts(code);
  const fails = (kind: Failure['kind'], what: string) =>
    report.fails({ name: call.name, kind, what, call: code });

  const first = timed(call, args);
  let { took } = first;
  for (let i = 1; i < tries && took > limit; i++)
    took = Math.min(took, timed(call, call.args()).took);
  if (took > limit && took > yardsticks * yardstick()) fails('slow', `${Math.round(took)} ms`);
  if (show(args) !== before) fails('input changed', show(args));
  if ('error' in first) {
    // A schema is asked by the caller: what the caller's own trap throws is theirs.
    if (!isOverdeliverError(first.error) && !(call.isSchema && isTrap(first.error)))
      fails('error not ours', textOf(first.error));
    return null;
  }
  const found = call.isClass ? null : unsaid(first.value, handBack.includes(call.name) ? args : []);
  if (found) fails('no number', found);
  return { value: first.value };
}

type Outcome = { readonly took: number } & (
  | { readonly value: unknown }
  | { readonly error: unknown }
);

function timed(call: Call, args: readonly unknown[]): Outcome {
  const since = stopwatch();
  try {
    const value = call.run(...(args as readonly never[]));
    return { value, took: since() };
  } catch (error) {
    return { error, took: since() };
  }
}

/** By the clock alone a call is slow while others have the processor; by that alone while the engine works beside it. */
function stopwatch(): () => number {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const took = performance.now() - start;
    if (took <= limit) return took;
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(took, (user + system) / 1000);
  };
}

/** The error and the first place in the library that it came through. */
function textOf(error: unknown): string {
  const { name, message, stack = '' } = Object(error) as Error;
  const place = /src\/[\w/-]+\.ts/.exec(stack)?.[0] ?? 'no place in src';
  return `${name}: ${String(message).slice(0, 100)} (${place})`;
}
