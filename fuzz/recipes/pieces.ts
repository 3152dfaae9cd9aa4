import {
  adjustParameters,
  type BusinessCalendar,
  type Level,
  type ParameterSet,
  type Scale,
  type Weekday,
} from 'overdeliver';
import type { Random } from '../random';
import { named, show } from '../show';

const hour = 3_600_000;
/** Whole minutes of 2026, so that dates read well. */
export const date = (r: Random, from = 0, to = 365): Date =>
  new Date(Date.UTC(2026, 0, 1) + Math.floor(r.real(from * 24, to * 24) * 60) * 60_000);
export const later = (from: Date, hours: number): Date =>
  new Date(from.getTime() + Math.round(hours * hour));

export const level = (r: Random): Level =>
  r.pick([0, 100, r.int(0, 100), r.int(0, 100), r.real(0, 100)]);
export const levels = (r: Random, length: number): Float64Array =>
  Float64Array.from(r.list(length, () => level(r)));
export const share = (r: Random): number => r.pick([0.5, 0.8, 0.9, r.real(0.01, 0.99)]);
export const outcome = (r: Random) => r.pick(['below', 'met', 'exceeded'] as const);
export const stage = (r: Random) => r.pick(['never-used', 'first-use', 'long-term'] as const);
export const scale = (r: Random): Scale =>
  r.pick([
    { min: 1, max: 5 },
    { min: 0, max: 10 },
    { min: 1, max: 7 },
  ]);
export const zone = (r: Random) =>
  r.pick([
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
    'Australia/Lord_Howe',
  ]);
export const need = (r: Random) =>
  r.pick(['safety', 'comfort', 'prestige', 'savingTime', 'own need']);
export const role = (r: Random) => r.pick(['user', 'buyer', 'channel', 'decider'] as const);

/** Amounts of time: whole, fractional, tied, near ties, of any size. */
export function amounts(r: Random, length: number): number[] {
  const size = r.pick([1, 40, 40, 1e-3, 1e6]);
  const whole = r.flip();
  return r.list(length, () => {
    const amount = r.real(0, size);
    return whole ? Math.ceil(amount) : amount + size / 1000;
  });
}

/** The set as it is, or with a number or two elsewhere in their ranges. */
export function parameters<Name extends string>(
  r: Random,
  name: string,
  set: ParameterSet<Name>,
): ParameterSet<Name> {
  const as = (id: string, code: string, values: object) =>
    named(code, adjustParameters(set, id, values as never));
  if (r.flip()) return named(name, { ...set });
  const names = Object.keys(set.parameters) as Name[];
  const values = Object.fromEntries(
    r.list(r.int(1, 2), () => {
      const chosen = r.pick(names);
      const { value, range } = set.parameters[chosen];
      const [min, max] = [Math.max(range[0], -1e3), Math.min(range[1], 1e3)];
      return [chosen, r.pick([value, Math.max(min, Math.min(max, value * 1.1)), r.real(min, max)])];
    }),
  );
  try {
    return as('ours/fuzz', `adjustParameters(${name}, 'ours/fuzz', ${show(values)})`, values);
  } catch {
    return named(name, { ...set });
  }
}

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export function calendar(r: Random): BusinessCalendar {
  const hours = (): string[] =>
    r.pick([
      ['09:00-17:00'],
      ['09:00-12:30', '13:30-18:00'],
      ['00:00-24:00'],
      ['17:00-22:00'],
      ['18:00-02:00'],
    ]);
  const day = () => date(r).toISOString().slice(0, 10);
  const open = Object.fromEntries(weekdays.slice(0, r.int(1, 7)).map((name) => [name, hours()]));
  return {
    zone: zone(r),
    ...(r.flip(0.9) ? { open } : {}),
    ...r.some({
      holidays: [...new Set(r.list(r.int(0, 3), day))],
      specialHours: { [day()]: hours() },
      cutOff: r.pick(['12:00', '15:00', '20:00']),
    }),
  };
}
