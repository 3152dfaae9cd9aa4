import { type BusinessCalendar, businessCalendar } from 'overdeliver';

const dayMs = 86_400_000;

/** The same numbers in every run. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const clock = (time: number) =>
  `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;

/**
 * Hours of any kind on each day, over midnight too; drawn again where they overlap. Near a date, if one is given, there are
 * holidays, special hours and cut-offs of their own.
 */
export function anyCalendar(zone: string, uniform: () => number, near?: number): BusinessCalendar {
  const time = () => 15 * Math.floor(96 * uniform());
  const day = (): string[] => {
    const [a, b, c] = [time(), time(), time()].sort((x, y) => x - y) as [number, number, number];
    if (a === b || b === c) return ['00:00-24:00'];
    const kind = uniform();
    if (kind < 0.2) return [];
    if (kind < 0.4) return [`${clock(c)}-${clock(a)}`];
    if (kind < 0.6) return [`${clock(a)}-${clock(b)}`, `${clock(c)}-24:00`];
    return [`${clock(a)}-${clock(c)}`];
  };
  const week = <T>(of: () => T) => ({
    monday: of(),
    tuesday: of(),
    wednesday: of(),
    thursday: of(),
    friday: of(),
    saturday: of(),
    sunday: of(),
  });
  const calendar = {
    zone,
    open: week(day),
    ...(uniform() < 0.6 && { cutOff: clock(time()) }),
    ...(near !== undefined && special(near)),
  };
  function special(date: number) {
    const text = () =>
      new Date(date + Math.floor(9 * uniform() - 4) * dayMs).toISOString().slice(0, 10);
    return {
      ...(uniform() < 0.3 && { holidays: [uniform() < 0.5 ? text() : text().slice(5)] }),
      ...(uniform() < 0.3 && { specialHours: { [text()]: day() } }),
      ...(uniform() < 0.3 && { cutOff: week(() => clock(time())) }),
      ...(uniform() < 0.3 && { specialCutOffs: { [text()]: clock(time()) } }),
    };
  }
  try {
    return businessCalendar(calendar);
  } catch {
    return anyCalendar(zone, uniform, near);
  }
}
