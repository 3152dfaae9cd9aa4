/**
 * A ledger on disk: each writer appends to a file of its own, a snapshot saves reading old lines again, and after a crash the
 * ledger is the one that was in memory, with a late event in its place. Made-up orders; run it with `npx tsx examples/persist.ts`.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptRate, type LedgerEvent, openLedger, recordEvent, reviveLedger } from 'overdeliver';
import { recordEvents } from 'overdeliver/ledger';

const folder = mkdtempSync(join(tmpdir(), 'promises-'));
const fileOf = (writer: string) => join(folder, `${writer}.jsonl`);
const write = (writer: string, event: LedgerEvent) =>
  appendFileSync(fileOf(writer), `${JSON.stringify(event)}\n`);
// Whole lines alone: one that a crash cut short has no end.
const linesOf = (writer: string) => readFileSync(fileOf(writer), 'utf8').split('\n').slice(0, -1);

// While it runs: what the ledger takes is written, by the shop and by the courier alike.
let memory = openLedger();
const happens = (writer: string, event: LedgerEvent) => {
  memory = recordEvent(memory, event);
  write(writer, event);
};
const on = (day: number, hour = 12) => new Date(Date.UTC(2026, 2, day, hour));
happens('shop', { kind: 'promise', id: 'o-1', at: on(2), due: on(5, 18) });
happens('courier', { kind: 'pause', id: 'o-1', at: on(4), reason: 'nobody at home' });

// A snapshot is a cache: the ledger, and how many lines of each file are in it.
const read = { shop: linesOf('shop').length, courier: linesOf('courier').length };
const snapshot = JSON.stringify({ read, ledger: memory });

happens('shop', { kind: 'promise', id: 'o-2', at: on(5), due: on(9, 18) });
happens('courier', { kind: 'resume', id: 'o-1', at: on(6), reason: 'nobody at home' });
happens('courier', { kind: 'delivery', id: 'o-1', at: on(7) });
// The scanner was offline for three days; a retry writes a line twice, and the courier's machine dies in mid-line.
happens('courier', { kind: 'delivery', id: 'o-2', at: on(6, 9) });
write('courier', { kind: 'delivery', id: 'o-2', at: on(6, 9) });
write('shop', { kind: 'delivery', id: 'o-2', at: on(8) });
appendFileSync(fileOf('courier'), '{"kind":"deliv');

// After the crash: the snapshot and what was written since. What the writers tell otherwise is refused.
const saved = JSON.parse(snapshot);
const since = (writer: string) => linesOf(writer).slice(saved.read[writer]);
const events = ['shop', 'courier'].flatMap(since).map((line) => JSON.parse(line));
const onRefused = ({ message }: Error) => console.log(`refused: ${message}`);
const revived = recordEvents(reviveLedger(saved.ledger), events, { onRefused });
const { kept, due } = keptRate(revived, { asOf: on(10) });
console.log(`${revived.size} events, ${kept} of ${due} kept`);
console.log(`as in memory: ${JSON.stringify(revived) === JSON.stringify(memory)}`);
rmSync(folder, { recursive: true });
