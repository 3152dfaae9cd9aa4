import { endOfDay, instantAt, type ZoneClock } from '../core/zone-clock';
import { checkUnit, type DateInput, dateText, epochOf, refuseDate } from '../input/date';
import { cellAdvice } from '../input/date-advice';
import { isDay, isIsoLocal, readLocalTime } from '../input/local-time';
import { unitConverted, unitOff } from '../input/number-advice';
import { refuse } from '../input/refusal';
import { type DateForm, type DateOrder, numbersOf } from '../input/written-date';

/** Whether a text is a date as the clocks of some place show it: without an offset. */
export const isLocal = (text: string): boolean => isIsoLocal(text) || numbersOf(text) !== undefined;

/** Whether a cell of dates is a day without a time. */
export const isDayAlone = (cell: unknown): boolean =>
  typeof cell === 'string' && isDay(cell.trim());

const written: Readonly<Record<DateOrder, string>> = {
  'day-first': '05.03.2026',
  'month-first': '3/5/2026',
  'year-first': '2026/3/5',
};

const isoText = 'a date such as 2026-03-05 18:40';

/** How cells of dates are written, and by the clocks of which zone. */
interface CellForm extends DateForm {
  readonly zone?: ZoneClock | undefined;
}

/**
 * A cell of dates: an instant as it is, or what the clocks of a zone show in the form that was said; a day alone is its
 * end where asked.
 */
export function dateIn(path: string, cell: unknown, form: CellForm, asEnd = false): Date {
  const value = typeof cell === 'string' ? cell.trim() : (cell as DateInput);
  const instant = epochOf(value);
  checkUnit(path, value, Infinity);
  if (!Number.isNaN(instant)) return new Date(instant);
  if (typeof value !== 'string') return refuseDate(path, value);
  const { zone, dateOrder } = form;
  if (zone !== undefined && (isIsoLocal(value) || (dateOrder !== undefined && isLocal(value)))) {
    const wall = readLocalTime(path, value, form);
    return new Date(asEnd && isDay(value) ? endOfDay(zone, wall) : instantAt(zone, wall));
  }
  const advice = isLocal(value) ? '' : cellAdvice(value, form);
  return refuse(path, value, expectedFor(value, form, advice), 'wrong-type', advice);
}

/** What would be read in the place of a text that is not. */
function expectedFor(text: string, form: CellForm, advice: string): string {
  if (isLocal(text)) {
    return form.zone === undefined
      ? `${dateText}; options.zone says by the clocks of which zone to read it`
      : `${isoText}; options.dateOrder says whether day or month comes first in others, or the year`;
  }
  const { dateOrder } = form;
  if (advice === '' && /^\D/.test(text)) return `${isoText}, or a word of options.missing for none`;
  if (dateOrder === undefined) return isoText;
  return `${isoText}, or ${written[dateOrder]} with the ${dateOrder.replace('-', ' ')}`;
}

// Thousands may be set off by the sign that is not the decimal one, by spaces or by apostrophes, as the Swiss do.
const withPoint = /^[-+]?(([1-9]\d{0,2}([,\s'’]\d{3}){1,99}|\d{1,300})(\.\d*)?|\.\d+)$/;
const withComma = /^[-+]?(([1-9]\d{0,2}([.\s'’]\d{3}){1,99}|\d{1,300})(,\d*)?|,\d+)$/;

/** Whether a text is a number with a point before its decimals, and whether it is one with a comma. */
export const numberForms = (
  text: string,
): { readonly point: boolean; readonly comma: boolean } => ({
  point: withPoint.test(text),
  comma: withComma.test(text),
});

const leftOut =
  'its order is left out: mend the cell, empty it, or name its text in options.missing';

/** A cell of numbers; thousands may be set off in the way that goes with the decimal sign. Nobody knows the unit of a feature. */
export function numberIn(
  path: string,
  cell: unknown,
  decimalComma: boolean | undefined,
  isFeature = false,
): number {
  if (typeof cell === 'number') return cell;
  const text = typeof cell === 'string' ? cell.trim() : '';
  const unit = isFeature ? unitOff(text) : unitConverted(text);
  const { point, comma } = numberForms(text);
  if (decimalComma === undefined) {
    if (point && !/[,\s'’]/.test(text)) return Number(text);
    const sign = 'options.decimalComma says whether decimals come after a comma';
    return refuseCell(path, cell, 'a number', point || comma ? sign : unit);
  }
  if (decimalComma && comma) return Number(text.replace(/[.\s'’]/g, '').replace(',', '.'));
  if (!decimalComma && point) return Number(text.replace(/[,\s'’]/g, ''));
  const [sign, example] = decimalComma ? ['comma', '3,5'] : ['point', '3.5'];
  const expected = `a number with a ${sign} before its decimals, such as ${example}`;
  return refuseCell(path, cell, expected, unit);
}

/** Refuses a cell that was to be a number, and says what to do. */
function refuseCell(path: string, cell: unknown, expected: string, advice: string): never {
  const glue = advice && '; ';
  return refuse(path, cell, expected, 'wrong-type', `${advice}${glue}${leftOut}`);
}
