/**
 * All work on orders, away from the page, which stays free to answer. It is stopped by ending it: nothing here need look
 * whether it should go on.
 */
import { guessOrderColumns, orderTextForms } from 'overdeliver/backtest';
import { stopInWords } from './faults';
import type { Answer, Ask } from './messages';
import { nextFor, type Past } from './next';
import { decoded, type ReadTable, readTable } from './read-table';
import { lookBack } from './run';
import { columnsOf, featuresOf, type OrdersSettings } from './settings';

const say = (answer: Answer) => postMessage(answer);

let table: ReadTable | null = null;
let past: Past | null = null;

/** Bigger files would not fit into the memory that a page gets. */
const mostBytes = 300e6;

async function read(source: string | Blob): Promise<void> {
  const size = typeof source === 'string' ? source.length : source.size;
  if (size > mostBytes)
    throw new Error(`The file has ${Math.round(size / 1e6)} MB; 300 MB is the most.`);
  const { text, encoding } =
    typeof source === 'string'
      ? { text: source, encoding: 'utf8' as const }
      : decoded(await source.arrayBuffer());
  table = readTable(text, (done, of) =>
    say({ kind: 'progress', what: 'Reading the text', done, of }),
  );
  const { names, rows, empty, delimiter, above, faults } = table;
  if (rows.length === 0) {
    throw new Error(
      'There is no row below a header: paste the first line, with the names of the columns, too.',
    );
  }
  const { from: _, ...guessed } = guessOrderColumns(rows);
  const used = Object.values(guessed);
  const first = rows.slice(0, 200);
  const isNumber = (name: string) =>
    first.every((row) => /^\s*[-+]?\d[\d.,]*\s*$/.test(row[name] ?? ''));
  const numbers = names.filter((name) => !used.includes(name) && isNumber(name));
  const preview = rows.slice(0, 3);
  say({
    kind: 'table',
    table: {
      names,
      rows: rows.length + faults.length,
      empty,
      above,
      delimiter,
      encoding,
      hasLongRows: faults.some(({ why }) => why.startsWith('it has ')),
      preview,
      guessed,
      numbers,
    },
  });
}

function tellForms(settings: OrdersSettings): void {
  if (table === null) return;
  say({
    kind: 'forms',
    forms: orderTextForms(table.rows, columnsOf(settings), featuresOf(settings)),
  });
}

async function answer(ask: Ask): Promise<void> {
  try {
    if (ask.kind === 'read') await read(ask.source);
    else if (ask.kind === 'forms') tellForms(ask.settings);
    else if (ask.kind === 'run' && table !== null) past = lookBack(table, ask.settings, say);
    else if (ask.kind === 'next' && past !== null) {
      say({ kind: 'next', next: nextFor(past, ask.settings) });
    }
  } catch (thrown) {
    say({ kind: 'failed', message: stopInWords(thrown) });
  }
}

// To read a file takes a while: what is asked meanwhile waits.
let queue = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  queue = queue.then(() => answer(data));
});
