import { refuse } from '../input/refusal';

/** Refuses a model's number whose products could leave the doubles, where PostgreSQL ends the whole query. */
export function checkCountable(path: string, value: number, most = 1e50): void {
  const size = typeof value === 'number' ? Math.abs(value) : Number.NaN;
  if (value === 0 || (size >= 1e-50 && size <= most)) return;
  const expected = `0, or a number from 1e-50 to ${most}, above 0 or below, which every engine can count with`;
  refuse(path, value, expected, value === undefined ? 'missing' : undefined);
}
