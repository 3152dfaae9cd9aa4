import type { BusinessCalendar } from 'overdeliver';

/** The same hours from Monday to Friday. */
export function weekdays(...hours: readonly string[]) {
  return { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
}

/** A desk with a lunch break, a half day and a holiday. */
export const desk: BusinessCalendar = {
  zone: 'Europe/Berlin',
  open: weekdays('09:00-12:00', '13:00-17:00'),
  specialHours: { '2026-12-24': ['09:00-12:00'] },
  holidays: ['2026-12-25', '2026-05-01'],
};

/** Open from Tuesday to Sunday, over midnight. */
export const pizzeria: BusinessCalendar = {
  zone: 'Europe/Rome',
  open: {
    tuesday: ['18:00-23:00'],
    wednesday: ['18:00-23:00'],
    thursday: ['18:00-23:00'],
    friday: ['18:00-02:00'],
    saturday: ['12:00-14:30', '18:00-02:00'],
    sunday: ['12:00-24:00'],
  },
};
