import { readFileSync } from 'node:fs';
import { benchTable, figures, growthTable, storedTable, tableByCase } from './bench-figures';
import { mutationTable } from './mutation-table';

/** Which figures the pages on validity and speed show, and how they are said: table, words, room, case, metric. */
const said = readFileSync('test/docs/measured.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

/** The tables of the pages on validity and speed, by name. */
export const measuredTables: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  ...Object.fromEntries(
    [...new Set(said.map(([table = '']) => table))].map((table) => [
      table,
      () =>
        figures(
          table.startsWith('speed') ? 'speed' : 'validity',
          said.filter(([name]) => name === table).map(([, ...line]) => line),
        ),
    ]),
  ),
  storedPromise: () => storedTable('speed', 'promise'),
  storedLive: () => storedTable('speed', 'live'),
  storedGrowth: () => growthTable(),
  storedMemory: () =>
    tableByCase('memory', 'memory', [
      'peak beyond the input / its bytes',
      'what it gives back / the same',
      'megabytes of input',
    ]),
  storedSoak: () => storedTable('soak', 'soak'),
  mutation: mutationTable,
  storedPeers: () => storedTable('speed', 'peers'),
  benchLive: () => benchTable('### live'),
  benchShock: () => benchTable('### live', 1),
  benchWorlds: () => benchTable('### worlds'),
  benchEstimator: () => benchTable('### estimator'),
  benchTrees: () => benchTable('### estimator', 1),
  benchEngines: () => benchTable('## Engines', 0),
};
