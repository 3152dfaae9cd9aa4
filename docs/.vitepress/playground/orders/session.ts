import type { OrderTextForms } from 'overdeliver/backtest';
import { type Ref, ref, shallowReactive } from 'vue';
import type { Answer, Ask, TableRead } from './messages';
import type { Next } from './next';
import type { OrdersSettings } from './settings';

type Kind<Name extends Answer['kind']> = Extract<Answer, { readonly kind: Name }>;

/** What is known of the orders so far. */
export interface Found {
  table: TableRead | null;
  forms: OrderTextForms | null;
  orders: Kind<'orders'> | null;
  report: Kind<'report'>['report'] | null;
  frontier: Readonly<Record<string, Kind<'frontier'>['points']>>;
  next: Next | null;
  progress: Omit<Kind<'progress'>, 'kind'> | null;
  failed: string | null;
  /** Whether it was stopped before it was through. */
  isStopped: boolean;
}

export interface Session {
  readonly found: Found;
  /** What it is at: nothing, reading the text, or looking back. */
  readonly at: Ref<'rest' | 'reading' | 'running'>;
  read(source: string | Blob): void;
  askForms(settings: OrdersSettings): void;
  run(settings: OrdersSettings): void;
  /** What is asked while an answer is on its way waits for it, and only the last of it is asked. */
  askNext(settings: OrdersSettings): void;
  /** Ends the worker at once; the orders are read again when they are wanted again. */
  stop(): void;
  close(): void;
}

const nothingLookedBack = {
  orders: null,
  report: null,
  frontier: {},
  next: null,
  progress: null,
  failed: null,
  isStopped: false,
};

/** A worker, and what it has said. */
export function openSession(onTable: (table: TableRead) => void): Session {
  const found = shallowReactive<Found>({ table: null, forms: null, ...nothingLookedBack });
  const at = ref<'rest' | 'reading' | 'running'>('rest');
  let worker: Worker | null = null;
  let source: string | Blob | null = null;
  // A new worker reads the orders anew; the table is known already.
  let isReadAnew = false;
  // Null while an answer is on its way; then what was asked since.
  let waiting: OrdersSettings | null | undefined;

  const hear = ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'progress') found.progress = data;
    else if (data.kind === 'table') {
      if (at.value === 'reading') at.value = 'rest';
      found.progress = null;
      if (isReadAnew) return;
      found.table = data.table;
      onTable(data.table);
    } else if (data.kind === 'forms') found.forms = data.forms;
    else if (data.kind === 'orders') found.orders = data;
    else if (data.kind === 'report') found.report = data.report;
    else if (data.kind === 'next') {
      found.next = data.next;
      const wanted = waiting;
      waiting = undefined;
      if (wanted) askNext(wanted);
    } else if (data.kind === 'frontier') {
      found.frontier = { ...found.frontier, [data.policy]: data.points };
    } else {
      if (data.kind === 'failed') found.failed = data.message;
      at.value = 'rest';
      found.progress = null;
    }
  };
  const ask = (message: Ask) => {
    if (worker === null) {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', hear);
      worker.addEventListener('error', ({ message: text }) => {
        hear({
          data: { kind: 'failed', message: text || 'The worker could not be loaded.' },
        } as MessageEvent<Answer>);
      });
      if (message.kind !== 'read' && source !== null) {
        isReadAnew = true;
        worker.postMessage({ kind: 'read', source } satisfies Ask);
      }
    }
    worker.postMessage(message);
  };
  const end = () => {
    worker?.terminate();
    worker = null;
    waiting = undefined;
    at.value = 'rest';
    found.progress = null;
  };
  const plain = (settings: OrdersSettings): OrdersSettings => ({ ...settings });
  // A worker that was stopped has forgotten what it looked back at.
  const askNext = (settings: OrdersSettings) => {
    if (worker === null) return;
    if (waiting === undefined) ask({ kind: 'next', settings: plain(settings) });
    waiting = waiting === undefined ? null : settings;
  };
  return {
    found,
    at,
    read(given) {
      end();
      source = given;
      isReadAnew = false;
      Object.assign(found, { table: null, forms: null, ...nothingLookedBack });
      at.value = 'reading';
      ask({ kind: 'read', source: given });
    },
    askForms: (settings) => ask({ kind: 'forms', settings: plain(settings) }),
    run(settings) {
      Object.assign(found, nothingLookedBack);
      at.value = 'running';
      ask({ kind: 'run', settings: plain(settings) });
    },
    askNext,
    stop() {
      end();
      found.isStopped = true;
    },
    close: end,
  };
}
