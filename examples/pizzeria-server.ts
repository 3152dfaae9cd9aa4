/**
 * A pizzeria's quotes as a server that may stop at any moment: JSON in and out, each event in a log before it is answered, a
 * snapshot now and then. Started again it goes on to the last bit, as a promiser that was never stopped shows. The file is
 * its own client, with made-up orders; run it with `npx tsx examples/pizzeria-server.ts`.
 */

import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  isOverdeliverError,
  type LivePromiser,
  livePromiser,
  reviveLivePromiser,
  toMultipleOf,
} from 'overdeliver';
import { fromLocalTime } from 'overdeliver/calendar';
import { liveEndSchema } from 'overdeliver/live';
import Papa from 'papaparse';

const round = toMultipleOf(5);
const newKitchen = () => livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 35, round });
// The promiser checks what it is given, and says what is wrong with it.
const answers: Record<string, (kitchen: LivePromiser, body: never) => unknown> = {
  '/start': (kitchen, body) => kitchen.start(body),
  '/finish': (kitchen, body) => kitchen.finish(body),
  '/cancel': (kitchen, body) => kitchen.cancel(body),
  '/quote': (kitchen, body) => kitchen.quote(body),
};

/** The promiser has no clock: an event dated ahead by mistake would have all later ones refused, after a restart as well. */
const isAhead = (body: unknown) =>
  Number(liveEndSchema.safeParse(body).data?.at) > Date.now() + 60_000;

function refusalOf(error: unknown) {
  if (error instanceof SyntaxError) return { status: 400, answer: { message: 'no JSON' } };
  if (!isOverdeliverError(error)) return { status: 500, answer: { message: 'a fault of ours' } };
  const { code, path, message } = error;
  return { status: 422, answer: { code, path, message } };
}

/** Goes on from what the folder holds: the last snapshot, and the events that came after it. */
async function serve(folder: string) {
  const [log, snapshot] = [join(folder, 'events.jsonl'), join(folder, 'snapshot.json')];
  const saved = existsSync(snapshot) ? JSON.parse(readFileSync(snapshot, 'utf8')) : null;
  const kitchen = saved ? reviveLivePromiser(saved.kitchen, { round }) : newKitchen();
  // Whole lines alone: one that a crash cut short was never answered.
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : [];
  const missed = lines.slice(saved?.events ?? 0);
  for (const { path, body } of missed.map((line) => JSON.parse(line)))
    answers[path]?.(kitchen, body as never);
  let events = lines.length;

  const happened = (path: string, body: unknown) => {
    appendFileSync(log, `${JSON.stringify({ path, body })}\n`);
    if (++events % 150 > 0) return;
    // A file that is renamed is whole, whenever the machine stops.
    writeFileSync(`${snapshot}.new`, JSON.stringify({ events, kitchen }));
    renameSync(`${snapshot}.new`, snapshot);
  };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const reply = (status: number, answer: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer));
    try {
      if (!answers[path]) return reply(404, { message: `one of ${Object.keys(answers)}` });
      const body = JSON.parse(await text(request));
      const isEvent = path !== '/quote';
      if (isEvent && isAhead(body))
        return reply(422, { code: 'date-ahead', message: 'event.at is ahead of our clock' });
      const answer = answers[path](kitchen, body as never);
      if (isEvent) happened(path, body);
      return reply(200, answer ?? {});
    } catch (error) {
      const { status, answer } = refusalOf(error);
      return reply(status, answer);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    restored: `${saved?.events ?? 0} events from the snapshot, ${missed.length} from the log`,
    ask: async (path: string, body: unknown) => {
      const request = { method: 'POST', body: JSON.stringify(body) };
      const response = await fetch(`http://127.0.0.1:${port}${path}`, request);
      return { status: response.status, answer: await response.json() };
    },
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

// Two weeks of orders, as they started and ended.
type Row = Record<'order' | 'area' | 'ordered' | 'delivered', string>;
const csv = readFileSync(new URL('data/pizzeria.csv', import.meta.url), 'utf8').trim();
const zone = 'Europe/Berlin';
const stream = Papa.parse<Row>(csv, { header: true })
  .data.filter(({ ordered }) => ordered < '2026-03-09')
  .flatMap(({ order: id, area: group, ordered, delivered }) => [
    { path: '/start', body: { id, group, at: fromLocalTime(ordered, zone) } },
    { path: '/finish', body: { id, at: fromLocalTime(delivered, zone) } },
  ])
  .sort((a, b) => a.body.at.getTime() - b.body.at.getTime());

const folder = mkdtempSync(join(tmpdir(), 'pizzeria-'));
let server = await serve(folder);
try {
  const neverStopped = newKitchen();
  let same = 0;
  for (const [i, { path, body }] of stream.entries()) {
    if (i === 200) {
      await server.stop();
      server = await serve(folder);
      console.log(`started again: ${server.restored}`);
    }
    const { answer } = await server.ask(path, body);
    const expected = answers[path]?.(neverStopped, JSON.parse(JSON.stringify(body)) as never);
    if (JSON.stringify(answer) === JSON.stringify(expected)) same++;
  }
  console.log(`${same} of ${stream.length} answers as of a promiser that was never stopped`);

  const at = '2026-03-08T22:00:00Z';
  for (const group of ['centre', 'station', 'hill']) {
    const { answer } = await server.ask('/quote', { at, group });
    console.log(`${group}: ${answer.promise} minutes, by ${answer.due}`);
  }
  for (const [path, body] of [
    ['/start', { id: 'x', at: '2126-03-08T22:00:00Z' }],
    ['/start', { id: 'x', at: { epochMilliseconds: Date.UTC(2126, 2, 8) } }],
    ['/start', []],
    ['/quote', { at, grup: 'hill' }],
    ['/start', { id: 'x', at: '2026-03-08 23:00' }],
    ['/start', { id: 'x', at: '2026-03-01T22:00:00Z' }],
    ['/finish', { id: 'mistyped', at }],
    ['/begin', {}],
  ] as const) {
    const { status, answer } = await server.ask(path, body);
    console.log(`${status} ${answer.code ?? ''}: ${answer.message}`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
