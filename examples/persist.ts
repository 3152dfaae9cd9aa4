/**
 * A ledger on disk: each writer appends to a file of its own, a snapshot saves reading old lines again, and after a crash the
 * ledger is the one that was in memory, with a late event in its place. Made-up orders; run it with `npx tsx examples/persist.ts`.
 */
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptRate, type LedgerEvent, openLedger, recordEvent, reviveLedger } from 'overdeliver';
import { recordEvents } from 'overdeliver/ledger';

const folder = mkdtempSync(join(tmpdir(), 'promises-'));
const fileOf = (name: string) => join(folder, name);
const write = (writer: string, event: LedgerEvent) =>
  appendFileSync(fileOf(`${writer}.jsonl`), `${JSON.stringify(event)}\n`);
const logs = () => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
// Whole lines alone: one that a crash cut short has no end.
const linesOf = (name: string) => readFileSync(fileOf(name), 'utf8').split('\n').slice(0, -1);

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
const read = Object.fromEntries(logs().map((name) => [name, linesOf(name).length]));
writeFileSync(fileOf('snapshot.json'), JSON.stringify({ read, ledger: memory }));

happens('shop', { kind: 'promise', id: 'o-2', at: on(5), due: on(9, 18) });
happens('courier', { kind: 'resume', id: 'o-1', at: on(6), reason: 'nobody at home' });
happens('courier', { kind: 'delivery', id: 'o-1', at: on(7) });
// The scanner was offline for three days; a retry writes a line twice, and the courier's machine dies in mid-line.
happens('courier', { kind: 'delivery', id: 'o-2', at: on(6, 9) });
write('courier', { kind: 'delivery', id: 'o-2', at: on(6, 9) });
write('shop', { kind: 'delivery', id: 'o-2', at: on(8) });
appendFileSync(fileOf('courier.jsonl'), '{"kind":"deliv');

// After the crash: the snapshot and what was written since, or every line if there is no snapshot.
const saved = JSON.parse(readFileSync(fileOf('snapshot.json'), 'utf8'));
const since = (seen: Readonly<Record<string, number>>): LedgerEvent[] =>
  logs().flatMap((name) =>
    linesOf(name)
      .slice(seen[name])
      .map((line) => JSON.parse(line)),
  );
// What the writers tell otherwise is refused.
const onRefused = ({ message }: Error) => console.log(`refused: ${message}`);
const revived = recordEvents(reviveLedger(saved.ledger), since(saved.read), { onRefused });
const replayed = recordEvents(openLedger(), since({}), { onRefused });

const { kept, due } = keptRate(revived, { asOf: on(10) });
console.log(`${revived.size} events, ${kept} of ${due} kept`);
console.log(`as in memory: ${JSON.stringify(revived) === JSON.stringify(memory)}`);
console.log(`as every line says: ${JSON.stringify(replayed) === JSON.stringify(memory)}`);
rmSync(folder, { recursive: true });
