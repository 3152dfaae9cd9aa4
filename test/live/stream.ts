import { type LivePromiser, livePromiser } from 'overdeliver';
import { uniforms } from '../../src/numerics/uniforms';

export const minute = 60_000;
/** What a promiser's snapshot holds, as JSON has it. */
export const dataOf = (promiser: LivePromiser) => JSON.parse(JSON.stringify(promiser)).data;

/** A time so many minutes after the start of a story. */
export const at = (minutes: number) =>
  new Date(Date.UTC(2026, 2, 2) + Math.round(minutes * minute));

export interface Happening {
  readonly time: Date;
  readonly what: 'start' | 'finish' | 'cancel' | 'lose';
  readonly id: string;
  readonly group: string;
}

export interface StreamOptions {
  readonly seed?: number;
  readonly cancelled?: number;
  readonly lost?: number;
  readonly never?: number;
  /** The mean gap between starts, in minutes, by order. */
  readonly gap?: (i: number) => number;
  /** By what durations are multiplied, by order. */
  readonly factor?: (i: number) => number;
}

/** Orders of three groups of which the second takes half as long again, in order of time. */
export function happenings(orders: number, options: StreamOptions = {}): readonly Happening[] {
  const { seed = 1, cancelled = 0, lost = 0, never = 0, gap = () => 1, factor = () => 1 } = options;
  const next = uniforms(seed);
  const all: Happening[] = [];
  let minutes = 0;
  for (let i = 0; i < orders; i++) {
    minutes -= gap(i) * Math.log(next());
    const group = Math.floor(3 * next());
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    const took = 40 * factor(i) * (group === 1 ? 1.5 : 1) * Math.exp(0.4 * normal);
    const fate = next();
    const [what, end] =
      fate < cancelled
        ? (['cancel', took / 3] as const)
        : fate < cancelled + lost
          ? (['lose', took / 2] as const)
          : (['finish', took] as const);
    const order = { id: `order ${i}`, group: `group ${group}` };
    all.push({ ...order, time: at(minutes), what: 'start' });
    if (fate < 1 - never)
      all.push({ ...order, time: new Date(at(minutes + end).getTime() + 1), what });
  }
  return all.sort((a, b) => a.time.getTime() - b.time.getTime());
}

/** Tells a promiser what happened; returns all its answers. */
export function tell(promiser: LivePromiser, all: readonly Happening[]) {
  return all.map(({ time, what, id, group }) =>
    what === 'start' ? promiser.start({ id, at: time, group }) : promiser[what]({ id, at: time }),
  );
}

export const kitchen = (keepRate = 0.9) => livePromiser({ unit: 'minutes', keepRate, typical: 40 });

/** A promiser that has seen a stream, and the time of the last event. */
export function experienced(orders: number, options?: StreamOptions) {
  const promiser = kitchen();
  const all = happenings(orders, options);
  tell(promiser, all);
  return { promiser, now: all.at(-1)?.time as Date };
}
