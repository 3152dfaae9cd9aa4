import { readFileSync, writeFileSync } from 'node:fs';
import { memoryCases } from './cases';

/** The bytes that a line of /proc/self/status gives. */
function bytesOf(name: 'VmRSS' | 'VmHWM'): number {
  const line = readFileSync('/proc/self/status', 'utf8').match(new RegExp(`${name}:\\s+(\\d+) kB`));
  return 1024 * Number(line?.[1]);
}

const [name = '', rows = ''] = process.argv.slice(2);
const make = memoryCases[name]?.make;
const gc = globalThis.gc;
if (make === undefined || gc === undefined) throw new Error(`no case ${name}, or no --expose-gc`);
const held = () => {
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

// What is loaded and compiled at a first call is nobody's data.
const first = make(2000);
for (let i = 0; i < 3; i++) first();
const before = held();
const run = make(Number(rows));
const input = held() - before;
// The greatest size so far is forgotten, and begins anew from what is held now.
writeFileSync('/proc/self/clear_refs', '5');
const resident = bytesOf('VmRSS');
const result = run();
const peak = bytesOf('VmHWM') - resident;
const output = held() - before - input;
// Held until here, since they are looked at.
if (result === run) throw new Error('a benchmark must return its result');
process.stdout.write(JSON.stringify({ input, peak, output }));
