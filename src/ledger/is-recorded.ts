import { isSameEvent } from './event-of';
import { addMoment, type Entry, type Moments, nextIn } from './log';

/** So many events of a promise are looked through one by one; of more, those of the same moment alone. */
const few = 16;

/** Whether an event of a promise is among the first `size` entries already. */
export function isRecorded(made: Entry, size: number, entry: Entry): boolean {
  let seen = 0;
  for (let one: Entry | undefined = made; one; one = nextIn(one, size)) {
    if (isSameEvent(one, entry)) return true;
    seen++;
    if (seen < few) continue;
    const then = momentsOf(made).get(entry.at) ?? [];
    return then.some((other) => other.place < size && isSameEvent(other, entry));
  }
  return false;
}

/** All events of a promise by their moment; kept from the first time that it is asked for. */
function momentsOf(made: Entry): Moments {
  if (made.moments) return made.moments;
  const moments: Moments = new Map();
  for (let one: Entry | undefined = made; one; one = one.next) addMoment(moments, one);
  made.moments = moments;
  return moments;
}
