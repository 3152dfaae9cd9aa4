import { limits } from '../input/limits';
import { refuse } from '../input/refusal';
import { courseBy } from './course';
import { refuseEventDate } from './input-event';
import { type Entry, endsLastWait, historyIn, isEnd } from './log';
import { endWait, type Waits } from './waits';

const text = (time: number) => new Date(time).toISOString();

/** Refuses an event that its promise, as made and by the first `size` entries, cannot have been through. */
export function checkNext(
  entry: Entry,
  made: Entry | undefined,
  last: Entry | undefined,
  size: number,
  event: unknown,
  path: string,
): void {
  const { kind, id, at, due } = entry;
  if (made === undefined && kind !== 'promise') {
    refuse(`${path}.id`, id, 'the id of a promise in the ledger', 'unknown-id');
  }
  if (made !== undefined && kind === 'promise') {
    const expected =
      'an id that is new to the ledger; another date for the same promise is a revision';
    refuse(`${path}.id`, id, expected, 'duplicate-id');
  }
  if (made && last) checkTime(entry, made, last, event, path);
  if (due !== undefined && due < at && !(kind === 'resume' && made && fellDue(made, size, at))) {
    refuseEventDate(event, path, 'due', `a date on or after at (${text(at)})`);
  }
  if (made === undefined) return;
  if (made.due === undefined) checkUndated(entry, event, path);
  if (kind === 'resume' && !(last && endsLastWait(entry, made, last)))
    checkResume(entry, shortHistory(made, size, path), event, path);
  if (kind === 'revision' || kind === 'delivery') checkQuantity(made, entry, path);
}

/** Whether a promise had fallen due before it began to wait: no resume moves its due date, wherever it says that is. */
const fellDue = (made: Entry, size: number, at: number) =>
  courseBy(made, size, at, false).unknown === undefined;

/** An event may be recorded after later ones; an end is the last of all. */
function checkTime(entry: Entry, made: Entry, last: Entry, event: unknown, path: string): void {
  const after = isEnd(last) && (isEnd(entry) || entry.at >= last.at);
  if (after) {
    const code = isEnd(entry) ? 'duplicate-id' : 'date-order';
    refuse(`${path}.id`, entry.id, `a promise still open; its ${last.kind} is recorded`, code);
  }
  const before = isEnd(entry) ? last : made;
  if (entry.at < before.at) {
    refuseEventDate(
      event,
      path,
      'at',
      `a date on or after the ${before.kind} before it (${text(before.at)})`,
    );
  }
}

function checkUndated({ kind, due }: Entry, event: unknown, path: string): void {
  if (kind === 'pause' || kind === 'resume') {
    const expected = 'no wait, since without a due date nothing stands still';
    refuse(`${path}.kind`, kind, expected, 'ambiguous');
  }
  if (due !== undefined) {
    const expected = 'no due date, since none was promised; a promise of its own may have one';
    refuseEventDate(event, path, 'due', expected, 'ambiguous');
  }
}

/** What one that is told late is held against, which would take the square of their number. */
function shortHistory(made: Entry, size: number, path: string): readonly Entry[] {
  const history = historyIn(made, size);
  if (history.length <= limits.history) return history;
  const expected = `a resume told before later events of its promise, or one of at most ${limits.history} events; promise anew under another id`;
  return refuse(`${path}.kind`, 'resume', expected, 'out-of-range');
}

/** Refuses what ends no wait, and what takes from a later resume the wait that it ended. */
function checkResume(entry: Entry, history: readonly Entry[], event: unknown, path: string): void {
  const waits: Waits = new Set();
  const before = history.filter(({ at }) => at <= entry.at);
  for (const one of [...before, entry, ...history.slice(before.length)]) {
    if (one.kind === 'pause') waits.add(one.reason);
    if (one.kind !== 'resume') continue;
    const open = one === entry ? [...waits].filter((wait) => wait !== undefined) : [];
    if (endWait(waits, one)) continue;
    if (one !== entry) {
      const expected = `a date after ${text(one.at)}, when its wait was resumed`;
      refuseEventDate(event, path, 'at', expected, 'ambiguous');
    }
    if (entry.reason === undefined) {
      refuse(`${path}.kind`, 'resume', 'a pause before it', 'ambiguous');
    }
    const names = open.length > 0 ? `: ${open.join(' or ')}` : '';
    refuse(`${path}.reason`, entry.reason, `none, or that of an open wait${names}`, 'ambiguous');
  }
}

function checkQuantity(
  { quantity: promised }: Entry,
  { kind, quantity: given }: Entry,
  path: string,
): void {
  const at = `${path}.quantity`;
  if (given === undefined) {
    if (promised === undefined || kind === 'revision') return;
    refuse(
      at,
      given,
      `a quantity in ${promised.unit}, since one was promised: record the delivery once it is known, or promise time and quantity under two ids`,
      'missing',
    );
  }
  if (promised === undefined) {
    refuse(at, given, 'no quantity, since none was promised', 'unit-mismatch');
  }
  if (given.unit !== promised.unit) {
    refuse(`${at}.unit`, given.unit, `${promised.unit}, as was promised`, 'unit-mismatch');
  }
}
