import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockOf } from '../../src/core/time-zone';
import { awakeFrom } from '../../src/response/quiet-hours';
import { holds } from '../core/seeded';
import { clockChanges } from './given';

const minute = 60_000;

it('ends at the first minute whose reading is not quiet, as going through the minutes has it', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
  const quarter = fc.integer({ min: 0, max: 95 }).map((n) => 15 * n);
  const from = fc
    .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -24 * 60, max: 24 * 60 }))
    .map(([day, minutes]) => Date.parse(day) + minutes * minute);
  holds(
    fc.property(zone, quarter, quarter, from, (timeZone, start, end, at) => {
      fc.pre(start !== end);
      const format = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
      const isQuiet = (instant: number) => {
        const [hours = 0, minutes = 0] = format.format(instant).split(':').map(Number);
        const shown = 60 * hours + minutes;
        return start < end ? shown >= start && shown < end : shown >= start || shown < end;
      };
      let first = at;
      while (isQuiet(first)) first += minute;
      const clock = clockOf('zone', timeZone);
      expect(awakeFrom(clock, [start * minute, end * minute], at)).toBe(first);
    }),
    200,
  );
});
