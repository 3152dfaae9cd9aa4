import {
  businessCalendar,
  dueDate,
  keptRate,
  type LedgerEvent,
  openLedger,
  recordEvent,
} from 'overdeliver';
import { durationBetween, fromLocalTime, latestStart, mondayToFriday } from 'overdeliver/calendar';
import { capabilityAsOf } from 'overdeliver/capability';
import { customerWording } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { desk, weekdays } from './given';

// Where other software surprised us (findings/): what happens here instead.

describe('business days from a weekend', () => {
  it.each(['05', '06', '07', '08'])(
    'are measured as they were promised, from 2026-06-%s',
    (day) => {
      const from = fromLocalTime(`2026-06-${day} 10:00`, desk.zone);
      const days = [0, 1, 2, 5, 20];
      const measured = days.map((promise) => {
        const due = dueDate(desk, from, { promise, unit: 'business-days' });
        return durationBetween(desk, from, due, 'business-days');
      });
      expect(measured).toEqual(days);
    },
  );
});

describe('business days', () => {
  const at = (text: string) => fromLocalTime(text, desk.zone);
  const days = (from: string, to: string) =>
    durationBetween(desk, at(from), at(to), 'business-days');

  it.each(['00:00', '09:00', '10:00', '10:01', '17:00'])(
    'are one from 10:00 to %s of the next',
    (time) => {
      expect(days('2026-06-08 10:00', `2026-06-09 ${time}`)).toBe(1);
      expect(days('2026-06-05 10:00', `2026-06-08 ${time}`)).toBe(1);
    },
  );

  it.each([
    ['2026-03-27', '2026-03-30'],
    ['2026-06-05', '2026-06-08'],
    ['2026-10-23', '2026-10-26'],
  ])('end at closing time, from %s to %s', (friday, monday) => {
    const due = dueDate(desk, at(`${friday} 12:00`), { promise: 1, unit: 'business-days' });
    expect(due).toEqual(at(`${monday} 17:00`));
  });

  it('are not counted backwards', () => {
    expect(refusal(() => days('2026-06-12 10:00', '2026-06-08 10:00')).code).toBe('date-order');
  });
});

describe('days and hours that are no business days', () => {
  const at = (text: string) => fromLocalTime(text, desk.zone);

  it('keep the time of day, to and fro, over more than a month', () => {
    const lead = { promise: 35, unit: 'days' } as const;
    expect(dueDate(desk, at('2026-07-15 10:00'), lead)).toEqual(at('2026-08-19 10:00'));
    expect(latestStart(desk, at('2026-07-15 10:00'), lead)).toEqual(at('2026-06-10 10:00'));
  });

  it('have halves, to and fro', () => {
    const lead = { promise: 1.5, unit: 'days' } as const;
    expect(dueDate(desk, at('2026-06-08 10:00'), lead)).toEqual(at('2026-06-09 22:00'));
    expect(latestStart(desk, at('2026-06-09 22:00'), lead)).toEqual(at('2026-06-08 10:00'));
  });

  it.each([
    ['2026-03-27', '2026-03-30', '13:00'],
    ['2026-06-05', '2026-06-08', '12:00'],
    ['2026-10-23', '2026-10-26', '11:00'],
  ])('are by the clock for days and exact for hours, from %s to %s', (friday, monday, time) => {
    const due = (promise: number, unit: 'days' | 'hours') =>
      dueDate(desk, at(`${friday} 12:00`), { promise, unit });
    expect(due(3, 'days')).toEqual(at(`${monday} 12:00`));
    expect(due(72, 'hours')).toEqual(at(`${monday} ${time}`));
  });
});

describe('a day off of a business that is open over midnight', () => {
  const hours = ['18:00-02:00'];
  const open = { ...weekdays(...hours), saturday: hours, sunday: hours };
  const bar = businessCalendar({ zone: 'Europe/Berlin', open, holidays: ['2026-12-24'] });
  const openFrom = (from: string, to: string) =>
    durationBetween(bar, fromLocalTime(from, bar.zone), fromLocalTime(to, bar.zone), 'open-hours');

  it('leaves the night before it whole', () => {
    expect(openFrom('2026-12-23 18:00', '2026-12-24 02:00')).toBe(8);
  });

  it('takes its own night whole, and no more', () => {
    expect(openFrom('2026-12-24 02:00', '2026-12-25 18:00')).toBe(0);
    expect(openFrom('2026-12-25 18:00', '2026-12-26 02:00')).toBe(8);
  });
});

describe('a promise by a day', () => {
  const made = fromLocalTime('2026-06-08 10:00', desk.zone);
  const due = dueDate(desk, made, { promise: 4, unit: 'business-days' });

  it('names the day on which it falls due', () => {
    const say = customerWording({ locale: 'en-GB', zone: desk.zone });
    expect(say.byDay(due, made)).toBe('by Friday, 12 June');
  });

  it.each([
    ['in the morning', '09:00', 1],
    ['at closing time', '17:00', 1],
    ['in the evening', '17:01', 0],
  ])('of what comes on that day %s', (_, time, kept) => {
    const at = fromLocalTime(`2026-06-12 ${time}`, desk.zone);
    const promised = recordEvent(openLedger(), { kind: 'promise', id: 'parcel', at: made, due });
    const ledger = recordEvent(promised, { kind: 'delivery', id: 'parcel', at });
    expect(keptRate(ledger, { asOf: fromLocalTime('2026-06-15 09:00', desk.zone) }).kept).toBe(
      kept,
    );
  });
});

describe('a holiday from a feed', () => {
  it('is a day, not the moment at which a server somewhere lets it begin', () => {
    const midnightInBerlin = new Date('2026-04-09T22:00:00Z');
    const given = { ...desk, holidays: [midnightInBerlin] };
    // @ts-expect-error A date is no day.
    expect(refusal(() => businessCalendar(given))).toMatchObject({
      code: 'wrong-type',
      path: 'calendar.holidays[0]',
    });
  });
});

describe('holidays from the lists of others', () => {
  const twoDays = { promise: 2, unit: 'business-days' } as const;

  it('are several days where an entry stands for several, or for one', () => {
    const holidays = ['2026-01-01/2026-01-01', '2026-01-02/2026-01-06', '2026-01-07'];
    const shop = businessCalendar({ ...desk, holidays });
    const made = fromLocalTime('2025-12-31 10:00', desk.zone);
    expect(dueDate(shop, made, twoDays)).toEqual(fromLocalTime('2026-01-09 17:00', desk.zone));
  });

  it('may go on beyond the date up to which all are known', () => {
    const holidays = ['2027-12-24', '2027-12-31', '2028-01-17'];
    const shop = businessCalendar({ ...desk, holidays, knownUntil: '2027-12-31' });
    const due = (day: string) =>
      dueDate(shop, fromLocalTime(`2027-12-${day} 10:00`, desk.zone), twoDays);
    expect(due('28')).toEqual(fromLocalTime('2027-12-30 17:00', desk.zone));
    expect(refusal(() => due('29')).code).toBe('out-of-range');
  });
});

describe('a time of day on a day on which the clocks change', () => {
  it.each([
    ['Australia/Sydney', '2026-10-03 17:30', '2026-10-03T17:30:00+10:00'],
    ['Australia/Sydney', '2026-04-04 17:30', '2026-04-04T17:30:00+11:00'],
    ['America/Los_Angeles', '2026-03-08 09:30', '2026-03-08T09:30:00-07:00'],
    ['America/Los_Angeles', '2026-11-01 08:30', '2026-11-01T08:30:00-08:00'],
    // There is no such time: the next there is.
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T03:00:00+02:00'],
  ])('has the offset of its own hour: in %s %s', (zone, local, instant) => {
    expect(fromLocalTime(local, zone)).toEqual(new Date(instant));
  });
});

describe('a date that was lost on the way, and came as 1 January 1970', () => {
  const [ordered, asOf] = ['2026-06-05T10:00:00Z', '2026-07-01T00:00:00Z'];
  const lost = new Date(0);

  it('is no delivery, nor a due date', () => {
    const promise = { kind: 'promise', id: 'a', at: ordered, due: '2026-06-06T10:00:00Z' } as const;
    const ledger = recordEvent(openLedger(), promise);
    const take = (event: LedgerEvent) => refusal(() => recordEvent(ledger, event)).code;
    expect(take({ kind: 'delivery', id: 'a', at: lost })).toBe('date-order');
    expect(take({ ...promise, id: 'b', due: lost })).toBe('date-order');
  });

  it('is told of among the orders', () => {
    const orders = Array.from({ length: 12 }, (_, i) => ({
      started: i === 3 ? lost : new Date(Date.UTC(2026, 5, 1 + i)),
      finished: new Date(Date.UTC(2026, 5, 3 + i)),
    }));
    const { warnings } = capabilityAsOf(orders, { asOf, unit: 'days' });
    const detail = { dates: 1, path: 'orders[3].started', date: lost.toISOString() };
    expect(warnings).toEqual([{ code: 'distant-date', detail }]);
  });
});

describe('opening hours that came as a number of minutes', () => {
  it('are refused', () => {
    const take = () => mondayToFriday(570 as never);
    expect(refusal(take)).toMatchObject({ code: 'wrong-type', path: 'hours[0]', value: 570 });
  });
});
