import { refuseNumber } from '../input/refusal';
import { greatestNumber, leastNumber } from './limits';

/** Refuses a model's number whose products could leave the doubles, where PostgreSQL ends the whole query. */
export function checkCountable(path: string, value: number, most = greatestNumber): void {
  const size = typeof value === 'number' ? Math.abs(value) : Number.NaN;
  if (value === 0 || (size >= leastNumber && size <= most)) return;
  const expected = `0, or a number from ${leastNumber} to ${most}, above 0 or below, which every engine can count with`;
  refuseNumber(path, value, expected);
}
