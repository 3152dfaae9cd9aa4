import fc from 'fast-check';
import { type Action, type Contact, planRecovery, triageExpectation } from 'overdeliver';
import { planBonuses, planReassurance } from 'overdeliver/response';
import { expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { clockChanges, evenly } from './given';

type Plan = (asOf: Date, contact: Contact) => readonly Action[];

/** Every plan that has dates. */
const plans: Readonly<Record<string, Plan>> = {
  triageExpectation: (asOf, contact) => {
    const later = { from: new Date(+asOf + 40 * 3_600_000), own: evenly(0, 1) };
    const given = { industry: evenly(0, 4), own: evenly(4, 9), later, keepRate: 0.9 };
    return triageExpectation({ asked: 2 }, { ...given, asOf, contact }).actions;
  },
  planRecovery: (asOf, contact) => planRecovery({ what: 'x', at: asOf }, { asOf, contact }).actions,
  planReassurance: (asOf, contact) => planReassurance(asOf, { contact }),
  planBonuses: (asOf, contact) => {
    const bonus = { id: 'a', cost: 1, serves: 'safety', value: 1 };
    const customer = { id: 'b', needs: { safety: 1 } };
    return planBonuses([bonus], [customer], { budget: 1, kept: { rate: 1 }, asOf, contact })
      .actions;
  },
};

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
);
const instant = fc
  .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -48 * 60, max: 48 * 60 }))
  .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));
const unmanned = ['confirm', 'give-tangible', 'send-letter', 'tell-next'];

/** Weekday and minute of the day on a zone's clock. */
function clockIn(timeZone: string, at: Date): readonly [weekday: string, minute: number] {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return [part('weekday').toLowerCase(), 60 * Number(part('hour')) + Number(part('minute'))];
}

it.each(Object.keys(plans))(
  '%s keeps quiet and works in both zones while clocks change',
  (name) => {
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const quarter = fc.integer({ min: 0, max: 95 }).map((n) => 15 * n);
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'sunday'] as const;
    const open = Object.fromEntries(days.map((day) => [day, ['06:00-23:00']]));
    holds(
      fc.property(zone, zone, quarter, fc.integer({ min: 1, max: 40 }), instant, (...given) => {
        const [at, office, from, length, asOf] = given;
        const until = (from + 15 * length) % 1440;
        const contact = {
          zone: at,
          quiet: `${clock(from)}-${clock(until)}`,
          calendar: { zone: office, open },
        };
        const actions = plans[name]?.(asOf, contact) ?? [];
        expect(actions.length).toBeGreaterThan(0);
        for (const { code, when } of actions) {
          expect(+(when as Date)).toBeGreaterThanOrEqual(+asOf);
          if (code === 'confirm') continue;
          const [, minute] = clockIn(at, when as Date);
          const quiet =
            from < until ? minute >= from && minute < until : minute >= from || minute < until;
          expect(quiet).toBe(false);
          if (unmanned.includes(code)) continue;
          const [weekday, worked] = clockIn(office, when as Date);
          expect(days).toContain(weekday);
          expect(worked).toBeGreaterThanOrEqual(6 * 60);
          expect(worked).toBeLessThan(23 * 60);
        }
      }),
      150,
    );
  },
);
