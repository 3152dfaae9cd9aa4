import { instantAt, type ZoneClock } from '../core/zone-clock';
import { checkSerial, type DateInput, dateText, epochOf, refuseDate } from '../input/date';
import { readLocalTime } from '../input/local-time';
import { refuse } from '../input/refusal';
import { type DateForm, numbersOf } from '../input/written-date';

const local = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/** Whether a text is a date as the clocks of some place show it: without an offset. */
export const isLocal = (text: string): boolean => local.test(text) || numbersOf(text) !== undefined;

/** A cell of dates: an instant as it is, or what the clocks of a zone show in the form that was said. */
export function dateIn(
  path: string,
  cell: unknown,
  form: DateForm & { readonly zone?: ZoneClock | undefined },
): Date {
  const value = typeof cell === 'string' ? cell.trim() : (cell as DateInput);
  const instant = epochOf(value);
  checkSerial(path, value, Infinity);
  if (!Number.isNaN(instant)) return new Date(instant);
  if (typeof value === 'string' && /^\D/.test(value) && !isLocal(value)) {
    const expected = 'a date such as 2026-03-05 18:40, or a word of options.missing for none';
    return refuse(path, value, expected, 'wrong-type', '');
  }
  if (typeof value !== 'string' || !isLocal(value)) return refuseDate(path, value);
  if (form.zone === undefined) {
    const expected = `${dateText}; options.zone says by the clocks of which zone to read it`;
    return refuse(path, value, expected, 'wrong-type', '');
  }
  if (form.dateOrder === undefined && !local.test(value)) {
    const expected =
      'a date such as 2026-03-05 18:40; options.dateOrder says whether day or month comes first in others, or the year';
    return refuse(path, value, expected, 'wrong-type', '');
  }
  return new Date(instantAt(form.zone, readLocalTime(path, value, form)));
}

// Thousands may be set off by the sign that is not the decimal one, by spaces or by apostrophes, as the Swiss do.
const plain = /^[-+]?(\d{1,300}(\.\d*)?|\.\d+)$/;
const withPoint = /^[-+]?((\d{1,3}([,\s'’]\d{3}){1,99}|\d{1,300})(\.\d*)?|\.\d+)$/;
const withComma = /^[-+]?((\d{1,3}([.\s'’]\d{3}){1,99}|\d{1,300})(,\d*)?|,\d+)$/;

/** A cell of numbers; thousands may be set off in the way that goes with the decimal sign. */
export function numberIn(path: string, cell: unknown, decimalComma: boolean | undefined): number {
  if (typeof cell === 'number') return cell;
  const text = typeof cell === 'string' ? cell.trim() : '';
  if (decimalComma === undefined) {
    if (plain.test(text)) return Number(text);
    const advice = /^[-+]?[\d.,\s'’]+$/.test(text)
      ? 'options.decimalComma says whether decimals come after a comma'
      : '';
    return refuse(path, cell, 'a number', 'wrong-type', advice);
  }
  if (decimalComma && withComma.test(text)) {
    return Number(text.replace(/[.\s'’]/g, '').replace(',', '.'));
  }
  if (!decimalComma && withPoint.test(text)) return Number(text.replace(/[,\s'’]/g, ''));
  const [sign, example] = decimalComma ? ['comma', '3,5'] : ['point', '3.5'];
  const expected = `a number with a ${sign} before its decimals, such as ${example}`;
  return refuse(path, cell, expected, 'wrong-type', '');
}
