import { dayMs } from '../core/time-units';
import { refuse } from '../input/refusal';
import { type ByDay, onDay, specialDays } from './by-day';
import type { Span } from './open-spans';

/** The intervals of a day as written and as read. */
export interface Listed {
  readonly path: string;
  readonly texts: readonly string[];
  readonly spans: readonly Span[];
}

/** Hours that go on over midnight must end before those of the next day begin, whichever two days meet. */
export function checkSeams(listed: ByDay<Listed>): void {
  const { week } = listed;
  week.forEach((day, i) => {
    checkSeam(day, week[(i + 1) % 7] as Listed);
  });
  for (const day of specialDays(listed)) {
    checkSeam(onDay(listed, day - 1), onDay(listed, day));
    checkSeam(onDay(listed, day), onDay(listed, day + 1));
  }
}

function checkSeam(today: Listed, next: Listed): void {
  const ended = (today.spans.at(-1)?.[1] ?? 0) - dayMs;
  const [first] = next.spans;
  if (first !== undefined && first[0] < ended)
    refuseOverlap(`${next.path}[0]`, next.texts[0], ended);
}

export function refuseOverlap(path: string, text: unknown, ended: number): never {
  const clock = new Date(ended).toISOString().slice(11, 16);
  return refuse(
    path,
    text,
    `an interval after the one before, which ends at ${clock}`,
    'ambiguous',
  );
}
