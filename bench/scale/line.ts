import type { Turns } from './turns';

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** A line of the table; a run in which a ratio is beyond its bound exits with 1. */
export function line(name: string, turns: Turns, bound: number, inProcess = true): string {
  if (turns.ratio > bound) process.exitCode = 1;
  return [
    name.padEnd(20),
    `engine ${seconds(turns.engine)}`,
    `TypeScript ${seconds(turns.own)}`,
    `ratio ${turns.ratio.toFixed(2)} (at most ${bound})${turns.ratio > bound ? ' MISSED' : ''}`,
    ...(inProcess ? [`processor ${seconds(turns.engineCpu)} and ${seconds(turns.ownCpu)}`] : []),
    `memory ${inProcess ? `${megabytes(turns.engineBytes)} and ` : ''}${megabytes(turns.ownBytes)}`,
  ].join('  ');
}
