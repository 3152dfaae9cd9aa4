import { type businessCalendar, livePromiser, reviveLivePromiser } from 'overdeliver';
import { promiseInEnglish } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { quotesOf } from './pinned/pinned';
import { happenings } from './stream';

const day = ['09:00-17:00'];
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
const known = { zone: 'Europe/London', open: week, knownUntil: '2027-03-25' };
/** With Good Friday and Easter Monday. */
const renewed = { ...known, holidays: ['2027-03-26', '2027-03-29'], knownUntil: '2027-12-31' };
const thursday = '2027-03-25T15:00:00Z';

const office = (calendar: Parameters<typeof businessCalendar>[0]) =>
  livePromiser({ unit: 'hours', keepRate: 0.9, typical: 2, calendar });

describe('a quote beyond what is known of the calendar', () => {
  it('says so, and how it is mended', () => {
    const quote = office(known).quote({ at: thursday });
    // Around the guess of 2 hours, so that one hour is left for the morning after.
    expect(quote.due?.toISOString()).toMatch(/^2027-03-26/);
    expect(quote.warnings).toEqual([
      { code: 'holidays-unknown', detail: { knownUntil: '2027-03-25' } },
    ]);
    expect(promiseInEnglish(quote)).toContain(
      'holidays after 2027-03-25 are not known, and count as working days',
    );
    // Good Friday and Easter Monday are none.
    expect(office(renewed).quote({ at: thursday })).toMatchObject({ warnings: [] });
    expect(office(renewed).quote({ at: thursday }).due?.toISOString()).toMatch(/^2027-03-30/);
  });

  it('says nothing up to the end of the last day that is known', () => {
    const late = { ...known, open: { thursday: ['09:00-24:00'], friday: day } };
    const codes = (at: string) =>
      office(late)
        .quote({ at })
        .warnings.map(({ code }) => code);
    const hours = (office(late).quote({ at: thursday }).promise as number) * 3_600_000;
    const midnight = Date.parse('2027-03-26T00:00:00Z');
    expect(codes(new Date(midnight - hours - 1).toISOString())).toEqual([]);
    expect(codes(new Date(midnight - hours + 60_000).toISOString())).toEqual(['holidays-unknown']);
  });

  it('says so where nothing can be promised, too', () => {
    const closed = { ...known, open: { monday: [] }, specialHours: { '2027-03-25': day } };
    const quote = office(closed).quote({ at: '2027-03-26T10:00:00Z' });
    expect(quote.promise).toBe(null);
    expect(quote.warnings).toMatchObject([{ code: 'holidays-unknown' }]);
  });
});

describe('a promiser that is revived with another calendar', () => {
  const started = () => {
    const promiser = office(known);
    promiser.start({ id: 'a', at: thursday });
    return promiser;
  };

  it('counts by it from the last event on, and keeps the open time so far', () => {
    const promiser = started();
    promiser.start({ id: 'b', at: '2027-03-25T16:00:00Z' });
    const json = JSON.parse(JSON.stringify(promiser));
    const longer = { ...renewed, open: { ...week, tuesday: ['08:00-20:00'] } };
    const revived = reviveLivePromiser(json, { calendar: longer });
    // Two hours of Thursday, none of Good Friday and Easter Monday, an hour of Tuesday from 8:00.
    expect(revived.finish({ id: 'a', at: '2027-03-30T08:00:00Z' }).took).toBe(3);
    expect(revived.finish({ id: 'b', at: '2027-03-30T19:00:00Z' }).took).toBe(13);
    const again = reviveLivePromiser(JSON.parse(JSON.stringify(revived)));
    expect(again.quote({ at: '2027-03-30T19:00:00Z' })).toEqual(
      revived.quote({ at: '2027-03-30T19:00:00Z' }),
    );
    expect(JSON.stringify(again)).toBe(JSON.stringify(revived));
  });

  it('goes on to the last bit where the days to come are the same', () => {
    const all = happenings(60, { seed: 3, gap: () => 90, cancelled: 0.1, lost: 0.1 });
    const open = { monday: ['02:00-11:30', '12:00-23:00'], tuesday: ['00:00-24:00'] };
    const calendar = { zone: 'Europe/Berlin', open, knownUntil: '2026-12-31' };
    const promiser = livePromiser({ unit: 'minutes', keepRate: 0.7, typical: 40, calendar });
    quotesOf(promiser, all.slice(0, 80));
    const next = { ...calendar, holidays: ['2027-12-25'], knownUntil: '2027-12-31' };
    const revived = reviveLivePromiser(JSON.parse(JSON.stringify(promiser)), { calendar: next });
    expect(quotesOf(revived, all.slice(80))).toEqual(quotesOf(promiser, all.slice(80)));
    const stored = (one: object) => JSON.parse(JSON.stringify(one));
    const settings = { ...stored(promiser).data.settings, calendar: next };
    expect(stored(revived).data).toEqual({ ...stored(promiser).data, settings });
  });

  it('may be given one before the first event', () => {
    const json = office(known).toJSON();
    const revived = reviveLivePromiser(json, { calendar: renewed });
    expect(revived.quote({ at: thursday })).toEqual(office(renewed).quote({ at: thursday }));
  });

  it('counts no time below none of an order that ends late, before the change', () => {
    const lateness = 1;
    const calendar = { zone: 'UTC', open: { thursday: ['09:00-10:00', '10:30-17:00'] } };
    const promiser = livePromiser({ unit: 'hours', keepRate: 0.9, typical: 2, calendar, lateness });
    promiser.start({ id: 'a', at: '2027-03-25T10:00:00Z' });
    promiser.start({ id: 'b', at: '2027-03-25T10:40:00Z' });
    // Without its break the half hour before the last event is half an hour, which started at 10:00 by the old one.
    const next = { zone: 'UTC', open: { thursday: day } };
    const revived = reviveLivePromiser(promiser.toJSON(), { calendar: next });
    expect(revived.finish({ id: 'a', at: '2027-03-25T10:05:00Z' }).took).toBe(0);
    expect(revived.quote({ at: '2027-03-25T10:40:00Z' }).promise).toBeGreaterThan(0);
  });

  it('is refused one of another zone, one that cannot be read, and one where it had none', () => {
    const json = started().toJSON();
    const refused = (calendar: unknown, of: unknown = json) =>
      refusal(() => reviveLivePromiser(of, { calendar } as never));
    expect(refused({ ...renewed, zone: 'Europe/Berlin' })).toMatchObject({
      code: 'out-of-range',
      path: 'options.calendar.zone',
      expected: expect.stringContaining('Europe/London, in whose hours'),
    });
    expect(refused({ ...renewed, holidays: ['2027-13-01'] })).toMatchObject({
      path: 'options.calendar.holidays[0]',
    });
    const parcels = livePromiser({ unit: 'days', keepRate: 0.9, typical: 4 });
    expect(refused(renewed, parcels.toJSON())).toMatchObject({
      code: 'out-of-range',
      path: 'options.calendar',
      expected: 'no calendar, as it was made',
    });
  });
});
