import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Row {
  readonly at: string;
  readonly kind: string;
  readonly reason?: string;
}

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const minute = 60_000;

/** Whether the desk is open: all tickets lie in Berlin's winter, an hour ahead of UTC. */
function isOpen(time: number): boolean {
  const wall = new Date(time + 60 * minute);
  const [day, hour] = [wall.getUTCDay(), wall.getUTCHours()];
  return day >= 1 && day <= 5 && hour >= 9 && hour < 17;
}

/** The open hours of a ticket until an event, minute by minute, without those in which anything is waited for. */
function hoursUntil(rows: readonly Row[], kind: string, waits: boolean) {
  const end = rows.find((row) => row.kind === kind);
  const last = Date.parse(end?.at ?? '2026-03-20T17:00:00+01:00');
  let minutes = 0;
  for (let t = Date.parse(rows[0]?.at as string); t < last; t += minute) {
    const before = rows.filter(({ at }) => Date.parse(at) <= t);
    const open = new Set<string | undefined>();
    for (const row of before) {
      if (row.kind === 'pending') open.add(row.reason);
      if (row.kind === 'resumed') open.delete(row.reason);
    }
    if (isOpen(t) && !(waits && open.size > 0)) minutes++;
  }
  return { hours: minutes / 60, finished: end !== undefined };
}

/** Kaplan and Meier by hand: the first time by which a share has ended. */
function quantile(rows: readonly { hours: number; finished: boolean }[], p: number): number {
  const times = [...new Set(rows.filter((row) => row.finished).map((row) => row.hours))];
  let alive = 1;
  for (const time of times.sort((a, b) => a - b)) {
    const atRisk = rows.filter((row) => row.hours >= time).length;
    alive *= 1 - rows.filter((row) => row.finished && row.hours === time).length / atRisk;
    if (1 - alive >= p - 1e-12) return time;
  }
  return Number.NaN;
}

it('the support desk promises what its tickets used', () => {
  const tickets: Row[][] = JSON.parse(file('../../examples/data/tickets.json'));
  const printed = file('support-desk.txt');
  for (const [kind, waits] of [
    ['responded', false],
    ['resolved', true],
  ] as const) {
    const used = tickets.map((rows) => hoursUntil(rows, kind, waits));
    // Where all have ended, the rank that carries a guarantee: .9 of 25, rounded up.
    const whole = used.every(({ finished }) => finished);
    const ranked = used.map(({ hours }) => hours).sort((a, b) => a - b);
    const promise = Math.ceil(whole ? (ranked[23 - 1] as number) : quantile(used, 0.9));
    const typical = Number(quantile(used, 0.5).toPrecision(3));
    expect(printed).toMatch(
      new RegExp(`^Promise ${promise} open hours: .* typically ${typical} open hours `, 'm'),
    );
  }
});

it('the garage keeps 1 of 3 first promises, and 2 as last told', () => {
  const printed = file('garage.txt');
  // 20 bills at .9: the 19th, 481, and the next price that ends in 9.
  expect(printed).toContain('at most €489');
  const bills = { '2026-01': [431], '2026-02': [530, 541] };
  for (const [month, some] of Object.entries(bills)) {
    const kept = some.filter((bill) => bill <= 489).length;
    expect(printed).toMatch(new RegExp(`${month} +${kept} +${some.length} `));
  }
  expect(printed).toMatch(/^as last told\n.*\n2 +3 +1 +0\.667$/m);
});

it('the ledger that comes back from disk is the one that was kept', () => {
  const printed = file('persist.txt');
  // A promise and a wait before the snapshot; a promise, the wait's end and two deliveries after it.
  expect(printed).toContain('6 events, 2 of 2 kept');
  expect(printed.match(/: true$/gm)).toHaveLength(2);
  expect(printed.match(/^refused: /gm)).toHaveLength(2);
});
